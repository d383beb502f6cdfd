import { sql } from 'kysely'
import type { Database } from '../kernel/database.ts'
import type { Person } from '../kernel/serve.ts'
import { nameOn } from '../organisations/queries.ts'
import { under } from '../organisations/reach.ts'
import type { Duty, HeldPost } from './contract.ts'

/** The day the product's clock is set to (null while it runs with the machine's), and who a session's token belongs to, acting in which post: one question for every request. */
export async function findCaller(db: Database, token: string | null): Promise<{ clockDay: string | null; user: Person | null }> {
  const { rows } = await sql<{ clockDay: string | null } & ({ [Field in keyof Person]: null } | Person)>`
    select clock.set_to as clock_day, session.id as session_id, person.id as person_id, person.name, held.id as holding_id, held.body_id, held.reach_id, coalesce(held.duties, '{}') as duties
    from (select (select (value #>> '{}')::date from setting where key = 'clock') as set_to) clock
    left join (session join person on person.id = session.person_id and not person.disabled) on session.token = ${token} and session.expires_at > now()
    left join lateral (
      select holding.id, post.body_id, post.reach_id, post.duties
      from holding join post on post.id = holding.post_id, (select coalesce(clock.set_to, (now() at time zone 'Asia/Ho_Chi_Minh')::date) as day) today
      where holding.person_id = person.id and holding.valid @> today.day and post.valid @> today.day
      order by holding.id = session.holding_id desc nulls last, holding.id limit 1
    ) held on true`.execute(db)
  const { clockDay, ...user } = rows[0] as (typeof rows)[0]
  return { clockDay, user: user.personId === null ? null : (user as Person) }
}

/** The day the product's clock is set to, or null while it runs with the machine's. */
export async function clockDay(db: Database): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'clock').executeTakeFirst()
  return typeof row?.value === 'string' ? row.value : null
}

/** Sets or frees the clock. */
export const setClockDay = (db: Database, day: string | null) =>
  day === null
    ? db.deleteFrom('setting').where('key', '=', 'clock').execute()
    : db
        .insertInto('setting')
        .values({ key: 'clock', value: JSON.stringify(day) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(day) }))
        .execute()

/** Whether the example is loaded. */
export const isExample = async (db: Database): Promise<boolean> =>
  Boolean(await db.selectFrom('setting').select('key').where('key', '=', 'example').executeTakeFirst())

/** Whether nobody has an account yet. */
export const isEmpty = async (db: Database): Promise<boolean> => !(await db.selectFrom('person').select('id').limit(1).executeTakeFirst())

/** Serialises what must happen once on an empty installation. */
export const lockStart = (db: Database) => sql`select pg_advisory_xact_lock(hashtext('first administrator'))`.execute(db)

/** The posts a person holds on a day. */
export const postsOf = (db: Database, personId: string, day: string): Promise<HeldPost[]> =>
  sql<HeldPost>`
    select holding.id as holding_id, post.title, post.body_id, body.name as body_name, body.short_name as body_short_name, post.reach_id, field.name as reach_name, post.duties
    from holding join post on post.id = holding.post_id
    join body_version body on body.body_id = post.body_id and body.valid @> ${day}::date
    join body_version field on field.body_id = post.reach_id and field.valid @> ${day}::date
    where holding.person_id = ${personId} and holding.valid @> ${day}::date and post.valid @> ${day}::date
    order by holding.id`
    .execute(db)
    .then(({ rows }) => rows)

/** A person's account name. */
export const usernameOf = (db: Database, personId: string) =>
  db.selectFrom('person').select('username').where('id', '=', personId).executeTakeFirstOrThrow()

/** The example's accounts with their posts. */
export const accountsWithPosts = (db: Database, day: string) =>
  sql<{ username: string; name: string; posts: string[] }>`
    select person.username, person.name, array_agg(post.title || ' – ' || body.name order by holding.id) as posts
    from person join holding on holding.person_id = person.id join post on post.id = holding.post_id
    join body_version body on body.body_id = post.body_id and body.valid @> ${day}::date
    where (select value -> 'accounts' from setting where key = 'example') ? person.username
    group by person.id order by min(holding.id::text)`
    .execute(db)
    .then(({ rows }) => rows)

/** Remembers the post a session acts in. */
export const actIn = (db: Database, sessionId: string, holdingId: string) =>
  db.updateTable('session').set({ holdingId }).where('id', '=', sessionId).execute()

