import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalKind } from '../../kernel/errors.ts'
import type { Word } from '../../kernel/words.ts'
import { type Known, readDirective, readStretch } from '../reading/read.ts'
import type { Span } from '../reading/reading.ts'
import { extractDocument } from './document.ts'
import type { Extracted, Progress, Read } from './extracted.ts'

/** What the thread is asked for: a file to work out and read, or a text to read, or a part of one. */
export type Asked = { path: string; name: string; mediaType: string } | { text: string; part?: { stretch: Span; known: Known } }
/** What the thread says: how far it is, and at the end the text and what was read in it, or why there is none. */
export type Said = { progress: Progress } | { read: Read } | { kind: RefusalKind; sentence: Word }

const say = (said: Said) => parentPort?.postMessage(said)
const asked = workerData as Asked
const read = (text: string) => ('part' in asked && asked.part ? readStretch(text, asked.part.stretch, asked.part.known) : readDirective(text))
const text: Promise<Extracted> =
  'text' in asked
    ? Promise.resolve({ text: asked.text, recognition: null })
    : extractDocument(asked.path, asked.name, asked.mediaType, (progress) => say({ progress }))
await text.then(
  (extracted) => say({ read: { ...extracted, reading: read(extracted.text) } }),
  (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    say({ kind: error.kind, sentence: error.sentence })
  },
)
