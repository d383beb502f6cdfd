import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'

/** The rule of extensions that holds on a day; where none does, nothing is extended. */
export const extensionRule = async (db: Database, day: string) =>
  (await db.selectFrom('extensionRule').select(['mostGranted', 'daysAfter']).where(sql<boolean>`valid @> ${day}::date`).executeTakeFirst()) ?? {
    mostGranted: 0,
    daysAfter: 0,
  }

type Asked = { until: string; askedOn: string; askedBy: string }

/** How often a later day was asked for an obligation and granted, and the one that waits for a decision. */
export const extensionsOf = (db: Database, obligationId: string) =>
  sql<{ asked: number; granted: number; waiting: Asked | null }>`
    select count(*)::int as asked, count(granted_until)::int as granted,
      (select json_build_object('until', asked_until, 'askedOn', asked_on, 'askedBy', asked_by) from extension where obligation_id = ${obligationId} and decided_on is null) as waiting
    from extension where obligation_id = ${obligationId}`
    .execute(db)
    .then(({ rows }) => rows[0] as { asked: number; granted: number; waiting: Asked | null })

/** Notes that a later day is asked for. */
export const insertExtension = (db: Database, asked: { obligationId: string; askedUntil: string; askedOn: string; askedBy: string }) =>
  db.insertInto('extension').values(asked).execute()

/** Decides on the later day that was asked for: until when it is granted, or null. */
export const decideExtension = (db: Database, obligationId: string, decided: { grantedUntil: string | null; decidedOn: string }) =>
  db.updateTable('extension').set(decided).where('obligationId', '=', obligationId).where('decidedOn', 'is', null).execute()

/** Moves the open milestones of an obligation up to a day to that day. */
export const extendMilestones = (db: Database, obligationId: string, until: string) =>
  sql`
    insert into milestone_extended (obligation_id, milestone_id, due)
    select obligation.id, milestone.id, ${until}
    from obligation join milestone on milestone.task_id = obligation.task_id
    left join milestone_extended extended on extended.milestone_id = milestone.id and extended.obligation_id = obligation.id
    where obligation.id = ${obligationId} and coalesce(extended.due, milestone.due) < ${until}::date
      and not exists (select from milestone_reached reached where reached.obligation_id = obligation.id and reached.milestone_id = milestone.id)
    on conflict (obligation_id, milestone_id) do update set due = excluded.due`.execute(db)

/** The day by which all of a row `obligation` is due that was handed down with a day of its own, or a later one granted since; null where it has none. */
export const ownDue = sql<string | null>`case when obligation.own_due is not null then
  greatest(obligation.own_due, (select max(extension.granted_until) from extension where extension.obligation_id = obligation.id)) end`

/** The day a row `milestone` is due for a row `obligation`, given its `extended`: the document's or the one granted, and never after the obligation's own. */
export const milestoneDue = sql<string | null>`case when milestone.due is not null then least(coalesce(extended.due, milestone.due), ${ownDue}) end`
