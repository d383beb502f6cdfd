import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '../errors.ts'
import type { Word } from '../words.ts'

const patience = 10_000

/** Makes sure that the server at `url` answers, lets us in, and is one the product can work with; no sentence of a refusal holds the password. */
export async function checkServer(url: string): Promise<void> {
  const end = performance.now() + patience
  for (;;) {
    const { client, place } = prepare(url)
    try {
      await inTime(look(client, place), end)
      return
    } catch (error) {
      if (error instanceof StartError) throw error
      if ((error as { code?: string }).code !== startingUp || performance.now() > end)
        throw new StartError(sentence(error, client, place), { cause: error })
      await pause(250)
    } finally {
      void client.end().catch(() => undefined)
    }
  }
}

const startingUp = '57P03'

function prepare(url: string): { client: pg.Client; place: string } {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('another kind of address')
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience })
    client.on('error', () => undefined)
    return { client, place: client.host.startsWith('/') ? client.host : `${client.host}:${client.port}` }
  } catch {
    throw new StartError(
      'DATABASE_URL không phải là địa chỉ máy chủ PostgreSQL; phải có dạng postgresql://user:password@host:5432/database. / DATABASE_URL is not an address of a PostgreSQL server: it should look like postgresql://user:password@host:5432/database.',
    )
  }
}

async function look(client: pg.Client, place: string): Promise<void> {
  await client.connect()
  const { rows } = await client.query(`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
    current_setting('server_encoding') as encoding, has_database_privilege(current_database(), 'create') as "mayCreate"`)
  const reason = unfit(rows[0], client.user)
  if (reason)
    throw new StartError(
      `Không dùng được cơ sở dữ liệu ${client.database} tại ${place}: ${reason.vi} / The database ${client.database} at ${place} can not be used: ${reason.en}`,
    )
}

/** Why the product can't work with such a database, if it can't. */
export function unfit(found: { version: string; number: number; encoding: string; mayCreate: boolean }, user?: string): Word | undefined {
  if (found.number < 180_000)
    return {
      vi: `máy chủ là PostgreSQL ${found.version}, Triển Khai cần bản 18 trở lên.`,
      en: `the server is PostgreSQL ${found.version}, and Triển Khai needs version 18 or newer.`,
    }
  if (found.encoding !== 'UTF8')
    return { vi: `bảng mã là ${found.encoding}, Triển Khai cần UTF8.`, en: `its encoding is ${found.encoding}, and Triển Khai needs UTF8.` }
  if (!found.mayCreate)
    return {
      vi: `tài khoản ${user} không được tạo bảng trong đó; xin cho tài khoản này làm chủ cơ sở dữ liệu.`,
      en: `the user ${user} may not create tables in it; make that user its owner.`,
    }
  return undefined
}

async function inTime(work: Promise<void>, end: number): Promise<void> {
  const timer = new AbortController()
  const late = pause(Math.max(0, end - performance.now()), undefined, { signal: timer.signal }).then(() => {
    throw Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })
  })
  work.catch(() => undefined)
  try {
    await Promise.race([work, late])
  } finally {
    timer.abort()
  }
}

function sentence(error: unknown, client: pg.Client, place: string): string {
  const { code = '', message } = error as { code?: string; message: string }
  if (code.startsWith('28'))
    return `Máy chủ PostgreSQL tại ${place} không cho tài khoản ${client.user} vào: xin sửa tên hoặc mật khẩu trong DATABASE_URL. / The PostgreSQL server at ${place} does not let the user ${client.user} in: correct the user or the password in DATABASE_URL.`
  if (code === '3D000')
    return `Máy chủ PostgreSQL tại ${place} không có cơ sở dữ liệu ${client.database}: xin tạo, hoặc sửa DATABASE_URL. / The PostgreSQL server at ${place} has no database named ${client.database}: create it, or correct DATABASE_URL.`
  if (code === '53300')
    return `Máy chủ PostgreSQL tại ${place} đã hết lượt kết nối: xin tăng max_connections, hoặc đóng bớt chương trình khác. / The PostgreSQL server at ${place} has no connection left to give: raise its max_connections, or close other programs.`
  if (code === startingUp)
    return `Máy chủ PostgreSQL tại ${place} đang khởi động: xin thử lại sau ít phút. / The PostgreSQL server at ${place} is still starting up: try again in a while.`
  if (/^E[A-Z]+$/.test(code) || /timeout|terminated unexpectedly/i.test(message)) {
    return `Không kết nối được máy chủ PostgreSQL tại ${place} (${code || 'không trả lời'}): xin xem máy chủ có chạy không, DATABASE_URL có đúng không. / The PostgreSQL server at ${place} can not be reached (${code || 'no answer in time'}): see that it runs, and that DATABASE_URL is right.`
  }
  return `Không dùng được máy chủ PostgreSQL tại ${place} / The PostgreSQL server at ${place} can not be used: ${message}`
}
