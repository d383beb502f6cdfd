import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'
import type { Standing } from '../contract.ts'

/** The day by which a row `obligation` is judged: while it waits for verification, the day it was reported. */
export const judgedOn = (day: string): RawBuilder<string> =>
  sql<string>`case when obligation.state = 'reported' then coalesce(obligation.reported_on, ${day}::date) else ${day}::date end`

/** The 2×2 of a row `obligation` on a day: the same as `standingOf` of the rules. */
export const standing = (day: string): RawBuilder<z.infer<typeof Standing>> => sql`(case
  when obligation.state = 'verified' then case when obligation.is_late then 'done-late' else 'done-on-time' end
  when obligation.next_due < ${judgedOn(day)} then 'open-overdue'
  else 'open-in-time' end)`

/** True where the 2×2 puts a row `obligation` into a standing on a day: as `standing` says, in terms that are cheap to look at in many rows. */
export const stands = (standing: z.infer<typeof Standing>, day: string): RawBuilder<boolean> =>
  ({
    'done-on-time': sql<boolean>`(obligation.state = 'verified' and not obligation.is_late)`,
    'done-late': sql<boolean>`(obligation.state = 'verified' and obligation.is_late)`,
    'open-in-time': sql<boolean>`(obligation.state <> 'verified' and (obligation.next_due < ${judgedOn(day)}) is not true)`,
    'open-overdue': sql<boolean>`(obligation.next_due < ${day}::date and obligation.state <> 'verified' and (obligation.state <> 'reported' or obligation.next_due < coalesce(obligation.reported_on, ${day}::date)))`,
  })[standing]

/** True where a row `obligation` may be seen, joined with its `directive` from `seenDirectives`: by the body it lies on and those above, those who confirm or coordinate it, and whoever the directive lies open to. For a few rows; many are better had from `obligationsInSight`. */
export const obligationSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  directive.is_open or obligation.body_id = ${user.bodyId} or obligation.verifier_id = ${user.bodyId}
  or (directive.secrecy = 'none' and ${under(sql`obligation.body_id`, user.reachId, day)})
  or exists (select from task_body part where part.task_id = obligation.task_id and part.body_id = ${user.bodyId}))`

/** The live obligations somebody may see, each once, narrowed by a condition on `obligation`. */
export type Seen = {
  /** Row by row, as a select for a `with`. */
  rows: (narrowed?: RawBuilder<unknown>) => RawBuilder<unknown>
  /** How many are alike in all that is counted (`count`), as a select for a `with`: where a directive lies open as a whole, from the tally that is kept. */
  counts: (narrowed?: RawBuilder<unknown>) => RawBuilder<unknown>
  /** The bodies they lie on (`body_id`), each once, as a select for a `with`: one row a body is looked up, not all that lie on it. */
  bodies: RawBuilder<unknown>
  /** Row by row, but without directives that lie open as a whole and without what stands below. */
  beside: (narrowed?: RawBuilder<unknown>) => RawBuilder<unknown>
  /** Whether the one directive that was meant lies open as a whole, whether all that stands below is seen of it, or neither. */
  extent: 'whole' | 'below' | 'named'
}

/**
 * Looks which directives lie open to somebody as a whole and which in part, among those for which a condition on `directive` holds; what they then see of them
 * is just what `obligationSeenBy` lets them see, but each way of seeing is a branch of its own that reads its own index, and there are only the branches that are needed.
 */
export async function obligationsInSight(db: Database, user: Holder, day: string, directives: RawBuilder<unknown>): Promise<Seen> {
  const { rows } = await sql<{ id: string; isOpen: boolean; isSecret: boolean }>`
    select directive.id, directive.is_open, directive.secrecy <> 'none' as is_secret from (${seenDirectives(user, day, directives)}) directive`.execute(
    db,
  )
  const open = rows.filter(({ isOpen }) => isOpen)
  const partly = rows.filter(({ isOpen }) => !isOpen)
  const common = partly.filter(({ isSecret }) => !isSecret)
  const own = sql`obligation.body_id = ${user.bodyId}`
  const confirmed = sql`obligation.verifier_id = ${user.bodyId}`
  const below = sql`(${isOf(common)} and ${under(sql`obligation.body_id`, user.reachId, day)})`
  const wholly = (columns: RawBuilder<unknown>, isLive: RawBuilder<unknown>) =>
    sql`select ${columns} from obligation where ${isOf(open)} and ${isLive}`
  const aside = (columns: RawBuilder<unknown>, isLive: RawBuilder<unknown>) => {
    if (!partly.length) return []
    return [
      sql`select ${columns} from obligation where ${isOf(partly)} and (${own} or ${confirmed}) and not ${below} and ${isLive}`,
      sql`
        select ${columns} from obligation join (select distinct task_id from task_body where body_id = ${user.bodyId}) part on part.task_id = obligation.task_id
        where ${isOf(partly)} and not (${own} or ${confirmed}) and not ${below} and ${isLive}`,
    ]
  }
  const inPart = (columns: RawBuilder<unknown>, isLive: RawBuilder<unknown>) => {
    const beside = aside(columns, isLive)
    if (!common.length) return beside
    const subordinate = sql`
      select ${columns} from body_reach reach join obligation on obligation.body_id = reach.body_id
      where reach.ancestor_id = ${user.reachId} and reach.valid @> ${day}::date and ${isOf(common)} and ${isLive}`
    return [subordinate, ...beside]
  }
  const live = (narrowed: RawBuilder<unknown>) => sql`obligation.state <> 'withdrawn' and ${narrowed}`
  const needed = (whole: RawBuilder<unknown>, parts: RawBuilder<unknown>[]) => (open.length || !parts.length ? [whole, ...parts] : parts)
  return {
    rows: (narrowed = sql`true`) => all(needed(wholly(columns, live(narrowed)), inPart(columns, live(narrowed)))),
    counts(narrowed = sql`true`) {
      const kept = sql`
        select directive_id, task_id, state, is_late, next_due, reported_on, reached, sum(count) as count
        from obligation_tally obligation where ${isOf(open)} and ${live(narrowed)} group by 1, 2, 3, 4, 5, 6, 7 having sum(count) <> 0`
      const counted = sql`obligation.directive_id, obligation.task_id, obligation.state, obligation.is_late, obligation.next_due, obligation.reported_on, obligation.reached, 1 as count`
      return all(needed(kept, inPart(counted, live(narrowed))))
    },
    bodies: sql.join(
      needed(
        sql`select body.id as body_id from body where exists (${wholly(sql``, sql`obligation.body_id = body.id and ${live(sql`true`)}`)})`,
        inPart(sql`obligation.body_id`, live(sql`true`)),
      ),
      sql` union `,
    ),
    beside: (narrowed = sql`true`) => all([sql`select ${columns} from obligation where false`, ...aside(columns, live(narrowed))]),
    extent: open.length ? 'whole' : common.length ? 'below' : 'named',
  }
}

const columns = sql`obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.state, obligation.next_due, obligation.is_late, obligation.reported_on`

const all = (branches: RawBuilder<unknown>[]) => sql.join(branches, sql` union all `)

const isOf = (directives: readonly { id: string }[]) =>
  directives.length === 1
    ? sql`obligation.directive_id = ${directives[0]?.id}`
    : sql`obligation.directive_id = any(${directives.map(({ id }) => id)}::uuid[])`

/** True where somebody has worked on a row `obligation` (reported progress, or done): they don't confirm it. */
export const isOwnWork = (personId: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from step where step.obligation_id = obligation.id and step.person_id = ${personId} and step.event in ('progress', 'report'))`
