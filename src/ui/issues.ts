import type { z } from 'zod'
import type { Values, Word } from '../kernel/words.ts'
import { words } from './words.ts'

/** What a schema found wrong, as a sentence for whoever fills the form in. */
export function sayIssue(issue: z.core.$ZodRawIssue): [Word, Values] {
  const isAbsent = issue.input === undefined || issue.input === null || issue.input === '' || (Array.isArray(issue.input) && issue.input.length === 0)
  if (issue.code === 'invalid_format' && issue.format === 'date' && !isAbsent) return [words.badDay, {}]
  if (isAbsent) return [sayAbsent(String(issue.path?.[0] ?? '')), {}]
  if (issue.code === 'too_small') {
    const values = { least: Number(issue.minimum) }
    if (issue.origin === 'string') return [words.tooShort, values]
    return [issue.origin === 'array' ? words.tooFew : words.tooSmall, values]
  }
  if (issue.code === 'too_big') {
    const values = { most: Number(issue.maximum) }
    if (issue.origin === 'string') return [words.tooLong, values]
    return [issue.origin === 'array' ? words.tooMany : words.tooLarge, values]
  }
  return [words.badShape, {}]
}

/** What is said of a field that was left empty. */
export const sayAbsent = (field: string): Word => {
  if (field === 'fileIds' || field === 'fileId') return words.chooseFile
  if (field === 'bodyIds') return words.chooseBodies
  if (/^(body|parent|issuer|standing|reach|verifier)Id$/.test(field)) return words.chooseBody
  return field === 'personId' ? words.choosePerson : words.needed
}
