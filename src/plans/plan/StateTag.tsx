/// <reference types="vite/client" />
import './plan.css'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanState } from '../contract.ts'
import { words } from '../words.ts'

/** The state of a plan, in words with a calm colour. */
export function StateTag({ state }: { state: PlanState }) {
  const t = useWords(words)
  return <span className={`plan-state is-${state}`}>{t(state)}</span>
}
