import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalKind } from '../../kernel/errors.ts'
import type { Word } from '../../kernel/words.ts'
import { extractDocument } from './document.ts'
import type { Extracted, Progress } from './extracted.ts'

/** What the thread says: how far it is, and at the end the text, or why there is none. */
export type Said = { progress: Progress } | { extracted: Extracted } | { kind: RefusalKind; sentence: Word }

const say = (said: Said) => parentPort?.postMessage(said)
const [path, name, mediaType] = workerData as [string, string, string]
await extractDocument(path, name, mediaType, (progress) => say({ progress })).then(
  (extracted) => say({ extracted }),
  (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    say({ kind: error.kind, sentence: error.sentence })
  },
)
