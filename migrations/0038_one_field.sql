-- «thành ủy» in a document of a province is that of its own city
insert into body_class_alias (class_id, name) select id, 'thành ủy' from body_class where name = 'thành ủy thuộc tỉnh' on conflict do nothing;

create function is_elsewhere(body uuid, field uuid, day date) returns boolean language sql stable parallel safe as $$
  select exists (
    select from body_reach mine join body_version own on own.body_id = mine.ancestor_id and own.valid @> day and own.level <> 'central'
    join body_version other on other.parent_id = own.parent_id and other.level = own.level and other.body_id <> own.body_id and other.valid @> day
    join body_reach theirs on theirs.ancestor_id = other.body_id and theirs.body_id = body and theirs.valid @> day
    where mine.body_id = field and mine.valid @> day
  ) and not exists (select from body_reach reach where reach.ancestor_id = field and reach.body_id = body and reach.valid @> day)
$$;
comment on function is_elsewhere(uuid, uuid, date) is 'Whether a body belongs to a field beside this one: it is, or stands under, a neighbour of the field or of whoever the field stands under (another province of a province, another district of a district). Bodies of another tree (of the State, for a committee of the Party) are not.';
