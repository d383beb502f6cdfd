import { randomBytes } from 'node:crypto'
import { StartError } from '../kernel/errors.ts'
import { writeJournal } from '../kernel/journal.ts'
import { hashPassword } from '../people/accounts.ts'
import { endOtherSessions, findPersonByUsername, passwordOf, setPassword } from '../people/queries.ts'
import { withDatabase } from './database.ts'
import { writeOut } from './output.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Gives an account a new password, prints it, and ends all its sessions. */
export function resetPassword([username]: string[]): Promise<number> {
  return withDatabase(async (db) => {
    if (!username) throw new StartError('Xin ghi tên tài khoản: / Say whose password: trienkhai reset-password USERNAME')
    const person = await findPersonByUsername(db, username.toLowerCase())
    const account = person && (await passwordOf(db, person.id))
    if (!person || !account) throw new StartError(`Không có tài khoản «${username}». / There is no account «${username}».`)
    const password = randomBytes(9).toString('base64url')
    const hash = await hashPassword(password)
    await db.transaction().execute(async (db) => {
      await setPassword(db, account.id, hash)
      await endOtherSessions(db, person.id, nobody)
      const at = Temporal.Now.instant().round('millisecond').toString()
      await writeJournal(db, {
        at,
        personId: null,
        holdingId: null,
        bodyId: null,
        action: 'resetPassword',
        input: { username },
        subjects: [person.id],
      })
    })
    await writeOut(`${password}\n`)
    return 0
  })
}
