import { Button, Input } from 'antd'
import { useState } from 'react'
import { DayInput } from '../ui/DayInput.tsx'
import { useWords } from '../ui/useWords.tsx'
import { words } from './words.ts'

type Reference = { kind: string; number: string | null; issuedOn: string | null; targetId: string | null }
type Row = Reference & { row: number }

/** The documents that a directive implements, one a line. */
export function ReferencesInput({ value = [], onChange }: { value?: Reference[]; onChange?: (value: Reference[]) => void }) {
  const t = useWords(words)
  const [rows, setRows] = useState<Row[]>(() => value.map((reference, row) => ({ ...reference, row })))
  const put = (next: Row[]) => {
    setRows(next)
    onChange?.(next.map(({ row: _row, ...reference }) => reference))
  }
  const amend = (row: number, change: Partial<Reference>) => put(rows.map((one) => (one.row === row ? { ...one, ...change } : one)))
  const add = () => put([...rows, { kind: '', number: null, issuedOn: null, targetId: null, row: Math.max(0, ...rows.map(({ row }) => row)) + 1 }])
  return (
    <div className="lines">
      {rows.map(({ row, kind, number, issuedOn }) => (
        <div className="line" key={row}>
          <Input aria-label={t('kind')} placeholder={t('kind')} value={kind} onChange={({ target }) => amend(row, { kind: target.value })} />
          <Input
            aria-label={t('number')}
            placeholder={t('number')}
            value={number ?? ''}
            onChange={({ target }) => amend(row, { number: target.value || null })}
          />
          <DayInput label={t('issuedOn')} value={issuedOn} onChange={(day) => amend(row, { issuedOn: day })} />
          <Button
            type="text"
            className="line-remove"
            aria-label={t('removeReference', { number: number ?? kind })}
            onClick={() => put(rows.filter((one) => one.row !== row))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onClick={add}>
        {t('addReference')}
      </Button>
    </div>
  )
}
