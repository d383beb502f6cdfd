import { sql } from 'kysely'
import { loadDefaults } from '../src/example/load.ts'
import type { Database } from '../src/kernel/database.ts'
import { refreshReach } from '../src/organisations/queries.ts'
import { hashPassword } from '../src/people/accounts.ts'

/** Everybody's password. */
export const password = 'mot mat khau chung'

/** How many bodies a directive is laid on; the root above them only issues. */
export const bodyCount = 5000

/** First number of each level: 0 the root, 1 the standing body, 2 to 67 the rest of the centre, then 63 provinces, 700 districts, 11,000 communes (4,170 where there are no more bodies), and bodies at the grassroots. */
export const firstOf = { standing: 1, centre: 2, province: 68, district: 131, commune: 831, grassroots: 11_831 } as const
const provinces = firstOf.district - firstOf.province
const districts = firstOf.commune - firstOf.district
const communes = firstOf.grassroots - firstOf.commune

/** Somebody’s account name by the number of their body. */
export const usernameOf = (number: number): string => `co-quan-${String(number).padStart(5, '0')}`

/** The district that a commune stands under, and so on upward, by numbers. */
export const superiorOf = (number: number): number =>
  number >= firstOf.grassroots
    ? firstOf.commune + ((number - firstOf.grassroots) % communes)
    : number >= firstOf.commune
      ? firstOf.district + ((number - firstOf.commune) % districts)
      : number >= firstOf.district
        ? firstOf.province + ((number - firstOf.district) % provinces)
        : 0

/** Fills an empty database with the tree and, for each body, somebody who is its clerk, leader and appraiser; the standing body has its clerk and leader, and an inspector looks at all. */
export async function fillRegistry(db: Database, bodies = bodyCount): Promise<void> {
  await loadDefaults(db)
  const numbers = Array.from({ length: bodies + 1 }, (_, number) => ({
    number,
    superior: number === 0 ? null : superiorOf(number),
    username: usernameOf(number),
  }))
  await db.transaction().execute(async (db) => {
    await sql`
      create temporary table given on commit drop as
      select uuidv7() as id, uuidv7() as person_id, number, superior, username,
        case when number < ${firstOf.province}::int then 'central' when number < ${firstOf.district}::int then 'province' when number < ${firstOf.commune}::int then 'district' when number < ${firstOf.grassroots}::int then 'commune' else 'grassroots' end as level
      from json_to_recordset(${JSON.stringify(numbers)}::json) as given(number int, superior int, username text)`.execute(db)
    await sql`insert into body (id, established) select id, '1976-01-01' from given`.execute(db)
    await sql`
      insert into body_version (body_id, valid, name, short_name, kind, level, parent_id)
      select given.id, daterange('1976-01-01', null), named.name, named.name, named.kind, given.level, superior.id
      from given left join given superior on superior.number = given.superior,
      lateral (select
        case when given.number = 0 then 'central-committee' when given.number = ${firstOf.standing}::int then 'party-board' when given.number = ${firstOf.centre}::int then 'inspection-committee'
          when given.level = 'central' then case given.number % 2 when 0 then 'party-affairs-committee' else 'party-delegation' end
          when given.level = 'province' then 'provincial-party-committee' when given.level = 'district' then 'district-party-committee' else 'commune-party-committee' end as kind,
        case when given.number = 0 then 'Ban Chấp hành Trung ương' when given.number = ${firstOf.standing}::int then 'Ban Tổ chức Trung ương'
          when given.level = 'central' then 'Ban cán sự đảng, đảng đoàn Trung ương số ' || given.number
          when given.level = 'province' then 'Tỉnh ủy số ' || given.number
          when given.level = 'district' then 'Huyện ủy số ' || given.number || ', tỉnh số ' || given.superior
          when given.level = 'grassroots' then 'Đảng ủy cơ sở số ' || given.number || ', xã số ' || given.superior
          else 'Đảng ủy xã số ' || given.number || ', huyện số ' || given.superior end as name) named`.execute(db)
    await sql`
      insert into person (id, name, username, email)
      select person_id, 'Nguyễn Văn ' || number, username, username || '@invalid' from given`.execute(db)
    await addPosts(
      db,
      sql`select id, id, 'Bí thư cấp ủy', array['clerk', 'leader', 'appraiser'], person_id from given where number <> ${firstOf.standing}`,
    )
    const extra = [
      { username: 'thuong-truc.van-thu', number: firstOf.standing, duties: ['clerk'] },
      { username: 'thuong-truc.lanh-dao', number: firstOf.standing, duties: ['leader', 'appraiser'] },
      { username: 'kiem-tra', number: firstOf.centre, duties: ['inspector'] },
    ]
    await sql`insert into person (name, username, email) select 'Trần Thị ' || username, username, username || '@invalid' from json_to_recordset(${JSON.stringify(extra)}::json) as extra(username text)`.execute(
      db,
    )
    await addPosts(
      db,
      sql`select given.id, root.id, 'Chuyên viên', array(select json_array_elements_text(extra.duties)), person.id
        from json_to_recordset(${JSON.stringify(extra)}::json) as extra(username text, number int, duties json)
        join given on given.number = extra.number join given root on root.number = 0 join person on person.username = extra.username`,
    )
    await sql`insert into account (person_id, account_id, provider_id, password) select id, id, 'credential', ${await hashPassword(password)} from person`.execute(
      db,
    )
    await refreshReach(db, null)
  })
  await sql`vacuum (analyze)`.execute(db)
}

const addPosts = (db: Database, source: ReturnType<typeof sql>) =>
  sql`
    with source(body_id, reach_id, title, duties, person_id) as materialized (${source}),
    posts as (
      insert into post (id, body_id, reach_id, title, duties, valid)
      select uuidv7(), body_id, reach_id, title, duties, daterange('2010-01-01', null) from source returning id, body_id, duties
    )
    insert into holding (post_id, person_id, valid)
    select posts.id, source.person_id, daterange('2010-01-01', null) from posts join source using (body_id, duties)`.execute(db)
