import type { LateProps } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { UrgeButton } from './UrgeButton.tsx'
import { words } from './words.ts'

/** Urges over all the late plans or receipts that a list shows, or over one by name. */
export function UrgeLate({ what, ...meant }: LateProps) {
  const t = useWords(words)
  return <UrgeButton meant={{ what, ...meant } as never} label={t(`urge-${what}`)} />
}
