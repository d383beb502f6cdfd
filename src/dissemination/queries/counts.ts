import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { isOpenTo } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import { plannedEachTime } from '../../kernel/plans.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { Level } from '../../organisations/contract.ts'
import { nameOn, rankOf } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import type { BranchCounts, Dissemination, Group, ReceiptCounts, ReceiptLine, ReceiptState } from '../contract.ts'
import { saidLast } from './members.ts'
import { holdsBack, isLate, isOverdue, isPlanOverdue, isUntold, line } from './receipts.ts'

/** Which receipts of a directive are looked at: all, those under a body (and its own), or one body's alone. */
export type Scope = { underId: string | null } | { onlyId: string }

const within = (directiveId: string, scope: Scope, day: string): RawBuilder<unknown> =>
  'onlyId' in scope
    ? sql`receipt.directive_id = ${directiveId} and receipt.body_id = ${scope.onlyId}`
    : scope.underId === null
      ? sql`receipt.directive_id = ${directiveId}`
      : sql`receipt.directive_id = ${directiveId} and ${under(sql`receipt.body_id`, scope.underId, day)}`

/** A directive as it was sent out. */
export const findDissemination = (db: Database, directiveId: string) =>
  sql<z.infer<typeof Dissemination> & { topId: string | null }>`
    select dissemination.sender_id, ${nameOn(sql`dissemination.sender_id`, sql`dissemination.started_on`)} as sender_name, way, down_to, receive_by, study_by, note, started_on, top_id
    from dissemination where directive_id = ${directiveId}`
    .execute(db)
    .then(({ rows }) => rows[0])

const sum = (count: string, filter = sql`true`) => sql`coalesce(sum(${sql.ref(count)}) filter (where ${filter}), 0)::int`
const live = sql`coalesce(state, '') <> 'recalled'`
const waits = sql`state in ('expected', 'arrived')`

/** The counts over rows that are alike, `alike`: how many there are, and what they have in common. */
const counted = (day: string) => sql`
  ${sum('bodies', sql`state <> 'recalled'`)} as expected, ${sum('bodies', sql`state not in ('expected', 'recalled')`)} as arrived,
  ${sum('bodies', sql`has_received and state <> 'recalled'`)} as received, ${sum('bodies', sql`has_received and not is_late and state <> 'recalled'`)} as on_time,
  ${sum('bodies', sql`state = 'refused'`)} as refused, ${sum('bodies', waits)} as silent, ${sum('bodies', sql`state = 'arrived' and receive_by < ${day}::date and not is_over`)} as overdue, ${sum('bodies', sql`state = 'expected'`)} as unsent,
  ${sum('bodies', sql`state = 'done'`)} as done, ${sum('bodies', sql`has_studied and state <> 'recalled'`)} as studied,
  ${sum('bodies', sql`has_studied and not studied_late and state <> 'recalled'`)} as studied_on_time, ${sum('present')} as present, ${sum('invited')} as invited,
  ${sum('members', live)} as members, ${sum('membersStudied', live)} as members_studied, ${sum('counted', live)} as counted,
  ${sum('bodies', sql`plan_owed and state <> 'recalled'`)} as plans_owed, ${sum('bodies', sql`plan_owed and has_plan and state <> 'recalled'`)} as plans_made,
  ${sum('bodies', sql`plan_due_on < ${day}::date and state <> 'recalled' and not is_over`)} as plans_overdue`

/** What is counted, as `receipt_tally` keeps it. */
const kept = sql`level, state, has_received, is_late, has_studied, studied_late, plan_owed, has_plan, plan_due_on, receive_by, bodies, present, invited, members, members_studied, counted`

/** Receipts as `receipt_tally` would keep them, one by one. */
const single = sql`receipt.level, receipt.state, receipt.received_on is not null as has_received, ${isLate} as is_late, receipt.studied_on is not null as has_studied,
  (receipt.studied_on > receipt.study_by) is true as studied_late, receipt.plan_owed, receipt.plan_made_on is not null as has_plan, receipt.plan_due_on,
  case when receipt.state = 'arrived' then receipt.receive_by end as receive_by, 1 as bodies, receipt.present, receipt.invited,
  coalesce(receipt.members, 0) as members, receipt.members_studied, (receipt.members is not null)::int as counted`

/** Who was present at sessions of those who send a directive out and were not sent it themselves, as rows that count no receipt. */
const senders = (directiveId: string, day: string) => sql`
  select body.body_id as sender_id, body.level, null::text as state, false as has_received, false as is_late, false as has_studied, false as studied_late,
    false as plan_owed, false as has_plan, null::date as plan_due_on, null::date as receive_by, 0 as bodies, sum(session.present)::int as present, coalesce(sum(session.invited) filter (where not session.is_make_up), 0)::int as invited,
    coalesce(max(said.members), 0) as members, coalesce(max(said.studied), 0) as members_studied, 0 as counted
  from dissemination join directive on directive.id = dissemination.directive_id
  join body_version body on body.body_id in (dissemination.sender_id, directive.standing_id, directive.owner_id) and body.valid @> ${day}::date
  join study_session session on session.directive_id = directive.id and session.body_id = body.body_id and session.withdrawn_on is null
  left join lateral (${saidLast(sql`directive.id`, sql`body.body_id`)}) said on true
  where directive.id = ${directiveId} and not exists (select from receipt where receipt.directive_id = directive.id and receipt.body_id = body.body_id)
  group by body.body_id, body.level`

