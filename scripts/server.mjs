import { join } from 'node:path'
import { root } from './install.mjs'

/** What Node is given to run the server: not much room for what is short-lived, and growing in small steps. It saves memory; with half of either, a profile of sixteen who write at every moment showed a sixth of the time of server and database in collecting. */
export const serverArguments = ['--max-semi-space-size=16', '--heap-growing-percent=40', join(root, 'src/main.ts')]

/** What was compiled once is read from here: half the time to start. */
export const compiled = join(root, 'node_modules/.cache/compiled')
