import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Language } from '../../kernel/words.ts'
import type { NoticeLine } from '../contract.ts'
import { bodyName } from './names.ts'
import { noticeLine, thing } from './things.ts'

/** The moment on the product's clock: its day and hour in Viet Nam, and the instant. */
export type Moment = { day: string; hour: number; at: string }

/**
 * Makes a mail for everybody who wants mail, may be sent some now (not in their quiet hours, not on a day off, a digest at its hour and once a day) and has unread notices to mail;
 * gives how many. Each notice goes into one mail, whoever else runs at the same time.
 */
export async function makeMails(db: Database, { day, hour, at }: Moment): Promise<number> {
  const isOff = sql`coalesce((select not is_working from day_off where day = ${day}::date), extract(isodow from ${day}::date) > 5)`
  const isQuiet = sql`case when setting.quiet_from <= setting.quiet_to then ${hour} >= setting.quiet_from and ${hour} < setting.quiet_to else ${hour} >= setting.quiet_from or ${hour} < setting.quiet_to end`
  const { rows } = await sql<{ count: number }>`
    with ready as (
      select setting.* from notice_setting setting join person on person.id = setting.person_id and not person.disabled
      where setting.by_email and setting.address <> '' and not ${isQuiet} and (setting.on_days_off or not ${isOff})
        and (setting.digest_hour is null or (${hour} >= setting.digest_hour and not exists (select from mail where mail.person_id = setting.person_id and mail.made_on = ${day}::date)))
    ),
    pending as materialized (
      select notice.id, notice.person_id from ready join notice on notice.person_id = ready.person_id
      where notice.wants_mail and notice.mail_id is null and notice.read_at is null and notice.settled_on is null and notice.made_at >= ready.since and notice.kind <> all(ready.unwanted_kinds)
      for update of notice skip locked
    ),
    made as (
      insert into mail (person_id, address, language, made_on, made_at)
      select ready.person_id, ready.address, ready.language, ${day}::date, ${at}::timestamptz from ready where ready.person_id in (select person_id from pending) returning id, person_id
    ),
    put as (update notice set mail_id = made.id from pending join made on made.person_id = pending.person_id where notice.id = pending.id)
    select count(*) as count from made`.execute(db)
  return rows[0]?.count ?? 0
}

export type MailToSend = { id: string; personId: string; personName: string; address: string; language: Language; attempts: number }

/** Takes some mails whose time has come to be sent by this process: each is left alone for ten minutes by the others. `at` is of the machine's clock. */
export const takeMails = (db: Database, at: string, limit: number): Promise<MailToSend[]> =>
  sql<MailToSend>`
    update mail set attempts = mail.attempts + 1, next_try_at = ${at}::timestamptz + interval '10 minutes' from person
    where person.id = mail.person_id and mail.id in (
      select id from mail where state = 'waiting' and next_try_at <= ${at}::timestamptz order by next_try_at limit ${limit} for update skip locked)
    returning mail.id, mail.person_id, person.name as person_name, mail.address, mail.language, mail.attempts`
    .execute(db)
    .then(({ rows }) => rows)

/** The notices of a mail that still hold, for the bodies its person still holds a post of. */
export const noticesOfMail = (db: Database, mailId: string, day: string) =>
  sql<NoticeLine & { forBody: string }>`
    select ${noticeLine}, ${bodyName(sql`notice.body_id`)} as for_body from notice join ${thing} thing on true
    where notice.mail_id = ${mailId} and notice.settled_on is null and notice.read_at is null
      and exists (select from holding join post on post.id = holding.post_id where holding.person_id = notice.person_id and post.body_id = notice.body_id and holding.valid @> ${day}::date and post.valid @> ${day}::date)
    order by for_body, notice.due nulls last, notice.id`
    .execute(db)
    .then(({ rows }) => rows)

type Fate = { state: 'waiting' | 'sent' | 'dropped' | 'given-up'; sentAt?: string; nextTryAt?: string; error?: string }

/** Notes what became of an attempt. */
export const noteAttempt = (db: Database, id: string, { state, sentAt, nextTryAt, error }: Fate) =>
  db
    .updateTable('mail')
    .set({ state, sentAt: sentAt ?? null, error: error ?? null, ...(nextTryAt ? { nextTryAt } : {}) })
    .where('id', '=', id)
    .execute()
