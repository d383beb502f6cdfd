import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Event, State, Step } from '../contract.ts'

/** Everything done on an obligation, newest first, with its evidence. */
export const stepsOf = (db: Database, obligationId: string): Promise<Step[]> =>
  sql<Step>`
    select step.id, step.event, step.from_state as "from", step.to_state as "to", step.text, step.percent, step.figure, step.unit, person.name as person, post.title as post,
      (select named.name from body_version named where named.body_id = step.body_id order by named.valid desc limit 1) as body, step.day, step.at,
      coalesce((select json_agg(json_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type, 'size', file.size) order by file.name)
        from step_file join file on file.id = step_file.file_id where step_file.step_id = step.id), '[]') as files
    from step join person on person.id = step.person_id join holding on holding.id = step.holding_id join post on post.id = holding.post_id
    where step.obligation_id = ${obligationId} order by step.at desc, step.id desc`
    .execute(db)
    .then(({ rows }) => rows)

/** A file attached to a step of an obligation. */
export const evidence = (db: Database, obligationId: string, fileId: string) =>
  db
    .selectFrom('stepFile')
    .innerJoin('step', 'step.id', 'stepFile.stepId')
    .innerJoin('file', 'file.id', 'stepFile.fileId')
    .select(['file.sha256', 'file.name', 'file.mediaType'])
    .where('step.obligationId', '=', obligationId)
    .where('file.id', '=', fileId)
    .executeTakeFirst()

type NewStep = {
  obligationId: string
  event: Event
  from: State
  to: State
  text: string
  percent: number | null
  figure: number | null
  unit: string | null
  personId: string
  holdingId: string
  bodyId: string
  day: string
  at: string
  fileIds: readonly string[]
}

/** Writes a step with its evidence. */
export const insertStep = (db: Database, { fileIds, from, to, ...step }: NewStep) =>
  db
    .with('done', (db) =>
      db
        .insertInto('step')
        .values({ ...step, fromState: from, toState: to })
        .returning('id'),
    )
    .insertInto('stepFile')
    .columns(['stepId', 'fileId'])
    .expression((db) => db.selectFrom('done').select(['done.id', sql<string>`unnest(${fileIds}::uuid[])`.as('fileId')]))
    .execute()

/** Moves an obligation to a state if it still has the version seen; undefined when somebody else was quicker. */
export const moveObligation = (
  db: Database,
  id: string,
  version: number,
  to: State,
  at: string,
  more: { percent?: number; reportedOn?: string; reportedBy?: string; doneOn?: string },
) =>
  db
    .updateTable('obligation')
    .set({ ...more, state: to, updatedAt: at, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()

/** Notes milestones as reached on a day (all that are left when none are named) and derives the next due day and lateness anew. */
export async function reachMilestones(
  db: Database,
  obligationId: string,
  taskId: string,
  milestoneIds: readonly string[] | 'all',
  day: string,
): Promise<void> {
  await sql`
    with added as (
      insert into milestone_reached (obligation_id, milestone_id, reached_on)
      select ${obligationId}, milestone.id, ${day}::date from milestone
      where milestone.task_id = ${taskId} and (${milestoneIds === 'all'} or milestone.id = any(${milestoneIds === 'all' ? [] : milestoneIds}::uuid[]))
      on conflict do nothing returning milestone_id, reached_on
    ),
    reached as (
      select milestone.id, milestone.due, coalesce(added.reached_on, before.reached_on) as reached_on
      from milestone left join added on added.milestone_id = milestone.id
      left join milestone_reached before on before.milestone_id = milestone.id and before.obligation_id = ${obligationId}
      where milestone.task_id = ${taskId}
    )
    update obligation set
      next_due = (select min(due) from reached where reached_on is null),
      is_late = exists (select from reached where reached_on > due)
    where id = ${obligationId}`.execute(db)
}

/** How many of these milestones belong to a task. */
export const countMilestones = (db: Database, taskId: string, milestoneIds: readonly string[]) =>
  milestoneIds.length === 0
    ? Promise.resolve(0)
    : db
        .selectFrom('milestone')
        .select(sql<number>`count(*)`.as('count'))
        .where('taskId', '=', taskId)
        .where('id', 'in', milestoneIds)
        .executeTakeFirstOrThrow()
        .then(({ count }) => count)

/** Notes the day on which the event a task waits for has come. */
export const setConditionMet = (db: Database, taskId: string, day: string) =>
  db.updateTable('task').set({ conditionMetOn: day }).where('id', '=', taskId).execute()
