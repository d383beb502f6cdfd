-- The task that asks for nothing but the plan counts as answered by it: bodies that were ordered to plan by such a task are counted anew.
insert into plan_cover_touched
select distinct plan.directive_id, plan.body_id from plan join plan_order on plan_order.id = plan.order_id where plan_order.task_id is not null;
