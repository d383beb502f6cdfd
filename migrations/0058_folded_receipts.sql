-- Rows under a body and those of all are taken away each by the index: asked for together, every row was held against every body that has many.
create or replace function fold_receipt_tally(more_than integer) returns void language sql as $$
  with long as materialized (
    select directive_id, ancestor_id from receipt_tally group by 1, 2 having count(*) > more_than
  ), below as (
    delete from receipt_tally tally using long where tally.directive_id = long.directive_id and tally.ancestor_id = long.ancestor_id returning tally.*
  ), everywhere as (
    delete from receipt_tally tally using long where tally.directive_id = long.directive_id and tally.ancestor_id is null and long.ancestor_id is null returning tally.*
  )
  insert into receipt_tally
  select directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on,
    sum(bodies), sum(present), sum(invited), sum(members), sum(members_studied), sum(counted)
  from (select * from below union all select * from everywhere) gone
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  having (sum(bodies), sum(present), sum(invited), sum(members), sum(members_studied), sum(counted)) <> (0, 0, 0, 0, 0, 0);
$$;
