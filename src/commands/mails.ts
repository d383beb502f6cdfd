import { mailsAmiss } from '../urging/queries/mails.ts'
import { withDatabase } from './database.ts'
import { writeOut } from './output.ts'

const days = 14
const atMost = 100

/** Says how many e-mails there are in each state, and of those with which something went amiss whose they are and what the mail server said; no address and no words. */
export async function mails(): Promise<number> {
  const { counts, amiss } = await withDatabase((db) => mailsAmiss(db, days, atMost))
  const lines = amiss.map(
    ({ id, username, state, attempts, nextTryAt, error }) =>
      `${id}  ${username}  ${state === 'waiting' ? `waits until ${nextTryAt}` : state}  attempts: ${attempts}  ${error.replace(/\S+@\S+/g, '…').replace(/\s+/g, ' ')}`,
  )
  const said = counts.map(({ state, count }) => `${state}: ${count}`).join(', ') || 'no mails yet'
  await writeOut(`${[said, ...lines].join('\n')}\n`)
  return 0
}
