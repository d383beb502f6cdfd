import { useMemo } from 'react'
import { useMe } from './ask.ts'
import { thisMoment } from './days.ts'

/** What somebody had typed into a form and not sent: when, and seeing which version of the thing. */
export type Draft = { values: Record<string, unknown>; at: string; version?: number | undefined }

const prefix = 'trienkhai.draft.'
const filePrefix = 'trienkhai.file.'

/** What is typed into forms and not sent, kept in this window for the one who typed it; passwords never are. */
export function useDrafts() {
  const personId = useMe().data?.person?.id
  return useMemo(() => {
    const nameOf = (key: string) => `${prefix}${personId ?? ''}.${key}`
    return {
      read: (key: string | undefined): Draft | undefined => (key && personId ? parsed(attempt((store) => store.getItem(nameOf(key)))) : undefined),
      keep(key: string | undefined, values: Record<string, unknown>, version?: number): void {
        if (!key || !personId) return
        const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)))
        const draft: Draft = { values: kept, at: thisMoment(), version }
        attempt((store) => store.setItem(nameOf(key), JSON.stringify(draft)))
      },
      drop: (key: string | undefined): void => void (key && attempt((store) => store.removeItem(nameOf(key)))),
    }
  }, [personId])
}

/** Forgets every draft of this window: who signs out leaves nothing behind. */
export function forgetDrafts(): void {
  attempt((store) => {
    for (const name of Object.keys(store)) if (name.startsWith(prefix) || name.startsWith(filePrefix)) store.removeItem(name)
  })
}

type Arrived = { name: string; size: number }

/** Remembers a file that has arrived, so that a form restored from a draft can name it. */
export const rememberFile = (fileId: string, file: Arrived): void =>
  void attempt((store) => store.setItem(filePrefix + fileId, JSON.stringify({ name: file.name, size: file.size })))

/** A file that arrived earlier in this window. */
export function rememberedFile(fileId: string): Arrived | undefined {
  const kept = attempt((store) => store.getItem(filePrefix + fileId))
  return kept ? (JSON.parse(kept) as Arrived) : undefined
}

function parsed(text: string | null | undefined): Draft | undefined {
  if (!text) return undefined
  try {
    return JSON.parse(text) as Draft
  } catch {
    return undefined
  }
}

/** A browser that keeps nothing, or has no room left, still takes what is typed. */
function attempt<T>(use: (store: Storage) => T): T | undefined {
  try {
    return use(sessionStorage)
  } catch {
    return undefined
  }
}
