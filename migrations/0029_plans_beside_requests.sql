-- what an order to thousands of bodies, or an afternoon on which all of them submit, sets going runs beside the requests
create table plan_to_compare (
  plan_id uuid primary key references plan,
  submitted_at timestamptz not null
);
comment on table plan_to_compare is 'Plans that were submitted and are still to be held against others; a job takes them out when it has. A table of its own, not the queue: whatever puts a job into the queue waits, at its commit, for everybody else who does.';

create or replace function tell_receipts_of_plans() returns trigger language plpgsql as $$
begin
  if (select count(*) from new_rows) > 1000 then
    perform graphile_worker.add_job('tell_receipts', json_build_object('directiveId', directive_id)) from (select distinct directive_id from new_rows) changed;
    return null;
  end if;
  update receipt set plan_owed = true, plan_made_on = standing.made_on, plan_due_on = standing.due_on
  from (select distinct directive_id from new_rows) changed cross join lateral plan_standing_of(changed.directive_id, null) standing
  where receipt.directive_id = changed.directive_id and receipt.body_id = standing.body_id
    and (not receipt.plan_owed or receipt.plan_made_on is distinct from standing.made_on or receipt.plan_due_on is distinct from standing.due_on);
  return null;
end $$;
comment on column receipt.plan_owed is 'The body was ordered to plan for the directive. Kept, as the two below, from its plans by triggers; where thousands are ordered or sent at once, by a job.';
