import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import type { Level } from '../../../organisations/contract.ts'
import type { Branch, Cover, PlanStanding } from '../contract.ts'
import { cells, coverOfCells, latestPlans, seenIn } from './cells.ts'

/** Coverage by task, in the order of the text, and by level, from one look at all cells. */
export async function coverByTaskAndLevel(db: Database, user: Holder, day: string, directiveId: string) {
  const seen = await seenIn(db, user, day, directiveId)
  type Row = Cover & { taskId: string | null; address: string; text: string; level: z.infer<typeof Level> }
  const { rows } = await sql<Row>`
    with cell as (${cells(seen.rows(), directiveId)}),
    counted as (
      select cell.task_id, body.level, ${coverOfCells} from cell join body_version body on body.body_id = cell.body_id and body.valid @> ${day}::date
      group by grouping sets ((cell.task_id), (body.level))
    )
    select counted.*, task.address, task.text from counted left join task on task.id = counted.task_id
    order by task.position, task.id, array_position(array['central', 'province', 'district', 'commune', 'grassroots'], counted.level)`.execute(db)
  return {
    tasks: rows.flatMap(({ taskId, level: _, ...row }) => (taskId === null ? [] : [{ ...row, taskId }])),
    levels: rows.flatMap(({ taskId, address: _address, text: _text, ...row }) => (taskId === null ? [row] : [])),
  }
}

/** How many bodies that tasks lie on have their latest plan at each state. */
export async function countPlans(db: Database, user: Holder, day: string, directiveId: string) {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<{ state: PlanStanding; count: number }>`
    select coalesce(plan.state, 'none') as state, count(*) as count
    from (select distinct body_id from (${seen.rows()}) seen) held left join (${latestPlans(directiveId)}) plan on plan.body_id = held.body_id group by 1`.execute(
    db,
  )
  return rows
}

/** Coverage of the bodies right under one, each with all below it, and of that one alone; least covered first. */
export async function coverByBranch(db: Database, user: Holder, day: string, directiveId: string, under: string): Promise<Branch[]> {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<Branch>`
    with cell as (${cells(seen.rows(), directiveId)}),
    branch as (
      select body_id, name, level, body_id = ${under}::uuid as is_own from body_version
      where (parent_id = ${under} or body_id = ${under}) and valid @> ${day}::date
    ),
    part as (
      select branch.body_id as branch_id, cell.*
      from branch join body_reach reach on reach.ancestor_id = branch.body_id and reach.valid @> ${day}::date and (not branch.is_own or reach.depth = 0)
      join cell on cell.body_id = reach.body_id
    ),
    by_task as (
      select branch_id, json_agg(json_build_object('taskId', task_id, 'covered', covered, 'all', counted)) as tasks
      from (select branch_id, task_id, count(*) filter (where cover in ('answered', 'reasoned')) as covered, count(*) as counted from part group by 1, 2) one group by 1
    ),
    counted as (
      select cell.branch_id, count(distinct cell.body_id) as bodies, count(distinct cell.body_id) filter (where cell.is_planned) as planned,
        bool_or(cell.body_id <> cell.branch_id) as has_below, ${coverOfCells} from part cell group by 1
    )
    select branch.*, counted.has_below, counted.bodies, counted.planned, counted.answered, counted.reasoned, counted.drafted, counted.asked, counted.open, by_task.tasks
    from branch join counted on counted.branch_id = branch.body_id join by_task on by_task.branch_id = branch.body_id
    order by branch.is_own desc, (counted.answered + counted.reasoned)::real / (counted.answered + counted.reasoned + counted.drafted + counted.asked + counted.open), branch.name`.execute(
    db,
  )
  return rows
}

/** The way from the top of what somebody reaches down to a body. */
export async function wayDownTo(db: Database, user: Holder, day: string, bodyId: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select above.ancestor_id as id, body.name from body_reach above join body_version body on body.body_id = above.ancestor_id and body.valid @> ${day}::date
    where above.body_id = ${bodyId} and above.valid @> ${day}::date
      and exists (select from body_reach reach where reach.ancestor_id = ${user.reachId} and reach.body_id = above.ancestor_id and reach.valid @> ${day}::date)
    order by above.depth desc`.execute(db)
  return rows
}
