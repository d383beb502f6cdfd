import { sql } from 'kysely'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'
import { obligationSeenBy, stands } from '../../tasks/queries/sight.ts'
import { bodyName } from './names.ts'

/** Of these obligations those that are late with their bodies and somebody's body may urge: as standing body of the directive or from above; not while an urging by it waits for an answer. */
const urgeable = (user: Holder, day: string, ids: readonly string[]) => sql`
  directive as materialized (${seenDirectives(user, day, sql`directive.state = 'issued' and directive.id in (select directive_id from obligation where id = any(${ids}::uuid[]))`)}),
  late as materialized (
    select obligation.id, obligation.body_id, obligation.next_due as due, case when directive.secrecy <> 'none' then directive.id end as secret_of
    from obligation join directive on directive.id = obligation.directive_id
    where obligation.id = any(${ids}::uuid[]) and ${obligationSeenBy(user, day)} and ${stands('open-overdue', day)}
      and obligation.state in ('given', 'accepted', 'in-progress', 'sent-back') and obligation.body_id <> ${user.bodyId}
      and (directive.standing_id = ${user.bodyId} or ${under(sql`obligation.body_id`, user.bodyId, day)})
      and not exists (
        select from urging_thing thing join urging on urging.id = thing.urging_id join urging_act act on act.id = urging.act_id
        where thing.thing_id = obligation.id and act.body_id = ${user.bodyId} and act.answer_by >= ${day}::date
          and urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null)
  )`

/** The bodies that an act of urging over these obligations would reach, those with the most first. */
export const bodiesToUrge = (db: Database, user: Holder, day: string, ids: readonly string[]) =>
  sql<{ bodyId: string; name: string; things: number; daysLate: number }>`
    with ${urgeable(user, day, ids)}
    select late.body_id, ${bodyName(sql`late.body_id`)} as name, count(*) as things, max(${day}::date - late.due) as days_late from late group by late.body_id
    order by things desc, days_late desc, name`
    .execute(db)
    .then(({ rows }) => rows)

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

/** Writes an act of urging over these obligations, less those of the bodies left out: an urging to each body with what is late there. What belongs to a secret directive goes apart. */
export async function insertUrgings(db: Database, user: Holder, day: string, ids: readonly string[], except: readonly string[], act: Act) {
  const { id: actId } = await db
    .insertInto('urgingAct')
    .values({ bodyId: user.bodyId, ...act })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ urgingId: string; bodyId: string; things: number }>`
    with ${urgeable(user, day, ids)},
    meant as (select * from late where body_id <> all(${except}::uuid[])),
    made as (insert into urging (act_id, body_id, secret_of) select distinct ${actId}::uuid, body_id, secret_of from meant returning id, body_id, secret_of),
    listed as (
      insert into urging_thing (urging_id, kind, thing_id, due)
      select made.id, 'milestone', meant.id, meant.due from meant join made on made.body_id = meant.body_id and made.secret_of is not distinct from meant.secret_of
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
