import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { lchown, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Whom the server runs as: nothing given means whoever runs this program. */
export type Account = { uid?: number; gid?: number }

const isRoot = process.getuid?.() === 0

/** A number that no distribution hands out to an account, so what it owns is out of everybody else's reach. */
const unclaimed = 60800

/** Root's server runs as the owner of the data, or, where that is root too, as an account nobody else has; anybody else's runs as themselves. */
export async function chooseAccount(dataDir: string): Promise<Account> {
  if (!isRoot) return {}
  for (const path of [join(dataDir, 'postgres'), dataDir]) {
    const owner = await stat(path).catch(() => undefined)
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  return { uid: unclaimed, gid: unclaimed }
}

/** What root has written beside the cluster goes to the owner of the folder, who may want to start the product too. */
export async function giveToOwner(dataDir: string): Promise<void> {
  if (!isRoot) return
  const { uid, gid } = await stat(dataDir)
  for (const name of ['trienkhai.lock', 'trienkhai.pid', 'postgres.log', 'postgres.password']) await lchown(join(dataDir, name), uid, gid)
}

/** initdb wants to be run by an account that has a name; root lends it "nobody" for that moment. */
export async function chooseNamedAccount(account: Account): Promise<Account> {
  if (account.uid === undefined) return {}
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const named = lines.find((fields) => Number(fields[2]) === account.uid) ?? lines.find((fields) => fields[0] === 'nobody')
  return named ? { uid: Number(named[2]), gid: Number(named[3]) } : account
}

/** Gives a file, or a folder with all that is in it, to the account. */
export async function giveTo({ uid, gid }: Account, path: string): Promise<void> {
  if (uid === undefined || gid === undefined) return
  await lchown(path, uid, gid)
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) await lchown(join(entry.parentPath, entry.name), uid, gid)
}

/**
 * Starts a program as the account, with `folder` as its third open file. A folder that is already open can be entered through
 * /proc/self/fd although the folders above it (root's home, say) are closed to the account; `args` is told by which name to call it.
 */
export function spawnIn(
  folder: string,
  account: Account,
  program: string,
  args: (folder: string) => string[],
  output: 'pipe' | number,
): ChildProcess {
  const throughHandle = account.uid !== undefined && process.platform === 'linux'
  const handle = throughHandle ? openSync(folder, 'r') : undefined
  try {
    const child = spawn(program, args(handle === undefined ? folder : '/proc/self/fd/3'), {
      ...account,
      cwd: '/',
      // a session of its own: Ctrl-C in the terminal reaches this program alone, which then stops the server in good order
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'Asia/Ho_Chi_Minh' },
      stdio: ['ignore', output, output, ...(handle === undefined ? [] : [handle])],
    })
    const interrupt = () => child.kill('SIGINT')
    process.once('exit', interrupt)
    child.once('exit', () => process.removeListener('exit', interrupt))
    return child
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
