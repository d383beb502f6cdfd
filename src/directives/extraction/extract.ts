import { Worker } from 'node:worker_threads'
import { Refusal } from '../../kernel/errors.ts'
import { words } from '../words.ts'
import type { Extracted } from './worker.ts'

/** How long a document may take, and how much memory its text. */
const limits = { seconds: 60, megabytes: 1024 }

/** The text of a document, by its sniffed type and name, worked out in a thread of its own: a long or hostile file holds up nobody. Refuses with a sentence what can't be read. */
export function extractText(path: string, name: string, mediaType: string): Promise<string> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: [path, name, mediaType],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  const end = setTimeout(() => void worker.terminate(), limits.seconds * 1000)
  return new Promise<string>((done, fail) => {
    const unreadable = () => fail(new Refusal('invalid', words.unreadable, { name }))
    worker.once('message', (answer: Extracted) => ('text' in answer ? done(answer.text) : fail(new Refusal(answer.kind, answer.sentence))))
    worker.once('error', unreadable)
    worker.once('exit', unreadable)
  }).finally(() => {
    clearTimeout(end)
    void worker.terminate()
  })
}
