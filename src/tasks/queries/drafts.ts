import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Certainty } from '../../directives/contract.ts'
import type { Doubt } from '../../directives/reading/reading.ts'
import type { Database } from '../../kernel/database.ts'
import { inClass, nameOn } from '../../organisations/queries.ts'
import type { Correction, MilestoneKind, Role, Task, TaskRole } from '../contract.ts'

/** True where the row `body` lies in the field that the row `scope` gives (everywhere when it is null). */
export const inField = (day: string) =>
  sql<boolean>`(scope.field is null or exists (select from body_reach reach where reach.ancestor_id = scope.field and reach.body_id = body.body_id and reach.valid @> ${day}::date))`

/** The stretches of tasks that were joined into others, each under every task that its words have come to; for use after `with recursive`. */
const joinedParts = (directiveId: string) => sql`
  joined (host, span_from, span_to) as (
    select merged_into, span_from, span_to from task where directive_id = ${directiveId} and merged_into is not null
    union all select task.merged_into, joined.span_from, joined.span_to from joined join task on task.id = joined.host where task.merged_into is not null
  )`

/** How many bodies each class has that roles of some tasks of a directive are matched to, on a day; begins a statement. */
const withSizes = (directiveId: RawBuilder<unknown>, tasks: RawBuilder<unknown>, day: string) => sql`
  with recursive scope as materialized (select directive_field(issuer_id, ${day}::date) as field from directive where id = ${directiveId}),
  size as materialized (
    select class.id, (select count(*) from body_version body where body.valid @> ${day}::date and ${inClass} and ${inField(day)}) as bodies
    from body_class class cross join scope where class.id in (select role.class_id from task_role role where role.task_id in (${tasks}))
  )`

/** Roles of some tasks, as a JSON array in SQL, with what each name was matched to on a day; after `withSizes`. */
const rolesJson = (day: string) => sql`coalesce((
  select json_agg(json_build_object('role', role.role, 'named', role.named, 'bodyId', role.body_id, 'classId', role.class_id, 'settled', role.settled, 'from', role.span_from, 'to', role.span_to,
      'matched', coalesce(${nameOn(sql`role.body_id`, day)}, class.name), 'isOpen', coalesce(class.is_open, false), 'bodies', coalesce(size.bodies, (role.body_id is not null)::int)) order by role.position)
  from task_role role
  left join body_class class on class.id = role.class_id left join size on size.id = role.class_id
  where role.task_id = task.id), '[]')`

const milestonesJson = sql`coalesce((
  select json_agg(json_build_object('id', milestone.id, 'worded', milestone.worded, 'due', milestone.due, 'kind', milestone.kind, 'what', milestone.what, 'from', milestone.span_from, 'to', milestone.span_to) order by milestone.position)
  from milestone where milestone.task_id = task.id), '[]')`

const joinedJson = sql`coalesce((
  select json_agg(json_build_object('from', joined.span_from, 'to', joined.span_to) order by joined.span_from) from joined where joined.host = task.id and joined.span_from is not null), '[]')`

/** All that a row `task` says, as it is kept before a correction. */
export const saidJson = sql`json_build_object('text', task.text, 'product', task.product, 'condition', task.condition, 'isStanding', task.is_standing,
  'roles', coalesce((select json_agg(json_build_object('role', role.role, 'named', role.named, 'bodyId', role.body_id, 'classId', role.class_id) order by role.position) from task_role role where role.task_id = task.id), '[]'),
  'milestones', ${milestonesJson})`

const columns = sql`task.id, task.provision_id, task.address, task.text, task.product, task.condition, task.condition_met_on, task.is_standing, task.span_from as "from", task.span_to as "to",
  task.origin, task.edited, task.checked, task.dropped_why, task.merged_into, task.ended_on, task.doubts, task.certainty, task.read, task.version`

/** True of a row `task` that an update has not ended, or that still lies on somebody. */
const stillHolds = sql<boolean>`(task.ended_on is null or exists (
  select from obligation where obligation.directive_id = task.directive_id and obligation.task_id = task.id and obligation.state <> 'withdrawn'))`

