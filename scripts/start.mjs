// Starts the product: installs and builds what is missing, then runs the server until it is told to stop.
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { ensurePage } from './page.mjs'
import { runInstead } from './pass.mjs'

ensureInstalled()
ensurePage()
runInstead([join(root, 'src/main.ts'), ...process.argv.slice(2)], { cwd: root })
