import { sql } from 'kysely'
import type { z } from 'zod'
import { seenDirectives } from '../../../directives/sight.ts'
import type { Database } from '../../../kernel/database.ts'
import { plannedEachTime } from '../../../kernel/plans.ts'
import type { Holder } from '../../../kernel/serve.ts'
import type { Level } from '../../../organisations/contract.ts'
import { under } from '../../../organisations/reach.ts'
import { planSeenBy } from '../../sight.ts'
import type { CellState, CoverageItem, PlanStanding } from '../contract.ts'
import { isCounted, isShown } from '../sight.ts'
import { answeredByPlanItself, cells, frozenAnswers, isFrozenYet, levelOrder, seenIn } from './cells.ts'
import { coversIn, coversInSight, sightOf } from './kept.ts'

type Page = { limit: number; offset: number }
type BodyFilter = Page & { directiveId: string; words?: string | undefined; level?: z.infer<typeof Level> | undefined; under?: string | undefined }

const bodyTerms = (day: string, asked: Omit<BodyFilter, keyof Page>) => sql`
  (${asked.words ?? ''} = '' or body.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word))
  and (${asked.level ?? null}::text is null or body.level = ${asked.level ?? null})
  and ${asked.under ? under(sql`body.body_id`, asked.under, day) : sql`true`}`

/** A page of bodies with how their plan answers each task on them: the page first, so that the server knows of how few bodies it is to look the cells up. */
export async function coverMatrix(db: Database, user: Holder, day: string, asked: BodyFilter & { state?: CellState | undefined }) {
  const sight = await sightOf(db, user, day, asked.directiveId)
  const { rows: page } = await sql<{ id: string; name: string; total: number; plan: PlanStanding }>`
    ${plannedEachTime} with cover as (${coversIn(sight, user, day, asked.directiveId)})
    select body.body_id as id, body.name, cover.plan, count(*) over () as total
    from cover join body_version body on body.body_id = cover.body_id and body.valid @> ${day}::date
    where ${asked.state ? sql`cover.${sql.ref(asked.state)} > 0` : sql`true`} and ${bodyTerms(day, asked)}
    order by ${levelOrder}, body.name, body.body_id limit ${asked.limit} offset ${asked.offset}`.execute(db)
  const ids = sql`any(${page.map(({ id }) => id)}::uuid[])`
  const { rows: found } = await sql<{ bodyId: string; cells: { taskId: string; obligationId: string; state: CellState }[] }>`
    ${plannedEachTime} with cell as (${cells(sight.seen.rows(sql`obligation.body_id = ${ids}`), asked.directiveId, sql`plan.body_id = ${ids}`)})
    select body_id, json_agg(json_build_object('taskId', task_id, 'obligationId', id, 'state', cover)) as cells from cell group by body_id`.execute(
    db,
  )
  const cellsOf = new Map(found.map(({ bodyId, cells }) => [bodyId, cells]))
  return { total: page[0]?.total ?? 0, rows: page.map((body) => ({ ...body, cells: cellsOf.get(body.id) ?? [] })) }
}

/** An obligation that is seen, with its cover. */
export async function findCell(db: Database, user: Holder, day: string, directiveId: string, obligationId: string) {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<{ bodyName: string; address: string; text: string; state: CellState }>`
    with cell as (${cells(seen.rows(sql`obligation.id = ${obligationId}`), directiveId, sql`plan.body_id = (select body_id from obligation where id = ${obligationId})`)})
    select body.name as body_name, task.address, task.text, cell.cover as state
    from cell join task on task.id = cell.task_id join body_version body on body.body_id = cell.body_id and body.valid @> ${day}::date`.execute(db)
  return rows[0]
}

const itemColumns = sql`item.id, item.plan_id, body.name as body_name, plan.title as plan_title, plan.state as plan_state, item.part, item.text, item.product, item.lead, item.is_bare, item.from_on, item.due_on`

/** The items that answer an obligation, in the order of their plan; of one that is being amended as it was approved last. */
export async function itemsAnswering(db: Database, day: string, obligationId: string) {
  const { rows } = await sql<CoverageItem>`
    with item as (
      select item.id, item.plan_id, item.part, item.text, item.product, item.lead, item.is_bare, item.from_on, item.due_on, item.position
      from plan_answer answer join plan_item item on item.id = answer.item_id and item.removed_on is null join plan on plan.id = item.plan_id and not ${isFrozenYet}
      where answer.obligation_id = ${obligationId}
      union all
      select said.id, frozen.plan_id, said.part, said.text, said.product, said.lead, false, said."fromOn", said."dueOn", frozen.place
      from (
        select plan.id as plan_id, kept.value, kept.ordinality::float8 as place
        from (select plan.* from plan join obligation asked on asked.id = ${obligationId} and plan.directive_id = asked.directive_id and plan.body_id = asked.body_id) plan
        cross join lateral (select kept.value, kept.ordinality from ${frozenAnswers} and obligation.id = ${obligationId}) kept
      ) frozen, jsonb_to_record(frozen.value) as said(id uuid, part text, text text, product text, lead text, "fromOn" date, "dueOn" date)
    )
    select ${itemColumns}
    from item join plan on plan.id = item.plan_id and ${isShown} join body_version body on body.body_id = plan.body_id and body.valid @> ${day}::date
    order by plan.id, item.position`.execute(db)
  return rows
}

/** The reasons given for leaving an obligation unanswered, and what was said to them. */
export async function reasonsFor(db: Database, obligationId: string) {
  const { rows } = await sql<{
    why: string
    askedOn: string
    askedBy: string
    acceptedOn: string | null
    refusedOn: string | null
    answer: string
  }>`
    select reason.why, reason.asked_on, person.name as asked_by, reason.accepted_on, reason.refused_on, reason.answer
    from plan_reason reason join plan on plan.id = reason.plan_id and ${isShown} join person on person.id = reason.asked_by
    where reason.obligation_id = ${obligationId} order by reason.asked_on`.execute(db)
  return rows
}

