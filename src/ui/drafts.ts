import { useMemo } from 'react'
import { useMe } from './ask.ts'
import { thisMoment } from './days.ts'

/** What somebody had typed into a form and not sent: when, and seeing which version of the thing. */
export type Draft = { values: Record<string, unknown>; at: string; version?: number | undefined }

const prefix = 'trienkhai.draft.'
const filePrefix = 'trienkhai.file.'

/**
 * What is typed into forms and not sent, kept in this window for the one who typed it; passwords never are. Lasting drafts are kept in the browser: they are there again in
 * another window, after signing out and in, and after the machine went off, for the same person alone.
 */
export function useDrafts(isLasting = false) {
  const personId = useMe().data?.person?.id
  return useMemo(() => {
    const nameOf = (key: string) => `${prefix}${personId ?? ''}.${key}`
    const attempt = isLasting ? inBrowser : inWindow
    return {
      read: (key: string | undefined): Draft | undefined => (key && personId ? parsed(attempt((store) => store.getItem(nameOf(key)))) : undefined),
      /** Every draft whose key begins so, by the rest of its key. */
      list: (start: string): { rest: string; draft: Draft }[] =>
        (personId ? (attempt((store) => Object.entries({ ...store })) ?? []) : []).flatMap(([name, text]: [string, string]) => {
          const draft = name.startsWith(nameOf(start)) ? parsed(text) : undefined
          return draft ? [{ rest: name.slice(nameOf(start).length), draft }] : []
        }),
      keep(key: string | undefined, values: Record<string, unknown>, version?: number): void {
        if (!key || !personId) return
        const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)))
        const draft: Draft = { values: kept, at: thisMoment(), version }
        attempt((store) => store.setItem(nameOf(key), JSON.stringify(draft)))
      },
      drop: (key: string | undefined): void => void (key && attempt((store) => store.removeItem(nameOf(key)))),
    }
  }, [personId, isLasting])
}

/** Forgets every draft of this window: who signs out leaves nothing behind in it. */
export function forgetDrafts(): void {
  inWindow((store) => {
    for (const name of Object.keys(store)) if (name.startsWith(prefix) || name.startsWith(filePrefix)) store.removeItem(name)
  })
}

type Arrived = { name: string; size: number }

/** Remembers a file that has arrived, so that a form restored from a draft can name it. */
export const rememberFile = (fileId: string, file: Arrived): void =>
  void inWindow((store) => store.setItem(filePrefix + fileId, JSON.stringify({ name: file.name, size: file.size })))

/** A file that arrived earlier in this window. */
export function rememberedFile(fileId: string): Arrived | undefined {
  const kept = inWindow((store) => store.getItem(filePrefix + fileId))
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
function attemptIn<T>(store: () => Storage, use: (store: Storage) => T): T | undefined {
  try {
    return use(store())
  } catch {
    return undefined
  }
}
const inWindow = <T>(use: (store: Storage) => T): T | undefined => attemptIn(() => sessionStorage, use)
const inBrowser = <T>(use: (store: Storage) => T): T | undefined => attemptIn(() => localStorage, use)
