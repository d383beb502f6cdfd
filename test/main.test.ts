import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openPool } from '../src/kernel/database.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

describe('the program itself', () => {
  const base = process.env.TEST_DATABASE_URL ?? ''
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = base && Object.assign(new URL(base), { pathname: `/${name}` }).href
  let dataDir: string
  const admin = openPool(base, 1)
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trienkhai-main-'))
    await admin.query(`create database ${name} template empty`)
  })
  after(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await rm(dataDir, { recursive: true, force: true })
  })

  /** Runs the program until it ends, or says that it is ready and is then asked to stop; gives what it said. */
  const run = (settings: Record<string, string>, whenReady: (address: string) => Promise<void> = async () => undefined, args = ['--empty']) =>
    new Promise<{ code: number | null; said: string }>((done, fail) => {
      const program = spawn(process.execPath, [main, ...args], {
        env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings },
      })
      let said = ''
      const hear = (chunk: Buffer) => {
        const before = said
        said += chunk
        const address = said.match(/→ +(http:\S+)/)?.[1]
        if (address && !/→ +http:\S+/.test(before))
          whenReady(address).then(
            () => program.kill('SIGTERM'),
            (error) => {
              program.kill('SIGKILL')
              fail(error)
            },
          )
      }
      program.stdout.on('data', hear)
      program.stderr.on('data', hear)
      program.on('close', (code) => done({ code, said }))
    })

  test('serves on a given server, answers when it is ready, and stops cleanly when asked', async () => {
    const { code } = await run({ DATABASE_URL: url }, async (address) => {
      const health = await fetch(`${address}/health`)
      assert.deepEqual([health.status, await health.json()], [200, { status: 'ready' }])
    })
    assert.equal(code, 0)
  })

  test('its address is the first thing it says, however much it writes to the log', async () => {
    const { said } = await run({ DATABASE_URL: url, LOG_LEVEL: 'info' }, async (address) => {
      await fetch(`${address}/health`)
    })
    assert.match(said, /^\nTriển Khai {2}→/)
    assert.match(said, /"req"/)
  })

  test('an option there is none of, and a setting that is no number, start nothing', async () => {
    const mistaken = await run({ DATABASE_URL: url }, undefined, ['--emtpy'])
    assert.deepEqual([mistaken.code, /^Không có tùy chọn --emtpy\. \/ There is no option --emtpy\./.test(mistaken.said)], [1, true], mistaken.said)
    const helped = await run({ DATABASE_URL: url }, undefined, ['--help'])
    assert.deepEqual([helped.code, /--empty/.test(helped.said), /→/.test(helped.said)], [0, true, false])
    for (const name of ['PORT', 'DATABASE_CONNECTIONS', 'FILE_LIMIT_MB']) {
      const { code, said } = await run({ DATABASE_URL: url, [name]: 'nhiều' })
      assert.deepEqual([code, said.trim().split('\n').length], [1, 1], said)
      assert.match(said, new RegExp(`^${name} phải là số từ .*«nhiều».*${name} must be a number .*«nhiều»`))
    }
  })

  test('a port in use is one sentence in either language and a failure', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => other.once('listening', listening))
    const { port } = other.address() as AddressInfo
    const { code, said } = await run({ DATABASE_URL: url, PORT: String(port) })
    other.close()
    assert.equal(code, 1)
    assert.match(said, new RegExp(`^Cổng ${port} đang có chương trình khác dùng\\..+\\nPort ${port} is in use\\..+\\n$`))
  })

  test('a server that can’t be reached is one sentence, without its password', async () => {
    const { code, said } = await run({ DATABASE_URL: 'postgresql://nguoi:mat-khau-kin@127.0.0.1:9/x' })
    assert.equal(code, 1)
    assert.match(said, /127\.0\.0\.1/)
    assert.doesNotMatch(said, /mat-khau-kin/)
    assert.equal(said.trim().split('\n').length, 1)
  })

  test('a database of a newer version is one sentence and a failure', async () => {
    const pool = openPool(url, 1)
    await pool.query(`insert into migration (name, sha256) values ('9999_later.sql', '')`)
    await pool.end()
    const { code, said } = await run({ DATABASE_URL: url })
    assert.equal(code, 1)
    assert.match(said, /newer version of Triển Khai.+9999_later\.sql/)
  })
})