/** Items of plans in sight that answer neither an obligation nor, at any height, an item of a superior's plan that does. */
export async function idleItems(db: Database, user: Holder, day: string, asked: Page & { directiveId: string; under?: string | undefined }) {
  const { rows } = await sql<CoverageItem & { total: number }>`
    with recursive seen as materialized (${seenDirectives(user, day, sql`directive.id = ${asked.directiveId}`)}),
    candidate as (
      select item.id from seen directive join plan on plan.directive_id = directive.id and ${isShown} join plan_order on plan_order.id = plan.order_id and ${planSeenBy(user, day)}
      join plan_item item on item.plan_id = plan.id and item.removed_on is null
      where not exists (select from plan_answer answer where answer.item_id = item.id) and ${asked.under ? under(sql`plan.body_id`, asked.under, day) : sql`true`}
    ),
    climb(id, above_id) as (
      select candidate.id, item.superior_item_id from candidate join plan_item_under item on item.item_id = candidate.id
      union
      select climb.id, item.superior_item_id from climb join plan_item_under item on item.item_id = climb.above_id
    ),
    serving as (
      select climb.id from climb join plan_item above on above.id = climb.above_id and above.removed_on is null join plan_answer answer on answer.item_id = above.id
    )
    select ${itemColumns}, count(*) over () as total
    from plan_item item join plan on plan.id = item.plan_id join body_version body on body.body_id = plan.body_id and body.valid @> ${day}::date
    where item.id in (select id from candidate except select id from serving)
    order by ${levelOrder}, body.name, plan.id, item.position limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** Bodies that tasks lie on and whose plan is not begun, those whose day is past first. */
export async function planlessBodies(db: Database, user: Holder, day: string, asked: BodyFilter) {
  const covers = await coversInSight(db, user, day, asked.directiveId)
  const { rows } = await sql<{
    bodyId: string
    name: string
    level: z.infer<typeof Level>
    tasks: number
    dueOn: string | null
    isOverdue: boolean
    total: number
  }>`
    ${plannedEachTime} with cover as (${covers})
    select body.body_id, body.name, body.level, cover.answered + cover.quoted + cover.reasoned + cover.drafted + cover.asked + cover.open as tasks,
      owed.due_on, coalesce(owed.due_on < ${day}::date and directive.taken_back is null, false) as is_overdue, count(*) over () as total
    from cover join body_version body on body.body_id = cover.body_id and body.valid @> ${day}::date join directive on directive.id = ${asked.directiveId}
    left join (select body_id, min(due_on) as due_on from plan where directive_id = ${asked.directiveId} and state = 'due' group by body_id) owed on owed.body_id = cover.body_id
    where not cover.is_begun and ${bodyTerms(day, asked)}
    order by is_overdue desc, owed.due_on nulls last, ${levelOrder}, body.name limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** For each task, the bodies of the longest chain of plans, each the superior of the next, of which none that was submitted has an item with a lead for it, and none an accepted reason. */
export async function unownedChains(db: Database, user: Holder, day: string, directiveId: string) {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<{ taskId: string; address: string; text: string; bodies: { id: string; name: string }[] }>`
    with recursive settled as materialized (
      select answer.obligation_id from plan join plan_item item on item.plan_id = plan.id and item.removed_on is null and (item.lead <> '' or item.person_id is not null)
      join plan_answer answer on answer.item_id = item.id where plan.directive_id = ${directiveId} and ${isCounted}
      union
      select reason.obligation_id from plan join plan_reason reason on reason.plan_id = plan.id
      where plan.directive_id = ${directiveId} and ${isShown} and reason.accepted_on is not null and reason.refused_on is null
      union
      select itself.id from (select order_id, body_id from plan where plan.directive_id = ${directiveId} and ${isCounted}) plan cross join lateral (${answeredByPlanItself(directiveId)}) itself
    ),
    unowned as materialized (
      select held.task_id, plan.id as plan_id, plan.superior_id, plan.body_id
      from (${seen.rows()}) held join plan on plan.body_id = held.body_id and plan.directive_id = ${directiveId} and plan.state <> 'withdrawn'
      where held.id not in (select obligation_id from settled)
    ),
    run(task_id, plan_id, depth) as (
      select top.task_id, top.plan_id, 1 from unowned top
      where not exists (select from unowned above where above.plan_id = top.superior_id and above.task_id = top.task_id)
      union all
      select below.task_id, below.plan_id, run.depth + 1 from run join unowned below on below.superior_id = run.plan_id and below.task_id = run.task_id
    ),
    chain(task_id, plan_id, depth) as (
      (select distinct on (run.task_id) run.task_id, run.plan_id, run.depth from run join plan on plan.id = run.plan_id
      join body_version body on body.body_id = plan.body_id and body.valid @> ${day}::date order by run.task_id, run.depth desc, body.name, run.plan_id)
      union all
      select chain.task_id, plan.superior_id, chain.depth - 1 from chain join plan on plan.id = chain.plan_id where chain.depth > 1
    )
    select task.id as task_id, task.address, task.text, json_agg(json_build_object('id', body.body_id, 'name', body.name) order by chain.depth) as bodies
    from chain join task on task.id = chain.task_id join plan on plan.id = chain.plan_id
    join body_version body on body.body_id = plan.body_id and body.valid @> ${day}::date
    group by task.id order by count(*) desc, task.position, task.id`.execute(db)
  return rows
}
