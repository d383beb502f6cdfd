create table task (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references directive,
  provision_id uuid references provision,
  position double precision not null,
  address text not null default '',
  text text not null,
  product text not null default '',
  condition text not null default '',
  condition_met_on date,
  is_standing boolean not null default false,
  span_from integer,
  span_to integer,
  origin text not null check (origin in ('read', 'hand')),
  edited boolean not null default false,
  checked boolean not null default false,
  dropped_why text,
  doubts jsonb not null default '[]',
  version integer not null default 1,
  unique (id, directive_id)
);
comment on table task is 'One order (nhiệm vụ) read from a directive or added by hand: its words, product, condition, and where it stands in the text. Dropped ones stay, with the reason.';
create index task_directive on task (directive_id, position);

create table task_role (
  id uuid primary key default uuidv7(),
  task_id uuid not null references task,
  role text not null check (role in ('lead', 'coordinate', 'advise', 'submit-to', 'via')),
  position smallint not null,
  named text not null,
  body_id uuid references body,
  class_id uuid references body_class,
  settled boolean not null default false,
  span_from integer,
  span_to integer,
  check (body_id is null or class_id is null)
);
comment on table task_role is 'Who has which part in a task, as named in the words, and the body or class it was matched to. Neither: not matched yet, or settled as naming no body of the registry.';
create index task_role_task on task_role (task_id, role, position);
create index task_role_body on task_role (body_id);

create table milestone (
  id uuid primary key default uuidv7(),
  task_id uuid not null references task,
  position smallint not null,
  worded text not null,
  due date,
  kind text not null check (kind in ('date', 'event', 'recurring', 'horizon', 'vague')),
  what text not null default '',
  span_from integer,
  span_to integer
);
comment on table milestone is 'A deadline as worded and, where the words give a day, as computed: the last day that is still on time.';
create index milestone_task on milestone (task_id, position);

create table obligation (
  id uuid primary key default uuidv7(),
  task_id uuid not null,
  directive_id uuid not null,
  body_id uuid not null references body not enforced,
  parent_id uuid references obligation not enforced,
  verifier_id uuid not null references body not enforced,
  state text not null default 'given' check (state in ('given', 'accepted', 'returned', 'in-progress', 'reported', 'sent-back', 'verified', 'withdrawn')),
  next_due date,
  final_due date,
  is_late boolean not null default false,
  percent smallint not null default 0 check (percent between 0 and 100),
  given_on date not null,
  reported_on date,
  reported_by uuid references person,
  done_on date,
  version integer not null default 1,
  updated_at timestamptz not null,
  foreign key (task_id, directive_id) references task (id, directive_id),
  unique (directive_id, task_id, body_id) include (id, state, next_due, is_late, reported_on)
) with (fillfactor = 85);
comment on table obligation is 'A task as it lies on one body (nhiệm vụ được giao). verifier_id is the body that confirms it; next_due the earliest milestone not reached; is_late says that some milestone was reached after its day. The key carries all that boards count. Bodies and parents are not looked up row by row, which would take seconds of an issue: whatever lays obligations names each body in directive_body, where it is.';
create index obligation_body on obligation (body_id, state);
create index obligation_verifier on obligation (verifier_id, state);
create index obligation_returned on obligation (directive_id) where state = 'returned';
create index obligation_parent on obligation (parent_id) where parent_id is not null;

create table milestone_reached (
  obligation_id uuid not null references obligation,
  milestone_id uuid not null references milestone,
  reached_on date not null,
  primary key (milestone_id, obligation_id)
);
comment on table milestone_reached is 'On which day an obligation reached a milestone of its task.';

create table step (
  id uuid primary key default uuidv7(),
  obligation_id uuid not null references obligation,
  event text not null check (event in ('accept', 'return', 'progress', 'report', 'verify', 'send-back', 'give-again', 'withdraw', 'hand-down', 'opinion')),
  from_state text not null,
  to_state text not null,
  text text not null,
  percent smallint,
  figure numeric,
  unit text,
  person_id uuid not null references person,
  holding_id uuid not null references holding,
  body_id uuid not null references body,
  day date not null,
  at timestamptz not null
);
comment on table step is 'What was done on an obligation: every move of its life-cycle, progress entry and opinion, with words, figure and who.';
create index step_obligation on step (obligation_id, at);
create index step_own_work on step (person_id, obligation_id) where event in ('progress', 'report');

create table step_file (
  step_id uuid not null references step,
  file_id uuid not null references file,
  primary key (step_id, file_id)
);
comment on table step_file is 'Evidence attached to a step.';
create index step_file_file on step_file (file_id);

create table task_body (
  task_id uuid not null references task,
  body_id uuid not null references body,
  role text not null check (role in ('coordinate', 'advise', 'submit-to', 'via')),
  primary key (task_id, body_id, role)
);
comment on table task_body is 'The bodies besides the leads that have a part in an issued task: its roles as they resolved on the day of issue.';
create index task_body_body on task_body (body_id, role);
