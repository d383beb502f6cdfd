create table person (
  id uuid primary key default uuidv7(),
  name text not null,
  given_name text not null generated always as (regexp_replace(name, '^.*\s', '')) stored,
  username text not null unique,
  display_username text,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  disabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table person is 'Somebody with an account. Rights come from the posts they hold, never from here.';

create table session (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  holding_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table session is 'A signed-in browser, the post its person acts in, and when it ends.';
create index session_person on session (person_id);

create table account (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table account is 'How a person proves who they are: a password (scrypt) or an outside identity provider.';
create index account_person on account (person_id);

create table verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table verification is 'Short-lived proofs of the sign-in library.';

create table rate_limit (
  id uuid primary key default uuidv7(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
comment on table rate_limit is 'Attempts to sign in, counted per address across all processes.';

create table post (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  reach_id uuid not null references body,
  title text not null,
  duties text[] not null check (duties <@ array['administrator', 'clerk', 'leader', 'appraiser', 'inspector']),
  valid daterange not null
);
comment on table post is 'A post (chức danh) of a body: its duties, and the body under which it may look (its own, unless a wider field is entrusted to it).';
create index post_body on post (body_id);

create table holding (
  id uuid primary key default uuidv7(),
  post_id uuid not null references post,
  person_id uuid not null references person,
  valid daterange not null,
  exclude using gist (post_id with =, person_id with =, valid with &&)
);
comment on table holding is 'Who holds a post, over which days.';
create index holding_person on holding (person_id);

alter table session add foreign key (holding_id) references holding;
