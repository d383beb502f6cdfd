import 'dayjs/locale/vi.js'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type ComponentProps, createContext, use, useId, useState } from 'react'
import { useToday } from './ask.ts'
import { showDay } from './days.ts'
import { useStrayDay } from './strayDays.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

type Props = {
  /** An ISO day. */
  value?: string | null | undefined
  onChange?: (day: string | null) => void
  /** What the field is, where no visible label stands with it. */
  label?: string
  id?: string
  size?: 'small' | 'medium' | 'large'
  variant?: 'outlined' | 'underlined' | 'borderless'
  allowClear?: boolean
  disabled?: boolean
  placeholder?: string
  /** The first and the last ISO day that may be chosen. */
  least?: string | undefined
  most?: string | undefined
}

/** The text as it is being typed, none once it is taken over as a day. */
type Typing = { text: string | null; type: (text: string) => void; take: () => void; faultId: string | undefined }
const Typing = createContext<Typing>({ text: null, type: () => undefined, take: () => undefined, faultId: undefined })

/**
 * Picks a day, shown "15-11-2013" and typed as people do (15/11/2013, 15112013); takes and gives ISO days, so it stands in a `Field` as it is. What is typed and is
 * no day, or none allowed, stays as typed and is named, and the form around is not sent: never is another day taken in its place.
 */
export function DayInput({ value, onChange, label, least, most, placeholder, ...rest }: Props) {
  const t = useWords(words)
  const today = useToday()
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [hasLeft, setLeft] = useState(false)
  const [lastValue, setLastValue] = useState(value)
  if (lastValue !== value) {
    setLastValue(value)
    setText(null)
  }
  const settle = useStrayDay(Boolean(text?.trim()))
  const faultOf = (day: string | undefined): string | undefined => {
    if (!day) return t('noSuchDay')
    if (most && day > most) return t('dayTooLate', { day: showDay(most) })
    return least && day < least ? t('dayTooEarly', { day: showDay(least) }) : undefined
  }
  const take = () => {
    if (text === null) return
    const day = readDay(text.trim())
    setLeft(true)
    if (text.trim() && faultOf(day)) return
    settle()
    setText(null)
    if (day ? day !== value : value && rest.allowClear !== false) onChange?.(day ?? null)
  }
  const fault = hasLeft && text?.trim() ? faultOf(readDay(text.trim())) : undefined
  const type = (typed: string) => {
    setText(typed)
    setLeft(false)
  }
  return (
    <Typing value={{ text, type, take, faultId: fault && id }}>
      <DatePicker
        {...rest}
        className="day-input"
        components={{ input: DayText }}
        {...(fault ? { status: 'error' as const } : {})}
        placeholder={placeholder ?? t('dayShape')}
        value={value && text === null ? dayjs(value) : null}
        onChange={(day) => {
          setText(null)
          onChange?.(day ? day.format('YYYY-MM-DD') : null)
        }}
        format="DD-MM-YYYY"
        showNow={false}
        defaultPickerValue={dayjs(value ?? today)}
        {...(least ? { minDate: dayjs(least) } : {})}
        {...(most ? { maxDate: dayjs(most) } : {})}
        {...(label ? { 'aria-label': label } : {})}
      />
      {fault && (
        <span id={id} role="alert" className="day-fault">
          {fault}
        </span>
      )}
    </Typing>
  )
}

/** The text of a day input. What is typed stays here until the field is left: the calendar, which would put the day before in the place of one it does not take, hears of whole and allowed days alone. */
function DayText({ value, onChange: _, onBlur, onKeyDown, ...rest }: ComponentProps<'input'>) {
  const { text, type, take, faultId } = use(Typing)
  return (
    <input
      {...rest}
      {...(text?.trim() ? { 'data-stray': '' } : {})}
      {...(faultId ? { 'aria-invalid': true, 'aria-describedby': faultId } : {})}
      value={text ?? value}
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Tab') take()
        onKeyDown?.(event)
      }}
      onBlur={(event) => {
        take()
        onBlur?.(event)
      }}
    />
  )
}

/** A typed day as an ISO day: "15-11-2013", "15/11/2013", "15112013", "2013-11-15"; none where the calendar has no such day. */
function readDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text
  // a day that there is not rolls over into the next month
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && dayjs(iso).format('YYYY-MM-DD') === iso ? iso : undefined
}
