import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '../errors.ts'

const busy = 5

/** How long a program that has been told to end may take to let go. */
const patience = 4_000

/**
 * Keeps every other Triển Khai out of the folder until released or until this process ends, in whatever way it ends.
 * Node can't lock a file, but the SQLite inside it can, and the system lets go of such a lock when its holder dies:
 * no number of a dead process to be mistaken for a living one.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const end = performance.now() + patience
  const holder = join(folder, 'trienkhai.pid')
  const lock = new DatabaseSync(join(folder, 'trienkhai.lock'), { timeout: 0 })
  const release = () => {
    rmSync(holder, { force: true })
    lock.close()
  }
  try {
    while (!take(lock)) {
      if (performance.now() > end) {
        throw new StartError(
          `Một Triển Khai khác đang chạy trên thư mục dữ liệu ${folder}: xin dừng nó trước, hoặc đặt DATA_DIR khác. / Another Triển Khai${whoHolds(holder)} is already running on the data folder ${folder}: stop it first, or give another DATA_DIR.`,
        )
      }
      await pause(50)
    }
  } catch (error) {
    lock.close()
    throw error
  }
  try {
    writeFileSync(holder, `${process.pid}\n`)
    return release
  } catch (error) {
    release()
    throw error
  }
}

function take(lock: DatabaseSync): boolean {
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false
    throw error
  }
}

function whoHolds(holder: string): string {
  try {
    return ` (process ${Number.parseInt(readFileSync(holder, 'utf8'), 10)})`
  } catch {
    return ''
  }
}
