create table directive_text_before (
  directive_id uuid not null references directive,
  version integer not null,
  text text not null,
  file_id uuid references file,
  recognition json,
  replaced_at timestamptz not null,
  primary key (directive_id, version)
);
comment on table directive_text_before is 'The text and the original of a draft as they were before those of another file of the same document were taken; under the version that had them.';
