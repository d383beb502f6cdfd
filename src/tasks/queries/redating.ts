import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { insertMilestones, type TaskRow } from './drafts.ts'

type Told = Pick<TaskRow, 'from' | 'to' | 'milestones' | 'doubts' | 'certainty'>

/** Gives the tasks of a directive that nobody has corrected the times that were read anew, with what is in doubt about them; those it changed are to be looked over again. Gives how many. */
export async function redate(db: Database, directiveId: string, tasks: readonly Told[]): Promise<number> {
  const { rows } = await sql<{ id: string; from: number; to: number }>`
    select task.id, given."from", given."to"
    from task join json_to_recordset(${JSON.stringify(tasks)}::json) as given("from" int, "to" int, milestones jsonb) on given."from" = task.span_from and given."to" = task.span_to
    where task.directive_id = ${directiveId} and task.origin = 'read' and not task.edited and task.merged_into is null
      and given.milestones is distinct from (
        select coalesce(jsonb_agg(jsonb_build_object('worded', worded, 'due', due, 'kind', kind, 'what', what, 'from', span_from, 'to', span_to) order by position), '[]')
        from milestone where milestone.task_id = task.id)`.execute(db)
  for (const { id, from, to } of rows) {
    const told = tasks.find((task) => task.from === from && task.to === to)
    if (told) await giveTimes(db, id, told)
  }
  return rows.length
}

async function giveTimes(db: Database, taskId: string, { milestones, doubts, certainty }: Told): Promise<void> {
  await db.deleteFrom('milestone').where('taskId', '=', taskId).execute()
  await insertMilestones(db, taskId, milestones)
  await sql`
    update task set checked = false, version = version + 1,
      doubts = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(doubts) one where one ->> 'field' <> 'due') || ${JSON.stringify(ofTimes(doubts))}::jsonb,
      certainty = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(certainty) one where one ->> 'field' <> 'due') || ${JSON.stringify(ofTimes(certainty ?? []))}::jsonb
    where id = ${taskId}`.execute(db)
}

const ofTimes = <Said extends { field: string }>(said: readonly Said[]): Said[] => said.filter(({ field }) => field === 'due')