/** The tasks of a directive in the order of its text, without those an update has ended and that lie on nobody any more; names are resolved on `day`. */
export const tasksOf = (db: Database, directiveId: string, day: string): Promise<Task[]> =>
  sql<Task>`
    ${withSizes(sql`${directiveId}`, sql`select id from task where directive_id = ${directiveId}`, day)}, ${joinedParts(directiveId)}
    select ${columns}, ${rolesJson(day)} as roles, ${milestonesJson} as milestones, ${joinedJson} as joined
    from task where task.directive_id = ${directiveId} and ${stillHolds} order by task.position, task.id`
    .execute(db)
    .then(({ rows }) => rows)

/** One of them, as it stands in that list. */
export const taskOf = (db: Database, directiveId: string, taskId: string, day: string): Promise<Task> =>
  sql<Task>`
    ${withSizes(sql`${directiveId}`, sql`${taskId}`, day)}, ${joinedParts(directiveId)}
    select ${columns}, ${rolesJson(day)} as roles, ${milestonesJson} as milestones, ${joinedJson} as joined from task where task.id = ${taskId}`
    .execute(db)
    .then(({ rows: [task] }) => task as Task)

/** The live tasks of a directive in the order of its text. */
export const liveTasks = (db: Database, directiveId: string) =>
  db
    .selectFrom('task')
    .select(['id', 'address', 'text'])
    .where('directiveId', '=', directiveId)
    .where('droppedWhy', 'is', null)
    .where(stillHolds)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Roles of one task on a day. */
export const rolesOf = (db: Database, taskId: string, day: string): Promise<TaskRole[]> =>
  sql<{ roles: TaskRole[] }>`
    ${withSizes(sql`(select directive_id from task where id = ${taskId})`, sql`${taskId}`, day)}
    select ${rolesJson(day)} as roles from task where task.id = ${taskId}`
    .execute(db)
    .then(({ rows }) => rows[0]?.roles ?? [])

/** Which directive a task is of. */
export const directiveOf = (db: Database, taskId: string) => db.selectFrom('task').select('directiveId').where('id', '=', taskId).executeTakeFirst()

/** A task, locked for the rest of the transaction. */
export const lockTask = (db: Database, taskId: string) => db.selectFrom('task').selectAll().where('id', '=', taskId).forUpdate().executeTakeFirst()

/** Some tasks of a directive in the order of its text, locked. */
export const lockTasks = (db: Database, directiveId: string, taskIds: readonly string[]) =>
  db.selectFrom('task').selectAll().where('directiveId', '=', directiveId).where('id', 'in', taskIds).orderBy('position').forUpdate().execute()

export type RoleRow = {
  role: z.infer<typeof Role>
  named: string
  bodyId: string | null
  classId: string | null
  settled: boolean
  from: number | null
  to: number | null
}
export type MilestoneRow = {
  worded: string
  due: string | null
  kind: z.infer<typeof MilestoneKind>
  what: string
  from: number | null
  to: number | null
}
export type TaskRow = {
  provisionId: string | null
  position: number
  address: string
  text: string
  product: string
  condition: string
  isStanding: boolean
  from: number | null
  to: number | null
  origin: 'read' | 'hand'
  doubts: Doubt[]
  certainty?: readonly Certainty[]
  roles: RoleRow[]
  milestones: MilestoneRow[]
}

