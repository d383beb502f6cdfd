import { Input } from 'antd'
import type { ComponentProps, CSSProperties } from 'react'

type Props = Omit<ComponentProps<typeof Input.TextArea>, 'autoSize' | 'rows'> & { least?: number; most: number }

/** A field of several lines that grows with its words, by the browser's own measure: one measured by script lays out the page anew for each field, a long list with it. */
export const TextLines = ({ least = 1, most, className = '', ...props }: Props) => (
  <Input.TextArea {...props} rows={least} className={`growing ${className}`} style={{ '--least': least, '--most': most } as CSSProperties} />
)
