import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../kernel/database.ts'
import { inClass, rankOf } from '../../organisations/queries.ts'
import type { Role } from '../contract.ts'
import { inField } from './drafts.ts'

/** The row `scope`: the field in which the classes of a directive are meant, worked out once. */
const scopeOf = (directiveId: string, day: string) =>
  sql`(select directive_field(issuer_id, ${day}::date) as field from directive where id = ${directiveId} offset 0) scope`

/** True where the row `body` is what the row `role` was matched to: a body, or one of the class (none: null) within the field that `scope` gives. */
const isMeant = (day: string) => sql<boolean>`(body.body_id = role.body_id or (class.id is not null and ${inClass} and ${inField(day)}))`

/** Every live task of a directive × the bodies that those of its roles for which a condition holds resolve to on a day, each once; classes are meant within the field of the issuer. */
const resolved = (directiveId: string, day: string, narrowed = sql`true`) => sql`
  select distinct task.id as task_id, role.role, body.body_id
  from task join task_role role on role.task_id = task.id
  left join body_class class on class.id = role.class_id
  cross join ${scopeOf(directiveId, day)}
  join body_version body on body.valid @> ${day}::date and ${isMeant(day)}
  where task.directive_id = ${directiveId} and task.dropped_why is null and ${narrowed}`

/** Names of live tasks that are settled for nobody and that, on a day, stand for nobody: neither a body, nor a class with bodies in the field. */
export const unmatchedNames = (db: Database, directiveId: string, day: string) =>
  sql<{ named: string; taskId: string; role: z.infer<typeof Role> }>`
    with scope as materialized (select directive_field(issuer_id, ${day}::date) as field from directive where id = ${directiveId}),
    empty as materialized (
      select class.id from body_class class cross join scope
      where not class.is_open and class.id in (select role.class_id from task_role role join task on task.id = role.task_id where task.directive_id = ${directiveId})
        and not exists (select from body_version body where body.valid @> ${day}::date and ${inClass} and ${inField(day)})
    )
    select role.named, role.task_id, role.role from task_role role join task on task.id = role.task_id
    where task.directive_id = ${directiveId} and task.dropped_why is null and role.body_id is null and not role.settled
      and (role.class_id is null or role.class_id in (select id from empty))
    order by task.position`
    .execute(db)
    .then(({ rows }) => rows)

/** Live tasks that no body of the registry leads on a day. */
export const tasksWithoutLead = (db: Database, directiveId: string, day: string) =>
  sql<{ taskId: string; text: string }>`
    select task.id as task_id, task.text
    from task cross join ${scopeOf(directiveId, day)}
    left join lateral (
      select true as found from task_role role left join body_class class on class.id = role.class_id
      join body_version body on body.valid @> ${day}::date and ${isMeant(day)}
      where role.task_id = task.id and role.role = 'lead' limit 1
    ) lead on true
    where task.directive_id = ${directiveId} and task.dropped_why is null and lead.found is null
    order by task.position`
    .execute(db)
    .then(({ rows }) => rows)

/** True where the row `body` can have nothing laid on it by a directive: of a higher level than its issuer, or of another place. */
const isOutOfReach = (directiveId: string, day: string) =>
  sql<boolean>`(${rankOf(sql`body.level`)} < (
    select ${rankOf(sql`issuer.level`)} from directive join body_version issuer on issuer.body_id = directive.issuer_id and issuer.valid @> ${day}::date where directive.id = ${directiveId})
    or (select is_elsewhere(body.body_id, directive_field(issuer_id, ${day}::date), ${day}::date) from directive where id = ${directiveId}))`

/** True where a directive's issuer stands anywhere but at the centre, from which nothing is out of reach: known before any body is looked at. */
const hasLimits = (directiveId: string, day: string) =>
  sql<boolean>`(select issuer.level from directive join body_version issuer on issuer.body_id = directive.issuer_id and issuer.valid @> ${day}::date where directive.id = ${directiveId}) <> 'central'`

/** A lead of a live task that is out of the directive's reach on a day, or undefined. */
export const findLeadOutOfReach = (db: Database, directiveId: string, day: string) =>
  sql<{ name: string }>`
    select body.name
    from (
      select distinct role.body_id, role.class_id from task join task_role role on role.task_id = task.id
      where task.directive_id = ${directiveId} and task.dropped_why is null and role.role = 'lead'
    ) role
    left join body_class class on class.id = role.class_id
    cross join ${scopeOf(directiveId, day)}
    join body_version body on body.valid @> ${day}::date and ${isMeant(day)}
    where ${hasLimits(directiveId, day)} and ${isOutOfReach(directiveId, day)} limit 1`
    .execute(db)
    .then(({ rows }) => rows[0])

