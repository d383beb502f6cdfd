import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { nameOn } from '../../organisations/queries.ts'
import type { Edition, PlanEvent, PlanState, PlanStep } from '../contract.ts'

/** Everything done with a plan, newest first, with what was said about single items. */
export const stepsOf = (db: Database, planId: string): Promise<PlanStep[]> =>
  sql<PlanStep>`
    select step.id, step.event, step.from_state as "from", step.to_state as "to", step.round, step.text, person.name as person, post.title as post, ${nameOn(sql`step.body_id`, sql`step.day`)} as body, step.is_unchanged, step.day, step.at,
      coalesce((select json_agg(json_build_object('itemId', item.id, 'itemText', item.text, 'text', remark.text) order by item.position)
        from plan_remark remark join plan_item item on item.id = remark.item_id where remark.step_id = step.id), '[]') as remarks
    from plan_step step join person on person.id = step.person_id join holding on holding.id = step.holding_id join post on post.id = holding.post_id
    where step.plan_id = ${planId} order by step.at desc, step.id desc`
    .execute(db)
    .then(({ rows }) => rows)

/** A digest of what a plan holds now. */
const contentOf = (planId: string) => sql<string>`plan_content(${planId})`

/** Whether a returned plan holds now what it held when it was returned: only of plans of which that was kept. */
export const isAsReturned = (db: Database, planId: string): Promise<boolean> =>
  sql<{ yes: boolean }>`
    select ${contentOf(planId)} is not distinct from
      (select content from plan_step where plan_id = ${planId} and content is not null order by at desc, id desc limit 1) as yes`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)

/** The editions of a plan, newest first, without what they hold. */
export const editionsOf = (db: Database, planId: string) =>
  db
    .selectFrom('planEdition as edition')
    .innerJoin('person', 'person.id', 'edition.personId')
    .select(['edition.number', 'edition.frozenOn', 'edition.why', 'person.name as person', 'edition.issuedAs', 'edition.issuedOn'])
    .where('edition.planId', '=', planId)
    .orderBy('edition.number', 'desc')
    .execute()

/** What an edition holds. */
export const findEdition = (db: Database, planId: string, number: number): Promise<Edition | undefined> =>
  db
    .selectFrom('planEdition')
    .select('content')
    .where('planId', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst()
    .then((row) => row?.content as Edition | undefined)

/** The items of an edition in order, as rows `value` and `ordinality`. */
export const itemsOfEdition = (planId: string, number: number) =>
  sql`select value, ordinality from plan_edition, jsonb_array_elements(content -> 'items') with ordinality where plan_id = ${planId} and number = ${number}`

/** Freezes an edition. */
export const insertEdition = (
  db: Database,
  {
    planId,
    number,
    content,
    why,
    personId,
    day,
    at,
  }: { planId: string; number: number; content: Edition; why: string; personId: string; day: string; at: string },
) =>
  db
    .insertInto('planEdition')
    .values({ planId, number, why, personId, at, frozenOn: day, content: sql<string>`${JSON.stringify(content)}::jsonb` })
    .execute()

export type Issue = { number: string; issuedOn: string; signer: string }

/** Writes under which number, on which day and by whom an edition was issued. */
export const noteIssue = (db: Database, planId: string, edition: number, { number, issuedOn, signer }: Issue) =>
  db.updateTable('planEdition').set({ issuedAs: number, issuedOn, signer }).where('planId', '=', planId).where('number', '=', edition).execute()

/** How an edition was issued, if it was. */
export const issueOfEdition = (db: Database, planId: string, edition: number): Promise<Issue | undefined> =>
  db
    .selectFrom('planEdition')
    .select(['issuedAs', 'issuedOn', 'signer'])
    .where('planId', '=', planId)
    .where('number', '=', edition)
    .executeTakeFirst()
    .then((row) => (row?.issuedAs && row.issuedOn ? { number: row.issuedAs, issuedOn: row.issuedOn, signer: row.signer } : undefined))

/** The day on which a body issued a plan, or an edition of one, under a number in the year of a day, but for the edition at hand. */
export const dayOfNumber = (
  db: Database,
  bodyId: string,
  number: string,
  day: string,
  own: { planId: string; edition: number },
): Promise<string | undefined> =>
  sql<{ issuedOn: string }>`
    select edition.issued_on from plan_edition edition join plan on plan.id = edition.plan_id
    where plan.body_id = ${bodyId} and replace(edition.issued_as, ' ', '') = replace(${number}, ' ', '') and extract(year from edition.issued_on) = extract(year from ${day}::date)
      and (edition.plan_id, edition.number) is distinct from (${own.planId}::uuid, ${own.edition}::int) limit 1`
    .execute(db)
    .then(({ rows }) => rows[0]?.issuedOn)

type Moved = {
  state: PlanState
  at: string
  round: number
  edition?: number
  addedAbove?: null
  templateRenewedOn?: null
  submittedOn?: string | null
  submittedBy?: string
  decidedOn?: string
  number?: string
  issuedOn?: string
  signer?: string
}

type NewStep = {
  planId: string
  event: PlanEvent
  fromState: PlanState
  text: string
  isUnchanged?: boolean
  personId: string
  holdingId: string
  bodyId: string
  day: string
}

/** Moves a plan to a state by a step, with what it says about single items of the plan; one that is returned with what it holds. Gives the plan's new version. */
export async function movePlan(
  db: Database,
  { at, ...moved }: Moved,
  step: NewStep,
  remarks: readonly { itemId: string; text: string }[],
): Promise<number> {
  const { planId } = step
  const content = moved.state === 'returned' ? contentOf(planId) : null
  const { version, stepId } = await db
    .with('step', (db) =>
      db
        .insertInto('planStep')
        .values({ ...step, toState: moved.state, round: moved.round, content, at })
        .returning('id'),
    )
    .updateTable('plan')
    .from('step')
    .set({ ...moved, updatedAt: at, version: sql`version + 1` })
    .where('plan.id', '=', planId)
    .returning(['plan.version', 'step.id as stepId'])
    .executeTakeFirstOrThrow()
  if (remarks.length)
    await sql`
      insert into plan_remark (step_id, item_id, text)
      select ${stepId}, item.id, given.text from json_to_recordset(${JSON.stringify(remarks)}::json) as given("itemId" uuid, text text)
      join plan_item item on item.id = given."itemId" and item.plan_id = ${planId} on conflict do nothing`.execute(db)
  return version
}
