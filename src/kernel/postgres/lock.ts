import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../errors.ts'
import { explain } from './explain.ts'

const busy = 5

/**
 * Keeps every other Triển Khai out of the folder until released or until this process ends, in whatever way it ends.
 * Node can't lock a file, but the SQLite inside it can, and the system lets go of such a lock when its holder dies:
 * no number of a dead process to be mistaken for a living one.
 */
export function lockFolder(folder: string): () => void {
  const holder = join(folder, 'trienkhai.pid')
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(folder, 'trienkhai.lock'), { timeout: 0 })
    lock.exec('pragma journal_mode = memory; begin exclusive')
    writeFileSync(holder, `${process.pid}\n`)
  } catch (error) {
    lock?.close()
    if ((error as { errcode?: number }).errcode === busy) {
      throw new StartError(
        `Another Triển Khai${whoHolds(holder)} is already running on the data folder ${folder}: stop it first, or give another DATA_DIR.`,
      )
    }
    throw explain(error, folder)
  }
  const held = lock
  return () => {
    rmSync(holder, { force: true })
    held.close()
  }
}

function whoHolds(holder: string): string {
  try {
    return ` (process ${Number.parseInt(readFileSync(holder, 'utf8'), 10)})`
  } catch {
    return ''
  }
}
