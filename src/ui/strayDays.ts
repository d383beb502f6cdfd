import { createContext, use, useEffect, useId } from 'react'

/** Where the day inputs of a form tell that what is typed in them is no day they take; a form asks before it sends. */
export const StrayDays = createContext<Set<string>>(new Set())

/** Tells the form around whether what is typed in this input is no day it takes, or none yet; gives the way to say at once that it is. */
export function useStrayDay(isStray: boolean): () => void {
  const strays = use(StrayDays)
  const id = useId()
  useEffect(() => {
    if (!isStray) return
    strays.add(id)
    return () => void strays.delete(id)
  }, [strays, id, isStray])
  return () => void strays.delete(id)
}

/** A typed day as an ISO day: "15-11-2013", "15/11/2013", "15112013", "2013-11-15"; none where the calendar has no such day. */
export function readDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined
  return moment && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : undefined
}
