import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../src/command.ts', import.meta.url))

describe('the command line', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trienkhai-command-'))
    await mkdir(join(folder, 'thu-muc'))
    await writeFile(join(folder, 'rong.txt'), '')
    await writeFile(join(folder, 'gia.pdf'), '%PDF-1.4 không phải')
    await writeFile(join(folder, 'chi-thi.txt'), 'KẾ HOẠCH\nvề việc thử\n1- Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.')
  })
  after(() => rm(folder, { recursive: true }))

  /** Runs a command from the folder as npm does, which has gone elsewhere itself. */
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; said: string; complained: string }>((done) => {
      const program = spawn(process.execPath, [command, ...args], { cwd: tmpdir(), env: { ...process.env, INIT_CWD: folder } })
      let [said, complained] = ['', '']
      program.stdout.on('data', (chunk) => {
        said += chunk
      })
      program.stderr.on('data', (chunk) => {
        complained += chunk
      })
      program.on('close', (code) => done({ code, said, complained }))
    })

  test('what can’t be read is refused in one sentence', async () => {
    for (const [file, sentence] of [
      ['thu-muc', /is a folder/],
      ['rong.txt', /is empty/],
      ['gia.pdf', /«gia\.pdf» can’t be read/],
      ['khong-co.txt', /is not there/],
    ] as const) {
      const { code, said, complained } = await run('read', file)
      assert.deepEqual([code, said, complained.trim().split('\n').length], [1, '', 1], complained)
      assert.match(complained, sentence)
    }
  })

  test('a document is read from where its reader stands', async () => {
    const { code, said } = await run('read', 'chi-thi.txt')
    assert.equal(code, 0)
    assert.match(said, /1 nhiệm vụ[\s\S]+Chủ trì: Ban Dân vận Trung ương[\s\S]+2013-12-30/)
  })
})
