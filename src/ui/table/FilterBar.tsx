import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Address, AddressChange } from '../address.ts'
import { BodyPicker } from '../BodyPicker.tsx'
import { Choice } from '../Choice.tsx'
import { DayInput } from '../DayInput.tsx'
import { useNarrow } from '../useNarrow.ts'
import { useWords } from '../useWords.tsx'
import { words } from '../words.ts'
import type { Filter } from './columns.ts'

/** The values an address holds under a name. */
export const valuesOf = (address: Address, name: string): string[] => [address[name] ?? []].flat()

/** The change that takes all of these filters, and the page they had come to, out of the address. */
export const clearing = <Row,>(filters: readonly Filter<Row>[]): AddressChange => ({
  ...Object.fromEntries(filters.map(({ name }) => [name, undefined])),
  page: undefined,
})

type Props<Row> = { filters: Filter<Row>[]; address: Address; change: (values: AddressChange) => void; children?: ReactNode }

/** The filters of a table, each showing and writing its part of the address; on a telephone those in use and the search, the others behind a button. */
export function FilterBar<Row>({ filters, address, change, children }: Props<Row>) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  const idle = filters.filter(({ name, kind }) => kind !== 'words' && valuesOf(address, name).length === 0)
  const folds = isNarrow && (isOpen || idle.length > 1)
  const shown = folds && !isOpen ? filters.filter((filter) => !idle.includes(filter)) : filters
  const isFiltered = filters.some(({ name }) => valuesOf(address, name).length > 0)
  return (
    <search className="filters" aria-label={t('filters')}>
      {shown.map((filter) => (
        <FilterControl
          key={filter.name}
          filter={filter}
          values={valuesOf(address, filter.name)}
          set={(values) => change({ [filter.name]: values, page: undefined })}
        />
      ))}
      {folds && (
        <Button icon={<FilterOutlined aria-hidden="true" />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'fewerFilters' : 'moreFilters')}
        </Button>
      )}
      {filters.length > 0 && (
        <Button type="link" className={isFiltered ? '' : 'filters-idle'} disabled={!isFiltered} onClick={() => change(clearing(filters))}>
          {t('clearFilters')}
        </Button>
      )}
      {children && <div className="filters-end">{children}</div>}
    </search>
  )
}

function FilterControl<Row>({ filter, values, set }: { filter: Filter<Row>; values: string[]; set: (values: string[] | undefined) => void }) {
  const one = values[0]
  if (filter.kind === 'words') return <WordsInput label={filter.label} value={one ?? ''} onChange={(sought) => set(sought ? [sought] : undefined)} />
  if (filter.kind === 'day') {
    return (
      <span className="filter">
        <span aria-hidden="true">{filter.label}</span>
        <DayInput value={one ?? null} label={filter.label} onChange={(day) => set(day ? [day] : undefined)} />
      </span>
    )
  }
  if (filter.kind === 'body')
    return (
      <BodyPicker label={filter.label} placeholder={filter.label} value={one ?? null} onChange={(bodyId) => set(bodyId ? [bodyId] : undefined)} />
    )
  if (filter.several) {
    return (
      <Select
        className="filter-choice is-several"
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        aria-label={filter.label}
        placeholder={filter.label}
        value={values}
        options={filter.choices}
        onChange={(chosen: string[]) => set(chosen.length ? chosen : undefined)}
      />
    )
  }
  return (
    <Choice
      className="filter-choice"
      allowClear
      aria-label={filter.label}
      placeholder={filter.label}
      value={one ?? null}
      options={filter.choices}
      onChange={(chosen: string | undefined) => set(chosen ? [chosen] : undefined)}
    />
  )
}

const pause = 300

/** A box to search by words; what is typed reaches the address when the fingers rest. */
function WordsInput({ label, value, onChange }: { label: string; value: string; onChange: (sought: string) => void }) {
  const [typed, setTyped] = useState(value)
  const due = useRef<ReturnType<typeof setTimeout>>(undefined)
  const told = useRef(value)
  useEffect(() => {
    if (value !== told.current) setTyped(value)
    told.current = value
  }, [value])
  useEffect(() => () => clearTimeout(due.current), [])
  return (
    <Input
      className="filter-words"
      type="search"
      prefix={<SearchOutlined aria-hidden="true" />}
      allowClear
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        clearTimeout(due.current)
        due.current = setTimeout(() => {
          told.current = target.value.trim()
          onChange(target.value.trim())
        }, pause)
      }}
    />
  )
}
