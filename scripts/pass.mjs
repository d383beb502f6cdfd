import { spawn } from 'node:child_process'
import { isatty } from 'node:tty'

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/**
 * Runs a program in this one's place, with its input, output and exit code.
 * A `detached` one is out of reach of the terminal's Ctrl-C and is sent each signal once, however often it arrives (the terminal sends it, and npm again).
 */
export function runInstead(command, args, { detached = false, ...options } = {}) {
  const child = spawn(command, args, { stdio: 'inherit', detached, ...options })
  const hearsTheTerminal = !detached && [0, 1, 2].some(isatty)
  for (const signal of Object.keys(numbers)) {
    let passed = false
    process.on(signal, () => {
      if (!passed && !(hearsTheTerminal && signal === 'SIGINT')) child.kill(signal)
      passed = true
    })
  }
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (numbers[signal] ?? 9)))
}
