import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The Node that the product runs on, whichever one the machine has. */
export const node = join(root, 'node_modules/.bin/node')

/** Installs what package-lock.json lists unless it is there already; ends the program with a sentence where that fails. */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) giveUp(`Triển Khai needs Node.js 20 or newer to start; this is ${process.version}.`)
  if (isInstalled()) return
  console.error('Installing packages …')
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  // what npm says goes to the error output: the other one belongs to the program that is about to run
  const { status, error } = spawnSync(npm[0], [...npm.slice(1), 'ci'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (error) giveUp(`npm could not be run (${error.message}): it comes with Node.js.`)
  if (status !== 0 || !existsSync(node)) giveUp('The packages could not be installed: see above.')
}

/** npm leaves a list of what it installed; every package of ours has to be on it, in our version. */
function isInstalled() {
  if (!existsSync(node)) return false
  try {
    const wanted = Object.entries(read('package-lock.json').packages)
    const found = read('node_modules/.package-lock.json').packages
    return wanted.every(
      ([path, entry]) => path === '' || found[path]?.version === entry.version || ((entry.optional || entry.devOptional) && !found[path]),
    )
  } catch {
    return false
  }
}

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}
