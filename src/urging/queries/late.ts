import { type RawBuilder, sql } from 'kysely'
import { inForce, seenDirectives } from '../../directives/sight.ts'
import { holdsBack, isUntold, leavesMembers } from '../../dissemination/queries/receipts.ts'
import { receivedStates } from '../../dissemination/rules.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'
import { planOpenTo } from '../../plans/sight.ts'
import { obligationSeenBy, stands } from '../../tasks/queries/sight.ts'
import type { UrgedKind } from '../contract.ts'
import { untold } from './due.ts'

/** True where a row `receipt` (beside its `directive` from `seenDirectives`) is seen. */
export const receiptSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  directive.is_open or receipt.body_id = ${user.bodyId} or (directive.secrecy = 'none' and ${under(sql`receipt.body_id`, user.reachId, day)}))`

type Kind = {
  /** The table of its things, by the name they have here. */
  table: RawBuilder<unknown>
  /** What stands beside a thing and its directive. */
  beside: RawBuilder<unknown>
  /** The day that has passed. */
  due: RawBuilder<unknown>
  isSeen: RawBuilder<boolean>
  /** The thing still stands. */
  isLive: RawBuilder<boolean>
  isLate: RawBuilder<boolean>
  /** Why something late is not for the body to be urged over, as branches of a `case`. */
  otherwise: RawBuilder<unknown>
  /** The body that may urge besides the standing one and those above: who ordered or sent it. */
  alsoBy: RawBuilder<unknown>
}

const open = sql`receipt.state in ('arrived', 'received', 'assigned', 'processing', 'done')`

/** What may be late with a body, kind by kind, as `due.ts` says what is owed. */
export const kindOf = (what: UrgedKind, user: Holder, day: string): Kind =>
  ({
    milestone: () => ({
      table: sql`obligation`,
      beside: sql``,
      due: sql`obligation.next_due`,
      isSeen: obligationSeenBy(user, day),
      isLive: sql<boolean>`obligation.state <> 'withdrawn'`,
      isLate: sql<boolean>`coalesce(${stands('open-overdue', day)}, false)`,
      otherwise: sql`when obligation.state in ('reported', 'returned') then obligation.state`,
      alsoBy: sql`null::uuid`,
    }),
    plan: () => ({
      table: sql`plan`,
      beside: sql`join plan_order on plan_order.id = plan.order_id`,
      due: sql`plan.due_on`,
      isSeen: planOpenTo(user, day),
      isLive: sql<boolean>`plan.state <> 'withdrawn'`,
      isLate: sql<boolean>`(plan.submitted_on is null and plan.state in ('due', 'drafting') and plan.due_on < ${day}::date)`,
      otherwise: sql``,
      alsoBy: sql`plan_order.ordered_by`,
    }),
    receive: () => ({
      table: sql`receipt`,
      beside: sql`join dissemination on dissemination.directive_id = receipt.directive_id`,
      due: sql`greatest(receipt.receive_by, receipt.arrived_on)`,
      isSeen: receiptSeenBy(user, day),
      isLive: sql<boolean>`receipt.state <> 'recalled'`,
      isLate: sql<boolean>`(receipt.state in ('expected', 'arrived') and receipt.receive_by < ${day}::date) is true`,
      otherwise: sql`when receipt.state = 'expected' then 'unsent'`,
      alsoBy: sql`dissemination.sender_id`,
    }),
    'pass-on': () => ({
      table: sql`receipt`,
      beside: sql`join dissemination on dissemination.directive_id = receipt.directive_id`,
      due: sql`greatest(dissemination.receive_by, receipt.received_on)`,
      isSeen: receiptSeenBy(user, day),
      isLive: sql<boolean>`receipt.state <> 'recalled'`,
      isLate: sql<boolean>`(receipt.state not in ('expected', 'recalled') and ${holdsBack} and dissemination.receive_by < ${day}::date) is true`,
      otherwise: sql`when receipt.state <> all(${receivedStates}::text[]) then 'not-received'`,
      alsoBy: sql`dissemination.sender_id`,
    }),
    study: () => ({
      table: sql`receipt`,
      beside: sql`join dissemination on dissemination.directive_id = receipt.directive_id`,
      due: sql`receipt.study_by`,
      isSeen: receiptSeenBy(user, day),
      isLive: sql<boolean>`receipt.state <> 'recalled'`,
      isLate: sql<boolean>`(receipt.studied_on is null and (${open} or receipt.state = 'expected') and receipt.study_by < ${day}::date) is true`,
      otherwise: sql`when receipt.state = 'expected' then 'unsent'`,
      alsoBy: sql`dissemination.sender_id`,
    }),
    members: () => ({
      table: sql`receipt`,
      beside: sql`join dissemination on dissemination.directive_id = receipt.directive_id`,
      due: untold,
      isSeen: receiptSeenBy(user, day),
      isLive: sql<boolean>`receipt.state <> 'recalled'`,
      isLate: sql<boolean>`(${isUntold} and ${untold} < ${day}::date) is true`,
      otherwise: sql``,
      alsoBy: sql`dissemination.sender_id`,
    }),
    'make-up': () => ({
      table: sql`receipt`,
      beside: sql`join dissemination on dissemination.directive_id = receipt.directive_id`,
      due: untold,
      isSeen: receiptSeenBy(user, day),
      isLive: sql<boolean>`receipt.state <> 'recalled'`,
      isLate: sql<boolean>`(${leavesMembers} and receipt.study_by is not null and ${untold} < ${day}::date) is true`,
      otherwise: sql``,
      alsoBy: sql`dissemination.sender_id`,
    }),
  })[what]()

export type LateFilter = {
  directiveId?: string | undefined
  underId?: string | undefined
  levels?: readonly string[] | undefined
  words?: string | undefined
}

/** The late plans or receipts in sight that a list shows, the latest first. */
export async function lateThings(db: Database, user: Holder, day: string, what: UrgedKind, asked: LateFilter, limit: number): Promise<string[]> {
  const { table, beside, due, isSeen, isLate } = kindOf(what, user, day)
  const terms: RawBuilder<unknown>[] = [isSeen, isLate]
  if (asked.underId) terms.push(under(sql`${table}.body_id`, asked.underId, day))
  if (asked.levels?.length || asked.words)
    terms.push(sql`exists (select from body_version named where named.body_id = ${table}.body_id and named.valid @> ${day}::date
      and (${asked.levels ?? []}::text[] = '{}' or named.level = any(${asked.levels ?? []}::text[]))
      and (${asked.words ?? ''} = '' or named.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word)))`)
  const { rows } = await sql<{ id: string }>`
    with directive as materialized (${seenDirectives(user, day, sql`${inForce} and ${asked.directiveId ? sql`directive.id = ${asked.directiveId}` : sql`exists (select from ${table} where ${table}.directive_id = directive.id)`}`)})
    select ${table}.id from ${table} join directive on directive.id = ${table}.directive_id ${beside} where ${sql.join(terms, sql` and `)}
    order by ${due}, ${table}.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
