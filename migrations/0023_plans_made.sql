-- receipts say whether the body's own plan is made, where one was ordered
alter table receipt
  add column plan_owed boolean not null default false,
  add column plan_made_on date,
  add column plan_due_on date;
comment on column receipt.plan_owed is 'The body was ordered to plan for the directive. Kept, as the two below, from its plans by triggers.';
comment on column receipt.plan_made_on is 'The day on which its plan was approved (the last of several), for good; null while one is lacking.';
comment on column receipt.plan_due_on is 'By when the first of its plans that was not submitted yet is due.';

create function plan_is_made(state text, edition smallint, accepter_id uuid) returns boolean language sql immutable as $$
  select edition > 0 or state in ('accepted', 'issued', 'amending') or (state = 'approved' and accepter_id is null)
$$;

create function plan_standing_of(directive uuid, bodies uuid[]) returns table (body_id uuid, made_on date, due_on date) language sql stable as $$
  select plan.body_id,
    case when bool_and(plan_is_made(plan.state, plan.edition, plan.accepter_id))
      then max(coalesce((select frozen_on from plan_edition where plan_id = plan.id and number = 1), plan.decided_on, plan.submitted_on, plan.due_on)) end,
    min(plan.due_on) filter (where plan.submitted_on is null and not plan_is_made(plan.state, plan.edition, plan.accepter_id))
  from plan where plan.directive_id = directive and (bodies is null or plan.body_id = any(bodies)) and plan.state <> 'withdrawn' group by plan.body_id
$$;

create function tell_receipts_of_plans() returns trigger language plpgsql as $$
begin
  update receipt set plan_owed = true, plan_made_on = standing.made_on, plan_due_on = standing.due_on
  from (select distinct directive_id from new_rows) changed cross join lateral plan_standing_of(changed.directive_id, null) standing
  where receipt.directive_id = changed.directive_id and receipt.body_id = standing.body_id
    and (not receipt.plan_owed or receipt.plan_made_on is distinct from standing.made_on or receipt.plan_due_on is distinct from standing.due_on);
  return null;
end $$;
create trigger plans_ordered_tell_receipts after insert on plan referencing new table as new_rows for each statement execute function tell_receipts_of_plans();
-- a directive sent out after plans were ordered for it
create trigger receipts_sent_learn_of_plans after insert on receipt referencing new table as new_rows for each statement execute function tell_receipts_of_plans();

create function tell_receipt_of_plan() returns trigger language plpgsql as $$
begin
  update receipt set plan_owed = standing.body_id is not null, plan_made_on = standing.made_on, plan_due_on = standing.due_on
  from (select new.body_id as id) own left join plan_standing_of(new.directive_id, array[new.body_id]) standing on true
  where receipt.directive_id = new.directive_id and receipt.body_id = own.id;
  return null;
end $$;
create trigger plan_moved_tells_receipt after update of state, edition, accepter_id, submitted_on, due_on on plan for each row
  when ((old.state = 'withdrawn') <> (new.state = 'withdrawn') or plan_is_made(old.state, old.edition, old.accepter_id) <> plan_is_made(new.state, new.edition, new.accepter_id)
    or old.submitted_on is distinct from new.submitted_on or old.due_on <> new.due_on)
  execute function tell_receipt_of_plan();

update receipt set plan_owed = true, plan_made_on = standing.made_on, plan_due_on = standing.due_on
from (select distinct directive_id from plan) planned cross join lateral plan_standing_of(planned.directive_id, null) standing
where receipt.directive_id = planned.directive_id and receipt.body_id = standing.body_id;
