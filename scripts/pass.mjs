import { spawn } from 'node:child_process'
import { isatty } from 'node:tty'
import { node } from './install.mjs'
import { compiled } from './server.mjs'

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }
const follow = new URL('follow.mjs', import.meta.url).href

/** Runs a program on the project's Node in this one's place: its input, output, signals and exit code; neither outlives the other, nor npm. */
export function runInstead(args, options) {
  const child = spawn(node, ['--import', follow, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
    ...options,
  })
  // Ctrl-C in a terminal reaches the child by itself
  const hearsTheTerminal = [0, 1, 2].some(isatty)
  for (const signal of Object.keys(numbers)) {
    let passed = false
    process.on(signal, () => {
      if (!passed && !(hearsTheTerminal && signal === 'SIGINT')) child.kill(signal)
      passed = true
    })
  }
  if (process.env.npm_lifecycle_event) {
    const npm = process.ppid
    setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 250).unref()
  }
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (numbers[signal] ?? 9)))
}
