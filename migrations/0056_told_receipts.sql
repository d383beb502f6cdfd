-- What a plan tells its receipt as it moves is planned once on a connection: planning took as long as telling. The two questions are two selects, as one plan has to serve any bodies.
create or replace function plan_standing_of(directive uuid, bodies uuid[]) returns table (body_id uuid, made_on date, due_on date) language sql stable as $$
  select plan.body_id,
    min(coalesce((select frozen_on from plan_edition where plan_id = plan.id and number = 1), plan.decided_on, plan.submitted_on, plan.due_on))
      filter (where plan_is_made(plan.state, plan.edition, plan.accepter_id)),
    case when not bool_or(plan.submitted_on is not null or plan_is_made(plan.state, plan.edition, plan.accepter_id)) then min(plan.due_on) end
  from (
    select id, body_id, state, edition, accepter_id, decided_on, submitted_on, due_on from plan where directive_id = directive and bodies is null
    union all select id, body_id, state, edition, accepter_id, decided_on, submitted_on, due_on from plan where directive_id = directive and plan.body_id = any(bodies)
  ) plan where plan.state <> 'withdrawn' group by plan.body_id
$$;
alter function tell_receipt_of_plan() set plan_cache_mode = force_generic_plan;
