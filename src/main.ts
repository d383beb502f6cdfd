import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildApp } from './app.ts'
import { clearReadings } from './directives/extraction/queries.ts'
import { settleAnswers } from './dissemination/changes/settling.ts'
import { foldReceiptTally } from './dissemination/queries/tally.ts'
import { loadDefaults, loadExample } from './example/load.ts'
import { migrate, openDatabase, openPool } from './kernel/database.ts'
import { StartError } from './kernel/errors.ts'
import { clearUnattachedFiles } from './kernel/files.ts'
import { startJobs } from './kernel/jobs.ts'
import { checkpointJournal } from './kernel/journal.ts'
import { checkServer, explainFull, makeDataFolder, startPostgres } from './kernel/postgres.ts'
import { examplePassword } from './people/example.ts'
import { clearSessions, isEmpty, isExample } from './people/queries.ts'
import { foldCovers } from './plans/coverage/queries/folding.ts'
import { followMoves } from './plans/following/moves.ts'
import { likenessJobs } from './plans/likeness/comparing.ts'
import { tellReceipts } from './plans/queries/telling.ts'
import { analyzeObligations } from './tasks/queries/issuing.ts'
import { foldTally } from './tasks/queries/tally.ts'
import { openPost } from './urging/mail/post.ts'
import { openReminding, sendNow } from './urging/reminding.ts'

const dataDir = resolve(process.env.DATA_DIR ?? './data')
const host = process.env.HOST ?? '127.0.0.1'
const pageDir = fileURLToPath(new URL('../dist', import.meta.url))

const usage = `npm start [-- --empty]

  --empty   khi chưa có dữ liệu: chạy không kèm dữ liệu mẫu, quản trị đầu tiên lập tài khoản trên trang
            with no data yet, starts without the example: the first administrator makes their account on the page
`

/** Starts everything in order and says where it is; the answer stops it all. What can be refused is refused before anything is made. */
async function start(): Promise<() => Promise<void>> {
  const isAskedEmpty = options().empty ?? false
  const port = numberOf('PORT', 8080, 0, 65_535)
  const connections = numberOf('DATABASE_CONNECTIONS', 16, 1, 1000)
  numberOf('FILE_LIMIT_MB', 50, 1, 10_000)
  await tryPort(port)
  const given = process.env.DATABASE_URL
  if (given) {
    await checkServer(given)
    await makeDataFolder(dataDir)
  }
  const postgres = given ? undefined : await startPostgres(dataDir)
  const closing: (() => Promise<unknown>)[] = [async () => postgres?.stop()]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const url = given ?? (postgres?.url as string)
    const pool = openPool(url, connections)
    const accountsPool = openPool(url, 3)
    closing.push(
      () => pool.end(),
      () => accountsPool.end(),
    )
    await migrate(pool)
    const logLevel = process.env.LOG_LEVEL ?? (process.stdout.isTTY ? 'warn' : 'info')
    const { app, office, service } = await buildApp({
      pool,
      accountsPool,
      dataDir,
      pageDir: existsSync(pageDir) ? pageDir : null,
      isSecure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
      logLevel: ['silent', 'fatal', 'error'].includes(logLevel) ? logLevel : 'warn', // until the address is said, which comes first
    })
    closing.push(() => app.close())
    const db = openDatabase(pool)
    const hadData = !(await isEmpty(db))
    if (!hadData) await (isAskedEmpty ? loadDefaults(db) : loadExample(db, office, service.files))
    const post = openPost()
    closing.push(async () => post?.close())
    const stopJobs = await startJobs(
      pool,
      {
        tasks: {
          seal_journal: () => checkpointJournal(db),
          clear_files: () => clearUnattachedFiles(db, service.files),
          analyze_obligations: () => analyzeObligations(db),
          fold_tally: () => foldTally(db),
          fold_covers: () => foldCovers(db),
          fold_receipts: () => foldReceiptTally(db),
          follow_moves: () => followMoves(db),
          tell_receipts: (payload) => tellReceipts(db, (payload as { directiveId: string }).directiveId),
          settle_answers: async () => void (await settleAnswers(db)),
          ...likenessJobs(db, service.tell),
          remind: openReminding(db, service.tell),
          send_mails: () => sendNow(db, post, (message) => app.log.warn(message)),
          clear_sessions: () => clearSessions(db),
          clear_readings: () => clearReadings(db),
        },
        crontab: [
          '*/10 * * * * seal_journal',
          '* * * * * fold_tally',
          '* * * * * fold_covers',
          '* * * * * fold_receipts',
          '*/10 * * * * follow_moves',
          '* * * * * compare_submitted',
          '*/5 * * * * remind',
          '* * * * * send_mails',
          '0 18 * * * settle_answers',
          '15 18 * * * clear_files',
          '30 18 * * * clear_sessions',
          '45 18 * * * clear_readings',
        ].join('\n'),
      },
      (level, message) => app.log[level === 'error' ? 'error' : 'warn'](message),
    )
    closing.push(stopJobs)
    await app.listen({ port, host })
    postgres?.ended.then(() => closing.length && fail(postgres.explain(new StartError(ended))))
    await greet(db, (app.server.address() as AddressInfo).port)
    if (isAskedEmpty && hadData)
      process.stdout.write('Đã có dữ liệu, nên --empty không có tác dụng. / There are data already: --empty had no effect.\n\n')
    app.log.level = logLevel
    return stop
  } catch (error) {
    await stop().catch(() => undefined)
    const told = postgres
      ? postgres.explain(error)
      : explainFull(error, { vi: 'Đĩa của máy chủ PostgreSQL', en: 'The disk of the PostgreSQL server' })
    throw told instanceof Error ? refusedPort(told, port) : told
  }
}

