import { Worker } from 'node:worker_threads'
import { Refusal } from '../../kernel/errors.ts'
import { type Known, readDirective, readStretch } from '../reading/read.ts'
import type { Reading, Span } from '../reading/reading.ts'
import { words as directives } from '../words.ts'
import type { Read, Tell } from './extracted.ts'
import { limits } from './limits.ts'
import { words } from './words.ts'
import type { Asked, Said } from './worker.ts'

type Options = {
  tell?: Tell
  /** Gives it up at once. */
  signal?: AbortSignal
  /** The most seconds in all, and the most memory. */
  seconds?: number
  megabytes?: number
}

/** The longest text that is read where it is asked for: some 30 ms; starting a thread takes longer. */
const short = 20_000

/** Reads a text; a long one in a thread of its own, so that nobody waits for it. */
export const readText = (text: string): Promise<Reading> =>
  text.length <= short ? Promise.resolve(readDirective(text)) : inThread({ text }, '', { seconds: limits.seconds }).then(({ reading }) => reading)

/**
 * The text of a document, by its sniffed type and name, and what was read in it, worked out in a thread of its own: a long or hostile file holds up nobody, and can be given up at any
 * moment. Refuses with a sentence what can’t be read, also what makes no progress.
 */
export const extract = (path: string, name: string, mediaType: string, options: Options = {}): Promise<Read> =>
  inThread({ path, name, mediaType }, name, options)

/** Reads a stretch of a text that was read before, in the same way. */
export const readPart = (text: string, stretch: Span, known: Known): Promise<Reading> =>
  text.length <= short
    ? Promise.resolve(readStretch(text, stretch, known))
    : inThread({ text, part: { stretch, known } }, '', { seconds: limits.seconds }).then(({ reading }) => reading)

async function inThread(
  asked: Asked,
  name: string,
  { tell, signal, seconds = limits.allSeconds, megabytes = limits.megabytes }: Options,
): Promise<Read> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stderr: true,
  })
  let silence: ReturnType<typeof setTimeout> | undefined
  let late: number | undefined
  const giveUp = () => void worker.terminate()
  const tooLate = (allowed: number) => () => {
    late = allowed
    giveUp()
  }
  const end = setTimeout(tooLate(seconds), seconds * 1000)
  const wait = (allowed: number) => {
    clearTimeout(silence)
    silence = setTimeout(tooLate(allowed), allowed * 1000)
  }
  signal?.addEventListener('abort', giveUp, { once: true })
  wait(limits.seconds)
  return new Promise<Read>((done, fail) => {
    const why = (error: unknown) => {
      if (late !== undefined) return new Refusal('too-large', words.tooSlow, { name, seconds: late })
      const isFull = (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
      return isFull ? new Refusal('too-large', words.tooHeavy, { name, limit: megabytes }) : new Refusal('invalid', directives.unreadable, { name })
    }
    const unreadable = (error: unknown) => fail(signal?.aborted ? signal.reason : why(error))
    worker.on('message', (said: Said) => {
      if ('progress' in said) {
        wait(limits.silentSeconds)
        tell?.(said.progress)
      } else if ('read' in said) done(said.read)
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
