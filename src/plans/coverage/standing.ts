import { states } from '../words.ts'
import { words } from './words.ts'

/** How the plan of a body stands, in words, or that it was not ordered to make one. */
export const standings = { none: words.none, ...states } as const
