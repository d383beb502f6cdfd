import type { Database } from '../kernel/database.ts'
import { dayOf, onClock, timeZone } from '../kernel/serve.ts'
import { clockDay } from '../people/queries.ts'
import { closeUrgings } from './closing.ts'
import type { Post } from './mail/post.ts'
import { sendMails } from './mail/sending.ts'
import { canMail } from './mail/setting.ts'
import { makeMails } from './queries/mails.ts'
import { escalate, noteSilent } from './queries/pressing.ts'
import { lockReminding, ring, settle, settleTemplates, settleUrgings, tell } from './queries/reminding.ts'

/**
 * Makes the notices of a moment of the product's clock: closes the urgings that were followed, notes the silent ones and brings before the superior those that go there by themselves,
 * then, where it is to go through all that is owed, tells who owes what and settles what is no longer owed. As often as it runs, and in however many processes, nobody is told the same twice.
 * Gives how many notices came or went.
 */
export async function remind(db: Database, now: Temporal.Instant, goesThrough = true): Promise<number> {
  const [day, at] = [dayOf(now), now.toString()]
  return db.transaction().execute(async (db) => {
    if (!(await lockReminding(db))) return 0
    const done = await closeUrgings(db, day, at)
    const silent = await noteSilent(db, day)
    await tell(
      db,
      'silent',
      silent.map(({ urgingId, urgerId }) => ({ urgingId, bodyId: urgerId })),
      ['clerk', 'leader'],
      day,
      at,
    )
    const brought = await escalate(db, day, null)
    await settleUrgings(
      db,
      brought.map(({ urgingId }) => urgingId),
      ['silent'],
      day,
    )
    await tell(
      db,
      'escalated',
      brought.map(({ urgingId, toId }) => ({ urgingId, bodyId: toId })),
      ['leader'],
      day,
      at,
    )
    // who urged hears of it too: by itself nobody of theirs brought it there
    await tell(
      db,
      'escalated',
      brought.map(({ urgingId, urgerId }) => ({ urgingId, bodyId: urgerId })),
      ['clerk', 'leader'],
      day,
      at,
    )
    const pressed = done.length + silent.length + brought.length
    if (goesThrough) await settleTemplates(db, day)
    return goesThrough ? pressed + (await settle(db, day)) + (await ring(db, day, at)) : pressed
  })
}

/**
 * Opens the job: reminds on the product's clock, makes the mails that may go now where there is a way out for them, and says so to open pages.
 * Going through all that is owed takes a minute of the database where millions of obligations are; after it the job rests from that `rest` times as long as it took, unless the day is another.
 */
export function openReminding(db: Database, say: () => void, rest = 20): () => Promise<void> {
  let gone = { day: '', until: 0 }
  return async () => {
    const now = onClock(await clockDay(db)).round('millisecond')
    const day = dayOf(now)
    const began = performance.now()
    const goesThrough = day !== gone.day || began >= gone.until
    if ((await remind(db, now, goesThrough)) > 0) say()
    const ended = performance.now()
    if (goesThrough) gone = { day, until: ended + rest * (ended - began) }
    if (canMail()) await makeMails(db, momentOf(now))
  }
}

/** The job: sends the mails that wait; says what was refused. */
export async function sendNow(db: Database, post: Post | undefined, warn: (message: string) => void): Promise<void> {
  if (post) await sendMails(db, post, { machine: Temporal.Now.instant(), moment: momentOf(onClock(await clockDay(db))) }, warn)
}

/** An instant as its day and hour in Viet Nam. */
export const momentOf = (now: Temporal.Instant) => ({ day: dayOf(now), hour: now.toZonedDateTimeISO(timeZone).hour, at: now.toString() })
