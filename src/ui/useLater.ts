import { useDeferredValue } from 'react'

/** False as something is first drawn, true at once after: what is heavy in a form follows what the hand goes to first, and holds up nobody who types. */
export const useLater = (): boolean => useDeferredValue(true, false)