/** A body on a day, and whether it is out of a directive's reach. */
export const findReceiver = (db: Database, directiveId: string, bodyId: string, day: string) =>
  db
    .selectFrom('bodyVersion as body')
    .select('body.name')
    .select(isOutOfReach(directiveId, day).as('isOutOfReach'))
    .where('body.bodyId', '=', bodyId)
    .where(sql<boolean>`body.valid @> ${day}::date`)
    .executeTakeFirst()

/** Of some bodies, one that does not stand on a day or is out of a directive's reach, or undefined. */
export const findUnfit = (db: Database, directiveId: string, bodyIds: readonly string[], day: string) =>
  sql<{ bodyId: string; name: string | null }>`
    select asked.body_id, body.name from unnest(${bodyIds}::uuid[]) asked(body_id) left join body_version body on body.body_id = asked.body_id and body.valid @> ${day}::date
    where body.body_id is null or ${isOutOfReach(directiveId, day)} limit 1`
    .execute(db)
    .then(({ rows }) => rows[0])

/** How many obligations issuing would make, by level of the bodies. */
export const countByLevel = (db: Database, directiveId: string, day: string) =>
  sql<{ level: string; obligations: number; bodies: number }>`
    with resolved as (${resolved(directiveId, day)})
    select body.level, count(*) as obligations, count(distinct body.body_id) as bodies
    from resolved join body_version body on body.body_id = resolved.body_id and body.valid @> ${day}::date
    where resolved.role = 'lead' group by body.level
    order by case body.level when 'central' then 1 when 'province' then 2 when 'district' then 3 when 'commune' then 4 else 5 end`
    .execute(db)
    .then(({ rows }) => rows)

/** How many live tasks a directive has. */
export const countTasks = (db: Database, directiveId: string) =>
  db
    .selectFrom('task')
    .select(sql<number>`count(*)`.as('count'))
    .where('directiveId', '=', directiveId)
    .where('droppedWhy', 'is', null)
    .executeTakeFirstOrThrow()
    .then(({ count }) => count)

/**
 * Lays every live task on the bodies that lead it, as they stand on a day, in a few statements whatever their number.
 * An obligation's parent is the one of the nearest superior with the same task; it is confirmed by the superior's body where there is one,
 * else by the standing body, and what lies on the standing body by the body it is submitted to, or the issuer.
 * Many tasks have the same leads: a team. Who belongs to one, and who is next above whom in it, is worked out once for all its tasks.
 */
export async function layObligations(db: Database, directiveId: string, day: string, at: string): Promise<number> {
  await sql`set local work_mem = '64MB'`.execute(db)
  await layTeams(db, directiveId, day)
  await sql`
    create temporary table part on commit drop as ${resolved(directiveId, day, sql`role.role <> 'lead'`)}`.execute(db)
  await sql`insert into task_body (task_id, body_id, role) select task_id, body_id, role from part`.execute(db)
  await sql`
    insert into directive_body (directive_id, body_id, part)
    select ${directiveId}::uuid, body_id, role from part union select ${directiveId}::uuid, body_id, 'lead' from team_body on conflict do nothing`.execute(
    db,
  )
  const { rows } = await sql<{ laid: number }>`
    with due as (
      select task_id, min(due) as next_due, max(due) as final_due from milestone where due is not null group by task_id
    ), receiver as (
      select distinct on (task_id) task_id, body_id from part where role = 'submit-to' order by task_id, body_id
    ), lead as materialized (
      select uuidv7() as id, team_task.task_id, team_body.body_id, team_body.above_id from team_task join team_body on team_body.team = team_task.team order by team_body.body_id, team_task.task_id
    ), laid as (
      insert into obligation (id, task_id, directive_id, body_id, parent_id, verifier_id, next_due, final_due, given_on, updated_at)
      select lead.id, lead.task_id, directive.id, lead.body_id, above.id,
        coalesce(lead.above_id, nullif(directive.standing_id, lead.body_id), nullif(receiver.body_id, lead.body_id), nullif(directive.issuer_id, lead.body_id), lead.body_id),
        due.next_due, due.final_due, ${day}, ${at}
      from lead join directive on directive.id = ${directiveId}
      left join lead above on above.task_id = lead.task_id and above.body_id = lead.above_id
      left join due on due.task_id = lead.task_id left join receiver on receiver.task_id = lead.task_id
      order by lead.id
      returning directive_id, task_id, next_due
    ), ${tallied}
    select coalesce(sum(count), 0)::int as laid from tallied`.execute(db)
  return rows[0]?.laid ?? 0
}

