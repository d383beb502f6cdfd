import { sql } from 'kysely'
import { endpoints as directives } from '../directives/contract.ts'
import type { Database } from '../kernel/database.ts'
import type { Office } from '../kernel/serve.ts'
import { hashPassword } from '../people/accounts.ts'
import type { Duty } from '../people/contract.ts'
import { examplePassword } from '../people/example.ts'
import { insertHolding, insertPerson, insertPost, setClockDay } from '../people/queries.ts'
import { actingAs } from './acting.ts'
import { loadBodies, loadClasses, loadKinds } from './registry.ts'
import { readPlan, readTable } from './table.ts'

/** The day on which the example opens. */
export const exampleDay = '2013-11-15'

/** What every installation starts with: kinds and classes of bodies, as data an administrator may change. */
export async function loadDefaults(db: Database): Promise<void> {
  await db.transaction().execute(async (db) => {
    await loadKinds(db)
    if (!(await db.selectFrom('bodyClass').select('id').limit(1).executeTakeFirst())) await loadClasses(db)
  })
}

/** The example: the registry of 1-7-2013, people with posts, the plan read and waiting for review, on a clock set to 15-11-2013. */
export async function loadExample(db: Database, office: Office): Promise<void> {
  await loadDefaults(db)
  await db.transaction().execute(async (db) => {
    const bodies = await loadBodies(db)
    await loadPeople(db, bodies)
    await db.insertInto('setting').values({ key: 'example', value: sql<string>`'true'::jsonb` }).execute()
    await setClockDay(db, exampleDay)
  })
  const clerk = await actingAs(db, 'btctw.chuyenvien')
  await office.answer(directives.readDirective, clerk, { text: await readPlan() }, at('2013-11-15T08:00'))
}

/** Circumstances of an act of the example. */
export const at = (moment: string) => ({
  now: Temporal.PlainDateTime.from(moment).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant(),
  language: 'vi' as const,
})

async function loadPeople(db: Database, bodies: Map<string, string>): Promise<void> {
  const password = await hashPassword(examplePassword)
  const people = new Map<string, string>()
  for (const { username, name } of await readTable<'username' | 'name'>('people'))
    people.set(username, (await insertPerson(db, { name, username, password })) as string)
  for (const { body, title, duties, person, reach } of await readTable<'body' | 'title' | 'duties' | 'person' | 'reach'>('posts')) {
    const bodyId = bodies.get(body) as string
    const post = await insertPost(db, {
      bodyId,
      reachId: bodies.get(reach) ?? bodyId,
      title,
      duties: duties.split(',').map((duty) => duty.trim()) as Duty[],
      from: '2013-01-01',
    })
    await insertHolding(db, post.id, people.get(person) as string, '2013-01-01')
  }
}
