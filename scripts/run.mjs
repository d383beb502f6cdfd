// Runs one of the project's programs on the project's own Node: node scripts/run.mjs NAME [arguments]
import { join } from 'node:path'
import { ensureInstalled, giveUp, root } from './install.mjs'
import { ensurePage } from './page.mjs'
import { runInstead } from './pass.mjs'

const programs = {
  command: 'src/command.ts',
  bench: 'bench/main.ts',
  tables: 'test/tables.ts',
  screens: 'test/screens.ts',
}

const [name, ...args] = process.argv.slice(2)
const program = programs[name] ?? name
if (!program) giveUp(`Say what to run: ${Object.keys(programs).join(', ')}, or a file.`)
ensureInstalled()
if (name === 'screens') ensurePage()
// npm changes to the project's folder; paths given by the caller are meant from where the caller stands
runInstead([join(root, program), ...args], { cwd: process.env.INIT_CWD ?? process.cwd() })
