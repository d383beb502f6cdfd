-- whoever is ordered to plan for a directive has a part in it, and so sees it
alter table directive_body drop constraint directive_body_part_check;
alter table directive_body add constraint directive_body_part_check check (part in ('owner', 'issuer', 'standing', 'lead', 'coordinate', 'advise', 'submit-to', 'via', 'plan'));

create table plan_remark (
  step_id uuid not null references plan_step,
  item_id uuid not null references plan_item,
  text text not null,
  primary key (step_id, item_id)
);
comment on table plan_remark is 'What was said about single items of a plan when it was returned; step_id is the step that returned it.';
create index plan_remark_item on plan_remark (item_id);

alter table plan_item add column touched_on date;
comment on column plan_item.touched_on is 'Since when it wants looking at (touched_why).';

create index plan_list on plan (directive_id, due_on, id);
create index plan_template on plan_item (template_item_id) where template_item_id is not null;
