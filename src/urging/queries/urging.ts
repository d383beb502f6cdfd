import { sql } from 'kysely'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { nameOn } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import type { LeftOut, UrgedKind } from '../contract.ts'
import { kindOf } from './late.ts'
import { superiorOf } from './pressing.ts'
import { urgingSeenBy } from './sight.ts'

export type Named = { what: UrgedKind; ids: readonly string[] }

/**
 * Of these things `late`: those that are late with their bodies and somebody's body may urge: as standing body of the directive, as who ordered or sent it, or from above; not while an
 * urging by it waits for an answer. Of the others, as far as they are seen, `meant` says why not.
 */
const urgeable = (user: Holder, day: string, { what, ids }: Named) => {
  const { table, beside, due, isSeen, isLive, isLate, otherwise, alsoBy } = kindOf(what, user, day)
  return sql`
  directive as materialized (${seenDirectives(user, day, sql`directive.state = 'issued' and directive.id in (select directive_id from ${table} where id = any(${ids}::uuid[]))`)}),
  meant as materialized (
    select ${table}.id, ${table}.body_id, ${due} as due, case when directive.secrecy <> 'none' then directive.id end as secret_of,
      case when directive.taken_back is not null then 'taken-back' when not ${isLate} then 'not-late' ${otherwise}
        when ${table}.body_id = ${user.bodyId} then 'own'
        when not (${user.bodyId} in (directive.standing_id, ${alsoBy}) is true or ${under(sql`${table}.body_id`, user.bodyId, day)}) then 'not-yours'
        when exists (
          select from urging_thing thing join urging on urging.id = thing.urging_id join urging_act act on act.id = urging.act_id
          where thing.thing_id = ${table}.id and thing.kind = ${what} and act.body_id = ${user.bodyId} and act.answer_by >= ${day}::date
            and urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null) then 'waits'
      end as left_out
    from ${table} join directive on directive.id = ${table}.directive_id ${beside}
    where ${table}.id = any(${ids}::uuid[]) and ${isLive} and ${isSeen}
  ),
  late as materialized (select * from meant where left_out is null)`
}

/** The bodies that an act of urging over these things would reach, those with the most first; and when each was last urged over one of them, as far as somebody may see that. */
export const bodiesToUrge = (db: Database, user: Holder, day: string, named: Named) =>
  sql<{ bodyId: string; name: string; things: number; daysLate: number; urgedOn: string | null }>`
    with ${urgeable(user, day, named)}
    select late.body_id, ${nameOn(sql`late.body_id`, day)} as name, count(*) as things, max(${day}::date - late.due) as days_late, max(before.urged_on) as urged_on
    from late left join lateral (
      select max(act.urged_on) as urged_on from urging_thing thing join urging on urging.id = thing.urging_id join urging_act act on act.id = urging.act_id
      where thing.thing_id = late.id and thing.kind = ${named.what} and urging.withdrawn_on is null and ${urgingSeenBy(user, day)}
    ) before on true group by late.body_id
    order by things desc, days_late desc, name`
    .execute(db)
    .then(({ rows }) => rows)

/** So many names of bodies are told of what is said of several. */
const namesTold = 5

/** Of the bodies that an act of urging over these things would reach, those above which nobody could take up what is not answered: how many, and the names of some. */
export const withoutSuperior = (db: Database, user: Holder, day: string, named: Named) =>
  sql<{ bodies: number; names: string[] }>`
    with ${urgeable(user, day, named)},
    alone as (select distinct body_id from (select distinct body_id, secret_of from late) urging where ${superiorOf(sql`urging`, day)} is null),
    ranked as (select ${nameOn(sql`alone.body_id`, day)} as name, row_number() over (order by ${nameOn(sql`alone.body_id`, day)}) as rank from alone)
    select count(*) as bodies, coalesce(array_agg(name order by rank) filter (where rank <= ${namesTold}), '{}') as names from ranked`
    .execute(db)
    .then(({ rows }) => rows[0] ?? { bodies: 0, names: [] })

/** Of these things what an act of urging would leave out, by the reason: how much, on how many bodies, and the names of some. */
export const leftOut = (db: Database, user: Holder, day: string, named: Named) =>
  sql<{ why: LeftOut; things: number; bodies: number; names: string[] }>`
    with ${urgeable(user, day, named)},
    held as (select left_out, body_id, count(*) as things from meant where left_out is not null group by left_out, body_id),
    ranked as (select *, row_number() over (partition by left_out order by things desc, body_id) as rank from held)
    select left_out as why, sum(things)::int as things, count(*) as bodies, array_agg(${nameOn(sql`ranked.body_id`, day)} order by rank) filter (where rank <= ${namesTold}) as names
    from ranked group by left_out order by things desc`
    .execute(db)
    .then(({ rows }) => rows)

/** Lets one of a body urge at a time, until the transaction ends. */
export const lockUrging = (db: Database, bodyId: string) => sql`select pg_advisory_xact_lock(hashtext('urging'), hashtext(${bodyId}))`.execute(db)

/** The day on which a body sent letters under a number, however it is spaced, in the year of a day. */
export const dayOfNumber = (db: Database, bodyId: string, number: string, day: string): Promise<string | undefined> =>
  sql<{ urgedOn: string }>`
    select urged_on from urging_act where body_id = ${bodyId} and replace(number, ' ', '') = replace(${number}, ' ', '') and extract(year from urged_on) = extract(year from ${day}::date) limit 1`
    .execute(db)
    .then(({ rows }) => rows[0]?.urgedOn)

type Act = {
  holdingId: string
  urgedOn: string
  urgedAt: string
  answerBy: string
  words: string
  number: string
  place: string
  signer: string
  signerTitle: string
  escalates: boolean
}

/** Writes an act of urging over these things, less those of the bodies left out: an urging to each body with what is late there. What belongs to a secret directive goes apart. */
export async function insertUrgings(db: Database, user: Holder, day: string, named: Named, except: readonly string[], act: Act) {
  const { id: actId } = await db
    .insertInto('urgingAct')
    .values({ bodyId: user.bodyId, ...act })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ urgingId: string; bodyId: string; things: number }>`
    with ${urgeable(user, day, named)},
    urged as (select * from late where body_id <> all(${except}::uuid[])),
    made as (insert into urging (act_id, body_id, secret_of) select distinct ${actId}::uuid, body_id, secret_of from urged returning id, body_id, secret_of),
    listed as (
      insert into urging_thing (urging_id, kind, thing_id, due)
      select made.id, ${named.what}, urged.id, urged.due from urged join made on made.body_id = urged.body_id and made.secret_of is not distinct from urged.secret_of
      returning urging_id
    )
    select made.id as urging_id, made.body_id, count(*) as things from made join listed on listed.urging_id = made.id group by made.id, made.body_id`.execute(
    db,
  )
  return { actId, urgings: rows }
}

/** The name and level of a body, and the title of somebody's post, for a letter. */
export const writerOf = (db: Database, user: Holder, day: string) =>
  sql<{ name: string; level: string; title: string }>`
    select body.name, body.level, post.title from body_version body, holding join post on post.id = holding.post_id
    where body.body_id = ${user.bodyId} and body.valid @> ${day}::date and holding.id = ${user.holdingId}`
    .execute(db)
    .then(({ rows }) => rows[0])