/**
 * Receipts gathered where they are alike, from what is kept: of a scope (`branch_id` null), and of each branch right below a body (below none: by root). What is kept
 * of a body counts those under it: its own receipt comes to that. Of the senders' own sessions those stand in the branch they are under, or in one of their own.
 */
const alike = (directiveId: string, scope: Scope, branchesOf: string | null, day: string) => {
  const receipts = sql`receipt join dissemination on dissemination.directive_id = receipt.directive_id and receipt.directive_id = ${directiveId}`
  const own = (bodyId: string) => sql`select null::uuid as branch_id, ${single} from ${receipts} where receipt.body_id = ${bodyId}`
  const tally = (ancestor: RawBuilder<unknown>) =>
    sql`select null::uuid as branch_id, ${kept} from receipt_tally where directive_id = ${directiveId} and ancestor_id ${ancestor}`
  if ('onlyId' in scope) return own(scope.onlyId)
  return sql`
    with child as materialized (
      select body_id from body_version where valid @> ${day}::date and ${branchesOf === null ? sql`parent_id is null` : sql`parent_id = ${branchesOf}`}
    ), sender as materialized (
      select * from (${senders(directiveId, day)}) sender where ${scope.underId === null ? sql`true` : under(sql`sender.sender_id`, scope.underId, day)}
    )
    ${scope.underId === null ? tally(sql`is null`) : sql`${tally(sql`= ${scope.underId}`)} union all ${own(scope.underId)}`}
    union all select child.body_id, ${kept} from child join receipt_tally on directive_id = ${directiveId} and ancestor_id = child.body_id
    union all select child.body_id, ${single} from child join (${receipts}) on receipt.body_id = child.body_id
    union all select null::uuid, ${kept} from sender
    union all select coalesce((select child.body_id from child join body_reach reach on reach.ancestor_id = child.body_id and reach.body_id = sender_id and reach.valid @> ${day}::date), sender_id), ${kept}
      from sender`
}

type Counts = z.infer<typeof ReceiptCounts>
const nothing: Counts = {
  expected: 0,
  arrived: 0,
  received: 0,
  onTime: 0,
  refused: 0,
  silent: 0,
  overdue: 0,
  unsent: 0,
  done: 0,
  studied: 0,
  studiedOnTime: 0,
  present: 0,
  invited: 0,
  members: 0,
  membersStudied: 0,
  counted: 0,
  plansOwed: 0,
  plansMade: 0,
  plansOverdue: 0,
}

/** The counts of a scope in all, by level, and by branch right below a body (below none: by root), in one statement. */
export async function countReceipts(db: Database, directiveId: string, scope: Scope, branchesOf: string | null, day: string) {
  type Row = Counts & { isLevel: boolean; level: z.infer<typeof Level>; branchId: string | null }
  const { rows } = await sql<Row>`
    select grouping(level) = 0 as is_level, branch_id, level, ${counted(day)}
    from (${alike(directiveId, scope, branchesOf, day)}) alike, (select is_over from dissemination where directive_id = ${directiveId}) dissemination
    group by grouping sets ((branch_id), (branch_id, level)) having grouping(level) = 1 or branch_id is null order by ${rankOf(sql`level`)}`.execute(
    db,
  )
  const branches = rows.filter(({ branchId }) => branchId !== null)
  const within = rows.filter(({ branchId }) => branchId === null)
  return {
    totals: within.find(({ isLevel }) => !isLevel) ?? nothing,
    levels: within.filter(({ isLevel }) => isLevel),
    branches: await nameBranches(db, directiveId, branches as (Row & { branchId: string })[], day),
  }
}

/** Branches with the names of their bodies and the bodies' own receipts, those with most silent ones first. */
async function nameBranches(
  db: Database,
  directiveId: string,
  branches: (Counts & { branchId: string })[],
  day: string,
): Promise<z.infer<typeof BranchCounts>[]> {
  const { rows } = await sql<{
    id: string
    name: string
    shortName: string
    level: z.infer<typeof Level>
    state: ReceiptState | null
    receiptId: string | null
  }>`
    select body.body_id as id, body.name, body.short_name, body.level, receipt.state, receipt.id as receipt_id
    from body_version body left join receipt on receipt.directive_id = ${directiveId} and receipt.body_id = body.body_id
    where body.body_id = any(${branches.map(({ branchId }) => branchId)}::uuid[]) and body.valid @> ${day}::date
    order by ${rankOf(sql`body.level`)}, body.name`.execute(db)
  const byId = new Map(branches.map((branch) => [branch.branchId, branch]))
  return rows
    .map(({ id, ...body }) => {
      const counts = byId.get(id) as Counts
      const own = body.receiptId === null || body.state === 'recalled' ? 0 : 1
      return { ...counts, ...body, bodyId: id, hasBelow: counts.expected > own }
    })
    .sort((one, other) => other.overdue - one.overdue || other.silent - one.silent)
}

