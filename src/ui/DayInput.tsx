import 'dayjs/locale/vi.js'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useToday } from './ask.ts'
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

const written = ['DD-MM-YYYY', 'D-M-YYYY', 'DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY', 'YYYY-MM-DD']

/** Picks a day, shown "15-11-2013" and typed as people do (15/11/2013, 15112013); takes and gives ISO days, so it stands in a `Field` as it is. */
export function DayInput({ value, onChange, label, least, most, placeholder, ...rest }: Props) {
  const t = useWords(words)
  const today = useToday()
  return (
    <DatePicker
      {...rest}
      className="day-input"
      placeholder={placeholder ?? t('dayShape')}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      format={written}
      showNow={false}
      defaultPickerValue={dayjs(today)}
      {...(least ? { minDate: dayjs(least) } : {})}
      {...(most ? { maxDate: dayjs(most) } : {})}
      {...(label ? { 'aria-label': label } : {})}
    />
  )
}
