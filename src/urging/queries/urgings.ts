import { type RawBuilder, sql } from 'kysely'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { nameOn } from '../../organisations/queries.ts'
import { UrgedKind, type UrgingLine, type UrgingPage, type UrgingSort, UrgingState } from '../contract.ts'
import { isOwed, isVoid } from './due.ts'
import { kindOf } from './late.ts'
import { directiveName } from './names.ts'
import { superiorOf } from './pressing.ts'
import { urgingSeenBy, urgingState } from './sight.ts'

const kind = sql<UrgedKind>`(select min(thing.kind) from urging_thing thing where thing.urging_id = urging.id)`

const line = (day: string) => sql`
  urging.id, urging.act_id, ${kind} as kind, act.body_id as urger_id, ${nameOn(sql`act.body_id`, sql`act.urged_on`)} as urger_name, urging.body_id, ${nameOn(sql`urging.body_id`, sql`act.urged_on`)} as body_name,
  act.number, act.urged_on, act.answer_by, ${urgingState(day)} as state, urging.secret_of is not null as is_secret,
  (select count(*) from urging_thing thing where thing.urging_id = urging.id) as things,
  (select count(*) from urging_thing thing where thing.urging_id = urging.id and ${isOwed}) as owed,
  urging.answered_on, urging.escalated_on, ${nameOn(sql`urging.escalated_to`, sql`urging.escalated_on`)} as escalated_to_name`

type Asked = {
  side?: 'sent' | 'received' | 'superior' | undefined
  states?: UrgingState[] | undefined
  obligationId?: string | undefined
  bodyId?: string | undefined
  sort?: UrgingSort | undefined
  limit: number
  offset: number
}

/** The order of a list: newest acts first and in an act by the body urged; or by something else first. */
function orderOf(sort: UrgingSort | undefined, day: string): RawBuilder<unknown> {
  const usual = sql`act.id desc, ${nameOn(sql`urging.body_id`, sql`act.urged_on`)}, urging.id`
  if (!sort) return usual
  const keys: Record<string, RawBuilder<unknown>> = {
    body: nameOn(sql`urging.body_id`, sql`act.urged_on`),
    urger: nameOn(sql`act.body_id`, sql`act.urged_on`),
    kind: sql`array_position(${UrgedKind.options}::text[], ${kind})`,
    urgedOn: sql`act.urged_on`,
    answerBy: sql`act.answer_by`,
    state: sql`array_position(${UrgingState.options}::text[], ${urgingState(day)})`,
  }
  return sort.startsWith('-') ? sql`${keys[sort.slice(1)]} desc, ${usual}` : sql`${keys[sort]}, ${usual}`
}

/** A page of the urgings somebody may see, with how many there are. */
export async function urgingsSeenBy(db: Database, user: Holder, day: string, asked: Asked): Promise<{ total: number; rows: UrgingLine[] }> {
  const terms: RawBuilder<unknown>[] = [urgingSeenBy(user, day)]
  if (asked.side === 'sent') terms.push(sql`act.body_id = ${user.bodyId}`)
  if (asked.side === 'received') terms.push(sql`urging.body_id = ${user.bodyId}`)
  if (asked.side === 'superior') terms.push(sql`urging.escalated_to = ${user.bodyId}`)
  if (asked.bodyId) terms.push(sql`urging.body_id = ${asked.bodyId}`)
  if (asked.states?.length) terms.push(sql`${urgingState(day)} = any(${asked.states}::text[])`)
  if (asked.obligationId)
    terms.push(sql`exists (select from urging_thing thing where thing.urging_id = urging.id and thing.thing_id = ${asked.obligationId})`)
  const from = sql`from urging join urging_act act on act.id = urging.act_id where ${sql.join(terms, sql` and `)}`
  const { rows } = await sql<UrgingLine>`
    with page as (select urging.id ${from} order by ${orderOf(asked.sort, day)} limit ${asked.limit} offset ${asked.offset})
    select ${line(day)} from page join urging on urging.id = page.id join urging_act act on act.id = urging.act_id order by ${orderOf(asked.sort, day)}`.execute(
    db,
  )
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db)
  return { total: counted[0]?.total ?? 0, rows }
}

const actor = (holding: RawBuilder<unknown>) =>
  sql`(select person.name || ', ' || post.title from holding join post on post.id = holding.post_id join person on person.id = holding.person_id where holding.id = ${holding})`

type Found = UrgingLine &
  Pick<
    UrgingPage,
    | 'words'
    | 'signer'
    | 'signerTitle'
    | 'escalates'
    | 'answer'
    | 'answeredBy'
    | 'silentOn'
    | 'escalatedBy'
    | 'direction'
    | 'directedOn'
    | 'directedBy'
    | 'isUrgedByItsSuperior'
    | 'doneOn'
    | 'withdrawnOn'
    | 'withdrawnWhy'
    | 'inAct'
    | 'superiorName'
  > & { secretOf: string | null; place: string; escalatedToId: string | null }

