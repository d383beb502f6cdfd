import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useToday } from '../../ui/ask.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { codesOf } from '../papers/rules.ts'
import { type ColumnField, columnFields, guessColumns, itemsOf, type Known, moneyUnitOf } from './sheetText.ts'
import { words } from './words.ts'

type Props = { title?: string; rows: readonly string[][]; plan: PlanPage; add: (items: Partial<Facts>[]) => void; close: () => void }

/** So many cells that can’t be read are named one by one. */
const told = 5

/** Shows a pasted table and what each of its columns is taken for, before any of it becomes items. */
export function PasteDialog({ title, rows, plan, add, close }: Props) {
  const t = useWords(words)
  const guess = useMemo(() => guessColumns(rows), [rows])
  const [columns, setColumns] = useState<(ColumnField | null)[]>(guess.fields)
  const [hasHead, setHead] = useState(guess.hasHead)
  const today = useToday()
  const codes = useMemo(() => codesIn(plan), [plan])
  const body = hasHead ? rows.slice(1) : rows
  const moneyUnit = hasHead ? moneyUnitOf(rows[0]?.[columns.indexOf('money')] ?? '') : ''
  const { items, unread } = itemsOf(body, columns, { people: plan.people, codes, today, moneyUnit }, t)
  const set = (at: number, field: ColumnField | null) =>
    setColumns((before) => before.map((one, i) => (i === at ? field : one === field && field !== null ? null : one)))
  return (
    <Modal
      open
      onCancel={close}
      title={title ?? t('pasteTitle')}
      width={920}
      mask={{ closable: false }}
      okText={t('pasteAdd', { rows: items.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: items.length === 0 }}
      onOk={() => {
        add(items)
        close()
      }}
    >
      <p>{columns.includes('text') ? t('pasteLead', { rows: items.length }) : t('needsText')}</p>
      <Checkbox checked={hasHead} onChange={({ target }) => setHead(target.checked)}>
        {t('firstIsHead')}
      </Checkbox>
      {moneyUnit && <p role="status">{t('moneyCounted', { unit: moneyUnit })}</p>}
      {unread.length > 0 && (
        <p className="cell-fault" role="status">
          {t('unread', {
            count: unread.length,
            which:
              unread
                .slice(0, told)
                .map(({ value, field }) => `«${value}» (${t(field)})`)
                .join(', ') + (unread.length > told ? ', …' : ''),
          })}
        </p>
      )}
      <div className="paste-scroll">
        <table className="paste">
          <thead>
            <tr>
              {columns.map((field, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
                <th key={i} scope="col" className={field === null ? 'is-out' : ''}>
                  <select
                    aria-label={t('columnIs', { column: i + 1 })}
                    value={field ?? ''}
                    onChange={({ target }) => set(i, (target.value || null) as ColumnField | null)}
                  >
                    <option value="">{t('leaveOut')}</option>
                    {columnFields.map((one) => (
                      <option key={one} value={one}>
                        {t(one)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 12).map((cells, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text have no other name than their place
              <tr key={i} className={hasHead && i === 0 ? 'is-head' : ''}>
                {cells.map((cell, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor have cells
                  <td key={j} className={columns[j] === null ? 'is-out' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}

/** By which code what is named in the plan’s own sheets. */
function codesIn({ obligations, above }: PlanPage): Known['codes'] {
  const superior = new Set(above.map(({ id }) => id))
  return new Map([...codesOf(obligations, above)].map(([id, code]) => [code, { id, of: superior.has(id) ? 'superiorItemIds' : 'obligationIds' }]))
}
