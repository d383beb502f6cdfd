import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useToday } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words as uiWords } from '../../ui/words.ts'
import type { Facts } from '../contract.ts'
import { readDay, readMoney } from './cellText.ts'
import { words } from './words.ts'

export type TextField = 'part' | 'text' | 'product' | 'lead' | 'coordinate' | 'fromOn' | 'dueOn' | 'money' | 'note'
type Value = Facts[TextField]

type Props = {
  field: TextField
  label: string
  value: Value
  /** Told when the cell is left with something else in it. */
  leave: (value: Value, seen: Value) => void
  /** Told of each key while somebody is in the cell; of nothing once it is left. */
  typing?: (value: Value | undefined, seen: Value) => void
  /** What was left in it and can’t be read. */
  unread?: string | undefined
  misread?: (typed: string | null) => void
  isWrong?: boolean
  describedBy?: string | undefined
}

const show = (field: TextField, value: Value): string => {
  if (value === null) return ''
  if (field === 'fromOn' || field === 'dueOn') return showDay(String(value))
  return field === 'money' ? showCount(Number(value)) : String(value)
}

/** One cell of the sheet: typed in place, saved when it is left; Escape gives back what it held. */
export function Cell({ field, label, value, leave, typing, unread, misread, isWrong = false, describedBy }: Props) {
  const t = useWords(words)
  const say = useWords(uiWords)
  const today = useToday()
  const [typed, setTyped] = useState<string | null>(unread ?? null)
  const seen = useRef<Value>(value)
  const box = useRef<HTMLTextAreaElement>(null)
  const isDay = field === 'fromOn' || field === 'dueOn'
  const read = (text: string): Value | undefined =>
    isDay ? readDay(text, { edge: field === 'fromOn' ? 'start' : 'end', today }) : field === 'money' ? readMoney(text) : text.trim()
  const parsed = typed === null ? value : read(typed)
  const isUnread = typed !== null && parsed === undefined
  const grow = () => {
    if (!box.current || CSS.supports('field-sizing', 'content')) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight}px`
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows what it shows
  useEffect(grow, [typed, value])

  // a page that closes over words in a cell, or turns into one to read, takes them along
  const leaveIt = useRef(() => {})
  leaveIt.current = () => {
    if (typed !== null && !isUnread && parsed !== seen.current) leave(parsed as Value, seen.current)
  }
  useEffect(() => () => leaveIt.current(), [])

  const commit = () => {
    if (typed === null) return
    misread?.(isUnread ? typed : null)
    if (isUnread) return
    setTyped(null)
    typing?.(undefined, seen.current)
    if (parsed !== seen.current) leave(parsed as Value, seen.current)
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
      misread?.(null)
      typing?.(undefined, seen.current)
    }
  }
  return (
    <>
      <textarea
        ref={box}
        className={`cell-input${isWrong || isUnread ? ' is-wrong' : ''}`}
        data-field={field}
        rows={1}
        aria-label={label}
        aria-invalid={isWrong || isUnread}
        aria-describedby={describedBy}
        inputMode={isDay || field === 'money' ? 'numeric' : 'text'}
        placeholder={isDay ? say('dayShape') : ''}
        value={typed ?? show(field, value)}
        onFocus={() => {
          seen.current = value
        }}
        onChange={({ target }) => {
          setTyped(target.value)
          typing?.(read(target.value), seen.current)
        }}
        onBlur={(_: FocusEvent) => commit()}
        onKeyDown={keys}
      />
      {isUnread && (
        <span className="cell-fault" role="alert">
          {t(isDay ? 'badDay' : 'badMoney')}
        </span>
      )}
    </>
  )
}