const ended =
  'PostgreSQL đã dừng ngoài dự kiến; xem postgres.log trong thư mục dữ liệu. / PostgreSQL has ended unexpectedly; see postgres.log in the data folder.'

/** What was asked for on the command line; an option there is none of is refused, help is given at once. */
function options(): { empty?: boolean } {
  const flag = { type: 'boolean' } as const
  try {
    const { values } = parseArgs({ options: { empty: flag, help: flag } })
    if (values.help) {
      process.stdout.write(usage)
      process.exit(0)
    }
    return values
  } catch (error) {
    const said = /'(-[^'\s]*)/.exec((error as Error).message)?.[1] ?? process.argv.slice(2).join(' ')
    throw new StartError(`Không có tùy chọn ${said}. / There is no option ${said}.\n\n${usage}`.trimEnd())
  }
}

/** A whole number from the environment. */
function numberOf(name: string, otherwise: number, least: number, most: number): number {
  const said = process.env[name]?.trim() ?? ''
  const value = said === '' ? otherwise : Number(said)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  const given = process.env[name]
  throw new StartError(
    `${name} phải là số từ ${least} đến ${most}; đang là «${given}». / ${name} must be a number from ${least} to ${most}; it is «${given}».`,
  )
}

/** Refuses a port that can’t be listened on, before a database is made for nothing. */
const tryPort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(refusedPort(error, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })

function refusedPort(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Cổng ${port} đang có chương trình khác dùng. Xin dừng chương trình đó, hoặc chọn cổng khác: PORT=8081 npm start\nPort ${port} is in use. Stop what uses it, or choose another: PORT=8081 npm start`,
    )
  if (error.code === 'EACCES')
    return new StartError(
      `Tài khoản này không được dùng cổng ${port}. Xin chọn cổng từ 1024 trở lên: PORT=8080 npm start\nPort ${port} may not be used by this account. Choose one from 1024 on: PORT=8080 npm start`,
    )
  return error
}

async function greet(db: ReturnType<typeof openDatabase>, listening: number): Promise<void> {
  const address = process.env.PUBLIC_URL ?? `http://localhost:${listening}`
  const how = (await isEmpty(db))
    ? 'Chưa có dữ liệu: mở địa chỉ trên để lập quản trị đầu tiên. / Empty: open it to make the first administrator.'
    : (await isExample(db))
      ? `Dữ liệu mẫu: chọn một tài khoản ở trang đăng nhập, hoặc dùng: / Example: choose an account on the sign-in page, or use:\n\n    btctw.chuyenvien\n    ${examplePassword}\n`
      : 'Đăng nhập bằng tài khoản của đồng chí. / Sign in with your account.'
  process.stdout.write(`\nTriển Khai  →  ${address}\n${how}\nCtrl-C để dừng. / Ctrl-C stops.\n\n`)
}

function fail(error: unknown): void {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`Không khởi động được. / Could not start.\n${(error as Error)?.stack ?? String(error)}\n`)
  process.exit(1)
}

let stop: (() => Promise<void>) | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    if (!stop) process.exit(1) // still starting: whatever was started ends with this process
    setTimeout(() => process.exit(1), 20_000).unref()
    stop().then(() => process.exit(0), fail)
  })
try {
  stop = await start()
} catch (error) {
  fail(error)
}
