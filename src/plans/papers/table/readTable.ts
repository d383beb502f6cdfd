import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../kernel/errors.ts'
import { words } from '../../words.ts'
import type { ReadSheet } from './worker.ts'

/** How long a workbook may take, and how much memory. */
const limits = { seconds: 30, megabytes: 512 }

/** The sheets of an xlsx, read in a thread of its own: a long or hostile file holds up nobody. Refuses with a sentence what can’t be read. */
export function readTable(path: string, name: string): Promise<ReadSheet[]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  const end = setTimeout(() => void worker.terminate(), limits.seconds * 1000)
  return new Promise<ReadSheet[]>((done, fail) => {
    const broken = () => fail(new Refusal('invalid', words.brokenFile, { name }))
    worker.once('message', (sheets: ReadSheet[]) => done(sheets))
    worker.once('error', broken)
    worker.once('exit', broken)
  }).finally(() => {
    clearTimeout(end)
    void worker.terminate()
  })
}
