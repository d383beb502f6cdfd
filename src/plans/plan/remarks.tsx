import { createContext, type ReactNode, use, useMemo, useState } from 'react'

type Remarks = { texts: Record<string, string>; say: (itemId: string, text: string) => void }
const Said = createContext<Remarks>({ texts: {}, say: () => undefined })

/** Holds what an appraiser writes to single items until the plan is returned with it. */
export function RemarksProvider({ children }: { children: ReactNode }) {
  const [texts, setTexts] = useState<Record<string, string>>({})
  const remarks = useMemo(() => ({ texts, say: (itemId: string, text: string) => setTexts((before) => ({ ...before, [itemId]: text })) }), [texts])
  return <Said value={remarks}>{children}</Said>
}

export const useRemarks = (): Remarks => use(Said)
