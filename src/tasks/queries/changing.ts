import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { MilestoneRow } from './drafts.ts'
import { milestoneDue, ownDue } from './extensions.ts'

/** Who acts, and when, as steps keep it. */
export type Doer = { personId: string; holdingId: string; bodyId: string; day: string; at: string }

type NewWords = { taskId: string; text: string; product: string; milestones: readonly Omit<MilestoneRow, 'from' | 'to'>[] }

/** Writes a task that takes the place of another, with its roles and its place in the text: what was issued stays as it was. Gives its id. */
export async function insertReplacement(db: Database, { taskId, text, product, milestones }: NewWords): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into task (directive_id, provision_id, position, address, text, product, condition, condition_met_on, is_standing, origin, edited, checked, replaces_id)
      select directive_id, provision_id, position, address, ${text}, ${product}, condition, condition_met_on, is_standing, 'hand', true, true, id from task where id = ${taskId} returning id
    ), roles as (
      insert into task_role (task_id, role, position, named, body_id, class_id, settled) select made.id, role, position, named, body_id, class_id, settled from task_role, made where task_id = ${taskId}
    ), bodies as (
      insert into task_body (task_id, body_id, role) select made.id, body_id, role from task_body, made where task_id = ${taskId}
    ), milestones as (
      insert into milestone (task_id, position, worded, due, kind, what)
      select made.id, row.ordinality, row.value ->> 'worded', (row.value ->> 'due')::date, row.value ->> 'kind', coalesce(row.value ->> 'what', '')
      from made, json_array_elements(${JSON.stringify(milestones)}::json) with ordinality as row
    )
    select id from made`.execute(db)
  return (rows[0] as { id: string }).id
}

/** Marks tasks as laid on nobody any more from a day on. */
export const endTasks = (db: Database, taskIds: readonly string[], day: string) =>
  sql`update task set ended_on = ${day} where id = any(${taskIds}::uuid[])`.execute(db)

/** A place in the order of a directive's tasks behind all others. */
export const placeAtEnd = (db: Database, directiveId: string): Promise<number> =>
  db
    .selectFrom('task')
    .select(sql<number>`coalesce(max(position), 0) + 1`.as('place'))
    .where('directiveId', '=', directiveId)
    .executeTakeFirstOrThrow()
    .then(({ place }) => place)

type Carrying = { directiveId: string; bodyId: string; pairs: readonly { from: string; to: string }[] }

/**
 * Lays, in the place of a body's open obligations of some tasks, obligations of the tasks that replace them: state, percent, a day of its own, and the milestones
 * that stay the same with the days granted for them are carried on. Each hangs under the superior's new one where there is one, and those below hang under it.
 * Gives each old one with its new one.
 */
export async function carryOn(db: Database, { directiveId, bodyId, pairs }: Carrying, by: Doer): Promise<{ oldId: string; newId: string }[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<{ oldId: string; newId: string }>`
    with pair as (
      select * from json_to_recordset(${JSON.stringify(pairs)}::json) as pair("from" uuid, "to" uuid)
    ), old as (
      select obligation.*, ${ownDue} as carried_due, pair."to" as new_task_id from obligation join pair on pair."from" = obligation.task_id
      where obligation.directive_id = ${directiveId} and obligation.body_id = ${bodyId} and obligation.state not in ('verified', 'withdrawn') for update of obligation
    ), laid as (
      insert into obligation (task_id, directive_id, body_id, parent_id, verifier_id, state, percent, own_due, given_on, updated_at, continues_id)
      select old.new_task_id, old.directive_id, old.body_id, coalesce((select above.id from obligation above where above.continues_id = old.parent_id limit 1), old.parent_id), old.verifier_id,
        case when old.state in ('given', 'returned') then 'given' when old.state = 'accepted' then 'accepted' else 'in-progress' end, old.percent, old.carried_due, ${by.day}, ${by.at}, old.id
      from old on conflict (directive_id, body_id, task_id) do nothing returning id, directive_id, task_id, continues_id, state
    ), tallied as (
      insert into obligation_tally (directive_id, task_id, state, is_late, next_due, reached, count)
      select directive_id, task_id, state, false, null, '{}', count(*) from laid group by directive_id, task_id, state
    )
    select continues_id as old_id, id as new_id from laid`.execute(db)
  const newIds = rows.map(({ newId }) => newId)
  if (newIds.length === 0) return []
  await carryMilestones(db, newIds)
  await sql`
    update obligation set parent_id = made.id from obligation made
    where made.id = any(${newIds}::uuid[]) and obligation.parent_id = made.continues_id and obligation.state <> 'withdrawn'`.execute(db)
  return rows
}

/** Carries over, to obligations that continue others, the milestones reached and the days granted where the milestone stays the same; and derives what is due, reached and late. */
async function carryMilestones(db: Database, obligationIds: readonly string[]): Promise<void> {
  const same = sql`
    from obligation made join milestone same on same.task_id = made.task_id
    join obligation old on old.id = made.continues_id
    join milestone before on before.task_id = old.task_id and before.worded = same.worded and before.what = same.what and before.due is not distinct from same.due`
  const asked = sql`made.id = any(${obligationIds}::uuid[])`
  await sql`
    insert into milestone_reached (obligation_id, milestone_id, reached_on)
    select made.id, same.id, reached.reached_on ${same} join milestone_reached reached on reached.obligation_id = old.id and reached.milestone_id = before.id
    where ${asked} on conflict do nothing`.execute(db)
  await sql`
    insert into milestone_extended (obligation_id, milestone_id, due)
    select made.id, same.id, extended.due ${same} join milestone_extended extended on extended.obligation_id = old.id and extended.milestone_id = before.id
    where ${asked} on conflict do nothing`.execute(db)
  await sql`
    update obligation set next_due = passed.next_due, final_due = passed.final_due, is_late = passed.is_late, reached = passed.positions
    from (
      select id, min(due) filter (where reached_on is null) as next_due, max(due) as final_due, coalesce(bool_or(reached_on > due), false) as is_late,
        coalesce(array_agg(position order by position) filter (where reached_on is not null and position is not null), '{}') as positions
      from (
        select obligation.id, milestone.position, ${milestoneDue} as due, reached.reached_on
        from obligation join milestone on milestone.task_id = obligation.task_id
        left join milestone_reached reached on reached.obligation_id = obligation.id and reached.milestone_id = milestone.id
        left join milestone_extended extended on extended.obligation_id = obligation.id and extended.milestone_id = milestone.id
        where obligation.id = any(${obligationIds}::uuid[])
        union all
        select obligation.id, null, obligation.own_due, null from obligation where obligation.id = any(${obligationIds}::uuid[]) and obligation.own_due is not null
      ) term group by id
    ) passed where passed.id = obligation.id`.execute(db)
}

/** Withdraws what is open of a directive on a body, of some tasks or (null) of all, with a step that says why. Gives the ids. */
export const withdrawFrom = (db: Database, directiveId: string, bodyId: string, taskIds: readonly string[] | null, text: string, by: Doer) =>
  sql<{ id: string }>`
    with before as (
      select id, state from obligation
      where directive_id = ${directiveId} and body_id = ${bodyId} and state not in ('verified', 'withdrawn') and (${taskIds === null} or task_id = any(${taskIds ?? []}::uuid[])) for update
    ), moved as (
      update obligation set state = 'withdrawn', version = version + 1, updated_at = ${by.at} from before where obligation.id = before.id returning obligation.id, before.state as was
    ), told as (
      insert into step (obligation_id, event, from_state, to_state, text, person_id, holding_id, body_id, day, at)
      select id, 'withdraw', was, 'withdrawn', ${text}, ${by.personId}, ${by.holdingId}, ${by.bodyId}, ${by.day}, ${by.at} from moved
    )
    select id from moved`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))
