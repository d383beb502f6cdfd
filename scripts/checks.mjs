import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node, root } from './install.mjs'

/** Types, lint, and files or exports nobody uses, side by side; answers whether all are in order, and shows only what isn't. */
export async function runChecks() {
  const results = await Promise.all([
    run('Types', 'typescript/bin/tsc', ['-p', '.']),
    run('Lint', '@biomejs/biome/bin/biome', ['check', '.']),
    run('Unused files, exports and packages', 'knip/bin/knip.js', []),
  ])
  return results.every(Boolean)
}

function run(heading, program, args) {
  return new Promise((resolve) => {
    const child = spawn(node, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.on('error', (error) => (said += error.message))
    child.on('close', (code) => {
      console.log(code === 0 ? `✔ ${heading}` : `\n✖ ${heading}\n\n${said}`)
      resolve(code === 0)
    })
  })
}
