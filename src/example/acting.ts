import { sql } from 'kysely'
import type { Database } from '../kernel/database.ts'
import type { Person } from '../kernel/serve.ts'

/** A person of the example acting in their first post (or the one in a given body), for acts from within. */
export async function actingAs(db: Database, username: string, bodyName?: string): Promise<Person> {
  const { rows } = await sql<Person>`
    select person.id as person_id, person.id as session_id, person.name, holding.id as holding_id, post.body_id, post.reach_id, post.duties
    from person join holding on holding.person_id = person.id join post on post.id = holding.post_id
    where person.username = ${username} and (${bodyName ?? null}::text is null or exists (select from body_version body where body.body_id = post.body_id and body.name = ${bodyName ?? null}))
    order by holding.id limit 1`.execute(db)
  if (!rows[0]) throw new Error(`the example has nobody called ${username}${bodyName ? ` in ${bodyName}` : ''}`)
  return rows[0]
}
