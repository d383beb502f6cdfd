create table reminder_rule (
  id uuid primary key default uuidv7(),
  directive_id uuid references directive,
  level text check (level in ('central', 'province', 'district', 'commune', 'grassroots')),
  kind text not null,
  days_before smallint[] not null default '{}',
  days_after smallint[] not null default '{}',
  by_email boolean not null default true,
  valid daterange not null check (not isempty(valid)),
  set_by uuid references holding,
  exclude using gist (kind with =, (coalesce(directive_id::text, '')) with =, (coalesce(level, '')) with =, valid with &&)
);
comment on table reminder_rule is 'When who owes something is reminded of it (quy tắc nhắc): so many days before and after the day it is counted from, for a kind of thing, of one directive or all, of bodies of one level or all. Of several that fit, the one of the directive holds before the one of all, then the one of the level. No days at all: no reminding. Without set_by it is what the product came with.';
comment on column reminder_rule.kind is 'What is owed, as the slice urging gathers it: accept, milestone, verify, returned, urging, and what other slices add.';

insert into reminder_rule (kind, days_before, days_after, valid) values
  ('accept', '{}', '{0,3,7,14}', '(,)'),
  ('milestone', '{7,1}', '{1,7,14}', '(,)'),
  ('verify', '{}', '{0,3,7}', '(,)'),
  ('returned', '{}', '{0,3,7}', '(,)'),
  ('urging', '{1}', '{1,3}', '(,)');

create table day_off (
  day date primary key,
  name text not null,
  is_working boolean not null default false
);
comment on table day_off is 'Public holidays; and, is_working, the days that would be off and are worked instead (làm bù). Saturdays and Sundays are off without a row.';

insert into day_off (day, name)
select make_date(year, month, day), name
from generate_series(2013, 2031) year, (values (1, 1, 'Tết Dương lịch'), (4, 30, 'Ngày Chiến thắng'), (5, 1, 'Ngày Quốc tế lao động'), (9, 2, 'Quốc khánh')) fixed(month, day, name);
-- two days for National Day since the Labour Code of 2019; which second day is decided each year, the 1st or the 3rd
insert into day_off (day, name) select make_date(year, 9, 3), 'Quốc khánh' from generate_series(2021, 2031) year;
insert into day_off (day, name)
select first + shift, 'Tết Nguyên đán'
from unnest(array['2013-02-10', '2014-01-31', '2015-02-19', '2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13']::date[]) first,
  generate_series(-1, 3) shift
on conflict do nothing;
insert into day_off (day, name)
select unnest(array['2013-04-19', '2014-04-09', '2015-04-28', '2016-04-16', '2017-04-06', '2018-04-25', '2019-04-14', '2020-04-02', '2021-04-21', '2022-04-10', '2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26', '2027-04-16', '2028-04-04', '2029-04-23']::date[]), 'Giỗ Tổ Hùng Vương'
on conflict do nothing;

create table notice_setting (
  person_id uuid primary key references person,
  address text not null default '',
  by_email boolean not null default false,
  unwanted_kinds text[] not null default '{}',
  digest_hour smallint check (digest_hour between 0 and 23),
  quiet_from smallint not null default 20 check (quiet_from between 0 and 23),
  quiet_to smallint not null default 7 check (quiet_to between 0 and 23),
  on_days_off boolean not null default false,
  language text not null default 'vi' check (language in ('vi', 'en')),
  since timestamptz not null
);
comment on table notice_setting is 'How somebody wants to be told by e-mail: address, once a day at an hour (digest_hour) or as things come, no mail in the quiet hours nor on days off, kinds not wanted. Notices from before since are not mailed.';

create table calendar_feed (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  token_sha256 text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
comment on table calendar_feed is 'Secret addresses under which a calendar program reads what falls due for a person; of the secret only its SHA-256 is kept. One that was renewed or given up stays, revoked.';
create unique index calendar_feed_live on calendar_feed (person_id) where revoked_at is null;

create table mail (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  address text not null,
  language text not null,
  made_on date not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'given-up')),
  attempts smallint not null default 0,
  next_try_at timestamptz not null default now(),
  error text,
  sent_at timestamptz
);
comment on table mail is 'E-mails to send and sent: no words, these are taken from its notices when it goes out. made_on and made_at are of the product''s clock, next_try_at and sent_at of the machine''s. Dropped: nothing in it was owed any more. The id is the Message-ID, the same at each attempt.';
create index mail_waiting on mail (next_try_at) where state = 'waiting';
create index mail_person on mail (person_id, made_on);

create table notice (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  body_id uuid not null references body not enforced,
  kind text not null,
  thing_id uuid not null,
  due date,
  rung_on date not null,
  made_at timestamptz not null,
  wants_mail boolean not null,
  mail_id uuid references mail,
  read_at timestamptz,
  settled_on date,
  unique (person_id, thing_id, kind, rung_on)
);
comment on table notice is 'What somebody was told: that a thing is owed by a body they hold a post of (a reminder, for the day rung_on of its rule), or that something happened to an urging. Holds no words, so that none of a secret directive can leak. Settled: the thing is no longer owed, or a later reminder of it stands.';
create index notice_unread on notice (person_id, body_id) where read_at is null and settled_on is null;
create index notice_listed on notice (person_id, body_id, id);
create index notice_to_mail on notice (person_id) where wants_mail and mail_id is null and read_at is null and settled_on is null;
create index notice_mail on notice (mail_id) where mail_id is not null;
create index notice_thing on notice (thing_id) where settled_on is null;

create table urging_act (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  holding_id uuid not null references holding,
  urged_on date not null,
  urged_at timestamptz not null,
  answer_by date not null check (answer_by >= urged_on),
  words text not null,
  number text not null default '',
  place text not null default '',
  signer_title text not null default '',
  signer text not null default '',
  escalates boolean not null
);
comment on table urging_act is 'A body urges others (đôn đốc): one act, an urging and a letter to each. With escalates, what was not answered by the day goes to the superior by itself.';
create index urging_act_body on urging_act (body_id, id);

create table urging (
  id uuid primary key default uuidv7(),
  act_id uuid not null references urging_act,
  body_id uuid not null references body,
  secret_of uuid references directive,
  answer text,
  answered_on date,
  answered_by uuid references holding,
  silent_on date,
  escalated_on date,
  escalated_to uuid references body,
  escalated_by uuid references holding,
  done_on date,
  withdrawn_on date,
  withdrawn_why text,
  unique nulls not distinct (act_id, body_id, secret_of)
);
comment on table urging is 'An act of urging as it goes to one body. What belongs to a secret directive goes apart (secret_of). silent_on: the answer-by day passed without a word; escalated_by is null when the rule of the act did it; done_on: nothing it lists is owed any more.';
create index urging_body on urging (body_id);
create index urging_escalated on urging (escalated_to) where escalated_to is not null;
create index urging_open on urging (act_id) where done_on is null and withdrawn_on is null;

create table urging_thing (
  urging_id uuid not null references urging,
  kind text not null,
  thing_id uuid not null,
  due date not null,
  primary key (urging_id, kind, thing_id)
);
comment on table urging_thing is 'The late things an urging lists, with the day that had passed.';
create index urging_thing_thing on urging_thing (thing_id);
