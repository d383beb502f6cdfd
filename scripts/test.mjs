// Checks, builds, then runs every test in one go, so that the count at the end is the whole count.
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks.mjs'
import { groupTests } from './groups.mjs'
import { ensureInstalled, giveUp, root } from './install.mjs'
import { ensurePage } from './page.mjs'
import { runInstead } from './pass.mjs'

ensureInstalled()
const chosen = process.argv.slice(2)
if (chosen.length === 0 && !(await runChecks())) giveUp('\nStopped before the tests: put the above in order first.')
ensurePage()

const setup = join(root, 'test/setup.ts')
runInstead(
  [
    '--test',
    `--test-reporter=${join(root, 'scripts/reporter.mjs')}`,
    `--test-concurrency=${availableParallelism() + 1}`,
    '--test-timeout=600000',
    ...(existsSync(setup) ? [`--test-global-setup=${setup}`] : []),
    ...(chosen.length > 0 ? chosen : groupTests()),
  ],
  { cwd: root },
)
