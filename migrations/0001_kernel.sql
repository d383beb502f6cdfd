create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create function fold(words text) returns text
  language sql immutable strict parallel safe
  return translate(regexp_replace(lower(normalize(words, NFD)), '[\u0300-\u036f]', '', 'g'), 'đ', 'd');
comment on function fold(text) is 'Vietnamese words without case, tone marks, diacritics and đ, for matching: «Ủy ban», «UỶ BAN» and «uy ban» are one.';

create function day_range(first_day date, last_day date) returns daterange
  language sql immutable parallel safe
  return daterange(first_day, last_day, '[]');
comment on function day_range(date, date) is 'The validity from its first to its last day, both included; no last day means until further notice.';

create table setting (
  key text primary key,
  value jsonb not null
);
comment on table setting is 'What an administrator or the installation has set, one row a setting.';

create table file (
  id uuid primary key default uuidv7(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  attached boolean not null default false
);
comment on table file is 'A file as somebody handed it in; the bytes lie under their SHA-256 in the data folder. Files not attached to anything within a day are cleared away.';
create index file_unattached on file (uploaded_at) where not attached;

create table journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person_id uuid,
  holding_id uuid,
  body_id uuid,
  action text not null,
  input json not null,
  digest bytea not null
);
comment on table journal is 'Every write: who, holding which post, for which body, what, when (by the product''s clock and by the machine''s), from which input. Append-only.';
create index journal_body on journal (body_id, id);

create table journal_subject (
  subject_id uuid not null,
  journal_id bigint not null references journal,
  primary key (subject_id, journal_id)
);
comment on table journal_subject is 'Which things a line of the journal is about, for the history of each thing.';

create table journal_checkpoint (
  last_id bigint primary key,
  root bytea not null,
  made_at timestamptz not null default clock_timestamp()
);
comment on table journal_checkpoint is 'Root of the Merkle tree over the digests of all lines up to last_id, over the previous root: a line changed afterwards no longer fits.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete or truncate on journal for each statement execute function refuse_change();
create trigger journal_subject_is_append_only before update or delete or truncate on journal_subject for each statement execute function refuse_change();
create trigger journal_checkpoint_is_append_only before update or delete or truncate on journal_checkpoint for each statement execute function refuse_change();

create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', '');
  return null;
end $$;
comment on function tell_change() is 'Tells every process that something was written, so that open boards ask anew; what it was is not said.';
create trigger journal_tells after insert on journal for each statement execute function tell_change();
