/// <reference types="vite/client" />
import './life.css'
import { CheckOutlined, CloseOutlined, RollbackOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { State, Step } from '../contract.ts'
import { words as taskWords } from '../words.ts'
import { words } from './words.ts'

const way = ['given', 'accepted', 'in-progress', 'reported', 'verified'] as const
const besides: Partial<Record<State, { at: (typeof way)[number]; icon: ReactNode }>> = {
  returned: { at: 'given', icon: <RollbackOutlined /> },
  'sent-back': { at: 'in-progress', icon: <RollbackOutlined /> },
}

/** The life of an obligation as a line of steps; what was returned or sent back stands where it has to go on from, and what was never needed stands grey. */
export function Life({ state, steps, givenOn }: { state: State; steps: readonly Step[]; givenOn: string }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const left = state === 'withdrawn' ? steps.find(({ event }) => event === 'withdraw')?.from : undefined
  const branch = besides[left ?? state]
  const place = branch?.at ?? left ?? state
  const here = way.indexOf(place as (typeof way)[number])
  const dayOf = (at: State) => steps.find(({ to, from }) => to === at && from !== at)?.day ?? (at === 'given' ? givenOn : undefined)
  return (
    <ol className="life" aria-label={t('life')}>
      {way.map((at, index) => {
        const isHere = index === here
        const day = index <= here ? dayOf(at) : undefined
        const isSkipped = index < here && day === undefined
        const isDone = (index < here && !isSkipped) || (isHere && state === 'verified')
        return (
          <li
            key={at}
            className={isDone ? 'is-done' : isHere ? 'is-here' : isSkipped ? 'is-skipped' : 'is-ahead'}
            {...(isHere ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="life-mark" aria-hidden="true">
              {isDone ? <CheckOutlined /> : isSkipped ? '–' : index + 1}
            </span>
            <span className="life-word">{t(`life-${at}`)}</span>
            {isDone && <span className="unseen">({t('lifeDone')})</span>}
            {isSkipped && <small>{t('lifeSkipped')}</small>}
            {day && <small>{showDay(day)}</small>}
            {isHere && branch && !left && (
              <span className="life-branch">
                <span aria-hidden="true">{branch.icon}</span> {say(state)}
              </span>
            )}
            {isHere && left && (
              <span className="life-branch">
                <CloseOutlined aria-hidden="true" /> {say('withdrawn')}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