/** Tells the planner what obligations and their bodies look like now: a new directive may bring a heap, and it would take it for a handful. */
export const analyzeObligations = async (db: Database): Promise<void> => void (await sql`analyze obligation, directive_body, task_body`.execute(db))

/** Which task has which team (`team_task`), and whom a team consists of, each with the nearest above it in the same team (`team_body`): temporary tables. The planner is told how large they are. */
async function layTeams(db: Database, directiveId: string, day: string): Promise<void> {
  await sql`
    create temporary table team_task on commit drop as
    select task.id as task_id, array_agg(distinct coalesce(role.body_id, role.class_id) order by coalesce(role.body_id, role.class_id)) as team
    from task join task_role role on role.task_id = task.id
    where task.directive_id = ${directiveId} and task.dropped_why is null and role.role = 'lead' and coalesce(role.body_id, role.class_id) is not null
    group by task.id`.execute(db)
  await sql`
    create temporary table team_member on commit drop as
    select distinct role.team, body.body_id
    from (
      select distinct team_task.team, role.body_id, role.class_id from team_task join task_role role on role.task_id = team_task.task_id where role.role = 'lead'
    ) role
    left join body_class class on class.id = role.class_id
    cross join ${scopeOf(directiveId, day)}
    join body_version body on body.valid @> ${day}::date and ${isMeant(day)}`.execute(db)
  await sql`analyze team_task, team_member`.execute(db)
  await sql`
    create temporary table team_body on commit drop as
    select distinct on (member.team, member.body_id) member.team, member.body_id, up.body_id as above_id
    from team_member member
    left join (body_reach reach join team_member up on up.body_id = reach.ancestor_id)
      on reach.body_id = member.body_id and reach.depth > 0 and reach.valid @> ${day}::date and up.team = member.team
    order by member.team, member.body_id, reach.depth`.execute(db)
  await sql`analyze team_body`.execute(db)
}

/** Adds the rows `laid` to the tally of obligations. */
const tallied = sql`tallied as (
  insert into obligation_tally (directive_id, task_id, state, is_late, next_due, reached, count)
  select directive_id, task_id, 'given', false, next_due, '{}', count(*) from laid group by directive_id, task_id, next_due returning count
)`

type NewObligation = {
  taskId: string
  directiveId: string
  bodyIds: readonly string[]
  parentId: string | null
  verifierId: string
  /** The day by which all of it is due, whatever its milestones. */
  ownDue?: string | null
  /** The one another body returned, in whose place this is laid. */
  replacesId?: string | null
  day: string
  at: string
}

/** Lays a task of an issued directive on more bodies; gives the ids of those it did not lie on before. Days granted to the one it comes from or stands in for hold for them too. */
export async function addObligations(
  db: Database,
  { taskId, directiveId, bodyIds, parentId, verifierId, ownDue = null, replacesId = null, day, at }: NewObligation,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with due as (
      select milestone.id as milestone_id, extended.due as extended, coalesce(extended.due, milestone.due) as due
      from milestone left join milestone_extended extended on extended.milestone_id = milestone.id and extended.obligation_id = ${replacesId ?? parentId}
      where milestone.task_id = ${taskId}
    ), laid as (
      insert into obligation (task_id, directive_id, body_id, parent_id, replaces_id, verifier_id, own_due, next_due, final_due, given_on, updated_at)
      select ${taskId}, ${directiveId}, body_id, ${parentId}, ${replacesId}, ${verifierId}, ${ownDue}, least(term.next_due, ${ownDue}::date), coalesce(${ownDue}::date, term.final_due), ${day}, ${at}
      from unnest(${bodyIds}::uuid[]) as body_id, (select min(due) as next_due, max(due) as final_due from due) as term
      on conflict (directive_id, task_id, body_id) do nothing returning id, body_id, directive_id, task_id, next_due
    ), ${tallied}, extended as (
      insert into milestone_extended (obligation_id, milestone_id, due) select laid.id, due.milestone_id, due.extended from laid, due where due.extended is not null
    ), seen as (
      insert into directive_body (directive_id, body_id, part) select ${directiveId}, body_id, 'lead' from laid on conflict do nothing
    )
    select id from laid`.execute(db)
  return rows.map((row) => row.id)
}

/** How many obligations of a directive are open. */
export const countOpen = (db: Database, directiveId: string) =>
  db
    .selectFrom('obligation')
    .select(sql<number>`count(*)`.as('count'))
    .where('directiveId', '=', directiveId)
    .where('state', 'not in', ['verified', 'withdrawn'])
    .executeTakeFirstOrThrow()
    .then(({ count }) => count)
