import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { docxOf, pdfOf } from './documents.ts'

const command = fileURLToPath(new URL('../src/command.ts', import.meta.url))

describe('the command line', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trienkhai-command-'))
    await mkdir(join(folder, 'thu-muc'))
    await writeFile(join(folder, 'rong.txt'), '')
    await writeFile(join(folder, 'gia.pdf'), '%PDF-1.4 không phải')
    await writeFile(join(folder, 'khoa.pdf'), pdfOf(['Chữ'], { locked: true }))
    await writeFile(
      join(folder, 'ke-hoach.docx'),
      docxOf([
        'KẾ HOẠCH',
        'Về việc "thử"',
        '1. Sở Nội vụ chủ trì rà soát, sắp xếp tổ chức; hoàn thành trước ngày 31/12/2025.',
        '2. =SUM(A1) là việc của Sở Tài chính.',
      ]),
    )
    await writeFile(join(folder, 'chi-thi.txt'), 'KẾ HOẠCH\nvề việc thử\n1- Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.')
  })
  after(() => rm(folder, { recursive: true }))

  /** Runs a command from the folder as npm does, which has gone elsewhere itself. */
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; said: string; bytes: Buffer; complained: string }>((done) => {
      const program = spawn(process.execPath, [command, ...args], { cwd: tmpdir(), env: { ...process.env, INIT_CWD: folder } })
      let complained = ''
      const chunks: Buffer[] = []
      program.stdout.on('data', (chunk) => void chunks.push(chunk))
      program.stderr.on('data', (chunk) => {
        complained += chunk
      })
      program.on('close', (code) => done({ code, said: Buffer.concat(chunks).toString(), bytes: Buffer.concat(chunks), complained }))
    })

  test('help is given to whoever asks, and said to be an error of whoever names no command there is', async () => {
    for (const asked of [['--help'], ['read', '--help'], []]) {
      const { code, said } = await run(...asked)
      assert.deepEqual([code, /read FILE/.test(said)], [0, true], asked.join(' '))
    }
    const { code, said, complained } = await run('doc')
    assert.deepEqual([code, said, /read FILE/.test(complained)], [2, '', true])
  })

  test('what can’t be read is refused in one sentence, and an exit code tells a script why', async () => {
    for (const [file, exit, sentence] of [
      ['thu-muc', 3, /là thư mục; .* \/ It is a folder/],
      ['rong.txt', 6, /is empty/],
      ['gia.pdf', 4, /Không đọc được tệp «gia\.pdf»[\s\S]+«gia\.pdf» can’t be read/],
      ['khong-co.txt', 3, /^Không có tệp .*khong-co\.txt.* \/ It is not there/],
      ['khoa.pdf', 5, /protected by a password/],
    ] as const) {
      const { code, said, complained } = await run('read', file)
      assert.deepEqual([code, said], [exit, ''], complained)
      assert.match(complained, sentence)
    }
  })

  test('a document is read from where its reader stands', async () => {
    const { code, said } = await run('read', 'chi-thi.txt')
    assert.equal(code, 0)
    assert.match(said, /1 nhiệm vụ[\s\S]+Chủ trì: Ban Dân vận Trung ương[\s\S]+30-12-2013/)
  })

  test('what is asked amiss is said in one sentence', async () => {
    for (const [args, sentence] of [
      [['chi-thi.txt', '--xml'], /Không có tùy chọn --xml\. \/ There is no option --xml/],
      [['chi-thi.txt', '--csv', '--json'], /Choose one of --json and --csv/],
      [['chi-thi.txt', '--as-of', '2025-02-30'], /«2025-02-30» is no day/],
      [['chi-thi.txt', '--as-of'], /Say which file to read/],
      [['chi-thi.txt', 'rong.txt'], /Say which file to read/],
      [[], /Say which file to read/],
    ] as const) {
      const { code, said, complained } = await run('read', ...args)
      assert.deepEqual([code, said, complained.trim().split('\n').length], [2, '', 1], complained)
      assert.match(complained, sentence)
    }
  })

  test('json holds the reading, every place of it in its text', async () => {
    const { code, said } = await run('read', 'ke-hoach.docx', '--json', '--as-of', '1-12-2025')
    const { text, tasks, provisions, asOf, recognition } = JSON.parse(said)
    assert.deepEqual([code, asOf, recognition, tasks[0].lead, tasks[0].due], [0, '2025-12-01', null, ['Sở Nội vụ'], ['2025-12-30']])
    for (const { span, text: words } of [...tasks, ...provisions])
      assert.ok(
        text
          .slice(...span)
          .replace(/\s+/g, ' ')
          .includes(words),
      )
  })

  test('csv opens as it is in a spreadsheet, which runs nothing of it', async () => {
    const { said } = await run('read', 'ke-hoach.docx', '--csv', '--as-of=2025-12-01')
    assert.ok(said.startsWith('\ufeffTT,Mục,Nội dung nhiệm vụ,Chủ trì'))
    assert.match(said, /\r\n1,1,"?Sở Nội vụ chủ trì rà soát[^\r]+,2025-12-30,2025-12-30,29,\r\n/)
    assert.doesNotMatch(said, /[,\n]"?=SUM/)
  })

  test('xlsx is a workbook, akn is XML', async () => {
    const { bytes } = await run('read', 'ke-hoach.docx', '--xlsx', '--as-of', '2025-12-01')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const sheet = book.worksheets[0]
    assert.match(String(sheet?.getCell(2, 1).value), /Số liệu đến ngày 01-12-2025/)
    assert.equal(sheet?.getCell(4, 4).value, 'Sở Nội vụ')
    const { said } = await run('read', 'ke-hoach.docx', '--akn')
    assert.match(said, /^<\?xml [^>]+>\n<akomaNtoso xmlns="http:\/\/docs\.oasis-open\.org\/legaldocml\/ns\/akn\/3\.0">[\s\S]+due="2025-12-30"/)
  })
})
