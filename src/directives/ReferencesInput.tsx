import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { DayInput } from '../ui/DayInput.tsx'
import { TextLines } from '../ui/TextLines.tsx'
import { useWords } from '../ui/useWords.tsx'
import { type Reference, Relation } from './contract.ts'
import { words } from './words.ts'

type Row = Reference & { row: number }

const empty: Reference = { relation: 'implements', kind: '', number: null, issuedOn: null, issuerName: '', worded: '', targetId: null }

/** The documents that a directive names, each with what it is to it. */
export function ReferencesInput({ value = [], onChange }: { value?: Reference[]; onChange?: (value: Reference[]) => void }) {
  const t = useWords(words)
  const [rows, setRows] = useState<Row[]>(() => value.map((reference, row) => ({ ...reference, row })))
  const put = (next: Row[]) => {
    setRows(next)
    onChange?.(next.map(({ row: _row, ...reference }) => reference))
  }
  // Which one of the register it is, is looked up anew once it is named otherwise.
  const amend = (row: number, change: Partial<Reference>) => put(rows.map((one) => (one.row === row ? { ...one, targetId: null, ...change } : one)))
  const add = () => put([...rows, { ...empty, row: Math.max(0, ...rows.map(({ row }) => row)) + 1 }])
  return (
    <div className="lines">
      {rows.map(({ row, relation, kind, number, issuedOn, issuerName, worded }) => (
        <div className="line reference" key={row}>
          <Select
            aria-label={t('relation')}
            value={relation}
            options={Relation.options.map((value) => ({ value, label: t(value) }))}
            onChange={(relation) => amend(row, { relation })}
          />
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
            aria-label={t('removeReference', { number: number ?? (kind || worded.slice(0, 40)) })}
            onClick={() => put(rows.filter((one) => one.row !== row))}
          >
            ×
          </Button>
          <Input
            className="reference-more"
            aria-label={t('referenceIssuer')}
            placeholder={t('referenceIssuer')}
            value={issuerName}
            onChange={({ target }) => amend(row, { issuerName: target.value })}
          />
          {relation === 'ground' && (
            <TextLines
              className="reference-more"
              aria-label={t('worded')}
              placeholder={t('worded')}
              most={4}
              value={worded}
              onChange={({ target }) => amend(row, { worded: target.value })}
            />
          )}
        </div>
      ))}
      <Button size="small" onClick={add}>
        {t('addReference')}
      </Button>
    </div>
  )
}