/** Those of some urgings that somebody may see, in the order asked. */
export const findUrgings = (db: Database, user: Holder, day: string, ids: readonly string[]): Promise<Found[]> =>
  sql<Found>`
    select ${line(day)}, act.words, act.signer, act.signer_title, act.place, act.escalates, urging.answer, ${actor(sql`urging.answered_by`)} as answered_by, urging.silent_on,
      urging.escalated_to as escalated_to_id, ${actor(sql`urging.escalated_by`)} as escalated_by, urging.direction, urging.directed_on, ${actor(sql`urging.directed_by`)} as directed_by,
      coalesce(${superiorOf(sql`urging`, day)} = act.body_id, false) as is_urged_by_its_superior, urging.done_on, urging.withdrawn_on, urging.withdrawn_why, urging.secret_of,
      (select count(*) from urging other where other.act_id = urging.act_id) as in_act, ${nameOn(superiorOf(sql`urging`, day), day)} as superior_name
    from urging join urging_act act on act.id = urging.act_id where urging.id = any(${ids}::uuid[]) and ${urgingSeenBy(user, day)}
    order by array_position(${ids}::uuid[], urging.id)`
    .execute(db)
    .then(({ rows }) => rows)

/** How a thing of a kind is told: its address, its words, where it is in its life; and what stands beside it for that. */
const told: Record<UrgedKind, { address: RawBuilder<unknown>; text: RawBuilder<unknown>; state: RawBuilder<unknown>; beside: RawBuilder<unknown> }> =
  {
    milestone: {
      address: sql`task.address`,
      text: sql`task.text`,
      state: sql`obligation.state`,
      beside: sql`join task on task.id = obligation.task_id`,
    },
    plan: { address: sql`''`, text: sql`plan_order.title`, state: sql`plan.state`, beside: sql`` },
    receive: { address: sql`''`, text: sql`directive.title`, state: sql`receipt.state`, beside: sql`` },
    'pass-on': { address: sql`''`, text: sql`directive.title`, state: sql`receipt.state`, beside: sql`` },
    study: { address: sql`''`, text: sql`directive.title`, state: sql`receipt.state`, beside: sql`` },
    members: { address: sql`''`, text: sql`directive.title`, state: sql`receipt.state`, beside: sql`` },
    'make-up': { address: sql`''`, text: sql`directive.title`, state: sql`receipt.state`, beside: sql`` },
  }

/** What urgings list, as far as somebody may see it: the latest first. */
export const thingsOf = (db: Database, user: Holder, day: string, urgingIds: readonly string[]) => {
  const listed = UrgedKind.options.map((kind) => {
    const { table, beside, isSeen } = kindOf(kind, user, day)
    const { address, text, state, beside: more } = told[kind]
    return sql`
      select thing.urging_id, thing.kind, thing.thing_id, ${address} as address, ${text} as text, ${directiveName} as directive_name, directive.issued_on as directive_issued_on, thing.due, ${isOwed} as is_owed, ${isVoid} as is_void, ${state} as state
      from thing join ${table} on ${table}.id = thing.thing_id join directive on directive.id = ${table}.directive_id ${beside} ${more} where thing.kind = ${kind} and ${isSeen}`
  })
  const homes = UrgedKind.options.map((kind) => {
    const { table } = kindOf(kind, user, day)
    return sql`select ${table}.directive_id from thing join ${table} on ${table}.id = thing.thing_id where thing.kind = ${kind}`
  })
  return sql<UrgingPage['seen'][number] & { urgingId: string }>`
    with thing as materialized (select * from urging_thing where urging_id = any(${urgingIds}::uuid[])),
    directive as materialized (${seenDirectives(user, day, sql`directive.id in (${sql.join(homes, sql` union `)})`)})
    select * from (${sql.join(listed, sql` union all `)}) listed order by due, address, thing_id`
    .execute(db)
    .then(({ rows }) => rows)
}

/** The urgings of one act of somebody's own body, by the name of the body urged. */
export const urgingsOfAct = (db: Database, user: Holder, actId: string) =>
  sql<{ id: string }>`
    select urging.id from urging join urging_act act on act.id = urging.act_id
    where act.id = ${actId} and act.body_id = ${user.bodyId} and urging.withdrawn_on is null order by ${nameOn(sql`urging.body_id`, sql`act.urged_on`)}`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

/** Writes the answer of the urged body; undefined when there is one, or nothing is asked any more. */
export const answer = (db: Database, id: string, { text, day, holdingId }: { text: string; day: string; holdingId: string }) =>
  db
    .updateTable('urging')
    .set({ answer: text, answeredOn: day, answeredBy: holdingId })
    .where('id', '=', id)
    .where('answeredOn', 'is', null)
    .where('doneOn', 'is', null)
    .where('withdrawnOn', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** Writes what the superior says is to be done; undefined where it was not brought before one, was answered, or has ended. */
export const direct = (db: Database, id: string, { text, day, holdingId }: { text: string; day: string; holdingId: string }) =>
  db
    .updateTable('urging')
    .set({ direction: text, directedOn: day, directedBy: holdingId })
    .where('id', '=', id)
    .where('escalatedOn', 'is not', null)
    .where('directedOn', 'is', null)
    .where('answeredOn', 'is', null)
    .where('doneOn', 'is', null)
    .where('withdrawnOn', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** Takes an urging back; undefined when it has ended already. */
export const withdraw = (db: Database, id: string, { why, day }: { why: string; day: string }) =>
  db
    .updateTable('urging')
    .set({ withdrawnOn: day, withdrawnWhy: why })
    .where('id', '=', id)
    .where('doneOn', 'is', null)
    .where('withdrawnOn', 'is', null)
    .returning('id')
    .executeTakeFirst()
