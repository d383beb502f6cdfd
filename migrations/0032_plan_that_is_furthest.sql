-- Of several plans of a body for a directive the one that is furthest counts: being ordered to plan once more takes nothing away.
create function plan_progress(state text, edition smallint, accepter_id uuid) returns integer language sql immutable as $$
  select array_position(array['due', 'drafting', 'returned', 'submitted', 'in-appraisal', 'approved', 'accepted', 'issued', 'amending'], state)
    + case when plan_is_made(state, edition, accepter_id) then 10 else 0 end
$$;
comment on function plan_progress(text, smallint, uuid) is 'How far a plan is, for comparing: one that was ever made is further than any that was not; null for a withdrawn one.';

create or replace function plan_standing_of(directive uuid, bodies uuid[]) returns table (body_id uuid, made_on date, due_on date) language sql stable as $$
  select plan.body_id,
    min(coalesce((select frozen_on from plan_edition where plan_id = plan.id and number = 1), plan.decided_on, plan.submitted_on, plan.due_on))
      filter (where plan_is_made(plan.state, plan.edition, plan.accepter_id)),
    case when not bool_or(plan.submitted_on is not null or plan_is_made(plan.state, plan.edition, plan.accepter_id)) then min(plan.due_on) end
  from plan where plan.directive_id = directive and (bodies is null or plan.body_id = any(bodies)) and plan.state <> 'withdrawn' group by plan.body_id
$$;
comment on column receipt.plan_made_on is 'The day on which its plan was approved (the first of several), for good; null while one is lacking.';
comment on column receipt.plan_due_on is 'By when its plan (the first of several) is due, while none was submitted.';
comment on table plan_cover is 'How the plan of a body answers what lies on it of a directive, derived: a byte for each task of the directive in the order of their ids (0 not on the body, 1 open, 2 a reason asked, 3 in a draft alone, 4 a reason accepted, 5 answered); then how many stand at each. plan is the state of its plan that is furthest; is_begun says that some plan has content to show, is_planned that one was submitted. Bodies in plan_cover_touched are counted anew until a job has folded them in.';
comment on column plan_cover_branch.plans is 'How many of the bodies have their plan that is furthest at each state, in the order of keptStandings in the rules of coverage.';

with several as (
  select directive_id, body_id from plan where state <> 'withdrawn' group by directive_id, body_id having count(*) > 1
), touched as (
  insert into plan_cover_touched select directive_id, body_id from several
)
update receipt set plan_made_on = standing.made_on, plan_due_on = standing.due_on
from several cross join lateral plan_standing_of(several.directive_id, array[several.body_id]) standing
where receipt.directive_id = several.directive_id and receipt.body_id = several.body_id;
