create table body_kind (
  key text primary key,
  name text not null,
  english text not null,
  bloc text not null check (bloc in ('party', 'state', 'assembly', 'front'))
);
comment on table body_kind is 'Kinds of bodies (tỉnh ủy, ban đảng, đảng đoàn, bộ …) and the bloc of the political system they belong to.';

create table body (
  id uuid primary key default uuidv7(),
  established date not null,
  dissolved date,
  check (dissolved is null or dissolved > established)
);
comment on table body is 'Anything that can be ordered or report: committee, ministry, department, school, cell. Never deleted; a dissolved body stays.';

create table body_version (
  body_id uuid not null references body,
  valid daterange not null check (not isempty(valid)),
  name text not null,
  short_name text not null,
  kind text not null references body_kind,
  level text not null check (level in ('central', 'province', 'district', 'commune', 'grassroots')),
  parent_id uuid,
  folded text not null generated always as (fold(name || ' ' || short_name)) stored,
  folded_name text not null generated always as (fold(name)) stored,
  folded_short_name text not null generated always as (fold(short_name)) stored,
  primary key (body_id, valid without overlaps),
  foreign key (parent_id, period valid) references body_version (body_id, period valid) deferrable initially deferred
);
comment on table body_version is 'What a body was called, what it was and whom it stood under, over which days.';
create index body_version_parent on body_version (parent_id);
create index body_version_kind on body_version (kind, level);
create index body_version_name on body_version (folded_name text_pattern_ops);
create index body_version_short_name on body_version (folded_short_name text_pattern_ops);
create index body_version_search on body_version using gin (folded gin_trgm_ops);

create table body_alias (
  body_id uuid not null references body,
  name text not null,
  folded text not null generated always as (fold(name)) stored,
  primary key (body_id, name)
);
comment on table body_alias is 'Abbreviations, former names and spellings under which a body is met in documents.';
create index body_alias_search on body_alias using gin (folded gin_trgm_ops);
create index body_alias_folded on body_alias (folded);

create table body_code (
  scheme text not null,
  code text not null,
  body_id uuid not null references body,
  valid daterange not null,
  primary key (scheme, code)
);
comment on table body_code is 'Identity codes of a body by scheme (GSO territorial code, national exchange code …); a code belongs to one body for ever.';
create index body_code_body on body_code (body_id);

create table body_reach (
  ancestor_id uuid not null references body,
  body_id uuid not null references body,
  depth smallint not null,
  valid daterange not null,
  primary key (ancestor_id, body_id, valid)
);
comment on table body_reach is 'Who stands under whom, at any depth (a body reaches itself at depth 0), over which days; derived from body_version.';
create index body_reach_body on body_reach (body_id, ancestor_id);

create table body_class (
  id uuid primary key default uuidv7(),
  name text not null unique,
  kinds text[] not null default '{}',
  levels text[] not null default '{}',
  is_open boolean not null default false,
  note text not null default '',
  valid daterange not null default daterange(null, null),
  folded text not null generated always as (fold(name)) stored
);
comment on table body_class is 'A rule that resolves to bodies as of a day: those of these kinds and levels (no levels: any). An open class leaves the choice of bodies to whoever issues.';

create table body_class_alias (
  class_id uuid not null references body_class,
  name text not null,
  folded text not null generated always as (fold(name)) stored,
  primary key (class_id, name)
);
comment on table body_class_alias is 'Other wordings of a class.';

create function refresh_body_reach(changed uuid[] default null) returns void language sql as $$
  with recursive below(body_id) as (
    select unnest(changed)
    union
    select version.body_id from body_version version join below on version.parent_id = below.body_id
  )
  delete from body_reach where changed is null or body_id in (select body_id from below);

  insert into body_reach (ancestor_id, body_id, depth, valid)
  with recursive below(body_id) as (
    select unnest(changed)
    union
    select version.body_id from body_version version join below on version.parent_id = below.body_id
  ),
  climb(ancestor_id, body_id, depth, valid) as (
    select version.body_id, version.body_id, 0, version.valid
    from body_version version
    where changed is null or version.body_id in (select body_id from below)
    union all
    select version.parent_id, climb.body_id, climb.depth + 1, climb.valid * version.valid
    from climb join body_version version on version.body_id = climb.ancestor_id and version.valid && climb.valid
    where version.parent_id is not null and climb.depth < 32
  )
  select ancestor_id, body_id, depth, unnest(range_agg(valid))
  from climb group by ancestor_id, body_id, depth;
$$;
comment on function refresh_body_reach(uuid[]) is 'Derives body_reach anew for the given bodies and all that ever stood under them; for all when none are given.';
