import { StartError } from '../errors.ts'

/** Turns what the system or PostgreSQL says about the data folder into one sentence for whoever starts the product; `log` is what the server wrote. */
export function explain(cause: unknown, folder: string, log = ''): StartError {
  const told = explainFull(cause, `The disk that holds the data folder ${folder}`, log)
  if (told instanceof StartError) return told
  return new StartError(sentence(wordsOf(cause), (cause as { errcode?: number }).errcode, folder), { cause })
}

/** A full disk in one sentence, found in what went wrong or in the last words of the server; anything else stays what it is. */
export function explainFull(cause: unknown, disk: string, log = ''): unknown {
  const isFull = (cause as { errcode?: number }).errcode === sqlite.full || [wordsOf(cause), lastOf(log)].some((text) => full.test(text))
  return isFull ? new StartError(`${disk} is full: free some space and start again; nothing that was saved is lost.`, { cause }) : cause
}

const full = /\b53100\b|ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i

const wordsOf = (cause: unknown) => (cause instanceof Error ? `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.message}` : String(cause))

/** Why a server gave up stands in its last lines; what it complained of long ago is no reason. */
const lastOf = (log: string) => log.trimEnd().split('\n').slice(-20).join('\n')

const sqlite = { ioError: 10, readOnly: 8, full: 13, cantOpen: 14 }

function sentence(text: string, errcode: number | undefined, folder: string): string {
  if (
    errcode === sqlite.readOnly ||
    errcode === sqlite.cantOpen ||
    /EACCES|EPERM|EROFS|ENOENT.*mkdir|Permission denied|Read-only file system|wrong ownership/i.test(text)
  ) {
    return `The data folder ${folder} can not be written to by this user: correct its owner and permissions, or give another DATA_DIR.`
  }
  if (/ENOTDIR|EEXIST/.test(text)) return `The data folder ${folder} can not be made, because a file stands in its place: give another DATA_DIR.`
  if (/Cannot allocate memory|could not map anonymous shared memory|ENOMEM/i.test(text)) {
    return 'There is not enough free memory to start PostgreSQL: at least 300 MB are needed.'
  }
  if (/ENOENT.*spawn|spawn.*ENOENT|error while loading shared libraries|Exec format error|GLIBC/i.test(text)) {
    return `The embedded PostgreSQL can not run on this machine (${lastLine(text)}): set DATABASE_URL to a PostgreSQL 18 server of your own.`
  }
  return `PostgreSQL could not be started in ${folder}: ${lastLine(text)} (more in postgres.log there)`
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  const line = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()
}
