import type { Database } from '../../kernel/database.ts'
import * as mails from '../queries/mails.ts'
import { pauseAfter } from '../rules.ts'
import { compose } from './compose.ts'
import type { Post } from './post.ts'

const atOnce = 50

/**
 * Sends what waits, on the machine's clock: each mail once, and what was refused again after pauses that grow. A mail is composed when it goes, so that what was done
 * meanwhile is not in it; with nothing left in it, it is dropped. Gives how many went out.
 */
export async function sendMails(db: Database, post: Post, machine: Temporal.Instant, today: string): Promise<number> {
  let sent = 0
  for (let taken = await mails.takeMails(db, machine.toString(), atOnce); taken.length; taken = await mails.takeMails(db, machine.toString(), atOnce))
    for (const mail of taken) if (await send(db, post, machine, today, mail)) sent++
  return sent
}

async function send(db: Database, post: Post, machine: Temporal.Instant, today: string, mail: mails.MailToSend): Promise<boolean> {
  const told = await mails.noticesOfMail(db, mail.id, today)
  if (told.length === 0) {
    await mails.noteAttempt(db, mail.id, { state: 'dropped' })
    return false
  }
  try {
    await post.send({
      ...compose(mail.personName, told, mail.language, post.publicUrl, today),
      to: { name: mail.personName, address: mail.address },
      messageId: `<${mail.id}@${new URL(post.publicUrl).hostname}>`,
      settingsPage: `${post.publicUrl}/notices/settings`,
    })
  } catch (error) {
    const pause = pauseAfter(mail.attempts)
    const why = (error as Error).message.slice(0, 500)
    if (pause === null) await mails.noteAttempt(db, mail.id, { state: 'given-up', error: why })
    else await mails.noteAttempt(db, mail.id, { state: 'waiting', error: why, nextTryAt: machine.add({ minutes: pause }).toString() })
    return false
  }
  await mails.noteAttempt(db, mail.id, { state: 'sent', sentAt: machine.toString() })
  return true
}
