import { useEffect, useRef, useState } from 'react'
import type { Task } from '../contract.ts'
import type { Desk } from './desk.ts'
import { nextDoubtful } from './filters.ts'
import type { Focus } from './focus.ts'
import { caretIn } from './TaskCard.tsx'

const kept = 'trienkhai.review.keys'
const busy = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=combobox], [role=menu], .ant-picker-dropdown'
const pressable = 'button, a, summary, input, [role=button]'

/** Whether single keys work on the review page; kept in the browser, since they can get in the way of speech input. */
export function useKeysSwitch(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(kept) !== 'off')
  return [
    isOn,
    (on) => {
      localStorage.setItem(kept, on ? 'on' : 'off')
      setOn(on)
    },
  ]
}

/** Moves between tasks and acts on the one settled on by single keys; never while somebody types or a dialog is open. */
export function useKeys(isOn: boolean, focus: Focus, desk: Desk, shown: readonly Task[]): void {
  const latest = useRef({ desk, shown })
  latest.current = { desk, shown }
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as Element
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || target.closest(busy) || document.querySelector('.ant-modal-wrap'))
        return
      const { desk, shown } = latest.current
      const index = shown.findIndex(({ id }) => id === focus.read().current)
      const isOnCard = target.matches('[data-task]')
      const isPress = target.matches(pressable)
      const did = act(event.key, isOnCard, isPress, index, shown, desk, focus)
      if (did) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOn, focus])
}

function act(key: string, isOnCard: boolean, isPress: boolean, index: number, shown: readonly Task[], desk: Desk, focus: Focus): boolean {
  const task = shown[index]
  const go = (to: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))]
    if (!next) return false
    focus.choose(next.id, 'keys')
    document.getElementById(`task-${next.id}`)?.focus({ preventScroll: true })
    return true
  }
  if (key === 'j' || (key === 'ArrowDown' && isOnCard)) return go(index + 1)
  if (key === 'k' || (key === 'ArrowUp' && isOnCard)) return go(Math.max(0, index - 1))
  if (key === 'n' || key === 'p') return go(nextDoubtful(shown, index, key === 'n' ? 1 : -1))
  if ((key === ' ' || key === 'Enter') && (isPress || !isOnCard)) return false
  const start = key === '?' ? () => desk.open({ kind: 'keys' }) : key === 'a' ? desk.add : task && startsOf(task, desk)[key === 'Enter' ? 'e' : key]
  start?.()
  if (key === ' ' && task?.checked === false) go(index + 1)
  return start !== undefined
}

const startsOf = (task: Task, desk: Desk): Record<string, () => void> =>
  task.droppedWhy !== null
    ? { x: () => desk.restore(task), c: () => desk.select(task.id) }
    : {
        e: () => desk.edit(task.id),
        s: () => desk.open({ kind: 'split', task, at: caretIn(task) }),
        m: () => desk.mergeWithNext(task),
        c: () => desk.select(task.id),
        x: () => desk.open({ kind: 'drop', task }),
        ' ': () => desk.check(task, !task.checked),
      }