/** Begins a session of a person. */
export const insertSession = (db: Database, personId: string, token: string, hours: number) =>
  db
    .insertInto('session')
    .values({ personId, token, expiresAt: sql<string>`now() + make_interval(hours => ${hours})` })
    .execute()

/** Whether an account is locked. */
export const isLocked = (db: Database, username: string): Promise<boolean> =>
  db.selectFrom('person').select('id').where('username', '=', username).where('disabled', '=', true).executeTakeFirst().then(Boolean)

/** Ends a session. */
export const endSession = (db: Database, sessionId: string) => db.deleteFrom('session').where('id', '=', sessionId).execute()

/** Ends all other sessions of a person. */
export const endOtherSessions = (db: Database, personId: string, sessionId: string) =>
  db.deleteFrom('session').where('personId', '=', personId).where('id', '!=', sessionId).execute()

/** Clears away sessions that have ended, and attempts to sign in that no longer count. */
export async function clearSessions(db: Database): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<', sql<string>`now()`).execute()
  await db.deleteFrom('rateLimit').where('lastRequest', '<', sql<number>`extract(epoch from now() - interval '1 day') * 1000`).execute()
}

/** The hash of a person's password. */
export const passwordOf = (db: Database, personId: string) =>
  db.selectFrom('account').select(['id', 'password']).where('personId', '=', personId).where('providerId', '=', 'credential').executeTakeFirst()

export const setPassword = (db: Database, accountId: string, password: string) =>
  db.updateTable('account').set({ password }).where('id', '=', accountId).execute()

type NewPerson = { name: string; username: string; password: string; keptBy: string | null }

