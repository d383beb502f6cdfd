import { basename } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { extract } from './directives/extraction/extract.ts'
import type { Progress, Read } from './directives/extraction/extracted.ts'

export type { Progress, Read } from './directives/extraction/extracted.ts'
/**
 * Files as a library, `trienkhai/extraction`: a Word file, pdf, scan, page or text in, its text and what was read in it out. Takes Node.
 */
export { limits } from './directives/extraction/limits.ts'
export { Refusal } from './kernel/errors.ts'

/** `tell` hears how far a long file is; `signal` gives it up. */
export type Options = { tell?: (progress: Progress) => void; signal?: AbortSignal }

/** The text of a file and what was read in it; what kind of file it is, its content says. What can’t be read is refused with a `Refusal`, whose sentence is there in both languages. */
export async function readFile(path: string, options: Options = {}): Promise<Read> {
  if (typeof path !== 'string') throw new TypeError(`readFile takes the path of a file as a string, not ${path === null ? 'null' : typeof path}`)
  return extract(path, basename(path), (await fileTypeFromFile(path))?.mime ?? 'text/plain', options)
}
