import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalKind } from '../../kernel/errors.ts'
import type { Word } from '../../kernel/words.ts'
import { textOfDocument } from './document.ts'

/** What the thread answers with: the text, or why there is none. */
export type Extracted = { text: string } | { kind: RefusalKind; sentence: Word }

const [path, name, mediaType] = workerData as [string, string, string]
const answer: Extracted = await textOfDocument(path, name, mediaType).then(
  (text) => ({ text }),
  (error: unknown) => {
    if (error instanceof Refusal) return { kind: error.kind, sentence: error.sentence }
    throw error
  },
)
parentPort?.postMessage(answer)
