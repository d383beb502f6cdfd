create table directive (
  id uuid primary key default uuidv7(),
  kind text not null,
  number text,
  title text not null,
  issued_on date,
  issuer_name text not null,
  issuer_id uuid references body,
  standing_id uuid references body,
  owner_id uuid not null references body,
  secrecy text not null default 'none' check (secrecy in ('none', 'confidential', 'secret', 'top-secret')),
  state text not null default 'draft' check (state in ('draft', 'issued', 'withdrawn', 'closed')),
  effective_on date,
  recipients text[] not null default '{}',
  conclusion text not null default '',
  file_id uuid references file,
  text text not null,
  folded text not null generated always as (fold(coalesce(number, '') || ' ' || title)) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  issued_at timestamptz
);
comment on table directive is 'A document that orders (văn bản chỉ đạo), its original and the text read from it; obligations lie as of effective_on.';
create index directive_owner on directive (owner_id) where state = 'draft';
create index directive_search on directive using gin (folded gin_trgm_ops);

create table directive_reference (
  directive_id uuid not null references directive,
  position smallint not null,
  relation text not null check (relation in ('implements')),
  kind text not null,
  number text,
  issued_on date,
  target_id uuid references directive,
  primary key (directive_id, position)
);
comment on table directive_reference is 'The documents that a directive implements, as it names them, and the registered directive where there is one.';

create table provision (
  id uuid primary key default uuidv7(),
  directive_id uuid not null references directive,
  parent_id uuid references provision,
  position integer not null,
  address text not null,
  label text not null,
  kind text not null,
  text text not null,
  span_from integer not null,
  span_to integer not null,
  unique (directive_id, address)
);
comment on table provision is 'The smallest addressed piece of a document, with its place in the text (UTF-16 offsets, end excluded).';
create index provision_order on provision (directive_id, position);

create table directive_body (
  directive_id uuid not null references directive,
  body_id uuid not null references body,
  part text not null check (part in ('owner', 'issuer', 'standing', 'lead', 'coordinate', 'advise', 'submit-to', 'via')),
  primary key (directive_id, body_id, part)
);
comment on table directive_body is 'Every body that has a part in a directive once it is issued: this is who may see it.';
create index directive_body_body on directive_body (body_id, directive_id);

create function directive_field(issuer_id uuid, day date) returns uuid
  language sql stable parallel safe
  return (
    select case when body.level = 'central' then null
      when exists (select from body_version child where child.parent_id = body.body_id and child.valid @> day) then body.body_id
      else body.parent_id end
    from body_version body where body.body_id = issuer_id and body.valid @> day);
comment on function directive_field(uuid, date) is 'Under which body the classes of a directive are meant: everywhere (null) when its issuer is central; else under the issuer, or under its superior when it has nobody below itself.';
