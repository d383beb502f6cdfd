import { useRef, useState } from 'react'
import { useAct } from '../../ui/ask.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Head, type PlanPage } from '../contract.ts'
import { words } from './words.ts'

const parts = ['title', 'grounds', 'aims', 'carryingOut'] as const

/** The words around the items: title, grounds, aims, how it is carried out; each saved when it is left. */
export function TextTab({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  if (plan.canEdit)
    return (
      <div className="plan-text">
        {parts.map((part) => (
          <Part key={part} plan={plan} part={part} />
        ))}
      </div>
    )
  return (
    <div className="plan-text">
      {parts.map(
        (part) =>
          plan[part] && (
            <div key={part}>
              <h3>{t(`head_${part}`)}</h3>
              <p className="said">{plan[part]}</p>
            </div>
          ),
      )}
    </div>
  )
}

function Part({ plan, part }: { plan: PlanPage; part: keyof Head }) {
  const t = useWords(words)
  const [typed, setTyped] = useState<string>()
  const seen = useRef(plan[part])
  const { act } = useAct(endpoints.savePlanHead, { done: () => setTyped(undefined) })
  const leave = () => {
    if (typed === undefined) return
    if (typed.trim() === seen.current) setTyped(undefined)
    else act({ planId: plan.id as never, was: { [part]: seen.current }, changes: { [part]: typed } })
  }
  return (
    <label>
      {t(`head_${part}`)}
      <textarea
        className="cell-input"
        rows={part === 'title' ? 1 : 3}
        value={typed ?? plan[part]}
        onFocus={() => {
          if (typed === undefined) seen.current = plan[part]
        }}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
      />
    </label>
  )
}
