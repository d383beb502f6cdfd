-- a directive changes: the plans of those who agree follow
alter table plan_item add column is_looked_at boolean not null default false;
comment on column plan_item.touched_why is 'Why it wants looking at: what it answers was changed or withdrawn. Stays until the plan is frozen again or kept as it is, so that a dropped amendment shows it again.';
comment on column plan_item.is_looked_at is 'What touched_why says was looked at in the draft as it stands: the item was written anew, or said to hold.';

alter table plan_order add column later_task_ids uuid[] not null default '{}';
comment on column plan_order.later_task_ids is 'The tasks that have taken the place of task_id by updates of the directive: they too ask for the plan itself.';
with recursive later as (
  select plan_order.id as order_id, task.id as task_id from plan_order join task on task.replaces_id = plan_order.task_id
  union all select later.order_id, task.id from later join task on task.replaces_id = later.task_id
)
update plan_order set later_task_ids = array(select task_id from later where later.order_id = plan_order.id) where id in (select order_id from later);

alter table plan_step drop constraint plan_step_event_check;
alter table plan_step add constraint plan_step_event_check
  check (event in ('start', 'submit', 'recall', 'appraise', 'return', 'approve', 'accept', 'refuse', 'issue', 'amend', 'drop-amendment', 'keep', 'withdraw'));
