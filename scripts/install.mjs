import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The Node that the product runs on, whichever one the machine has. */
export const node = join(root, 'node_modules/.bin/node')

const stamp = join(root, 'node_modules/.installed')

/** Installs what package-lock.json lists, unless that has been done already; ends the program with a sentence where it can't be. */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) giveUp(`Triển Khai needs Node.js 20 or newer to start; this is ${process.version}.`)
  const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Installing packages …')
  // npm ci empties the folder first, and output of npm itself must not mix with what a command prints
  const { status } = spawnSync('npm', ['ci'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) giveUp('The packages could not be installed: see above.')
  writeFileSync(stamp, wanted)
}

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}
