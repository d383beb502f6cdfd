create table extension_rule (
  valid daterange not null check (not isempty(valid)),
  most_granted smallint not null check (most_granted >= 0),
  days_after smallint not null check (days_after >= 0),
  exclude using gist (valid with &&)
);
comment on table extension_rule is 'How often a deadline may be extended (most_granted) and until how many days after it that may still be asked (days_after), over which days. Changes by decree: end the row that holds and add one.';
insert into extension_rule (valid, most_granted, days_after) values ('(,)', 2, 30);

create table extension (
  id uuid primary key default uuidv7(),
  obligation_id uuid not null references obligation,
  asked_until date not null,
  asked_on date not null,
  asked_by uuid not null references person,
  granted_until date,
  decided_on date,
  check (granted_until is null or decided_on is not null)
);
comment on table extension is 'A later day asked for (asked_until) and what was decided: granted until a day, perhaps another than asked, or decided without one, which is a refusal. The words stand in the steps.';
create unique index extension_waiting on extension (obligation_id) where decided_on is null;
create index extension_obligation on extension (obligation_id);

create table milestone_extended (
  obligation_id uuid not null references obligation,
  milestone_id uuid not null references milestone,
  due date not null,
  primary key (obligation_id, milestone_id)
);
comment on table milestone_extended is 'The day granted to one obligation in place of a milestone''s own.';

alter table obligation add own_due date, add replaces_id uuid references obligation not enforced;
comment on column obligation.own_due is 'The day set by whoever handed it down: all of it is due by then, whatever the milestones of its task say.';
comment on column obligation.replaces_id is 'The obligation another body returned, in whose place this one was laid.';
create index obligation_replaces on obligation (replaces_id) where replaces_id is not null;

alter table step add until date;
comment on column step.until is 'The day a step names: the one asked for, granted, or set for those it was handed down to.';
alter table step drop constraint step_event_check;
alter table step add constraint step_event_check check (event in ('accept', 'return', 'progress', 'report', 'verify', 'send-back', 'give-again', 'give-on', 'withdraw', 'hand-down', 'opinion', 'ask-extension', 'grant-extension', 'refuse-extension'));

create table task_before (
  task_id uuid not null references task,
  version integer not null,
  facts jsonb not null,
  primary key (task_id, version)
);
comment on table task_before is 'What a task said in a version that was corrected since: words, product, condition, roles, milestones.';
