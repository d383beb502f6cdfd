import { sql } from 'kysely'
import { inForce, isOpenTo, mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { ReminderRule } from '../reminders/contract.ts'
import { dueKinds } from './due.ts'

/** Whether somebody's field is everything: nothing stands above it. */
export const reachesEverything = (db: Database, user: Holder, day: string): Promise<boolean> =>
  db
    .selectFrom('bodyVersion')
    .select('bodyId')
    .where('bodyId', '=', user.reachId)
    .where('parentId', 'is', null)
    .where(sql<boolean>`valid @> ${day}::date`)
    .executeTakeFirst()
    .then(Boolean)

/** The rules in force on a day: those for all first, then by directive, of those somebody may see. */
export const rulesInForce = (db: Database, user: Holder, day: string) =>
  sql<Omit<ReminderRule, 'canSet'> & { standingId: string | null }>`
    select rule.id, rule.directive_id, directive.title as directive_title, directive.standing_id, rule.level, rule.kind, rule.days_before, rule.days_after, rule.by_email, lower(rule.valid) as "from"
    from reminder_rule rule left join directive on directive.id = rule.directive_id
    where rule.valid @> ${day}::date and (rule.directive_id is null or (directive.state = 'issued' and ${mayBeSeenBy(user, day)}))
    order by directive.title nulls first, array_position(${dueKinds}::text[], rule.kind), rule.level nulls first`
    .execute(db)
    .then(({ rows }) => rows)

/** The issued directives somebody's body stands for. */
export const standingFor = (db: Database, user: Holder, day: string) =>
  sql<{ id: string; title: string }>`
    select directive.id, directive.title from directive where ${inForce} and directive.standing_id = ${user.bodyId} and ${isOpenTo(user, day)} order by directive.title`
    .execute(db)
    .then(({ rows }) => rows)

/** A rule in force. */
export const findRule = (db: Database, id: string, day: string) =>
  db
    .selectFrom('reminderRule')
    .select(['id', 'directiveId', 'level', 'kind'])
    .where('id', '=', id)
    .where(sql<boolean>`valid @> ${day}::date`)
    .executeTakeFirst()

/** Ends a rule as of a day: it held until the day before. One that began on that day never held, and goes. */
export async function endRule(db: Database, id: string, day: string): Promise<void> {
  await sql`delete from reminder_rule where id = ${id} and lower(valid) = ${day}::date`.execute(db)
  await sql`update reminder_rule set valid = daterange(lower(valid), ${day}::date) where id = ${id}`.execute(db)
}

type NewRule = {
  directiveId: string | null
  level: string | null
  kind: string
  daysBefore: readonly number[]
  daysAfter: readonly number[]
  byEmail: boolean
  setBy: string
}

/** Sets a rule from a day on, instead of the one of the same directive, level and kind. */
export async function setRule(db: Database, { directiveId, level, kind, daysBefore, daysAfter, byEmail, setBy }: NewRule, day: string) {
  const { rows } = await sql<{ id: string }>`
    select id from reminder_rule where kind = ${kind} and directive_id is not distinct from ${directiveId}::uuid and level is not distinct from ${level} and valid @> ${day}::date for update`.execute(
    db,
  )
  for (const { id } of rows) await endRule(db, id, day)
  return db
    .insertInto('reminderRule')
    .values({
      directiveId,
      level,
      kind,
      daysBefore: [...daysBefore],
      daysAfter: [...daysAfter],
      byEmail,
      setBy,
      valid: sql<string>`daterange(${day}::date, null)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** The days off noted for a year. */
export const daysOff = (db: Database, from: string, to: string) =>
  db.selectFrom('dayOff').select(['day', 'name', 'isWorking']).where('day', '>=', from).where('day', '<=', to).orderBy('day').execute()

/** Notes a day off, or one worked instead. */
export const setDayOff = (db: Database, day: { day: string; name: string; isWorking: boolean }) =>
  db
    .insertInto('dayOff')
    .values(day)
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ name: day.name, isWorking: day.isWorking }))
    .execute()
