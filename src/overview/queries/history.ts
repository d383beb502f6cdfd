import { sql } from 'kysely'

/** What a line of the journal of a directive may be about besides bodies, as `historyOf` takes it: its tasks, and orders to plan for it. */
export const nameableIn = (directiveId: string) => sql`
  select 'task' as kind, task.id, task.address, task.text, task.position as place from task where task.directive_id = ${directiveId}
  union all select 'order', id, '', title, 0 from plan_order where directive_id = ${directiveId}`
