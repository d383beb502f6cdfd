alter table directive_body drop constraint directive_body_part_check;
alter table directive_body add constraint directive_body_part_check check (part in ('owner', 'issuer', 'standing', 'lead', 'coordinate', 'advise', 'submit-to', 'via', 'plan', 'recipient'));
comment on table directive_body is 'Every body that has a part in a directive once it is issued, and every body it was sent to (recipient): this is who may see it.';

create table recipient (
  directive_id uuid not null references directive,
  named text not null,
  line text not null default '',
  class_id uuid references body_class,
  settled boolean not null default false,
  is_archive boolean not null default false,
  person_id uuid references person,
  primary key (directive_id, named)
);
comment on table recipient is 'A name of «Nơi nhận» and what it stands for: a class, bodies (recipient_body), or, settled, nobody of the registry; an archive line («Lưu …») is set aside. person_id says who decided it, where it was not read off the registry.';

create table recipient_body (
  directive_id uuid not null,
  named text not null,
  body_id uuid not null references body,
  primary key (directive_id, named, body_id),
  foreign key (directive_id, named) references recipient
);
comment on table recipient_body is 'The bodies a name of «Nơi nhận» stands for, where it is no class.';

create table dissemination (
  directive_id uuid primary key references directive,
  sender_id uuid not null references body,
  top_id uuid references body,
  way text not null check (way in ('at-once', 'level-by-level')),
  down_to text check (down_to in ('central', 'province', 'district', 'commune', 'grassroots')),
  kinds text[] not null default '{}',
  class_ids uuid[] not null default '{}',
  receive_by date,
  study_by date,
  note text not null default '',
  started_on date not null,
  started_by uuid not null references person
);
comment on table dissemination is 'An issued directive sent out (phổ biến, quán triệt): down to which level, of which kinds or classes (none: any), at once or level by level, to be received and studied by when. top_id is the lowest body above all who are expected, where there is one.';

create table receipt (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references dissemination,
  body_id uuid not null references body not enforced,
  from_id uuid references receipt not enforced,
  why text not null check (why in ('recipient', 'part', 'below', 'added')),
  level text not null,
  state text not null default 'expected' check (state in ('expected', 'arrived', 'refused', 'received', 'assigned', 'processing', 'done', 'recalled')),
  arrived_on date,
  received_on date,
  done_on date,
  holding_id uuid references holding,
  studied_on date,
  present integer not null default 0,
  invited integer not null default 0,
  version integer not null default 1,
  unique (directive_id, body_id)
) with (fillfactor = 85);
comment on table receipt is 'Where a directive is with one body it is expected to reach (tình trạng tiếp nhận). from_id is the receipt of the nearest superior that is expected too, who passes it on; level the body''s on that day; holding_id who it was assigned to; studied_on the first live study session held for the body; present and invited the sums over those it held itself.';
create index receipt_body on receipt (body_id, state);
create index receipt_from on receipt (from_id);

create table receipt_step (
  id uuid primary key default uuidv7(),
  receipt_id uuid not null references receipt not enforced,
  event text not null check (event in ('send', 'receive', 'refuse', 'assign', 'start', 'finish', 'recall')),
  from_state text not null,
  to_state text not null,
  text text not null default '',
  person_id uuid not null references person not enforced,
  holding_id uuid not null references holding not enforced,
  body_id uuid not null references body not enforced,
  day date not null,
  at timestamptz not null
);
comment on table receipt_step is 'Every move of a receipt: sent, received, refused, assigned …, with words and who. A directive sent to tens of thousands of bodies writes as many: what they name is taken from where it is, not looked up row by row.';
create index receipt_step_receipt on receipt_step (receipt_id, at);

create table study_session (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references directive,
  body_id uuid not null references body,
  held_on date not null,
  form text not null check (form in ('in-person', 'online', 'mixed', 'self-study')),
  led_by text not null,
  topic text not null,
  present integer not null check (present >= 0),
  invited integer not null check (invited >= present),
  note text not null default '',
  withdrawn_on date,
  withdrawn_why text,
  version integer not null default 1,
  person_id uuid not null references person,
  holding_id uuid not null references holding,
  at timestamptz not null
);
comment on table study_session is 'A session at which a directive was studied (hội nghị học tập, quán triệt): by which body, when, in what form, led by whom, how many of how many were present. The newest wording; withdrawn ones stay, with the reason.';
create index study_session_directive on study_session (directive_id, body_id);

create table study_session_body (
  session_id uuid not null references study_session,
  body_id uuid not null references body,
  primary key (session_id, body_id)
);
comment on table study_session_body is 'The bodies a session was held for: the one that held it, and those under it that took part as named.';
create index study_session_body_body on study_session_body (body_id);

create table study_session_file (
  session_id uuid not null references study_session,
  file_id uuid not null references file,
  kind text not null check (kind in ('material', 'minutes', 'photo')),
  removed_on date,
  primary key (session_id, file_id)
);
comment on table study_session_file is 'Material, minutes and photographs of a session; what a correction took away stays, with the day.';

create table study_session_before (
  session_id uuid not null references study_session,
  version integer not null,
  content jsonb not null,
  why text not null,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (session_id, version)
);
comment on table study_session_before is 'What a session said before it was corrected or withdrawn, why, by whom and when.';

alter table task add replaces_id uuid references task;
comment on column task.replaces_id is 'The task of the same directive whose place this one takes, for the bodies that have agreed to the update.';
alter table obligation add continues_id uuid references obligation not enforced;
create index obligation_continues on obligation (continues_id) where continues_id is not null;
comment on column obligation.continues_id is 'The withdrawn obligation of the same body that this one carries on, after an update of the directive.';

create table directive_change (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references directive,
  kind text not null check (kind in ('recall', 'update', 'replace')),
  reason text not null,
  replacement_id uuid references directive,
  state text not null default 'draft' check (state in ('draft', 'sent', 'dropped')),
  body_id uuid not null references body,
  sent_on date,
  person_id uuid not null references person,
  at timestamptz not null,
  version integer not null default 1
);
comment on table directive_change is 'A change of a directive that was sent out: recalled, updated task by task (task_change), or replaced by another. A draft until it is sent; from then on each receiver is asked (change_receipt).';
create unique index directive_change_draft on directive_change (directive_id) where state = 'draft';
create index directive_change_directive on directive_change (directive_id);

create table task_change (
  id uuid primary key default uuidv7(),
  change_id uuid not null references directive_change,
  position smallint not null,
  kind text not null check (kind in ('amend', 'withdraw', 'add')),
  task_id uuid references task,
  new_task_id uuid references task,
  text text not null default '',
  product text not null default '',
  milestones jsonb not null default '[]',
  body_ids uuid[] not null default '{}',
  check ((kind = 'add') = (task_id is null))
);
comment on table task_change is 'What an update does to one task: new words, product and milestones; withdrawn; or added with those that lead it (body_ids). new_task_id is the task it becomes once sent.';
create index task_change_change on task_change (change_id, position);
create index task_change_task on task_change (task_id);

create table change_receipt (
  id uuid primary key default uuidv7(),
  change_id uuid not null references directive_change,
  body_id uuid not null references body not enforced,
  state text not null default 'asked' check (state in ('asked', 'agreed', 'refused')),
  reason text not null default '',
  decided_on date,
  person_id uuid references person,
  version integer not null default 1,
  unique (change_id, body_id)
);
comment on table change_receipt is 'A receiver''s answer to a change: asked (13), agreed (15), whereupon it is applied to what lies on that body, or refused with a reason (16).';
create index change_receipt_body on change_receipt (body_id, state);
