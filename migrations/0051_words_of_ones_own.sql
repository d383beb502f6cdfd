-- An item that only repeats what it answers is told apart from one in a body's own words.
alter table plan_item add column is_bare boolean not null default false;
comment on column plan_item.is_bare is 'Whether the item, as its plan was submitted last, had nothing of its own beside the words of what it answers.';

create function words_in(words text) returns text[] language sql immutable as $$
  select string_to_array(trim(regexp_replace(fold(words), '[^a-z0-9]+', ' ', 'g')), ' ')
$$;
comment on function words_in(text) is 'The words of a text, folded.';

-- Of fewer words of its own than four nothing can be said; a number, a day, somebody who leads or takes part, and money are each something of its own.
create function mark_bare_items(plans uuid[]) returns void language sql as $$
  update plan_item item set is_bare = made.is_bare
  from plan join lateral (select name from body_version version where version.body_id = plan.body_id order by valid desc limit 1) body on true
  join plan_item written on written.plan_id = plan.id and written.removed_on is null
  cross join lateral (
    select string_agg(words, ' ') as words, array_agg(day) filter (where day is not null) as days
    from (
      select task.text || ' ' || task.product as words, obligation.final_due as day
        from plan_answer answer join obligation on obligation.id = answer.obligation_id join task on task.id = obligation.task_id where answer.item_id = written.id
      union all select '', milestone.due
        from plan_answer answer join obligation on obligation.id = answer.obligation_id join milestone on milestone.task_id = obligation.task_id where answer.item_id = written.id
      union all select above.text || ' ' || above.product, day
        from plan_item_under up join plan_item above on above.id = up.superior_item_id, unnest(array[above.from_on, above.due_on]) day where up.item_id = written.id
      union all select template.text || ' ' || template.product, day
        from plan_item template, unnest(array[template.from_on, template.due_on]) day where template.id = written.template_item_id
    ) given
  ) given
  cross join lateral (
    -- words are looked at last: they take the longest
    select case when given.words is null or written.person_id is not null or written.money is not null
        or not coalesce(written.from_on = any(given.days), written.from_on is null) or not coalesce(written.due_on = any(given.days), written.due_on is null)
        or exists (select unnest(words_in(written.lead || ' ' || written.coordinate)) except select unnest(words_in(body.name))) then false
      else (
        select count(*) < 4 and not coalesce(bool_or(word ~ '[0-9]'), false)
        from (select unnest(words_in(concat_ws(' ', written.text, written.product, written.note))) except select unnest(words_in(concat_ws(' ', given.words, body.name)))) own(word)
      ) end as is_bare
  ) made
  where plan.id = any(plans) and item.id = written.id and item.is_bare <> made.is_bare
$$;
comment on function mark_bare_items(uuid[]) is 'Looks anew which items of plans only repeat what they answer: the tasks of the directive, items of the superior''s plan or of a template.';

select mark_bare_items(array(select id from plan where state in ('submitted', 'in-appraisal', 'approved', 'accepted', 'issued', 'amending')));

-- what is kept counts six states of a cell from now on: all is counted anew
alter table plan_cover add column quoted smallint not null default 0;
alter table plan_cover alter column quoted drop default;
comment on table plan_cover is 'How the plan of a body answers what lies on it of a directive, derived: a byte for each task of the directive in the order of their ids (0 not on the body, 1 open, 2 a reason asked, 3 in a draft alone, 4 a reason accepted, 5 answered by nothing but the words of the task, 6 answered); then how many stand at each. plan is the state of its plan that is furthest; is_begun says that some plan has content to show, is_planned that one was submitted. Bodies in plan_cover_touched are counted anew until a job has folded them in.';
comment on column plan_cover_branch.counts is 'For each task of the directive in the order of their ids, six numbers: how many stand at each of the bytes 1 to 6 of plan_cover.';
insert into plan_cover_touched select directive_id, body_id from plan_cover;
delete from plan_cover_branch;
delete from plan_cover;
