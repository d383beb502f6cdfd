import { Refusal, StartError } from './kernel/errors.ts'

type Command = (args: string[]) => Promise<number>

/** Each command's code is fetched when it is called, so that reading a file does not wait for a database. */
const commands: Record<string, () => Promise<Command>> = {
  read: async () => (await import('./commands/read.ts')).read,
  'database-url': async () => (await import('./commands/database-url.ts')).databaseUrl,
  'reset-password': async () => (await import('./commands/reset-password.ts')).resetPassword,
  mails: async () => (await import('./commands/mails.ts')).mails,
  'verify-journal': async () => (await import('./commands/verify-journal.ts')).verifyJournal,
}

const usage = `trienkhai COMMAND …

  read FILE [--json | --csv | --xlsx | --akn] [--as-of DATE]
                             reads a directive (docx, pdf, picture, html, txt) and prints its tasks; days left count from DATE
  database-url               the address of the database of the running product, for pg_dump and the like
  reset-password USERNAME    gives an account a new password, which it prints
  mails                      how many e-mails wait, went out or were given up, and what the mail server said of those refused
  verify-journal             works out every sealed line of the journal anew and says whether all still fit
`

const [name, ...rest] = process.argv.slice(2)
const command = commands[name ?? '']
const isAsked = name === undefined || name === 'help' || [name, ...rest].includes('--help')
if (!command || isAsked) {
  ;(isAsked ? process.stdout : process.stderr).write(usage)
  process.exit(isAsked ? 0 : 2)
}
try {
  process.exitCode = await (await command())(rest)
} catch (error) {
  const isRefusal = error instanceof StartError || error instanceof Refusal
  process.stderr.write(`${isRefusal ? error.message : ((error as Error).stack ?? String(error))}\n`)
  process.exitCode = error instanceof StartError ? error.exitCode : 1
}
