import { Worker } from 'node:worker_threads'
import { Refusal } from '../../kernel/errors.ts'
import { words } from '../words.ts'
import type { Extracted, Tell } from './extracted.ts'
import { limits } from './limits.ts'
import type { Said } from './worker.ts'

type Options = {
  tell?: Tell
  /** Gives it up at once. */
  signal?: AbortSignal
  /** The most seconds in all. */
  seconds?: number
}

/**
 * The text of a document, by its sniffed type and name, worked out in a thread of its own: a long or hostile file holds up nobody, and can be given up at any moment. Refuses with a
 * sentence what can’t be read, also what makes no progress.
 */
export async function extract(
  path: string,
  name: string,
  mediaType: string,
  { tell, signal, seconds = limits.allSeconds }: Options = {},
): Promise<Extracted> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: [path, name, mediaType],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stderr: true,
  })
  let silence: ReturnType<typeof setTimeout> | undefined
  const end = setTimeout(() => void worker.terminate(), seconds * 1000)
  const giveUp = () => void worker.terminate()
  const wait = (allowed: number) => {
    clearTimeout(silence)
    silence = setTimeout(giveUp, allowed * 1000)
  }
  signal?.addEventListener('abort', giveUp, { once: true })
  wait(limits.seconds)
  return new Promise<Extracted>((done, fail) => {
    const unreadable = () => fail(signal?.aborted ? signal.reason : new Refusal('invalid', words.unreadable, { name }))
    worker.on('message', (said: Said) => {
      if ('progress' in said) {
        wait(limits.silentSeconds)
        tell?.(said.progress)
      } else if ('extracted' in said) done(said.extracted)
      else fail(new Refusal(said.kind, said.sentence))
    })
    worker.once('error', unreadable)
    worker.once('exit', unreadable)
  }).finally(() => {
    clearTimeout(end)
    clearTimeout(silence)
    signal?.removeEventListener('abort', giveUp)
    void worker.terminate()
  })
}
