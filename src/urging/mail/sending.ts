import type { Database } from '../../kernel/database.ts'
import * as mails from '../queries/mails.ts'
import { pauseAfter } from '../rules.ts'
import { compose } from './compose.ts'
import type { Post } from './post.ts'

/** Minutes after which a server that was away is asked again. */
const awayMinutes = 2

type Clock = { machine: Temporal.Instant; moment: mails.Moment }

/**
 * Sends what waits, one after the other: each mail once, and what was refused for now again after pauses that grow; nothing in somebody's quiet hours, however long it has waited.
 * A mail is composed when it goes, so that what was done meanwhile is not in it, nor what belongs to a post its person no longer holds; with nothing left in it, it is dropped.
 * While the server is away the round ends, and no mail is the worse for it. Gives how many went out.
 *
 * A mail is taken by one process for longer than an attempt can last, and what became of it is noted before the next is taken. So one goes twice only if the process is killed,
 * or loses the database, between the server's answer and the note of it; SMTP leaves that gap. Then it goes with the same Message-ID, by which mailboxes drop the second.
 */
export async function sendMails(db: Database, post: Post, clock: Clock, warn: (message: string) => void = () => undefined): Promise<number> {
  let sent = 0
  for (;;) {
    const mail = await mails.takeMail(db, clock.machine.toString(), clock.moment)
    if (!mail) return sent
    const fate = await send(db, post, clock, mail)
    if (fate === 'sent') sent++
    else if (fate.why) warn(`mail ${mail.id}: ${fate.why.replace(/\S+@\S+/g, '…')}`)
    if (fate !== 'sent' && fate.isAway) return sent
  }
}

async function send(
  db: Database,
  post: Post,
  { machine, moment }: Clock,
  mail: mails.MailToSend,
): Promise<'sent' | { why?: string; isAway?: boolean }> {
  const told = mail.isWanted ? await mails.noticesOfMail(db, mail.id, moment.day) : []
  if (told.length === 0) {
    await mails.noteAttempt(db, mail.id, { state: 'dropped' })
    return {}
  }
  const outcome = await post.send({
    ...compose(mail.personName, told, mail.language, post.publicUrl, moment.day),
    to: { name: mail.personName, address: mail.address },
    messageId: `<${mail.id}@${new URL(post.publicUrl).hostname}>`,
    settingsPage: `${post.publicUrl}/notices/settings`,
  })
  const again = (minutes: number) => machine.add({ minutes }).toString()
  switch (outcome.is) {
    case 'sent':
      await mails.noteAttempt(db, mail.id, { state: 'sent', sentAt: machine.toString() })
      return 'sent'
    case 'away':
      await mails.noteAttempt(db, mail.id, { state: 'waiting', error: outcome.why, attempts: mail.attempts - 1, nextTryAt: again(awayMinutes) })
      return { why: outcome.why, isAway: true }
    case 'wrong-address':
      await mails.noteRefusedAddress(db, mail.personId, mail.address, outcome.why)
      await mails.noteAttempt(db, mail.id, { state: 'given-up', error: outcome.why })
      return { why: outcome.why }
    default: {
      const pause = outcome.is === 'later' ? pauseAfter(mail.attempts) : null
      await mails.noteAttempt(
        db,
        mail.id,
        pause === null ? { state: 'given-up', error: outcome.why } : { state: 'waiting', error: outcome.why, nextTryAt: again(pause) },
      )
      return { why: outcome.why }
    }
  }
}
