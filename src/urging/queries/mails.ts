import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Language } from '../../kernel/words.ts'
import { nameOn } from '../../organisations/queries.ts'
import type { NoticeLine } from '../contract.ts'
import { dueKinds } from './due.ts'
import { gathered, noticeLine, thing } from './things.ts'

/** The moment on the product's clock: its day and hour in Viet Nam, and the instant. */
export type Moment = { day: string; hour: number; at: string }

/** True where nothing may be mailed at a moment to whoever wants it as a row `setting` says: in their quiet hours, or on a day off. */
const isSilent = ({ day, hour }: Moment) => sql<boolean>`(
  case when setting.quiet_from <= setting.quiet_to then ${hour} >= setting.quiet_from and ${hour} < setting.quiet_to else ${hour} >= setting.quiet_from or ${hour} < setting.quiet_to end
  or (not setting.on_days_off and coalesce((select not is_working from day_off where day = ${day}::date), extract(isodow from ${day}::date) > 5)))`

/**
 * Makes a mail for everybody who wants mail, may be sent some now (not in their quiet hours, not on a day off, a digest at its hour and once a day, not to an address refused for good)
 * and has unread notices to mail; gives how many. Whoever else runs at the same time, one process makes a person's mail, with all that is to go into it.
 */
export async function makeMails(db: Database, moment: Moment): Promise<number> {
  const { day, hour, at } = moment
  const { rows } = await sql<{ count: number }>`
    with ready as (
      select setting.* from notice_setting setting join person on person.id = setting.person_id and not person.disabled
      where setting.by_email and setting.address <> '' and setting.refused is null and not ${isSilent(moment)}
        and (setting.digest_hour is null or (${hour} >= setting.digest_hour and not exists (select from mail where mail.person_id = setting.person_id and mail.made_on = ${day}::date)))
      for update of setting skip locked
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

export type MailToSend = {
  id: string
  personId: string
  personName: string
  address: string
  language: Language
  attempts: number
  /** Its person still wants mail and may sign in. */
  isWanted: boolean
}

/** Takes the mail that has waited longest and may go now, to be sent by this process to the address its person has set last: for ten minutes the others leave it alone. `at` is of the machine's clock. */
export const takeMail = (db: Database, at: string, moment: Moment): Promise<MailToSend | undefined> =>
  sql<MailToSend>`
    update mail set attempts = mail.attempts + 1, next_try_at = ${at}::timestamptz + interval '10 minutes', address = case when setting.address = '' then mail.address else setting.address end
    from person, notice_setting setting
    where person.id = mail.person_id and setting.person_id = mail.person_id and mail.id in (
      select mail.id from mail join notice_setting setting on setting.person_id = mail.person_id
      where mail.state = 'waiting' and mail.next_try_at <= ${at}::timestamptz and not ${isSilent(moment)} order by mail.next_try_at, mail.id limit 1 for update of mail skip locked)
    returning mail.id, mail.person_id, person.name as person_name, mail.address, mail.language, mail.attempts, setting.by_email and setting.refused is null and not person.disabled as is_wanted`
    .execute(db)
    .then(({ rows }) => rows[0])

/** The notices of a mail that still hold and are wanted, for the bodies its person still holds a post of: what is owed one by one, what happened to the urgings of one act together. */
export const noticesOfMail = (db: Database, mailId: string, day: string) =>
  sql<NoticeLine & { forBody: string }>`
    select ${noticeLine}, ${nameOn(sql`notice.body_id`, day)} as for_body
    from ${gathered(sql`notice.mail_id = ${mailId} and notice.settled_on is null and notice.read_at is null`, sql`case when notice.kind = any(${dueKinds}::text[]) then notice.id end`)} gathered join notice on notice.id = gathered.id
    join ${thing} thing on true join notice_setting setting on setting.person_id = notice.person_id
    where notice.kind <> all(setting.unwanted_kinds)
      and exists (select from holding join post on post.id = holding.post_id where holding.person_id = notice.person_id and post.body_id = notice.body_id and holding.valid @> ${day}::date and post.valid @> ${day}::date)
    order by for_body, notice.due nulls last, notice.id`
    .execute(db)
    .then(({ rows }) => rows)

type Fate = { state: 'waiting' | 'sent' | 'dropped' | 'given-up'; sentAt?: string; nextTryAt?: string; attempts?: number; error?: string }

/** Notes what became of an attempt. */
export const noteAttempt = (db: Database, id: string, { state, sentAt, nextTryAt, attempts, error }: Fate) =>
  db
    .updateTable('mail')
    .set({
      state,
      sentAt: sentAt ?? null,
      error: error ?? null,
      ...(nextTryAt ? { nextTryAt } : {}),
      ...(attempts === undefined ? {} : { attempts }),
    })
    .where('id', '=', id)
    .execute()

/** Notes that somebody's address was refused for good, unless they have set another meanwhile. */
export const noteRefusedAddress = (db: Database, personId: string, address: string, refused: string) =>
  db.updateTable('noticeSetting').set({ refused }).where('personId', '=', personId).where('address', '=', address).execute()

/** How many mails are in each state, and those of the last days with which something went amiss, newest first. */
export async function mailsAmiss(db: Database, days: number, limit: number) {
  const { rows: counts } = await sql<{
    state: string
    count: number
  }>`select state, count(*) as count from mail group by state order by state`.execute(db)
  const { rows: amiss } = await sql<{ id: string; username: string; state: string; attempts: number; nextTryAt: string; error: string }>`
    select mail.id, person.username, mail.state, mail.attempts, mail.next_try_at, mail.error from mail join person on person.id = mail.person_id
    where mail.error is not null and mail.state <> 'sent' and (mail.state = 'waiting' or mail.next_try_at > now() - make_interval(days => ${days})) order by mail.id desc limit ${limit}`.execute(
    db,
  )
  return { counts, amiss }
}
