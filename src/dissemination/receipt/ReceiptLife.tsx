/// <reference types="vite/client" />
import '../../tasks/obligation/life.css'
import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { ReceiptPage, ReceiptState } from '../contract.ts'
import { codeOf } from '../rules.ts'
import { words } from '../screen/words.ts'
import { words as stateWords } from '../words.ts'

const way = ['arrived', 'received', 'assigned', 'processing', 'done'] as const

/** The life of a receipt as a line of steps, with the codes of the exchange; what was refused or recalled stands where it left the line. */
export function ReceiptLife({ state, steps }: { state: ReceiptState; steps: ReceiptPage['steps'] }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const left = state === 'refused' || state === 'recalled' ? steps.find(({ to }) => to === state)?.from : undefined
  const here = way.indexOf((left ?? state) as (typeof way)[number])
  return (
    <ol className="life" aria-label={t('life')}>
      {way.map((at, index) => {
        const isHere = index === here
        const isDone = index < here || (isHere && state === 'done')
        const day = index <= here ? steps.find(({ to }) => to === at)?.day : undefined
        return (
          <li key={at} className={isDone ? 'is-done' : isHere ? 'is-here' : 'is-ahead'} {...(isHere ? { 'aria-current': 'step' as const } : {})}>
            <span className="life-mark" aria-hidden="true">
              {isDone ? <CheckOutlined /> : codeOf[at]}
            </span>
            <span className="life-word">{say(at)}</span>
            {isDone && <span className="unseen">({t('lifeDone')})</span>}
            {day && <small>{showDay(day)}</small>}
            {isHere && left && (
              <span className="life-branch">
                <CloseOutlined aria-hidden="true" /> {say(state)}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
