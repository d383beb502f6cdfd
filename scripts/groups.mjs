import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

const processes = 12

/**
 * Deals the test files out to a few processes: to start each by itself takes more time than most of them need.
 * The journeys, the longest, come first and each alone. Gives the files to run in their place, gone when this process ends.
 */
export function groupTests() {
  const files = ['src', 'test'].flatMap((part) => readdirSync(join(root, part), { recursive: true }).map((name) => join(root, part, name))).sort()
  const tests = files.filter((file) => file.endsWith('.test.ts'))
  const groups = [
    ...files.filter((file) => file.endsWith('.journey.ts')).map((file) => [file]),
    ...Array.from({ length: processes }, (_, i) => tests.filter((_, n) => n % processes === i)),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'trienkhai-tests-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return groups.map((group, i) => {
    const path = join(folder, `${String(i + 1).padStart(2, '0')}.mjs`)
    writeFileSync(path, group.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)}\n`).join(''))
    return path
  })
}
