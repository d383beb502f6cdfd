create table plan_cover (
  directive_id uuid not null,
  body_id uuid not null,
  states bytea not null,
  held bytea not null,
  answered smallint not null,
  reasoned smallint not null,
  drafted smallint not null,
  asked smallint not null,
  open smallint not null,
  plan text not null,
  is_begun boolean not null,
  is_planned boolean not null,
  primary key (directive_id, body_id)
);
comment on table plan_cover is 'How the plan of a body answers what lies on it of a directive, derived: a byte for each task of the directive in the order of their ids (0 not on the body, 1 open, 2 a reason asked, 3 in a draft alone, 4 a reason accepted, 5 answered); in held 1 for each task on the body; then how many stand at each. plan is the state of its latest plan; is_begun says that some plan has content to show, is_planned that one was submitted. Bodies in plan_cover_touched are counted anew until a job has folded them in.';

create table plan_cover_touched (
  directive_id uuid not null,
  body_id uuid not null
);
comment on table plan_cover_touched is 'Of which bodies plan_cover may be behind: every statement that changes what lies on a body or how its plan answers it adds rows by a trigger, so that nobody waits for anybody.';
create index plan_cover_touched_body on plan_cover_touched (directive_id, body_id);

create function touch_cover_of_obligations() returns trigger language plpgsql as $$
begin
  insert into plan_cover_touched select distinct directive_id, body_id from new_rows;
  return null;
end $$;
create trigger obligation_touches_cover after insert on obligation referencing new table as new_rows for each statement execute function touch_cover_of_obligations();
create trigger plan_touches_cover after insert on plan referencing new table as new_rows for each statement execute function touch_cover_of_obligations();

create function touch_cover_of_one() returns trigger language plpgsql as $$
begin
  insert into plan_cover_touched values (new.directive_id, new.body_id);
  return null;
end $$;
create trigger obligation_state_touches_cover after update of state on obligation for each row
  when ((old.state = 'withdrawn') <> (new.state = 'withdrawn')) execute function touch_cover_of_one();
create trigger plan_state_touches_cover after update of state on plan for each row when (old.state <> new.state) execute function touch_cover_of_one();

create function touch_cover_of_item() returns trigger language plpgsql as $$
begin
  insert into plan_cover_touched select directive_id, body_id from plan where id = new.plan_id;
  return null;
end $$;
create trigger item_removed_touches_cover after update of removed_on on plan_item for each row
  when (old.removed_on is distinct from new.removed_on) execute function touch_cover_of_item();

create function touch_cover_of_answers() returns trigger language plpgsql as $$
begin
  insert into plan_cover_touched
  select distinct plan.directive_id, plan.body_id from changed join plan_item item on item.id = changed.item_id join plan on plan.id = item.plan_id;
  return null;
end $$;
create trigger answer_touches_cover after insert on plan_answer referencing new table as changed for each statement execute function touch_cover_of_answers();
create trigger answer_gone_touches_cover after delete on plan_answer referencing old table as changed for each statement execute function touch_cover_of_answers();

create function touch_cover_of_reasons() returns trigger language plpgsql as $$
begin
  insert into plan_cover_touched select distinct plan.directive_id, plan.body_id from changed join plan on plan.id = changed.plan_id;
  return null;
end $$;
create trigger reason_touches_cover after insert on plan_reason referencing new table as changed for each statement execute function touch_cover_of_reasons();
create trigger reason_change_touches_cover after update on plan_reason referencing new table as changed for each statement execute function touch_cover_of_reasons();
create trigger reason_gone_touches_cover after delete on plan_reason referencing old table as changed for each statement execute function touch_cover_of_reasons();

-- another task gives every body one byte more
create function touch_cover_of_tasks() returns trigger language plpgsql as $$
begin
  insert into plan_cover_touched select cover.directive_id, cover.body_id from plan_cover cover where cover.directive_id in (select directive_id from new_rows);
  return null;
end $$;
create trigger task_touches_cover after insert on task referencing new table as new_rows for each statement execute function touch_cover_of_tasks();

insert into plan_cover_touched select distinct directive_id, body_id from obligation;
