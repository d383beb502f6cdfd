create table plan_order (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references directive,
  task_id uuid references task,
  title text not null,
  ordered_by uuid not null references body,
  ordered_on date not null,
  needs_acceptance boolean not null default false,
  note text not null default '',
  template_id uuid,
  withdrawn_on date,
  withdrawn_why text,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table plan_order is 'An order to plan: each body it names makes its own plan for a directive. With needs_acceptance a plan is approved by its own approver first, and then accepted by the superior; template_id is a plan of the ordering body whose items others may take over.';
create index plan_order_directive on plan_order (directive_id);

create table plan_order_part (
  order_id uuid not null references plan_order,
  position smallint not null,
  class_id uuid references body_class,
  body_id uuid references body,
  level text check (level in ('central', 'province', 'district', 'commune', 'grassroots')),
  due_on date not null,
  approver text not null check (approver in ('superior', 'ordering', 'own')),
  form text not null default '',
  primary key (order_id, position),
  check (num_nonnulls(class_id, body_id, level) = 1)
);
comment on table plan_order_part is 'Whom an order to plan means (a class, a level or one body), by when, who approves (the nearest superior that plans too, the ordering body, or the body itself through another person), and in which form (chương trình, kế hoạch …).';

create table plan (
  id uuid primary key default uuidv7(),
  order_id uuid not null references plan_order,
  directive_id uuid not null references directive,
  body_id uuid not null references body,
  superior_id uuid references plan,
  approver_id uuid not null references body,
  accepter_id uuid references body,
  form text not null default '',
  due_on date not null,
  state text not null default 'due' check (state in ('due', 'drafting', 'submitted', 'in-appraisal', 'returned', 'approved', 'accepted', 'issued', 'amending', 'withdrawn')),
  title text not null default '',
  grounds text not null default '',
  aims text not null default '',
  carrying_out text not null default '',
  number text,
  issued_on date,
  signer text not null default '',
  submitted_on date,
  submitted_by uuid references person,
  decided_on date,
  round smallint not null default 0,
  edition smallint not null default 0,
  version integer not null default 1,
  updated_at timestamptz not null,
  unique (order_id, body_id)
);
comment on table plan is 'What a body plans by itself (kế hoạch của cấp mình), from the day on which that is owed. superior_id is the plan of the nearest superior under the same order; round counts submissions; edition the frozen editions, 1 the baseline. submitted_on is the first submission: by it a plan is on time.';
create index plan_body on plan (body_id, state);
create index plan_approver on plan (approver_id, state);
create index plan_superior on plan (superior_id);
create index plan_directive on plan (directive_id);

create table plan_item (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references plan,
  position double precision not null,
  part text not null default '',
  text text not null default '',
  product text not null default '',
  lead text not null default '',
  coordinate text not null default '',
  person_id uuid references person,
  from_on date,
  due_on date,
  money numeric check (money >= 0),
  note text not null default '',
  origin text not null check (origin in ('obligation', 'superior', 'template', 'own', 'import')),
  template_item_id uuid references plan_item,
  removed_on date,
  touched_why text,
  version integer not null default 1,
  updated_by uuid references person,
  updated_at timestamptz not null
);
comment on table plan_item is 'A piece of work of a plan (đầu việc): under which part of it, what, product, who (lead and coordinate as worded, person_id where it is somebody with an account), from and until when, money in đồng. Removed ones stay. touched_why says that something it answers has changed and it wants looking at.';
create index plan_item_plan on plan_item (plan_id, position);

create table plan_answer (
  item_id uuid not null references plan_item,
  obligation_id uuid not null references obligation,
  primary key (item_id, obligation_id)
);
comment on table plan_answer is 'Which obligations of the body an item answers.';
create index plan_answer_obligation on plan_answer (obligation_id);

create table plan_item_under (
  item_id uuid not null references plan_item,
  superior_item_id uuid not null references plan_item,
  primary key (item_id, superior_item_id)
);
comment on table plan_item_under is 'Which items of the superior''s plan an item answers.';
create index plan_item_under_superior on plan_item_under (superior_item_id);

create table plan_reason (
  plan_id uuid not null references plan,
  obligation_id uuid not null references obligation,
  why text not null,
  asked_on date not null,
  asked_by uuid not null references person,
  accepted_on date,
  refused_on date,
  decided_by uuid references person,
  answer text not null default '',
  primary key (plan_id, obligation_id)
);
comment on table plan_reason is 'Why a plan leaves an obligation unanswered: asked by the body, accepted or refused by whoever approves the plan.';

create table plan_edition (
  plan_id uuid not null references plan,
  number smallint not null,
  frozen_on date not null,
  why text not null default '',
  content jsonb not null,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (plan_id, number)
);
comment on table plan_edition is 'A plan as it was approved: 1 is the baseline, later ones are amendments. content holds its head and all items with what they answer; never changed.';

create table plan_step (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references plan,
  event text not null check (event in ('start', 'submit', 'recall', 'appraise', 'return', 'approve', 'accept', 'refuse', 'issue', 'amend', 'drop-amendment', 'withdraw')),
  from_state text not null,
  to_state text not null,
  round smallint not null,
  text text not null,
  person_id uuid not null references person,
  holding_id uuid not null references holding,
  body_id uuid not null references body,
  day date not null,
  at timestamptz not null
);
comment on table plan_step is 'What was done with a plan: every move of its life-cycle, with words and who.';
create index plan_step_plan on plan_step (plan_id, at);

create table plan_likeness (
  plan_id uuid not null references plan,
  other_id uuid not null references plan,
  relation text not null check (relation in ('superior', 'neighbour', 'earlier')),
  share real not null check (share between 0 and 1),
  same_words integer not null,
  words integer not null,
  own_dates integer not null,
  own_figures integer not null,
  own_names integer not null,
  edition_seen integer not null,
  found_at timestamptz not null,
  primary key (plan_id, other_id)
);
comment on table plan_likeness is 'How much of a submitted plan stands word for word in another (the superior''s, a neighbour''s, an earlier one of its own), and how many days, figures and names are its own. Never a refusal: something to look at.';

create table plan_signature (
  plan_id uuid primary key references plan,
  version integer not null,
  hashes integer[] not null,
  bands integer[] not null
);
comment on table plan_signature is 'The MinHash of a plan''s folded words, by which alike plans are found among thousands; version is the plan''s version it was made from.';
create index plan_signature_bands on plan_signature using gin (bands);

alter table plan_order add foreign key (template_id) references plan;
