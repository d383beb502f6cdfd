import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { NoticeSettings } from '../contract.ts'

/** How somebody wants to be told, as they have set it. */
export const settingsOf = (db: Database, personId: string) =>
  db
    .selectFrom('noticeSetting')
    .select(['address', 'byEmail', 'digestHour', 'quietFrom', 'quietTo', 'onDaysOff', 'refused'])
    .select([sql<NoticeSettings['unwantedKinds']>`unwanted_kinds`.as('unwantedKinds'), sql<NoticeSettings['language']>`language`.as('language')])
    .where('personId', '=', personId)
    .executeTakeFirst()

/** Sets it; what came before e-mail was turned on is not mailed, and an address that was refused is tried anew. */
export const saveSettings = (db: Database, personId: string, settings: NoticeSettings, at: string) =>
  db
    .insertInto('noticeSetting')
    .values({ personId, ...settings, since: at })
    .onConflict((conflict) =>
      conflict.column('personId').doUpdateSet({
        ...settings,
        refused: null,
        since: sql<string>`case when notice_setting.by_email then notice_setting.since else excluded.since end`,
      }),
    )
    .execute()

/** What became of the last mail to somebody. */
export const lastMailTo = (db: Database, personId: string) =>
  db
    .selectFrom('mail')
    .select([sql<'waiting' | 'sent' | 'dropped' | 'given-up'>`state`.as('state'), 'sentAt as at', 'error'])
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Since when somebody has the calendar address they have now. */
export const calendarSince = (db: Database, personId: string) =>
  db.selectFrom('calendarFeed').select('madeAt').where('personId', '=', personId).where('revokedAt', 'is', null).executeTakeFirst()

/** Revokes somebody's calendar address. */
export const revokeFeed = (db: Database, personId: string, at: string) =>
  db.updateTable('calendarFeed').set({ revokedAt: at }).where('personId', '=', personId).where('revokedAt', 'is', null).execute()

/** Keeps a new calendar address by the hash of its secret. */
export const insertFeed = (db: Database, personId: string, tokenSha256: string, at: string) =>
  db.insertInto('calendarFeed').values({ personId, tokenSha256, madeAt: at }).execute()
