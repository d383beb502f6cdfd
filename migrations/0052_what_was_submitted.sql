-- A plan that comes back as it was returned is told apart from one that was mended.
alter table plan_step add column content text;
alter table plan_step add column is_unchanged boolean not null default false;
comment on column plan_step.content is 'Of a submission, a digest of what the plan held: its words, its items with what they answer, its reasons.';
comment on column plan_step.is_unchanged is 'Of a submission after the plan was returned, that it held what it had held before.';

create function plan_content(asked uuid) returns text language sql stable as $$
  select md5(json_build_array(plan.title, plan.grounds, plan.aims, plan.carrying_out,
    (select json_agg(json_build_array(item.id, item.part, item.text, item.product, item.lead, item.coordinate, item.person_id, item.from_on, item.due_on, item.money, item.note,
        array(select obligation_id from plan_answer where item_id = item.id order by 1), array(select superior_item_id from plan_item_under where item_id = item.id order by 1))
        order by item.position, item.id)
      from plan_item item where item.plan_id = plan.id and item.removed_on is null),
    (select json_agg(json_build_array(reason.obligation_id, reason.why) order by reason.obligation_id) from plan_reason reason where reason.plan_id = plan.id))::text)
  from plan where plan.id = asked
$$;
comment on function plan_content(uuid) is 'A digest of what a plan holds now: the same while nothing in it is changed, or is changed back.';
