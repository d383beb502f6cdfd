import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Said } from '../contract.ts'
import { saidJson, type TaskRow } from '../queries/drafts.ts'

/** A task laid anew after its document got another text. */
export type Relaid = TaskRow & { id: string; checked: boolean; read: Said | null; droppedWhy: string | null }

/** Takes the tasks of a draft off their provisions, before those are replaced. */
export const unplaceTasks = (db: Database, directiveId: string) =>
  db.updateTable('task').set({ provisionId: null }).where('directiveId', '=', directiveId).execute()

/** Keeps what some tasks say, before they say something else. */
export const keepSaid = (db: Database, taskIds: readonly string[]) =>
  sql`insert into task_before (task_id, version, facts) select task.id, task.version, ${saidJson} from task where task.id = any(${taskIds}::uuid[])`.execute(
    db,
  )

/** Lays tasks anew with their roles and milestones, in one statement whatever their number. */
export async function relayTasks(db: Database, tasks: readonly Relaid[]): Promise<void> {
  if (tasks.length === 0) return
  await sql`
    with given as materialized (
      select given.* from json_to_recordset(${JSON.stringify(tasks)}::json) as given(id uuid, "provisionId" uuid, position float8, address text, text text, product text, condition text,
        "isStanding" bool, "from" int, "to" int, checked bool, read jsonb, "droppedWhy" text, doubts jsonb, certainty jsonb, roles json, milestones json)
    ), laid as (
      update task set provision_id = given."provisionId", position = given.position, address = given.address, text = given.text, product = given.product, condition = given.condition,
        is_standing = given."isStanding", span_from = given."from", span_to = given."to", checked = given.checked, read = given.read, dropped_why = given."droppedWhy",
        doubts = given.doubts, certainty = coalesce(given.certainty, '[]'), version = task.version + 1
      from given where task.id = given.id
    ), without_roles as (
      delete from task_role where task_id in (select id from given)
    ), without_milestones as (
      delete from milestone where task_id in (select id from given)
    ), roles as (
      insert into task_role (task_id, role, position, named, body_id, class_id, settled, span_from, span_to)
      select given.id, role.value ->> 'role', role.ordinality, role.value ->> 'named', (role.value ->> 'bodyId')::uuid, (role.value ->> 'classId')::uuid, (role.value ->> 'settled')::bool, (role.value ->> 'from')::int, (role.value ->> 'to')::int
      from given, json_array_elements(given.roles) with ordinality as role
    )
    insert into milestone (task_id, position, worded, due, kind, what, span_from, span_to)
    select given.id, row.ordinality, row.value ->> 'worded', (row.value ->> 'due')::date, row.value ->> 'kind', row.value ->> 'what', (row.value ->> 'from')::int, (row.value ->> 'to')::int
    from given, json_array_elements(given.milestones) with ordinality as row`.execute(db)
}
