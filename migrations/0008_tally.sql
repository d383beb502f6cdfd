-- told by the application once a write is done: a commit that notifies waits for every other one
drop trigger journal_tells on journal;
drop function tell_change();

alter table obligation add reached smallint[] not null default '{}';
comment on column obligation.reached is 'The positions of the milestones it has reached, ascending; derived from milestone_reached.';
update obligation set reached = done.positions
from (
  select reached.obligation_id, array_agg(milestone.position order by milestone.position) as positions
  from milestone_reached reached join milestone on milestone.id = reached.milestone_id group by reached.obligation_id
) done where done.obligation_id = obligation.id;

-- by body before task: what boards rank and show is counted body by body; what they count by task is kept
alter table obligation drop constraint obligation_directive_id_task_id_body_id_id_state_next_due_i_key;
alter table obligation add unique (directive_id, body_id, task_id) include (id, state, next_due, is_late, reported_on);

-- looked up row by row it takes a quarter of an issue; whatever lays obligations takes tasks and directives from where they are
alter table obligation alter constraint obligation_task_id_directive_id_fkey not enforced;

create table obligation_tally (
  directive_id uuid not null,
  task_id uuid not null,
  state text not null,
  is_late boolean not null,
  next_due date,
  reported_on date,
  reached smallint[] not null,
  count integer not null
);
comment on table obligation_tally is 'How many obligations of a task are alike in all that boards count (reported_on only while reported): the sum over the rows. Each statement that lays obligations adds rows, each that changes them some more by a trigger, also negative ones, so that nobody waits for anybody; a job folds them together.';
create index obligation_tally_directive on obligation_tally (directive_id);

create function tally_obligations() returns trigger language plpgsql as $$
begin
  insert into obligation_tally
  select directive_id, task_id, state, is_late, next_due, case when state = 'reported' then reported_on end, reached, sum(change)
  from (select *, 1 as change from new_rows union all select *, -1 from old_rows) changed group by 1, 2, 3, 4, 5, 6, 7 having sum(change) <> 0;
  return null;
end $$;
create trigger obligation_counts after update on obligation referencing old table as old_rows new table as new_rows for each statement execute function tally_obligations();

insert into obligation_tally
select directive_id, task_id, state, is_late, next_due, case when state = 'reported' then reported_on end, reached, count(*)
from obligation group by 1, 2, 3, 4, 5, 6, 7;

create function fold_tally(more_than integer) returns void language sql as $$
  with gone as (
    delete from obligation_tally where directive_id in (select directive_id from obligation_tally group by directive_id having count(*) > more_than) returning *
  )
  insert into obligation_tally
  select directive_id, task_id, state, is_late, next_due, reported_on, reached, sum(count)
  from gone group by 1, 2, 3, 4, 5, 6, 7 having sum(count) <> 0;
$$;
comment on function fold_tally(integer) is 'Folds the rows of obligation_tally of every directive that has more than so many of them.';
