import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import { obligationsInSight, type Seen } from '../../../tasks/queries/sight.ts'
import { asksForPlanItself } from '../../queries/items.ts'
import { isCounted, isShown } from '../sight.ts'

export const seenIn = (db: Database, user: Holder, day: string, directiveId: string): Promise<Seen> =>
  obligationsInSight(db, user, day, sql`directive.id = ${directiveId}`)

/** The obligation of a row `plan`’s body that asks for nothing but the plan: the plan answers it, and no item does. */
export const answeredByPlanItself = (directiveId: string): RawBuilder<unknown> => sql`
  select obligation.id, false as is_bare from plan_order ordering join obligation on obligation.directive_id = ${directiveId} and obligation.body_id = plan.body_id and ${asksForPlanItself(sql`ordering`)}
  where ordering.id = plan.order_id`

/** The items of a row `plan` as it was approved last, each as `kept.value`, with the obligations they answer: while it is being amended these count, and not what is being written. */
export const frozenAnswers: RawBuilder<unknown> = sql`
  plan_edition edition cross join lateral jsonb_array_elements(edition.content -> 'items') with ordinality kept
  cross join lateral jsonb_array_elements_text(kept.value -> 'obligationIds') answered
  join obligation on (obligation.id = answered::uuid or obligation.continues_id = answered::uuid) and obligation.state <> 'withdrawn'
  where plan.state = 'amending' and edition.plan_id = plan.id and edition.number = plan.edition`

/** True where a row `plan` is being amended, and stands as it was approved last until the amendment is submitted. */
export const isFrozenYet: RawBuilder<boolean> = sql<boolean>`(plan.state = 'amending' and plan.edition > 0)`

/** Whether an item that was frozen only repeated what it answers. */
const wasBare = sql`coalesce((select now.is_bare from plan_item now where now.id = (kept.value ->> 'id')::uuid), false)`

/** What is seen of a directive's obligations, each with its `cover` (as `cellStateOf` of the rules); as a select for a `with`. `ofBodies` narrows by `plan.body_id` what `seen` was narrowed to: items are read plan by plan, since as a whole they are those of a country. */
export const cells = (seen: RawBuilder<unknown>, directiveId: string, ofBodies: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> => sql`
  select held.id, held.task_id, held.body_id,
    case when answer.is_own then 'answered' when answer.is_counted then 'quoted' when reason.is_accepted or held.state = 'verified' then 'reasoned' when answer.obligation_id is not null then 'drafted'
      when reason.obligation_id is not null then 'asked' else 'open' end as cover
  from (${seen}) held
  left join (
    select answer.obligation_id, bool_or(${isCounted}) as is_counted, bool_or(${isCounted} and not answer.is_bare) as is_own
    from (select id, state, order_id, body_id, edition from plan where plan.directive_id = ${directiveId} and ${isShown} and ${ofBodies} offset 0) plan cross join lateral (
      select answer.obligation_id, item.is_bare from plan_item item join plan_answer answer on answer.item_id = item.id where item.plan_id = plan.id and item.removed_on is null and not ${isFrozenYet}
      union all select obligation.id, ${wasBare} from ${frozenAnswers}
      union all ${answeredByPlanItself(directiveId)} offset 0
    ) answer
    group by answer.obligation_id
  ) answer on answer.obligation_id = held.id
  left join (
    select reason.obligation_id, bool_or(reason.accepted_on is not null) as is_accepted
    from plan join plan_reason reason on reason.plan_id = plan.id
    where plan.directive_id = ${directiveId} and ${isShown} and reason.refused_on is null and ${ofBodies} group by reason.obligation_id
  ) reason on reason.obligation_id = held.id`

/** Levels from the centre down, for an `order by`. */
export const levelOrder = sql`array_position(array['central', 'province', 'district', 'commune', 'grassroots'], body.level)`
