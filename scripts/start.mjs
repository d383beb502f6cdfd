// Starts the product: installs and builds what is missing, then runs the server until it is told to stop.
import { ensureInstalled, root } from './install.mjs'
import { ensurePage } from './page.mjs'
import { runInstead } from './pass.mjs'
import { serverArguments } from './server.mjs'

ensureInstalled()
ensurePage()
runInstead([...serverArguments, ...process.argv.slice(2)], { cwd: root })
