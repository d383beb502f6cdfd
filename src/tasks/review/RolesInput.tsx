import { Button, Select } from 'antd'
import { useState } from 'react'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { useAsk } from '../../ui/ask.ts'
import { BodyPicker } from '../../ui/BodyPicker.tsx'
import { TextLines } from '../../ui/TextLines.tsx'
import { contains } from '../../ui/table/columns.ts'
import { useLater } from '../../ui/useLater.ts'
import { useWords } from '../../ui/useWords.tsx'
import { Role } from '../contract.ts'
import { useThere } from './desk.ts'
import { words } from './words.ts'

type Value = { role: Role; named: string; bodyId: string | null; classId: string | null; settled: boolean }
type As = 'body' | 'class' | 'none' | 'unknown'
type Row = Value & { row: number; as: As }

const asOf = ({ bodyId, classId, settled }: Value): As => (bodyId ? 'body' : classId ? 'class' : settled ? 'none' : 'unknown')

/** Who has which part in a task: the name as worded, and the body or class it stands for. */
export function RolesInput({ value = [], onChange }: { value?: Value[]; onChange?: (value: Value[]) => void }) {
  const t = useWords(words)
  const classes = useAsk(organisations.listClasses, useThere())
  const resolves = ({ bodyId, classId }: Value) =>
    bodyId !== null || (classId !== null && classes.data?.find(({ id }) => id === classId)?.isOpen !== true)
  const isTime = useLater()
  const [rows, setRows] = useState<Row[]>(() => value.map((one, row) => ({ ...one, row, as: asOf(one) })))
  const put = (next: Row[]) => {
    setRows(next)
    onChange?.(next.map(({ row: _row, as: _as, ...one }) => one))
  }
  const amend = (row: number, change: Partial<Row>) => put(rows.map((one) => (one.row === row ? { ...one, ...change } : one)))
  const add = () => {
    const row = Math.max(0, ...rows.map((one) => one.row)) + 1
    put([
      ...rows,
      {
        row,
        as: 'body',
        role: rows.some((one) => one.role === 'lead' && resolves(one)) ? 'coordinate' : 'lead',
        named: '',
        bodyId: null,
        classId: null,
        settled: false,
      },
    ])
  }
  return (
    <div className="lines">
      {rows.map((one) =>
        isTime ? (
          <RoleRow key={one.row} row={one} amend={(change) => amend(one.row, change)} remove={() => put(rows.filter(({ row }) => row !== one.row))} />
        ) : (
          <div key={one.row} className="role-row is-later">
            {one.named}
          </div>
        ),
      )}
      <Button size="small" onClick={add}>
        {t('addRole')}
      </Button>
    </div>
  )
}

function RoleRow({ row, amend, remove }: { row: Row; amend: (change: Partial<Row>) => void; remove: () => void }) {
  const t = useWords(words)
  const { asOf } = useThere()
  const kinds: { value: As; label: string }[] = [
    { value: 'body', label: t('asBody') },
    { value: 'class', label: t('asClass') },
    { value: 'none', label: t('asNone') },
    { value: 'unknown', label: t('asUnknown') },
  ]
  return (
    <div className="role-row">
      <Select
        aria-label={t('role')}
        value={row.role}
        options={Role.options.map((value) => ({ value, label: t(value) }))}
        onChange={(role) => amend({ role })}
      />
      <Select
        className="row-kind"
        aria-label={t('matchKind')}
        value={row.as}
        options={kinds}
        onChange={(as) => amend({ as, bodyId: null, classId: null, settled: as === 'none' })}
      />
      <Button type="text" className="line-remove" aria-label={t('removeRole', { named: row.named })} onClick={remove}>
        ×
      </Button>
      <TextLines
        aria-label={t('named')}
        placeholder={t('named')}
        value={row.named}
        most={4}
        onChange={({ target }) => amend({ named: target.value.replace(/\n/g, ' ') })}
      />
      {row.as === 'body' && (
        <BodyPicker
          label={`${t('asBody')}: ${row.named}`}
          asOf={asOf}
          value={row.bodyId}
          onChange={(bodyId, body) => amend({ bodyId, ...(row.named === '' && body ? { named: body.name } : {}) })}
        />
      )}
      {row.as === 'class' && <ClassPicker label={`${t('asClass')}: ${row.named}`} value={row.classId} onChange={(classId) => amend({ classId })} />}
    </div>
  )
}

/** Picks a class of bodies. */
export function ClassPicker({ value, label, onChange }: { value: string | null; label: string; onChange: (classId: string | null) => void }) {
  const t = useWords(words)
  const classes = useAsk(organisations.listClasses, useThere())
  return (
    <Select
      className="class-picker"
      aria-label={label}
      placeholder={t('pickClass')}
      value={value}
      showSearch={{ filterOption: (sought, option) => contains(option?.label ?? '', sought) }}
      loading={classes.isPending}
      options={(classes.data ?? []).map(({ id, name, isOpen, bodies }) => ({
        value: id,
        label: `${name} (${isOpen ? t('openClass') : t('classOf', { count: bodies })})`,
      }))}
      onChange={(id: string) => onChange(id)}
    />
  )
}