/** Writes tasks with their roles and milestones, in one statement whatever their number; gives their ids in order. */
export async function insertTasks(db: Database, directiveId: string, tasks: readonly TaskRow[]): Promise<string[]> {
  if (tasks.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with given as materialized (
      select uuidv7() as id, given.* from json_to_recordset(${JSON.stringify(tasks)}::json) as given("provisionId" uuid, position float8, address text, text text, product text, condition text,
        "isStanding" bool, "from" int, "to" int, origin text, doubts jsonb, certainty jsonb, roles json, milestones json)
    ), tasks as (
      insert into task (id, directive_id, provision_id, position, address, text, product, condition, is_standing, span_from, span_to, origin, doubts, certainty)
      select id, ${directiveId}, "provisionId", position, address, text, product, condition, "isStanding", "from", "to", origin, doubts, coalesce(certainty, '[]') from given returning id, position
    ), roles as (
      insert into task_role (task_id, role, position, named, body_id, class_id, settled, span_from, span_to)
      select given.id, role.value ->> 'role', role.ordinality, role.value ->> 'named', (role.value ->> 'bodyId')::uuid, (role.value ->> 'classId')::uuid, (role.value ->> 'settled')::bool, (role.value ->> 'from')::int, (role.value ->> 'to')::int
      from given, json_array_elements(given.roles) with ordinality as role
    ), milestones as (
      insert into milestone (task_id, position, worded, due, kind, what, span_from, span_to)
      select given.id, row.ordinality, row.value ->> 'worded', (row.value ->> 'due')::date, row.value ->> 'kind', row.value ->> 'what', (row.value ->> 'from')::int, (row.value ->> 'to')::int
      from given, json_array_elements(given.milestones) with ordinality as row
    )
    select id from tasks order by position`.execute(db)
  return rows.map((row) => row.id)
}

type Facts = Pick<TaskRow, 'text' | 'product' | 'condition' | 'isStanding' | 'roles' | 'milestones'>

/** Corrects a task: its facts, and its roles and milestones anew; what it said before is kept. Gives its new version. */
export async function updateTask(db: Database, taskId: string, { roles, milestones, ...facts }: Facts): Promise<number> {
  await sql`
    with said as (
      insert into task_before (task_id, version, facts)
      select task.id, task.version, ${saidJson}
      from task where task.id = ${taskId} returning facts
    )
    update task set read = said.facts from said where task.id = ${taskId} and task.origin = 'read' and task.read is null`.execute(db)
  const { version } = await db
    .updateTable('task')
    .set({ ...facts, edited: true, checked: true, version: sql`version + 1` })
    .where('id', '=', taskId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await db.deleteFrom('taskRole').where('taskId', '=', taskId).execute()
  await db.deleteFrom('milestone').where('taskId', '=', taskId).execute()
  if (roles.length)
    await db
      .insertInto('taskRole')
      .values(roles.map(({ from, to, ...role }, position) => ({ ...role, taskId, position, spanFrom: from, spanTo: to })))
      .execute()
  await insertMilestones(db, taskId, milestones)
  return version
}

/** Writes the milestones of a task that has none. */
export const insertMilestones = async (db: Database, taskId: string, milestones: readonly MilestoneRow[]): Promise<void> => {
  if (milestones.length)
    await db
      .insertInto('milestone')
      .values(milestones.map(({ from, to, ...milestone }, position) => ({ ...milestone, taskId, position, spanFrom: from, spanTo: to })))
      .execute()
}

/** Drops a task with the reason, or takes it up again. */
export const setDropped = (db: Database, taskId: string, why: string | null, merge: Merge | null = null) =>
  db
    .updateTable('task')
    .set({ droppedWhy: why, mergedInto: merge?.into ?? null, mergedAt: merge?.at ?? null, version: sql`version + 1` })
    .where('id', '=', taskId)
    .execute()

/** A joining of tasks: into which one, and the version that one had before. */
export type Merge = { into: string; at: number }

type Before = {
  text: string
  product: string
  condition: string
  isStanding: boolean
  roles: { role: string; named: string }[]
  milestones: { worded: string; due: string | null }[]
}

/** What the task that others were joined into said before; undefined when it was changed again since. */
export const beforeMerge = async (db: Database, { into, at }: Merge): Promise<Before | undefined> => {
  const { rows } = await sql<{ facts: Before }>`
    select task_before.facts from task join task_before on task_before.task_id = task.id and task_before.version = ${at}
    where task.id = ${into} and task.version = ${at} + 1 and task.dropped_why is null for update of task`.execute(db)
  return rows[0]?.facts
}

/** Brings back all that was joined into a task at once; gives their ids. */
export const restoreMerged = async (db: Database, { into, at }: Merge): Promise<string[]> => {
  const rows = await db
    .updateTable('task')
    .set({ droppedWhy: null, mergedInto: null, mergedAt: null, version: sql`version + 1` })
    .where('mergedInto', '=', into)
    .where('mergedAt', '=', at)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const setChecked = (db: Database, taskId: string, checked: boolean) =>
  db.updateTable('task').set({ checked }).where('id', '=', taskId).execute()

/** Matches a name everywhere in a directive, however it is spelt; gives how many roles that changed. Whoever is correcting such a task meanwhile is told. */
export const matchEverywhere = (
  db: Database,
  directiveId: string,
  named: string,
  to: { bodyId: string | null; classId: string | null; settled: boolean },
): Promise<number> =>
  sql<{ changed: number }>`
    with matched as (
      update task_role set body_id = ${to.bodyId}, class_id = ${to.classId}, settled = ${to.settled}
      from task where task.id = task_role.task_id and task.directive_id = ${directiveId} and fold(task_role.named) = fold(${named}) returning task.id
    ), told as (
      update task set version = version + 1 where id in (select id from matched)
    )
    select count(*) as changed from matched`
    .execute(db)
    .then(({ rows }) => rows[0]?.changed ?? 0)

/** Matches names in the tasks of a directive that stand for no body yet and are not settled. */
export const fillNames = (db: Database, directiveId: string, matches: readonly { named: string; bodyId: string | null; classId: string | null }[]) =>
  sql`
    with matched as (
      update task_role set body_id = given."bodyId", class_id = given."classId"
      from task, json_to_recordset(${JSON.stringify(matches)}::json) as given(named text, "bodyId" uuid, "classId" uuid)
      where task.id = task_role.task_id and task.directive_id = ${directiveId} and task_role.named = given.named and task_role.body_id is null and not task_role.settled
        and (given."bodyId" is not null or task_role.class_id is distinct from given."classId") returning task.id
    )
    update task set version = version + 1 where id in (select id from matched)`.execute(db)

/** What the tasks of a directive said before each correction: a version, and the words and parts it had. */
export const correctionsOf = (db: Database, directiveId: string): Promise<Correction[]> =>
  sql<Correction>`
    select task.id as task_id, task.address, before.version, before.facts as before
    from task join task_before before on before.task_id = task.id where task.directive_id = ${directiveId} order by task.position, before.version`
    .execute(db)
    .then(({ rows }) => rows)

/** A place in the order of a directive's tasks right behind one. */
export const placeBehind = (db: Database, directiveId: string, position: number): Promise<number> =>
  db
    .selectFrom('task')
    .select(sql<number>`(${position}::float8 + coalesce(min(position), ${position}::float8 + 1)) / 2`.as('place'))
    .where('directiveId', '=', directiveId)
    .where('position', '>', position)
    .executeTakeFirstOrThrow()
    .then(({ place }) => place)

/** Milestones of a task as they were read or written. */
export const milestonesOf = (db: Database, taskId: string) =>
  db
    .selectFrom('milestone')
    .select(['worded', 'due', 'what', 'spanFrom as from', 'spanTo as to'])
    .select(sql<z.infer<typeof MilestoneKind>>`kind`.as('kind'))
    .where('taskId', '=', taskId)
    .orderBy('position')
    .execute()

/** Roles of a task as rows. */
export const roleRowsOf = (db: Database, taskId: string): Promise<RoleRow[]> =>
  db
    .selectFrom('taskRole')
    .select(['named', 'bodyId', 'classId', 'settled', 'spanFrom as from', 'spanTo as to'])
    .select(sql<z.infer<typeof Role>>`role`.as('role'))
    .where('taskId', '=', taskId)
    .orderBy('position')
    .execute()
