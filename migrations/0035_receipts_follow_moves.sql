-- a body that moves in the registry is counted under those who stand above it from then on
create function recount_receipt_tally(directives uuid[]) returns void language plpgsql as $$
begin
  -- whoever changes receipts meanwhile adds what they change once this is done
  lock table receipt_tally in exclusive mode;
  delete from receipt_tally where directive_id = any(directives);
  insert into receipt_tally
  select receipt.directive_id, case when reach.depth > 0 then reach.ancestor_id end, receipt.level, receipt.state, receipt.received_on is not null, (receipt.received_on > dissemination.receive_by) is true,
    receipt.studied_on is not null, (receipt.studied_on > dissemination.study_by) is true, receipt.plan_owed, receipt.plan_made_on is not null, receipt.plan_due_on,
    count(*), sum(receipt.present), sum(receipt.invited)
  from receipt join dissemination on dissemination.directive_id = receipt.directive_id
  join body_reach reach on reach.body_id = receipt.body_id and reach.valid @> receipt.placed_on
  where receipt.directive_id = any(directives)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
end $$;
comment on function recount_receipt_tally(uuid[]) is 'Counts the receipts of directives anew from their rows, after bodies of theirs have moved.';
comment on column receipt.placed_on is 'The day as of which it is counted under those who stand above its body: that on which it was made, or the last on which its body, or one above it, moved.';
