-- How many Party members there are and how many of them have studied a directive: so coverage is told in people, not only in bodies.
create table body_members (
  body_id uuid not null references body,
  as_of date not null,
  members integer not null check (members > 0),
  person_id uuid not null references person,
  holding_id uuid not null references holding,
  at timestamptz not null,
  primary key (body_id, as_of)
);
comment on table body_members is 'How many members (đảng viên) belong to a body''s own Party organisation, without those of organisations under it that the registry knows; the newest figure holds.';

create table study_members (
  directive_id uuid not null references directive,
  body_id uuid not null references body,
  members integer not null check (members > 0),
  studied integer not null check (studied between 0 and members),
  person_id uuid not null references person,
  holding_id uuid not null references holding,
  day date not null,
  at timestamptz not null,
  primary key (directive_id, body_id, at)
);
comment on table study_members is 'What a body says of its own members under a directive: how many there are, and how many have studied it by that day, each counted once however many sessions they sat in. The newest holds; those before stay to be read.';

alter table receipt add column members integer, add column members_studied integer not null default 0;
comment on column receipt.members is 'How many members the body has by itself: as it said for this directive, else as was known last; null where nobody has said.';
comment on column receipt.members_studied is 'How many of them have studied the directive, as the body says; 0 while no live session was held for it.';

alter table receipt_tally add column members integer not null default 0, add column members_studied integer not null default 0, add column counted integer not null default 0;
alter table receipt_tally alter column members drop default, alter column members_studied drop default, alter column counted drop default;
comment on column receipt_tally.counted is 'How many of the bodies have said how many members they have.';

create or replace function tally_receipts_made() returns trigger language plpgsql as $$
begin
  insert into receipt_tally
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > dissemination.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > dissemination.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    count(*), sum(changed.present), sum(changed.invited), coalesce(sum(changed.members), 0), sum(changed.members_studied), count(changed.members)
  from new_rows changed
  join dissemination on dissemination.directive_id = changed.directive_id
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
  return null;
end $$;

create or replace function tally_receipts_changed() returns trigger language plpgsql as $$
begin
  insert into receipt_tally
  select changed.directive_id, case when reach.depth > 0 then reach.ancestor_id end, changed.level, changed.state, changed.received_on is not null, (changed.received_on > dissemination.receive_by) is true,
    changed.studied_on is not null, (changed.studied_on > dissemination.study_by) is true, changed.plan_owed, changed.plan_made_on is not null, changed.plan_due_on,
    sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited),
    coalesce(sum(changed.change * changed.members), 0), sum(changed.change * changed.members_studied), coalesce(sum(changed.change) filter (where changed.members is not null), 0)
  from (select *, 1 as change from new_rows union all select *, -1 from old_rows) changed
  join dissemination on dissemination.directive_id = changed.directive_id
  join body_reach reach on reach.body_id = changed.body_id and reach.valid @> changed.placed_on
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  having (sum(changed.change), sum(changed.change * changed.present), sum(changed.change * changed.invited), coalesce(sum(changed.change * changed.members), 0),
    sum(changed.change * changed.members_studied), coalesce(sum(changed.change) filter (where changed.members is not null), 0)) <> (0, 0, 0, 0, 0, 0);
  return null;
end $$;

create or replace function fold_receipt_tally(more_than integer) returns void language sql as $$
  with gone as (
    delete from receipt_tally tally using (
      select directive_id, ancestor_id from receipt_tally group by 1, 2 having count(*) > more_than
    ) long where tally.directive_id = long.directive_id and tally.ancestor_id is not distinct from long.ancestor_id returning tally.*
  )
  insert into receipt_tally
  select directive_id, ancestor_id, level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on,
    sum(bodies), sum(present), sum(invited), sum(members), sum(members_studied), sum(counted)
  from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  having (sum(bodies), sum(present), sum(invited), sum(members), sum(members_studied), sum(counted)) <> (0, 0, 0, 0, 0, 0);
$$;

create or replace function recount_receipt_tally(directives uuid[]) returns void language plpgsql as $$
begin
  -- whoever changes receipts meanwhile adds what they change once this is done
  lock table receipt_tally in exclusive mode;
  delete from receipt_tally where directive_id = any(directives);
  insert into receipt_tally
  select receipt.directive_id, case when reach.depth > 0 then reach.ancestor_id end, receipt.level, receipt.state, receipt.received_on is not null, (receipt.received_on > dissemination.receive_by) is true,
    receipt.studied_on is not null, (receipt.studied_on > dissemination.study_by) is true, receipt.plan_owed, receipt.plan_made_on is not null, receipt.plan_due_on,
    count(*), sum(receipt.present), sum(receipt.invited), coalesce(sum(receipt.members), 0), sum(receipt.members_studied), count(receipt.members)
  from receipt join dissemination on dissemination.directive_id = receipt.directive_id
  join body_reach reach on reach.body_id = receipt.body_id and reach.valid @> receipt.placed_on
  where receipt.directive_id = any(directives)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
end $$;
