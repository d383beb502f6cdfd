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
