-- coverage of a whole country is read from counts that are kept under every body, not from 70,000 rows
alter table plan_cover drop column held;
alter table plan_cover add column level text;
alter table plan_cover add column above uuid[] not null default '{}';
comment on table plan_cover is 'How the plan of a body answers what lies on it of a directive, derived: a byte for each task of the directive in the order of their ids (0 not on the body, 1 open, 2 a reason asked, 3 in a draft alone, 4 a reason accepted, 5 answered); then how many stand at each. plan is the state of its latest plan; is_begun says that some plan has content to show, is_planned that one was submitted. Bodies in plan_cover_touched are counted anew until a job has folded them in.';
comment on column plan_cover.level is 'The level of the body on the day of plan_cover_day; null where it did not stand that day: then it is counted nowhere.';
comment on column plan_cover.above is 'Who stood above the body on that day, in the order of their ids: it is counted in plan_cover_branch under each of these.';

create table plan_cover_branch (
  directive_id uuid not null,
  ancestor_id uuid,
  level text not null,
  bodies integer not null,
  planned integer not null,
  plans integer[] not null,
  counts integer[] not null,
  unique nulls not distinct (directive_id, ancestor_id, level)
);
comment on table plan_cover_branch is 'Sums over the rows of plan_cover of a level: of the bodies below one (ancestor_id), and of all (null). Kept by the job alone that folds bodies into plan_cover: it takes away what stood there of them and adds what stands there now, under those above them then and now. What it has not yet folded is counted beside.';
comment on column plan_cover_branch.planned is 'How many of the bodies have submitted a plan.';
comment on column plan_cover_branch.plans is 'How many of the bodies have their latest plan at each state, in the order of keptStandings in the rules of coverage.';
comment on column plan_cover_branch.counts is 'For each task of the directive in the order of their ids, five numbers: how many stand at each of the bytes 1 to 5 of plan_cover.';

create table plan_cover_day (
  directive_id uuid primary key,
  placed_on date not null
);
comment on table plan_cover_day is 'On which day the bodies in plan_cover of a directive stood where they are counted. What changes that place makes them touched: at once where it changes how they stood that day, by the job where another day has come.';

create index body_version_begins on body_version (lower(valid));
create index body_version_ends on body_version (upper(valid)) where not upper_inf(valid);

create function bodies_moved(one date, other date) returns table (body_id uuid) language sql stable as $$
  select reach.body_id from body_version version join body_reach reach on reach.ancestor_id = version.body_id
  where lower(version.valid) > least(one, other) and lower(version.valid) <= greatest(one, other)
  union
  select reach.body_id from body_version version join body_reach reach on reach.ancestor_id = version.body_id
  where not upper_inf(version.valid) and upper(version.valid) > least(one, other) and upper(version.valid) <= greatest(one, other)
$$;
comment on function bodies_moved(date, date) is 'The bodies of which something may differ between two days: their level, or who stands above them.';

create function cover_above(body uuid, day date) returns uuid[] language sql stable as $$
  select array(select ancestor_id from body_reach reach where reach.body_id = body and reach.depth > 0 and reach.valid @> day order by ancestor_id)
$$;
comment on function cover_above(uuid, date) is 'Who stands above a body on a day, as plan_cover keeps it.';

create function added(one integer[], other integer[]) returns integer[] language sql immutable as $$
  select array_agg(coalesce(a, 0) + coalesce(b, 0) order by place) from unnest(one, other) with ordinality as pair(a, b, place)
$$;
comment on function added(integer[], integer[]) is 'Two rows of numbers, each number added to its like; the shorter counts as zeros.';

-- a body that the job may be folding at this moment is touched once more: where it will be counted is where it stood before
create function touch_cover_of_reach() returns trigger language plpgsql as $$
begin
  if exists (select from plan_cover_day) then
    with moved as materialized (select distinct body_id from new_rows)
    insert into plan_cover_touched
    select cover.directive_id, cover.body_id
    from moved join plan_cover cover on cover.body_id = moved.body_id join plan_cover_day kept on kept.directive_id = cover.directive_id
    left join body_version version on version.body_id = cover.body_id and version.valid @> kept.placed_on
    where cover.level is distinct from version.level or cover.above <> cover_above(cover.body_id, kept.placed_on)
    union
    select touched.directive_id, touched.body_id from moved join plan_cover_touched touched on touched.body_id = moved.body_id;
  end if;
  return null;
end $$;
create trigger reach_touches_cover after insert on body_reach referencing new table as new_rows for each statement execute function touch_cover_of_reach();
create index plan_cover_body on plan_cover (body_id);

insert into plan_cover_touched select directive_id, body_id from plan_cover;
