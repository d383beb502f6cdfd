create table saved_view (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  page text not null,
  name text not null,
  query text not null,
  unique (person_id, page, name)
);
comment on table saved_view is 'A list as somebody likes to see it: the filters of its address, under a name.';
