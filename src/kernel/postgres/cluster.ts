import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { StartError } from '../errors.ts'
import { type Account, chooseNamedAccount, giveTo, spawnIn } from './account.ts'
import type { Binaries } from './binaries.ts'

/** What a small server does well with; written into postgresql.conf once, where its owner may change it. */
const settings = {
  max_connections: '50',
  shared_buffers: '256MB',
  work_mem: '32MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  // many ask at once: each on a processor of its own, not one on all
  max_parallel_workers_per_gather: '0',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  default_text_search_config: 'pg_catalog.simple',
}

/** Makes the cluster if there is none, refuses one that these programs can't serve, and answers the password of its superuser. */
export async function ensureCluster(dataDir: string, account: Account, binaries: Binaries, durable: boolean): Promise<string> {
  const cluster = join(dataDir, 'postgres')
  const passwordFile = join(dataDir, 'postgres.password')
  if (await isNothing(cluster)) await createCluster(dataDir, account, binaries, durable)
  const version = await orRefuse(
    readFile(join(cluster, 'PG_VERSION'), 'utf8'),
    () =>
      `Thư mục ${cluster} không có dữ liệu PostgreSQL: xin khôi phục từ bản sao lưu, hoặc chuyển thư mục đi nơi khác để bắt đầu mới. / The folder ${cluster} holds no PostgreSQL data: restore it from a backup, or move it away to begin anew.`,
  )
  const major = Number.parseInt(version, 10)
  if (major !== binaries.major) {
    const compared = major > binaries.major ? { vi: 'mới hơn', en: 'a newer' } : { vi: 'cũ hơn', en: 'an older' }
    throw new StartError(
      `Dữ liệu trong ${cluster} do PostgreSQL ${compared.vi} tạo ra: xin mở bằng bản Triển Khai đã tạo, rồi chuyển sang bằng bản sao lưu. / The data in ${cluster} was made by ${compared.en} PostgreSQL (${version.trim()}; this program brings ${binaries.major}): open it with the Triển Khai that made it, and carry it over with a backup.`,
    )
  }
  if (account.uid !== undefined && (await stat(cluster)).uid !== account.uid) await giveTo(account, cluster)
  return orRefuse(
    readFile(passwordFile, 'utf8'),
    () =>
      `Thiếu tệp ${passwordFile}, không có tệp này thì không mở được dữ liệu: xin khôi phục từ bản sao lưu. / The file ${passwordFile} is missing, and the data can't be opened without it: restore it from a backup.`,
  )
}

async function orRefuse(read: Promise<string>, sentence: () => string): Promise<string> {
  return (
    await read.catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new StartError(sentence()) : error
    })
  ).trim()
}

async function isNothing(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries.length === 0
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a start cut short leaves nothing half made. */
async function createCluster(dataDir: string, account: Account, binaries: Binaries, durable: boolean): Promise<void> {
  const draft = join(dataDir, 'postgres.new')
  const password = randomBytes(24).toString('base64url')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  try {
    await writeFile(join(draft, 'password'), password, { mode: 0o600 })
    const named = await chooseNamedAccount(account)
    await giveTo(named, draft)
    await initialise(draft, named, binaries, durable)
    await giveTo(account, draft)
    await writeFile(join(dataDir, 'postgres.password'), `${password}\n`, { mode: 0o600, flush: durable })
    await rename(join(draft, 'cluster'), join(dataDir, 'postgres'))
    if (durable) await flush(dataDir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function initialise(draft: string, account: Account, binaries: Binaries, durable: boolean): Promise<void> {
  // full-text search takes letters from the system's character table, and in plain C only a–z are letters
  for (const locale of ['C.UTF-8', 'C']) {
    const initdb = spawnIn(
      draft,
      account,
      binaries.initdb,
      (folder) => [
        `--pgdata=${folder}/cluster`,
        `--pwfile=${folder}/password`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--lc-messages=C',
        '--locale-provider=icu',
        '--icu-locale=vi',
        '--data-checksums',
        ...(durable ? [] : ['--no-sync']),
        ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
      ],
      'pipe',
    )
    const failed = new Promise<never>((_, reject) => initdb.once('error', reject))
    const ended = new Promise<number | null>((resolve) => initdb.once('exit', resolve))
    const said = Promise.all([initdb.stdout, initdb.stderr].map((stream) => (stream ? text(stream) : '')))
    const status = await Promise.race([ended, failed])
    if (status === 0) return
    const words = (await said).join('')
    if (locale === 'C' || !words.includes('invalid locale name')) throw new Error(words)
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
