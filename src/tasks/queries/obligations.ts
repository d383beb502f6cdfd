import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { DirectiveState, TakenBack } from '../../directives/contract.ts'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { isCalledBy, nameOn } from '../../organisations/queries.ts'
import { hasBelow, under } from '../../organisations/reach.ts'
import type { MilestoneKind, ObligationFilter, ObligationLine, ObligationSort, State } from '../contract.ts'
import { milestoneDue, ownDue } from './extensions.ts'
import { isOwnWork, obligationSeenBy, obligationsInSight, standing, stands } from './sight.ts'

const bodyName = (day: string) => nameOn(sql`obligation.body_id`, day)

const line = (
  day: string,
) => sql`obligation.id, obligation.task_id, obligation.directive_id, directive.title as directive_title, directive.kind as directive_kind, directive.number as directive_number, task.address, task.text, obligation.body_id, ${bodyName(day)} as body_name,
  obligation.state, ${standing(day)} as standing, obligation.next_due, obligation.final_due, obligation.reported_on, obligation.done_on, obligation.percent`

type Filter = z.output<typeof ObligationFilter> & { bodyIds?: readonly string[] | undefined }

/** Begins a statement over the rows `seen` of what was asked. */
async function withSeen(db: Database, user: Holder, day: string, asked: Filter): Promise<RawBuilder<unknown>> {
  const terms: RawBuilder<unknown>[] = [sql`true`]
  if (asked.taskId) terms.push(sql`obligation.task_id = ${asked.taskId}`)
  if (asked.bodyId) terms.push(asked.below ? under(sql`obligation.body_id`, asked.bodyId, day) : sql`obligation.body_id = ${asked.bodyId}`)
  if (asked.bodyIds?.length) terms.push(sql`obligation.body_id = any(${asked.bodyIds}::uuid[])`)
  if (asked.dueBy) terms.push(sql`obligation.next_due <= ${asked.dueBy}::date`)
  if (asked.states?.length) terms.push(sql`obligation.state = any(${asked.states}::text[])`)
  if (asked.standings?.length)
    terms.push(
      sql`(${sql.join(
        asked.standings.map((one) => stands(one, day)),
        sql` or `,
      )})`,
    )
  const directives = [sql`directive.state <> 'draft'`]
  if (asked.directiveId) directives.push(sql`directive.id = ${asked.directiveId}`)
  if (asked.taskId) directives.push(sql`directive.id = (select directive_id from task where id = ${asked.taskId})`)
  const seen = await obligationsInSight(db, user, day, sql.join(directives, sql` and `))
  return sql`with seen as materialized (${seen.rows(sql.join(terms, sql` and `))})`
}

/** The rows `seen` as `obligation`, with their `task` and their body as it is called on a day, `named`; those that hold the words asked for. */
const fromSeen = ({ words }: Filter, day: string) => {
  if (!words)
    return sql`from seen obligation join task on task.id = obligation.task_id join body_version named on named.body_id = obligation.body_id and ${isCalledBy(day)}`
  return sql`
    from seen obligation
    join (select id, position, fold(text) as folded from task offset 0) task on task.id = obligation.task_id
    join body_version named on named.body_id = obligation.body_id and ${isCalledBy(day)}
    where task.folded || ' ' || named.folded_name like all (select '%' || word || '%' from unnest(string_to_array(fold(${words}), ' ')) word)`
}

type Page = Filter & { sort?: ObligationSort | undefined; limit: number; offset: number }

const keys: Record<string, RawBuilder<unknown>> = {
  directive: sql`(select coalesce(directive.number, directive.title) from directive where directive.id = page.directive_id)`,
  text: sql`page.position`,
  body: sql`page.name`,
  standing: sql`page.standing`,
  due: sql`page.next_due`,
}

/** The order of the rows `page`: overdue first, or by a key. */
function orderOf(sort: ObligationSort | undefined): RawBuilder<unknown> {
  const usual = sql`page.is_overdue desc, page.is_done, page.next_due nulls last, page.position, page.name, page.id`
  const key = keys[sort?.replace('-', '') ?? '']
  if (!key) return usual
  return sort?.startsWith('-') ? sql`${key} desc nulls last, ${usual}` : sql`${key} nulls last, ${usual}`
}

/** A page of the obligations somebody may see, overdue first or as asked: which they are is found from the key alone, and only those are fetched. */
export async function pageOfObligations(db: Database, user: Holder, day: string, asked: Page): Promise<ObligationLine[]> {
  const { rows } = await sql<ObligationLine>`
    ${await withSeen(db, user, day, asked)},
    page as (
      select * from (
        select obligation.id, obligation.directive_id, ${standing(day)} as standing, ${standing(day)} = 'open-overdue' as is_overdue, obligation.state = 'verified' as is_done, obligation.next_due, task.position, named.name
        ${fromSeen(asked, day)}
      ) page order by ${orderOf(asked.sort)} limit ${asked.limit} offset ${asked.offset}
    )
    select ${line(day)} from page join obligation on obligation.id = page.id join directive on directive.id = obligation.directive_id join task on task.id = obligation.task_id
    order by ${orderOf(asked.sort)}`.execute(db)
  return rows
}

