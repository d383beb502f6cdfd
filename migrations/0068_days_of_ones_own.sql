-- Whoever passes a directive on may ask those below for it sooner: so each receipt has its own days.
alter table receipt add column receive_by date, add column study_by date;
comment on column receipt.receive_by is 'By when it is to be received: the day the directive was sent out with, or an earlier one set by whoever passed it on.';
comment on column receipt.study_by is 'By when it is to be studied: the day the directive was sent out with, or an earlier one set by whoever passed it on, or asked of that one.';
alter table receipt disable trigger receipts_changed_count;
update receipt set receive_by = dissemination.receive_by, study_by = dissemination.study_by from dissemination where dissemination.directive_id = receipt.directive_id;
alter table receipt enable trigger receipts_changed_count;

-- what is kept knows by when those who have it and have not received it are to do so
alter table receipt_tally add column receive_by date;
comment on column receipt_tally.receive_by is 'Of receipts that have arrived and were not received yet: by when they are to be.';

create or replace function tally_receipts_made() returns trigger language plpgsql as $$
begin
  insert into receipt_tally (directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, receive_by,
    bodies, present, invited, members, members_studied, counted)
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > changed.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > changed.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    case when changed.state = 'arrived' then changed.receive_by end,
    count(*), sum(changed.present), sum(changed.invited), coalesce(sum(changed.members), 0), sum(changed.members_studied), count(changed.members)
  from new_rows changed
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
  return null;
end $$;

create or replace function tally_receipts_changed() returns trigger language plpgsql as $$
begin
  insert into receipt_tally (directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, receive_by,
    bodies, present, invited, members, members_studied, counted)
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > changed.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > changed.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    case when changed.state = 'arrived' then changed.receive_by end,
    sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited),
    coalesce(sum(changed.change * changed.members), 0), sum(changed.change * changed.members_studied), coalesce(sum(changed.change) filter (where changed.members is not null), 0)
  from (select *, 1 as change from new_rows union all select *, -1 from old_rows) changed
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
  having (sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited), coalesce(sum(changed.change * changed.members), 0),
    sum(changed.change * changed.members_studied), coalesce(sum(changed.change) filter (where changed.members is not null), 0)) <> (0, 0, 0, 0, 0, 0);
  return null;
end $$;

create or replace function fold_receipt_tally(more_than integer) returns void language sql as $$
  with long as materialized (
    select directive_id, ancestor_id from receipt_tally group by 1, 2 having count(*) > more_than
  ), below as (
    delete from receipt_tally tally using long where tally.directive_id = long.directive_id and tally.ancestor_id = long.ancestor_id returning tally.*
  ), everywhere as (
    delete from receipt_tally tally using long where tally.directive_id = long.directive_id and tally.ancestor_id is null and long.ancestor_id is null returning tally.*
  )
  insert into receipt_tally (directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, receive_by,
    bodies, present, invited, members, members_studied, counted)
  select directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, receive_by,
    sum(bodies), sum(present), sum(invited), sum(members), sum(members_studied), sum(counted)
  from (select * from below union all select * from everywhere) gone
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
  having (sum(bodies), sum(present), sum(invited), sum(members), sum(members_studied), sum(counted)) <> (0, 0, 0, 0, 0, 0);
$$;

create or replace function recount_receipt_tally(directives uuid[]) returns void language plpgsql as $$
begin
  -- whoever changes receipts meanwhile adds what they change once this is done
  lock table receipt_tally in exclusive mode;
  delete from receipt_tally where directive_id = any(directives);
  insert into receipt_tally (directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, receive_by,
    bodies, present, invited, members, members_studied, counted)
  select receipt.directive_id, case when reach.depth > 0 then reach.ancestor_id end, receipt.level, receipt.state, receipt.received_on is not null, (receipt.received_on > receipt.receive_by) is true,
    receipt.studied_on is not null, (receipt.studied_on > receipt.study_by) is true, receipt.plan_owed, receipt.plan_made_on is not null, receipt.plan_due_on,
    case when receipt.state = 'arrived' then receipt.receive_by end,
    count(*), sum(receipt.present), sum(receipt.invited), coalesce(sum(receipt.members), 0), sum(receipt.members_studied), count(receipt.members)
  from receipt
  join body_reach reach on reach.body_id = receipt.body_id and reach.valid @> receipt.placed_on
  where receipt.directive_id = any(directives)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
end $$;

select recount_receipt_tally(array(select directive_id from dissemination));