/** Makes a person with a password (already hashed), whose account a body keeps; undefined when the username is taken. */
export async function insertPerson(db: Database, person: NewPerson): Promise<string | undefined> {
  const row = await db
    .insertInto('person')
    .values({ name: person.name, username: person.username, email: `${person.username}@invalid`, keptBy: person.keptBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row)
    await db.insertInto('account').values({ personId: row.id, accountId: row.id, providerId: 'credential', password: person.password }).execute()
  return row?.id
}

/** Makes a post that holds from a day on. */
export const insertPost = (db: Database, post: { bodyId: string; reachId: string; title: string; duties: Duty[]; from: string }) =>
  db
    .insertInto('post')
    .values({
      bodyId: post.bodyId,
      reachId: post.reachId,
      title: post.title,
      duties: post.duties,
      valid: sql<string>`daterange(${post.from}::date, null)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Puts a person into a post; undefined when they hold it already. */
export const insertHolding = (db: Database, postId: string, personId: string, from: string) =>
  db
    .insertInto('holding')
    .values({ postId, personId, valid: sql<string>`daterange(${from}::date, null)` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

/** Ends a holding as of a day; one that has ended before stays as it is. */
export const endHolding = (db: Database, holdingId: string, from: string) =>
  sql`update holding set valid = valid * daterange(null, ${from}::date) where id = ${holdingId}`.execute(db)

/** A post and its body. */
export const findPost = (db: Database, postId: string) =>
  db.selectFrom('post').select(['id', 'bodyId', 'reachId', 'duties']).where('id', '=', postId).executeTakeFirst()

/** A holding and the body of its post. */
export const findHolding = (db: Database, holdingId: string) =>
  db
    .selectFrom('holding')
    .innerJoin('post', 'post.id', 'holding.postId')
    .select(['holding.id', 'holding.personId', 'post.bodyId'])
    .where('holding.id', '=', holdingId)
    .executeTakeFirst()

/** Somebody by their account name. */
export const findPersonByUsername = (db: Database, username: string) =>
  db.selectFrom('person').select('id').where('username', '=', username).executeTakeFirst()

export const findPersonById = (db: Database, personId: string) => db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()

/** The posts of a body with their holders on a day. */
export const postsOfBody = (db: Database, bodyId: string, day: string) =>
  sql<{
    id: string
    title: string
    duties: Duty[]
    reachId: string
    reachName: string
    holders: { holdingId: string; personId: string; name: string; username: string; from: string | null }[]
  }>`
    select post.id, post.title, post.duties, post.reach_id, field.name as reach_name, coalesce((
      select json_agg(json_build_object('holdingId', holding.id, 'personId', person.id, 'name', person.name, 'username', person.username, 'from', lower(holding.valid)) order by person.given_name, person.name)
      from holding join person on person.id = holding.person_id where holding.post_id = post.id and holding.valid @> ${day}::date), '[]') as holders
    from post join body_version field on field.body_id = post.reach_id and field.valid @> ${day}::date
    where post.body_id = ${bodyId} and post.valid @> ${day}::date order by post.title`
    .execute(db)
    .then(({ rows }) => rows)

type PeopleWanted = { words?: string | undefined; bodyId?: string | undefined; posts?: 'none' | undefined; limit: number }

/** People whose posts lie within a reach, or who have none, by given name; of one body and those under it, or only those without a post. */
export const peopleUnder = (db: Database, reachId: string, day: string, { words = '', bodyId, posts, limit }: PeopleWanted) =>
  sql<{ id: string; name: string; username: string; disabled: boolean; posts: string[] }>`
    select person.id, person.name, person.username, person.disabled,
      coalesce(array_agg(post.title || ' – ' || body.short_name order by post.title) filter (where post.id is not null), '{}') as posts
    from person
    left join holding on holding.person_id = person.id and holding.valid @> ${day}::date
    left join post on post.id = holding.post_id
    left join body_version body on body.body_id = post.body_id and body.valid @> ${day}::date
    where fold(person.name || ' ' || person.username) like '%' || fold(${words}) || '%' and (post.id is null or ${under(sql`post.body_id`, reachId, day)})
      and ${bodyId ? under(sql`post.body_id`, bodyId, day) : sql`true`} and ${posts === 'none' ? sql`post.id is null` : sql`true`}
    group by person.id order by person.given_name, person.name limit ${limit}`
    .execute(db)
    .then(({ rows }) => rows)

/** One of the people that a reach is shown. */
export const findPersonUnder = (db: Database, reachId: string, day: string, personId: string) =>
  sql<{ id: string; name: string; username: string; disabled: boolean }>`
    select person.id, person.name, person.username, person.disabled from person
    left join holding on holding.person_id = person.id and holding.valid @> ${day}::date
    left join post on post.id = holding.post_id
    where person.id = ${personId} and (post.id is null or ${under(sql`post.body_id`, reachId, day)}) limit 1`
    .execute(db)
    .then(({ rows }) => rows[0])

type HoldingLine = {
  holdingId: string
  title: string
  bodyId: string
  bodyName: string
  duties: Duty[]
  from: string | null
  to: string | null
  isNow: boolean
}

/** The posts a person holds, held and will hold, those held on a day first. */
export const holdingsOf = (db: Database, personId: string, day: string) =>
  sql<HoldingLine>`
    select holding.id as holding_id, post.title, post.body_id, post.duties, lower(holding.valid) as "from", upper(holding.valid) - 1 as "to", holding.valid @> ${day}::date as is_now,
      ${nameOn(sql`post.body_id`, day)} as body_name
    from holding join post on post.id = holding.post_id
    where holding.person_id = ${personId} and not isempty(holding.valid) order by is_now desc, lower(holding.valid) desc nulls last, post.title`
    .execute(db)
    .then(({ rows }) => rows)

/** Gives a person another name; false when it is not the one that was. */
export const renamePerson = (db: Database, personId: string, was: string, name: string): Promise<boolean> =>
  db
    .updateTable('person')
    .set({ name })
    .where('id', '=', personId)
    .where('name', '=', was)
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => numUpdatedRows > 0n)

/** Locks an account, or unlocks it. */
export const lockPerson = (db: Database, personId: string, locked: boolean) =>
  db.updateTable('person').set({ disabled: locked }).where('id', '=', personId).execute()

/** Ends all sessions of a person. */
export const endSessions = (db: Database, personId: string) => db.deleteFrom('session').where('personId', '=', personId).execute()

/** Whether every post a person holds from a day on lies within a reach, or without any the body that keeps the account: only then may its administrator act on the account itself. */
export const standsWholly = (db: Database, personId: string, reachId: string, day: string): Promise<boolean> =>
  sql<{ yes: boolean }>`
    select coalesce(bool_and(${under(sql`post.body_id`, reachId, day)} and ${under(sql`post.reach_id`, reachId, day)}),
      (select ${under(sql`person.kept_by`, reachId, day)} from person where person.id = ${personId})) as yes
    from holding join post on post.id = holding.post_id where holding.person_id = ${personId} and holding.valid && daterange(${day}::date, null)`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)
