import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'
import type { MilestoneKind, ObligationFilter, ObligationLine, Standing } from '../contract.ts'

/** The day by which a row `obligation` is judged: while it waits for verification, the day it was reported. */
export const judgedOn = (day: string): RawBuilder<string> =>
  sql<string>`case when obligation.state = 'reported' then coalesce(obligation.reported_on, ${day}::date) else ${day}::date end`

/** The 2×2 of a row `obligation` on a day: the same as `standingOf` of the rules. */
export const standing = (day: string): RawBuilder<z.infer<typeof Standing>> => sql`(case
  when obligation.state = 'verified' then case when obligation.is_late then 'done-late' else 'done-on-time' end
  when obligation.next_due < ${judgedOn(day)} then 'open-overdue'
  else 'open-in-time' end)`

/** True where a row `obligation` may be seen, joined with its `directive` from `seenDirectives`: by the body it lies on and those above, those who confirm or coordinate it, and whoever the directive lies open to. */
export const obligationSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  directive.is_open or obligation.body_id = ${user.bodyId} or obligation.verifier_id = ${user.bodyId}
  or (directive.secrecy = 'none' and ${under(sql`obligation.body_id`, user.reachId, day)})
  or exists (select from task_body part where part.task_id = obligation.task_id and part.body_id = ${user.bodyId}))`

/** True where somebody has worked on a row `obligation` (reported progress, or done): they don't confirm it. */
export const isOwnWork = (personId: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from step where step.obligation_id = obligation.id and step.person_id = ${personId} and step.event in ('progress', 'report'))`

const bodyName = sql<string>`(select named.name from body_version named where named.body_id = obligation.body_id order by named.valid desc limit 1)`

const line = (
  day: string,
) => sql`obligation.id, obligation.task_id, obligation.directive_id, directive.title as directive_title, task.address, task.text, obligation.body_id, ${bodyName} as body_name,
  obligation.state, ${standing(day)} as standing, obligation.next_due, obligation.final_due, obligation.reported_on, obligation.done_on, obligation.percent`

type Filter = z.output<typeof ObligationFilter> & { limit: number; offset: number }

const condition = (user: Holder, day: string, asked: Omit<Filter, 'limit' | 'offset'>) => {
  const terms: RawBuilder<unknown>[] = [sql`obligation.state <> 'withdrawn'`, obligationSeenBy(user, day)]
  if (asked.directiveId) terms.push(sql`obligation.directive_id = ${asked.directiveId}`)
  if (asked.taskId) terms.push(sql`obligation.task_id = ${asked.taskId}`)
  if (asked.bodyId) terms.push(asked.below ? under(sql`obligation.body_id`, asked.bodyId, day) : sql`obligation.body_id = ${asked.bodyId}`)
  if (asked.states?.length) terms.push(sql`obligation.state = any(${asked.states}::text[])`)
  if (asked.standings?.length) terms.push(sql`${standing(day)} = any(${asked.standings}::text[])`)
  if (asked.words)
    terms.push(
      sql`fold(task.text || ' ' || ${bodyName}) like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words}), ' ')) word)`,
    )
  return sql.join(terms, sql` and `)
}

/** A page of the obligations somebody may see, overdue first, and how many there are in all. */
export async function obligationsSeenBy(db: Database, user: Holder, day: string, asked: Filter): Promise<{ total: number; rows: ObligationLine[] }> {
  const where = condition(user, day, asked)
  const from = sql`from obligation join directive on directive.id = obligation.directive_id join task on task.id = obligation.task_id`
  const seen = sql`with directive as materialized (${seenDirectives(user, day, asked.directiveId ? sql`directive.id = ${asked.directiveId}` : sql`directive.state <> 'draft'`)})`
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql<ObligationLine>`
      ${seen} select ${line(day)} ${from} where ${where}
      order by ${standing(day)} = 'open-overdue' desc, obligation.state = 'verified', obligation.next_due nulls last, task.position, body_name
      limit ${asked.limit} offset ${asked.offset}`.execute(db),
    sql<{ total: number }>`${seen} select count(*) as total ${from} where ${where}`.execute(db),
  ])
  return { total: counts[0]?.total ?? 0, rows }
}

