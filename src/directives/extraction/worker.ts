import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalKind } from '../../kernel/errors.ts'
import type { Word } from '../../kernel/words.ts'
import { readDirective } from '../reading/read.ts'
import { extractDocument } from './document.ts'
import type { Extracted, Progress, Read } from './extracted.ts'

/** What the thread is asked for: a file to work out and read, or a text to read. */
export type Asked = { path: string; name: string; mediaType: string } | { text: string }
/** What the thread says: how far it is, and at the end the text and what was read in it, or why there is none. */
export type Said = { progress: Progress } | { read: Read } | { kind: RefusalKind; sentence: Word }

const say = (said: Said) => parentPort?.postMessage(said)
const asked = workerData as Asked
const text: Promise<Extracted> =
  'text' in asked
    ? Promise.resolve({ text: asked.text, recognition: null })
    : extractDocument(asked.path, asked.name, asked.mediaType, (progress) => say({ progress }))
await text.then(
  (extracted) => say({ read: { ...extracted, reading: readDirective(extracted.text) } }),
  (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    say({ kind: error.kind, sentence: error.sentence })
  },
)
