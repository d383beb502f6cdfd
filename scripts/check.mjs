// Checks types, lint, and what nobody uses.
import { runChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
process.exitCode = (await runChecks()) ? 0 : 1
