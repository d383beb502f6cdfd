alter table plan_likeness
  add given_words integer not null default 0,
  add version_seen integer not null default 0,
  add other_version_seen integer not null default 0,
  add score smallint not null default 0 check (score between 0 and 100);
comment on column plan_likeness.words is 'The plan''s own words: those that do not come from the directive''s tasks or from the superior''s template, which given_words counts.';
comment on column plan_likeness.version_seen is 'The version of the plan, and of the other in other_version_seen, that were compared.';
comment on column plan_likeness.score is 'The share in hundredths, lowered by own days, figures and names: by it the list is ordered.';
create index plan_likeness_other on plan_likeness (other_id);

create table likeness_run (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references directive,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  moved_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table likeness_run is 'Comparing all submitted plans of a directive with each other: who asked for it, how far it has got (done of total), and when it last moved by the machine''s clock: one that stands still has died.';
create unique index likeness_run_open on likeness_run (directive_id) where state in ('waiting', 'running');
create index likeness_run_directive on likeness_run (directive_id, asked_at);
