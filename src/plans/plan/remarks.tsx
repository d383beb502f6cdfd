import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { useDrafts } from '../../ui/drafts.ts'
import type { PlanPage } from '../contract.ts'

type Remarks = { texts: Record<string, string>; say: (itemId: string, text: string) => void }
const Said = createContext<Remarks>({ texts: {}, say: () => undefined })

/** Holds what an appraiser writes to single items, in this window, until the plan is decided on; while its body has it back to mend it, what was written waits. */
export function RemarksProvider({ plan: { id, events, state }, children }: { plan: PlanPage; children: ReactNode }) {
  const drafts = useDrafts()
  const key = `remarks.${id}`
  const isOpen = events.includes('return') || state === 'drafting' || state === 'amending'
  const [texts, setTexts] = useState(() => (drafts.read(key)?.values ?? {}) as Record<string, string>)
  useEffect(() => {
    if (isOpen) return
    drafts.drop(key)
    setTexts({})
  }, [isOpen, drafts, key])
  const remarks = useMemo(() => {
    const say = (itemId: string, text: string) =>
      setTexts((before) => {
        const now = { ...before, [itemId]: text }
        drafts.keep(key, now)
        return now
      })
    return { texts, say }
  }, [texts, drafts, key])
  return <Said value={remarks}>{children}</Said>
}

export const useRemarks = (): Remarks => use(Said)
