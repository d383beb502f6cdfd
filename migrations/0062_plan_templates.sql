-- A template is what was given with an order, as it was then: whatever the body that ordered writes into its own plan afterwards stays with it.
alter index plan_template rename to plan_item_template;

create table plan_template (
  id uuid primary key default uuidv7(),
  order_id uuid not null references plan_order,
  number smallint not null,
  plan_id uuid not null references plan,
  grounds text not null default '',
  aims text not null default '',
  taken_on date not null,
  unique (order_id, number)
);
comment on table plan_template is 'The template of an order to plan as its body gave it: 1 with the order, later ones each time it was brought up to date on purpose; the highest number holds. plan_id is the plan it was taken from.';

create table plan_template_item (
  id uuid primary key default uuidv7(),
  template_id uuid not null references plan_template,
  source_id uuid not null references plan_item,
  position integer not null,
  part text not null default '',
  text text not null,
  product text not null default '',
  from_on date,
  due_on date,
  task_ids uuid[] not null default '{}'
);
comment on table plan_template_item is 'An item of a template: a copy, never changed. task_ids are the tasks of the directive it answers, on whomever they lie; source_id is the item it was copied from.';
create index plan_template_item_template on plan_template_item (template_id, position);

-- of a plan that was approved, what was approved; of a draft only what has not changed since it was given, and what others have taken over
insert into plan_template (order_id, number, plan_id, grounds, aims, taken_on)
select plan_order.id, 1, plan.id, coalesce(edition.content -> 'head' ->> 'grounds', ''), coalesce(edition.content -> 'head' ->> 'aims', ''), plan_order.ordered_on
from plan_order join plan on plan.id = plan_order.template_id left join plan_edition edition on edition.plan_id = plan.id and edition.number = plan.edition;
insert into plan_template_item (template_id, source_id, position, part, text, product, from_on, due_on, task_ids)
select template.id, item.id, row_number() over (partition by template.id order by item.position, item.id), item.part, item.text, item.product, item.from_on, item.due_on,
  array(select distinct obligation.task_id from plan_answer answer join obligation on obligation.id = answer.obligation_id where answer.item_id = item.id)
from plan_template template join plan_order on plan_order.id = template.order_id join plan source on source.id = template.plan_id
join plan_item item on item.plan_id = template.plan_id
where exists (select from plan_item own join plan on plan.id = own.plan_id where plan.order_id = plan_order.id and own.template_item_id = item.id)
  or (item.removed_on is null and (item.updated_at <= plan_order.created_at
    or exists (select from plan_edition edition where edition.plan_id = source.id and edition.number = source.edition and source.state <> 'amending'
      and edition.content -> 'items' @> jsonb_build_array(jsonb_build_object('id', item.id, 'text', item.text)))));

alter table plan_item drop constraint plan_item_template_item_id_fkey;
update plan_item set template_item_id = copy.id
from plan, plan_template template, plan_template_item copy
where plan_item.template_item_id is not null and plan.id = plan_item.plan_id and template.order_id = plan.order_id and copy.template_id = template.id and copy.source_id = plan_item.template_item_id;
alter table plan_item add foreign key (template_item_id) references plan_template_item;
alter table plan_order drop column template_id;
comment on table plan_order is 'An order to plan: each body it names makes its own plan for a directive. With needs_acceptance a plan is approved by its own approver first, and then accepted by the superior.';

alter table plan add column template_renewed_on date;
comment on column plan.template_renewed_on is 'When the template of its order was brought up to date since the plan was begun, in something that is meant for its body; null again once it is submitted.';
