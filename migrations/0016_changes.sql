alter table task add ended_on date;
comment on column task.ended_on is 'Since when an update of the directive lays this task on nobody any more: it was withdrawn, or another took its place (that one''s replaces_id). It stays with bodies that have not agreed.';

alter table task_change add check (jsonb_typeof(milestones) = 'array');
create index change_receipt_change on change_receipt (change_id, state);
