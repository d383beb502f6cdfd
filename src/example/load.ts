import { sql } from 'kysely'
import { endpoints as directives } from '../directives/contract.ts'
import type { Database } from '../kernel/database.ts'
import type { Files } from '../kernel/files.ts'
import type { Office } from '../kernel/serve.ts'
import { hashPassword } from '../people/accounts.ts'
import type { Duty } from '../people/contract.ts'
import { examplePassword } from '../people/example.ts'
import { insertHolding, insertPerson, insertPost, setClockDay } from '../people/queries.ts'
import { actingAs, at } from './acting.ts'
import { carryOutProvincialPlan, issueProvincialPlan } from './history.ts'
import { loadPlans } from './plans.ts'
import { loadBodies, loadClasses, loadKinds } from './registry.ts'
import { readExample, readTable } from './table.ts'
import { loadUrging } from './urging.ts'

/** The day on which the example opens. */
export const exampleDay = '2013-11-15'

/** What every installation starts with: kinds and classes of bodies, as data an administrator may change. */
export async function loadDefaults(db: Database): Promise<void> {
  await db.transaction().execute(async (db) => {
    await loadKinds(db)
    if (!(await db.selectFrom('bodyClass').select('id').limit(1).executeTakeFirst())) await loadClasses(db)
  })
}

/** The example: the registry of 1-7-2013, people with posts, a province's plan under way, what its districts and communes plan for it, with what is late urged, and the Politburo's plan read and waiting for review, on a clock set to 15-11-2013. */
export async function loadExample(db: Database, office: Office, files: Files): Promise<void> {
  await loadDefaults(db)
  await db.transaction().execute(async (db) => {
    const bodies = await loadBodies(db)
    const shown = await loadPeople(db, bodies)
    await db
      .insertInto('setting')
      .values({ key: 'example', value: sql<string>`${JSON.stringify({ accounts: shown })}::jsonb` })
      .execute()
    await setClockDay(db, exampleDay)
  })
  const provincial = await issueProvincialPlan(db, office)
  // plans were begun before the first task was done
  await loadPlans(db, office, provincial)
  await carryOutProvincialPlan(db, office, files, provincial)
  await loadUrging(db, office)
  await office.answer(
    directives.readDirective,
    await actingAs(db, 'btctw.chuyenvien'),
    { text: await readExample('ke-hoach-64-kl-tw.txt') },
    at('2013-11-15T08:00'),
  )
}

/** People with their posts, and a clerk for every other body of the province whose plan is under way; gives the usernames the sign-in page offers. */
async function loadPeople(db: Database, bodies: Map<string, string>): Promise<string[]> {
  const password = await hashPassword(examplePassword)
  const people = new Map<string, string>()
  const keptBy = bodies.get('ban-chap-hanh-trung-uong') as string
  for (const { username, name } of await readTable<'username' | 'name'>('people'))
    people.set(username, (await insertPerson(db, { name, username, password, keptBy })) as string)
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
  await loadClerks(db, bodies.get('tinh-uy-bac-ninh') as string, password)
  return [...people.keys()]
}

const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Ngô', 'Đỗ', 'Bùi', 'Dương']
const middleNames = ['Thị Thu', 'Văn', 'Thị Kim', 'Đình', 'Thị Hải', 'Quang', 'Thị Bích']
const givenNames = ['Anh', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hạnh', 'Khánh', 'Linh', 'Minh', 'Nga', 'Oanh', 'Phúc', 'Sơn']

async function loadClerks(db: Database, provinceId: string, password: string): Promise<void> {
  const name = (list: string[]) => sql`(${list}::text[])[1 + (row_number() over (order by body.name))::int % ${list.length}]`
  await sql`
    with clerk as materialized (
      select uuidv7() as person_id, uuidv7() as post_id, body.body_id, 'bn.vanthu' || row_number() over (order by body.name) as username,
        ${name(familyNames)} || ' ' || ${name(middleNames)} || ' ' || ${name(givenNames)} as name
      from body_reach reach join body_version body on body.body_id = reach.body_id
      where reach.ancestor_id = ${provinceId} and reach.depth > 0 and not exists (select from post where post.body_id = body.body_id and 'clerk' = any(post.duties))
    ), people as (
      insert into person (id, name, username, email, kept_by) select person_id, name, username, username || '@invalid', body_id from clerk
    ), accounts as (
      insert into account (person_id, account_id, provider_id, password) select person_id, person_id::text, 'credential', ${password} from clerk
    ), posts as (
      insert into post (id, body_id, reach_id, title, duties, valid) select post_id, body_id, body_id, 'Văn thư', array['clerk'], daterange('2013-01-01', null) from clerk
    )
    insert into holding (post_id, person_id, valid) select post_id, person_id, daterange('2013-01-01', null) from clerk`.execute(db)
}