/** An obligation with its directive, task and the parts the asker has in it, if they may see it. */
export const findObligation = (db: Database, user: Holder, day: string, id: string) =>
  sql<
    ObligationLine & {
      version: number
      directiveKind: string
      directiveNumber: string | null
      verifierId: string
      verifierName: string
      standingId: string
      parentId: string | null
      product: string
      condition: string
      conditionMetOn: string | null
      isStanding: boolean
      isLate: boolean
      givenOn: string
      provisionId: string | null
      isOwnWork: boolean
      openChildren: number
      coordinates: boolean
    }
  >`
    with directive as materialized (${seenDirectives(user, day, sql`directive.id = (select directive_id from obligation where id = ${id})`)})
    select ${line(day)}, obligation.version, directive.kind as directive_kind, directive.number as directive_number, obligation.verifier_id, directive.standing_id, obligation.parent_id,
      (select named.name from body_version named where named.body_id = obligation.verifier_id order by named.valid desc limit 1) as verifier_name,
      task.product, task.condition, task.condition_met_on, task.is_standing, task.provision_id, obligation.is_late, obligation.given_on, ${isOwnWork(user.personId)} as is_own_work,
      (select count(*) from obligation child where child.parent_id = obligation.id and child.state not in ('verified', 'withdrawn')) as open_children,
      exists (select from task_body part where part.task_id = obligation.task_id and part.body_id = ${user.bodyId}) as coordinates
    from obligation join directive on directive.id = obligation.directive_id join task on task.id = obligation.task_id
    where obligation.id = ${id} and ${obligationSeenBy(user, day)}`
    .execute(db)
    .then(({ rows }) => rows[0])

/** The obligations handed down from one. */
export const childrenOf = (db: Database, user: Holder, day: string, parentId: string) =>
  sql<ObligationLine>`
    with directive as materialized (${seenDirectives(user, day, sql`directive.id = (select directive_id from obligation where id = ${parentId})`)})
    select ${line(day)} from obligation join directive on directive.id = obligation.directive_id join task on task.id = obligation.task_id
    where obligation.parent_id = ${parentId} and ${obligationSeenBy(user, day)}
    order by ${standing(day)} = 'open-overdue' desc, body_name limit 500`
    .execute(db)
    .then(({ rows }) => rows)

/** Milestones of a task and when an obligation reached them. */
export const milestonesReached = (db: Database, taskId: string, obligationId: string) =>
  db
    .selectFrom('milestone')
    .leftJoin('milestoneReached as reached', (join) =>
      join.onRef('reached.milestoneId', '=', 'milestone.id').on('reached.obligationId', '=', obligationId),
    )
    .select([
      'milestone.id',
      'milestone.worded',
      'milestone.due',
      'milestone.what',
      'milestone.spanFrom as from',
      'milestone.spanTo as to',
      'reached.reachedOn',
    ])
    .select(sql<z.infer<typeof MilestoneKind>>`milestone.kind`.as('kind'))
    .where('milestone.taskId', '=', taskId)
    .orderBy('milestone.position')
    .execute()

/** A provision and those above it, outermost first. */
export const provisionPath = (db: Database, provisionId: string) =>
  sql<{ label: string; text: string }>`
    with recursive climb as (
      select id, parent_id, label, text, 0 as height from provision where id = ${provisionId}
      union all select up.id, up.parent_id, up.label, up.text, climb.height + 1 from provision up join climb on up.id = climb.parent_id where climb.height < 20
    ) select label, text from climb order by height desc`
    .execute(db)
    .then(({ rows }) => rows)
