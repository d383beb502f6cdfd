alter table step drop constraint step_event_check;
alter table step add constraint step_event_check check (event in ('accept', 'return', 'progress', 'report', 'verify', 'send-back', 'take-back', 'give-again', 'give-on', 'withdraw', 'hand-down', 'opinion', 'ask-extension', 'grant-extension', 'refuse-extension'));

alter table task add merged_into uuid references task;
alter table task add merged_at integer;
comment on column task.merged_into is 'The task of the same draft that this one, dropped, was joined into; merged_at is the version that one had before. Restoring undoes the joining, while nothing else was changed there.';
