// For whoever changes the code: the server starts again at each change, the page follows at once.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node, root } from './install.mjs'

ensureInstalled()
const options = { cwd: root, stdio: 'inherit' }
const children = [
  spawn(node, ['--watch', '--watch-preserve-output', join(root, 'src/main.ts'), ...process.argv.slice(2)], options),
  spawn(node, [join(root, 'node_modules/vite/bin/vite.js')], options),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
// Ctrl-C reaches both by themselves; where one ends, the other is of no use
process.on('SIGINT', () => undefined)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
