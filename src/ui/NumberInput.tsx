import { InputNumber } from 'antd'
import { useLanguage } from './useWords.tsx'

type Props = { value?: number | null; onChange?: (value: number | null) => void; id?: string; label?: string; whole?: boolean; suffix?: string }

/** A number, with a comma or a point as the reader's language writes it. What is out of bounds stays as typed: the form says so, nothing is changed in silence. */
export function NumberInput({ label, whole = false, ...rest }: Props) {
  const { language } = useLanguage()
  return (
    <InputNumber<number>
      {...rest}
      decimalSeparator={language === 'vi' ? ',' : '.'}
      {...(whole ? { precision: 0 } : {})}
      {...(label ? { 'aria-label': label } : {})}
    />
  )
}
