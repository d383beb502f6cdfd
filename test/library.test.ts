import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { limits, Refusal, readFile } from 'trienkhai/extraction'
import { type Reading, readDirective } from 'trienkhai/reading'
import { akomaNtosoOf, csvOf, xlsxOf } from 'trienkhai/writing'
import { build, type Rolldown } from 'vite'
import { openBrowser } from './browser.ts'
import { docxOf } from './documents.ts'

const lines = ['KẾ HOẠCH', 'Về việc rà soát tổ chức', '1. Sở Nội vụ chủ trì rà soát các đơn vị trước ngày 15/12/2025.', '2. Sở Tài chính tổng kết.']
const text = lines.join('\n')
const root = new URL('..', import.meta.url).pathname

describe('the reader as a library, by the name of its package', () => {
  test('reads a text, and writes out what was read', async () => {
    const reading: Reading = readDirective(text)
    assert.deepEqual(
      reading.tasks.map(({ lead, due }) => [lead, due]),
      [
        [['Sở Nội vụ'], ['2025-12-14']],
        [['Sở Tài chính'], []],
      ],
    )
    assert.match(csvOf(reading, 'vi', '2025-12-01'), /Sở Nội vụ/)
    assert.match(akomaNtosoOf(reading), /<akomaNtoso/)
    assert.equal((await xlsxOf(reading, 'en', '2025-12-01')).subarray(0, 2).toString(), 'PK')
  })

  test('reads a file, whatever it is called, and says why it can’t', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trienkhai-library-'))
    const path = join(folder, 'ke-hoach')
    await writeFile(path, docxOf(lines))
    assert.equal((await readFile(path)).reading.tasks.length, 2)
    await writeFile(path, '')
    await assert.rejects(readFile(path), (error) => error instanceof Refusal && /không có chữ/.test(error.sentence.vi))
    assert.ok(limits.fileBytes > 0)
    await rm(folder, { recursive: true })
  })

  test('what is no string is a TypeError that says so', async () => {
    for (const [given, named] of [
      [undefined, 'undefined'],
      [null, 'null'],
      [42, 'number'],
      [Buffer.from(text), 'object'],
    ] as const) {
      const why = new RegExp(`as a string, not ${named}$`)
      assert.throws(() => readDirective(given as never), { name: 'TypeError', message: why })
      await assert.rejects(readFile(given as never), { name: 'TypeError', message: why })
    }
  })

  test('reads and writes the same in a browser, where there is no Node', async () => {
    const entry = '\0both'
    const built = (await build({
      configFile: false,
      root,
      logLevel: 'error',
      plugins: [
        {
          name: 'both',
          resolveId: (id) => (id === entry ? id : null),
          load: (id) =>
            id === entry ? `export { readDirective } from 'trienkhai/reading'\nexport { akomaNtosoOf, csvOf } from 'trienkhai/writing'` : null,
        },
      ],
      build: { write: false, minify: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'es' } } },
    })) as Rolldown.RolldownOutput
    const chunks = new Map(built.output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])))
    const main = [...chunks.values()].find(({ isEntry }) => isEntry) as Rolldown.OutputChunk
    const needed = new Set<string>()
    const need = (file: string): void => {
      if (needed.has(file)) return
      needed.add(file)
      chunks.get(file)?.imports.forEach(need)
    }
    need(main.fileName)
    assert.deepEqual(
      [...needed].filter((file) => !chunks.has(file) || /require\(|['"]node:/.test(chunks.get(file)?.code ?? '')),
      [],
    )
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.route('http://library/**', (route) => {
        const file = new URL(route.request().url()).pathname.slice(1)
        const code = chunks.get(file)?.code
        return route.fulfill(code === undefined ? { contentType: 'text/html', body: '<p>' } : { contentType: 'text/javascript', body: code })
      })
      await page.goto('http://library/')
      const said = await page.evaluate(
        `import('/${main.fileName}').then(({ readDirective, akomaNtosoOf, csvOf }) => { const reading = readDirective(${JSON.stringify(text)}); return [JSON.stringify(reading), akomaNtosoOf(reading), csvOf(reading, 'vi', '2025-12-01')] })`,
      )
      const reading = readDirective(text)
      assert.deepEqual(said, [JSON.stringify(reading), akomaNtosoOf(reading), csvOf(reading, 'vi', '2025-12-01')])
    } finally {
      await browser.close()
    }
  })
})
