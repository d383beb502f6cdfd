import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { nameOn } from '../../organisations/queries.ts'
import type { Event, State, Step } from '../contract.ts'
import { milestoneDue, ownDue } from './extensions.ts'

/** Everything done on an obligation, newest first, with its evidence. */
export const stepsOf = (db: Database, obligationId: string): Promise<Step[]> =>
  sql<Step>`
    select step.id, step.event, step.from_state as "from", step.to_state as "to", step.text, step.percent, step.figure, step.unit, step.until, step.person_id as "personId", person.name as person, post.title as post,
      ${nameOn(sql`step.body_id`, sql`step.day`)} as body, step.day, step.at,
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
  until: string | null
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

type NewState = {
  state: State
  at: string
  percent?: number
  reportedOn?: string
  reportedBy?: string
  doneOn?: string | null
  /** Milestones reached with it, and on which day. */
  reached?: { milestoneIds: readonly string[] | 'all-left'; day: string }
  /** What only the verification reached is not reached any more. */
  isUndone?: boolean
  /** Days were granted before, in the same transaction. */
  extended?: boolean
}

/**
 * Moves an obligation to a state if it still has the version seen; undefined when somebody else was quicker.
 * Milestones it reaches are noted, and what is due next and last, and lateness, derived anew: a day of its own is reached once all is.
 */
export async function moveObligation(
  db: Database,
  { id, taskId, version }: { id: string; taskId: string; version: number },
  { at, reached, isUndone = false, extended, ...facts }: NewState,
): Promise<{ version: number } | undefined> {
  const move = db
    .updateTable('obligation')
    .set({ ...facts, updatedAt: at, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
  if (!reached && !isUndone && !extended) return move.executeTakeFirst()
  const isAll = reached?.milestoneIds === 'all-left'
  const named = reached && reached.milestoneIds !== 'all-left' ? reached.milestoneIds : []
  const day = reached?.day ?? null
  return db
    .with('added', (db) =>
      db
        .insertInto('milestoneReached')
        .columns(['obligationId', 'milestoneId', 'reachedOn', 'byVerification'])
        .expression((db) =>
          db
            .selectFrom('milestone')
            .innerJoin('obligation', 'obligation.taskId', 'milestone.taskId')
            .select([
              'obligation.id',
              'milestone.id as milestoneId',
              sql<string>`${day}::date`.as('reachedOn'),
              sql<boolean>`${isAll}`.as('byVerification'),
            ])
            .where('obligation.id', '=', id)
            .where('obligation.version', '=', version)
            .where(sql<boolean>`(${isAll} or milestone.id = any(${named}::uuid[]))`),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['milestoneId', 'reachedOn']),
    )
    .with('gone', (db) =>
      db.deleteFrom('milestoneReached').where('obligationId', '=', id).where('byVerification', '=', true).where(sql<boolean>`${isUndone}`),
    )
    .with('passed', (db) =>
      db
        .selectFrom('milestone')
        .innerJoin('obligation', (join) => join.onRef('obligation.taskId', '=', 'milestone.taskId').on('obligation.id', '=', id))
        .leftJoin('milestoneExtended as extended', (join) =>
          join.onRef('extended.milestoneId', '=', 'milestone.id').onRef('extended.obligationId', '=', 'obligation.id'),
        )
        .leftJoin('added', 'added.milestoneId', 'milestone.id')
        .leftJoin('milestoneReached as before', (join) =>
          join
            .onRef('before.milestoneId', '=', 'milestone.id')
            .on('before.obligationId', '=', id)
            .on(sql<boolean>`not (${isUndone} and before.by_verification)`),
        )
        .select(['milestone.position', milestoneDue.as('due'), sql<string | null>`coalesce(added.reached_on, before.reached_on)`.as('on')])
        .where('milestone.taskId', '=', taskId)
        .unionAll(
          db
            .selectFrom('obligation')
            .select([
              sql<number>`null::smallint`.as('position'),
              ownDue.as('due'),
              sql<string | null>`case when ${isAll} then ${day}::date end`.as('on'),
            ])
            .where('id', '=', id)
            .where('ownDue', 'is not', null),
        ),
    )
    .with('moved', () =>
      move.set({
        nextDue: sql<string>`(select min(due) from passed where "on" is null)`,
        finalDue: sql<string>`(select max(due) from passed)`,
        isLate: sql<boolean>`exists (select from passed where "on" > due)`,
        reached: sql<number[]>`array(select position from passed where "on" is not null and position is not null order by position)`,
      }),
    )
    .selectFrom('moved')
    .select('version')
    .executeTakeFirst()
}

/** Notes on an obligation that something below it is open again, so that whoever is about to close it sees that; false when it is closed already. */
export const reopensUnder = (db: Database, parentId: string): Promise<boolean> =>
  db
    .updateTable('obligation')
    .set({ version: sql`version + 1` })
    .where('id', '=', parentId)
    .where('state', 'not in', ['reported', 'verified'])
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => numUpdatedRows > 0n)

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
