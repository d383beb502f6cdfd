import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalKind } from '../../kernel/errors.ts'
import type { Word } from '../../kernel/words.ts'
import { doubtsOfWhole } from '../reading/doubts.ts'
import { type Known, readDirective, readStretch } from '../reading/read.ts'
import type { Reading, Span } from '../reading/reading.ts'
import { extractDocument } from './document.ts'
import type { Extracted, Progress, Read } from './extracted.ts'

/** What the thread is asked for: a file to work out and read, or a text to read, or a part of one. */
export type Asked = { path: string; name: string; mediaType: string } | { text: string; part?: { stretch: Span; known: Known } }
/** What the thread says: how far it is, and at the end the text and what was read in it, or why there is none. */
export type Said = { progress: Progress } | { read: Read } | { kind: RefusalKind; sentence: Word }

const say = (said: Said) => parentPort?.postMessage(said)
const asked = workerData as Asked
/** A stretch as it is; of a whole document also what is doubted of it as a whole. */
function read({ text, recognition }: Extracted): Reading {
  if ('part' in asked && asked.part) return readStretch(text, asked.part.stretch, asked.part.known)
  const reading = readDirective(text)
  return { ...reading, doubts: doubtsOfWhole(reading, recognition !== null) }
}
const text: Promise<Extracted> =
  'text' in asked
    ? Promise.resolve({ text: asked.text, recognition: null })
    : extractDocument(asked.path, asked.name, asked.mediaType, (progress) => say({ progress }))
await text.then(
  (extracted) => say({ read: { ...extracted, reading: read(extracted) } }),
  (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    say({ kind: error.kind, sentence: error.sentence })
  },
)
