import { EventEmitter } from 'node:events'
import type { Database } from '../../kernel/database.ts'
import { Refusal, sentences } from '../../kernel/errors.ts'
import type { Files } from '../../kernel/files.ts'
import { fill } from '../../kernel/words.ts'
import { extract } from './extract.ts'
import type { Progress } from './extracted.ts'
import * as queries from './queries.ts'

/** How many files one process works on at once: recognition alone keeps a processor busy. */
const atOnce = 2
/** How often progress is written down, and it is seen whether somebody called it off. */
const noteEvery = 400
/** How often the line is looked through without a hint, for what another process left. */
const lookEvery = 10_000
/** A hint is given before the transaction that puts a file in the line has ended: it is looked for until it is there. */
const lookAgain = [20, 80, 250, 800]

const line = new EventEmitter().setMaxListeners(0)

/** Hints that a file was put in the line; that it is done soon hangs on this, not that it is done. */
export const hintAtExtraction = (): void => void line.emit('put')

/** Works out the texts of the files in the line, a few at once; several processes may share it. The answer stops it: what is under way is taken up by whoever comes next. */
export function openExtractor(db: Database, files: Files, complain: (error: unknown) => void): () => Promise<void> {
  const underWay = new Set<Promise<void>>()
  const closing = new AbortController()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const look = async () => {
    while (underWay.size < atOnce && !closing.signal.aborted) {
      const taken = await queries.takeExtraction(db)
      if (!taken) return
      const work = workOn(db, files.pathOf(taken.sha256), taken, closing.signal).catch(complain)
      underWay.add(work)
      void work.finally(() => {
        underWay.delete(work)
        lookSoon(0)
      })
    }
  }
  const lookSoon = (after: number) => {
    if (closing.signal.aborted) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      looking = looking.then(look).catch(complain)
    }, after)
    timers.add(timer.unref())
  }
  let looking = Promise.resolve()
  const hear = () => lookAgain.forEach(lookSoon)
  line.on('put', hear)
  const steady = setInterval(() => lookSoon(0), lookEvery).unref()
  return async () => {
    closing.abort()
    line.off('put', hear)
    clearInterval(steady)
    for (const timer of timers) clearTimeout(timer)
    await looking
    await Promise.all(underWay)
  }
}

async function workOn(
  db: Database,
  path: string,
  { id, name, mediaType }: { id: string; name: string; mediaType: string },
  closing: AbortSignal,
): Promise<void> {
  const calledOff = new AbortController()
  const signal = AbortSignal.any([closing, calledOff.signal])
  let progress: Progress | undefined
  let noting = Promise.resolve()
  const steady = setInterval(() => {
    noting = noting
      .then(async () => {
        if (!(await queries.noteProgress(db, id, progress))) calledOff.abort()
      })
      .catch(() => undefined)
  }, noteEvery)
  const ended = async () => {
    clearInterval(steady)
    await noting
  }
  try {
    const extracted = await extract(path, name, mediaType, {
      signal,
      tell: (said) => {
        progress = said
      },
    })
    await ended()
    await queries.noteExtracted(db, id, extracted)
  } catch (error) {
    await ended()
    if (signal.aborted) return
    if (!(error instanceof Refusal)) {
      await queries.noteRefused(db, id, { kind: 'invalid', sentence: fill(sentences.fault, { id }) })
      throw error
    }
    await queries.noteRefused(db, id, error)
  }
}
