create table extraction (
  id uuid primary key default uuidv7(),
  file_id uuid not null references file on delete cascade,
  asked_by uuid not null references person,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused', 'cancelled')),
  pages_done integer not null default 0,
  pages integer not null default 0,
  is_recognising boolean not null default false,
  refusal json,
  text text,
  recognition json,
  asked_at timestamptz not null default now(),
  seen_at timestamptz,
  check (state <> 'done' or text is not null),
  check (state <> 'refused' or refusal is not null)
);
comment on table extraction is 'The text of a file being worked out beside the requests, for the person who handed it in: how far it is, and what came of it.';
comment on column extraction.refusal is 'Why there is no text: the kind of the refusal and its sentence in both languages.';
comment on column extraction.recognition is 'Of a picture: on how many pages, how many words, with which confidence, and the doubtful words with their places in the text.';
comment on column extraction.seen_at is 'When whoever works on it last said so; one that is silent is taken over.';
create index extraction_open on extraction (asked_at) where state in ('waiting', 'running');
create index extraction_file on extraction (file_id, asked_by);

alter table directive add column recognition json;
comment on column directive.recognition is 'Where the text was recognised in a picture: on how many pages, how many words, with which confidence, and the doubtful words with their places in the text.';
