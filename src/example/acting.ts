import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../kernel/database.ts'
import type { Files } from '../kernel/files.ts'
import { type Person, timeZone } from '../kernel/serve.ts'

/** Circumstances of an act of the example, at a local moment. */
export const at = (moment: string) => ({ now: Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).toInstant(), language: 'vi' as const })

/** A person of the example acting in their first post; or, without a username, whoever is clerk of a body of that name. */
export async function actingAs(db: Database, username: string | null, bodyName?: string): Promise<Person> {
  const { rows } = await sql<Person>`
    select person.id as person_id, person.id as session_id, person.name, holding.id as holding_id, post.body_id, post.reach_id, post.duties
    from person join holding on holding.person_id = person.id join post on post.id = holding.post_id
    where (${username}::text is null or person.username = ${username})
      and (${bodyName ?? null}::text is null or ('clerk' = any(post.duties) and exists (select from body_version body where body.body_id = post.body_id and body.name = ${bodyName ?? null})))
    order by holding.id::text limit 1`.execute(db)
  if (!rows[0]) throw new Error(`the example has nobody called ${username ?? 'clerk'}${bodyName ? ` in ${bodyName}` : ''}`)
  return rows[0]
}

/** Keeps a text as a file that a person has handed in; gives its id. */
export async function keepEvidence(db: Database, files: Files, personId: string, name: string, text: string): Promise<string> {
  const { sha256, size } = await files.keep(Readable.from([Buffer.from(text)]))
  const { id } = await db
    .insertInto('file')
    .values({ sha256, name, mediaType: 'text/plain', size, uploadedBy: personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