/** What is late below somebody of directives that were sent out and are in force: who has not received them, who has not submitted a plan, by their days; nothing of secret ones that do not lie open to them. */
export const lateByDirective = (db: Database, user: Holder, day: string, directiveIds: readonly string[]) =>
  sql<{ directiveId: string; receiptsOverdue: number; plansOverdue: number }>`
    select sent.directive_id, ${sum('bodies', sql`state = 'arrived' and receive_by < ${day}::date`)} as receipts_overdue,
      ${sum('bodies', sql`plan_due_on < ${day}::date and state <> 'recalled'`)} as plans_overdue
    from (
      select dissemination.directive_id, directive.secrecy, ${isOpenTo(user, day)} as is_open
      from dissemination join directive on directive.id = dissemination.directive_id where directive.id = any(${directiveIds}::uuid[]) and not dissemination.is_over offset 0
    ) sent cross join lateral (
      select bodies, state, receive_by, plan_due_on from receipt_tally where sent.is_open and directive_id = sent.directive_id and ancestor_id is null
      union all select bodies, state, receive_by, plan_due_on from receipt_tally
        where not sent.is_open and sent.secrecy = 'none' and directive_id = sent.directive_id and ancestor_id = ${user.reachId}
    ) tally group by sent.directive_id`
    .execute(db)
    .then(({ rows }) => rows)

/** A condition on a row `receipt` (beside its `dissemination`) for what a number of the board stands for. */
const inGroup = (group: Group, day: string): RawBuilder<boolean> =>
  ({
    expected: sql<boolean>`receipt.state <> 'recalled'`,
    arrived: sql<boolean>`receipt.state not in ('expected', 'recalled')`,
    received: sql<boolean>`receipt.received_on is not null and receipt.state <> 'recalled'`,
    'on-time': sql<boolean>`receipt.received_on is not null and not ${isLate} and receipt.state <> 'recalled'`,
    late: sql<boolean>`${isLate} and receipt.state <> 'recalled'`,
    refused: sql<boolean>`receipt.state = 'refused'`,
    silent: sql<boolean>`receipt.state in ('expected', 'arrived')`,
    overdue: isOverdue(day),
    unsent: sql<boolean>`receipt.state = 'expected'`,
    holding: sql<boolean>`(receipt.state not in ('expected', 'recalled') and ${holdsBack})`,
    studied: sql<boolean>`receipt.studied_on is not null and receipt.state <> 'recalled'`,
    unstudied: sql<boolean>`receipt.studied_on is null and receipt.state <> 'recalled'`,
    uncounted: isUntold,
    'members-left': sql<boolean>`receipt.members_studied < receipt.members and receipt.state <> 'recalled'`,
    done: sql<boolean>`receipt.state = 'done'`,
    planned: sql<boolean>`receipt.plan_made_on is not null and receipt.state <> 'recalled'`,
    planless: sql<boolean>`receipt.plan_owed and receipt.plan_made_on is null and receipt.state <> 'recalled'`,
    'plan-overdue': isPlanOverdue(day),
  })[group]

export type Asked = {
  group?: Group | undefined
  level?: z.infer<typeof Level> | undefined
  words?: string | undefined
  limit: number
  offset: number
}

/** A page of receipts of a scope, overdue and silent ones first, and how many there are: the page is chosen by the key, and only its rows are fetched. */
export async function receiptsOf(db: Database, directiveId: string, scope: Scope, asked: Asked, day: string) {
  const { rows } = await sql<z.infer<typeof ReceiptLine> & { total: number }>`
    ${plannedEachTime} with chosen as (
      select receipt.id, ${isOverdue(day)} as is_overdue, receipt.state in ('expected', 'arrived') as is_silent, receipt.level, body.name, count(*) over () as total
      from receipt join dissemination on dissemination.directive_id = receipt.directive_id
      join body_version body on body.body_id = receipt.body_id and body.valid @> ${day}::date
      where ${within(directiveId, scope, day)} and ${asked.group ? inGroup(asked.group, day) : sql`true`} and (${asked.level ?? null}::text is null or receipt.level = ${asked.level ?? null})
        and (${asked.words ?? ''} = '' or body.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word))
      order by is_overdue desc, is_silent desc, ${rankOf(sql`receipt.level`)}, body.name, receipt.id limit ${asked.limit} offset ${asked.offset}
    )
    select ${line(day)}, chosen.total from chosen join receipt on receipt.id = chosen.id join dissemination on dissemination.directive_id = receipt.directive_id
    order by chosen.is_overdue desc, chosen.is_silent desc, ${rankOf(sql`receipt.level`)}, chosen.name, receipt.id`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}
