-- the board of a whole country is read from counts that are kept, not from 70,000 rows
alter table receipt add column placed_on date;
comment on column receipt.placed_on is 'The day on which it was made: it is counted under those who stood above its body on that day.';
update receipt set placed_on = coalesce(receipt.arrived_on, dissemination.started_on) from dissemination where dissemination.directive_id = receipt.directive_id;
alter table receipt alter column placed_on set not null;

create table receipt_tally (
  directive_id uuid not null,
  ancestor_id uuid,
  level text not null,
  state text not null,
  has_received boolean not null,
  is_late boolean not null,
  has_studied boolean not null,
  studied_late boolean not null,
  plan_owed boolean not null,
  has_plan boolean not null,
  plan_due_on date,
  bodies integer not null,
  present integer not null,
  invited integer not null
);
comment on table receipt_tally is 'How many receipts below a body (ancestor_id; null: of all) are alike in all that the board counts, and the sums over their sessions: the sum over the rows. Each statement that makes receipts adds rows by a trigger, each that changes them some more, also negative ones, so that nobody waits for anybody; a job folds them together.';
create index receipt_tally_ancestor on receipt_tally (directive_id, ancestor_id);

-- a body reaches itself at depth 0: that row stands for the count of all
create function tally_receipts_made() returns trigger language plpgsql as $$
begin
  insert into receipt_tally
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > dissemination.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > dissemination.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited)
  from (select *, 1 as change from new_rows) changed
  join dissemination on dissemination.directive_id = changed.directive_id
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  having sum(changed.change) <> 0 or sum(changed.change * changed.present) <> 0 or sum(changed.change * changed.invited) <> 0;
  return null;
end $$;
create trigger receipts_made_count after insert on receipt referencing new table as new_rows for each statement execute function tally_receipts_made();

create function tally_receipts_changed() returns trigger language plpgsql as $$
begin
  insert into receipt_tally
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > dissemination.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > dissemination.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited)
  from (select *, 1 as change from new_rows union all select *, -1 from old_rows) changed
  join dissemination on dissemination.directive_id = changed.directive_id
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  having sum(changed.change) <> 0 or sum(changed.change * changed.present) <> 0 or sum(changed.change * changed.invited) <> 0;
  return null;
end $$;
create trigger receipts_changed_count after update on receipt referencing old table as old_rows new table as new_rows for each statement execute function tally_receipts_changed();

insert into receipt_tally
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > dissemination.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > dissemination.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited)
  from (select *, 1 as change from receipt) changed
  join dissemination on dissemination.directive_id = changed.directive_id
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  having sum(changed.change) <> 0 or sum(changed.change * changed.present) <> 0 or sum(changed.change * changed.invited) <> 0;

create function fold_receipt_tally(more_than integer) returns void language sql as $$
  with gone as (
    delete from receipt_tally tally using (
      select directive_id, ancestor_id from receipt_tally group by 1, 2 having count(*) > more_than
    ) long where tally.directive_id = long.directive_id and tally.ancestor_id is not distinct from long.ancestor_id returning tally.*
  )
  insert into receipt_tally
  select directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, sum(bodies), sum(present), sum(invited)
  from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 having sum(bodies) <> 0 or sum(present) <> 0 or sum(invited) <> 0;
$$;
comment on function fold_receipt_tally(integer) is 'Folds the rows of receipt_tally of every body that has more than so many of them.';