/** A page of the obligations somebody may see, overdue first, and how many there are in all. */
export async function obligationsSeenBy(db: Database, user: Holder, day: string, asked: Page): Promise<{ total: number; rows: ObligationLine[] }> {
  const [rows, total] = await Promise.all([pageOfObligations(db, user, day, asked), countObligations(db, user, day, asked)])
  return { total, rows }
}

async function countObligations(db: Database, user: Holder, day: string, asked: Filter): Promise<number> {
  const from = asked.words ? fromSeen(asked, day) : sql`from seen`
  const { rows } = await sql<{ total: number }>`${await withSeen(db, user, day, asked)} select count(*) as total ${from}`.execute(db)
  return rows[0]?.total ?? 0
}

/** An obligation with its directive, task and the parts the asker has in it, if they may see it. */
export const findObligation = (db: Database, user: Holder, day: string, id: string) =>
  sql<
    ObligationLine & {
      version: number
      verifierId: string
      verifierName: string
      standingId: string
      parentId: string | null
      replacesId: string | null
      continuesId: string | null
      ownDue: string | null
      issuerId: string | null
      issuerName: string | null
      product: string
      condition: string
      conditionMetOn: string | null
      isStanding: boolean
      isLate: boolean
      givenOn: string
      provisionId: string | null
      isOwnWork: boolean
      openChildren: number
      parentState: State | null
      directiveState: z.infer<typeof DirectiveState>
      takenBack: z.infer<typeof TakenBack> | null
      coordinates: boolean
      hasBelow: boolean
    }
  >`
    with directive as materialized (${seenDirectives(user, day, sql`directive.id = (select directive_id from obligation where id = ${id})`)})
    select ${line(day)}, obligation.version, obligation.verifier_id, directive.standing_id, directive.issuer_id, directive.issuer_name, obligation.parent_id, obligation.replaces_id, obligation.continues_id, ${ownDue} as own_due,
      ${nameOn(sql`obligation.verifier_id`, day)} as verifier_name,
      task.product, task.condition, task.condition_met_on, task.is_standing, task.provision_id, obligation.is_late, obligation.given_on, ${isOwnWork(user.personId)} as is_own_work,
      (select count(*) from obligation child where child.parent_id = obligation.id and child.state not in ('verified', 'withdrawn')) as open_children,
      (select parent.state from obligation parent where parent.id = obligation.parent_id) as parent_state, directive.state as directive_state, directive.taken_back,
      exists (select from task_body part where part.task_id = obligation.task_id and part.body_id = ${user.bodyId}) as coordinates, ${hasBelow(sql`obligation.body_id`, day)} as has_below
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

/** The obligation laid in the place of one that was returned, or that carries one on since an update, for who may see it. */
export const replacementOf = (db: Database, user: Holder, day: string, obligationId: string, by: 'replaces' | 'continues') =>
  sql<{ id: string; bodyName: string }>`
    with directive as materialized (${seenDirectives(user, day, sql`directive.id = (select directive_id from obligation where id = ${obligationId})`)})
    select obligation.id, ${bodyName(day)} as body_name from obligation join directive on directive.id = obligation.directive_id
    where ${sql.ref(`obligation.${by}_id`)} = ${obligationId} and ${obligationSeenBy(user, day)}`
    .execute(db)
    .then(({ rows }) => rows[0] ?? null)

/** Milestones of a task, when they are due for an obligation, and when it reached them. */
export const milestonesReached = (db: Database, taskId: string, obligationId: string) =>
  db
    .selectFrom('milestone')
    .leftJoin('milestoneReached as reached', (join) =>
      join.onRef('reached.milestoneId', '=', 'milestone.id').on('reached.obligationId', '=', obligationId),
    )
    .innerJoin('obligation', (join) => join.onRef('obligation.taskId', '=', 'milestone.taskId').on('obligation.id', '=', obligationId))
    .leftJoin('milestoneExtended as extended', (join) =>
      join.onRef('extended.milestoneId', '=', 'milestone.id').on('extended.obligationId', '=', obligationId),
    )
    .select([
      'milestone.id',
      'milestone.worded',
      milestoneDue.as('due'),
      sql<string | null>`nullif(milestone.due, ${milestoneDue})`.as('dueBefore'),
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

/** What a line of the journal of an obligation may be about besides bodies, as `historyOf` takes it: what was laid below it, by whom it lies on. */
export const nameable = (obligationId: string, day: string) => sql`
  select 'obligation' as kind, below.id, '' as address, ${nameOn(sql`below.body_id`, day)} as text, 0 as place from obligation below where below.parent_id = ${obligationId}`
