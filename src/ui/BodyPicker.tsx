import { Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { type BodyLine, endpoints } from '../organisations/contract.ts'
import { useKindBeside } from '../organisations/kindNames.tsx'
import { useAsk } from './ask.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

const anyWords = ' ' // the endpoint takes words or ids; this asks by ids

/** So many chosen bodies are named; of more, the rest is counted. */
const namedAtMost = 100

type Props = {
  value?: string | null | undefined
  onChange?: (bodyId: string | null, body?: BodyLine) => void
  id?: string
  label?: string
  placeholder?: string
  asOf?: string | undefined
  allowClear?: boolean
  disabled?: boolean
}

/** Picks one body: type any part of its name, with or without tone marks; kind and superior tell homonyms apart. */
export function BodyPicker({ value, onChange, label, placeholder, asOf, allowClear = true, ...rest }: Props) {
  const t = useWords(words)
  const { sought, setSought, bodies, isSearching, lines } = useBodySearch(value ? [value] : [], asOf)
  return (
    <Select
      {...rest}
      className="body-picker"
      value={value ?? null}
      allowClear={allowClear}
      placeholder={placeholder ?? t('pickBody')}
      {...(label ? { 'aria-label': label } : {})}
      showSearch={{ filterOption: false, searchValue: sought, onSearch: setSought }}
      loading={isSearching}
      notFoundContent={sought.trim() ? (isSearching ? t('loading') : t('noBodyFound')) : t('typeToSearch')}
      options={lines}
      optionRender={({ data }) => <BodyOption name={data.name} detail={data.detail} />}
      popupMatchSelectWidth={320}
      onChange={(id: string | undefined) => onChange?.(id ?? null, id ? bodies.get(id) : undefined)}
    />
  )
}

/** Picks several bodies, one after the other: what is found closes once one is taken, so that the key that leaves the field cannot take it back. */
export function BodiesPicker({
  value = [],
  onChange,
  label,
  placeholder,
  asOf,
  ...rest
}: Omit<Props, 'value' | 'onChange'> & { value?: string[]; onChange?: (bodyIds: string[]) => void }) {
  const t = useWords(words)
  const { sought, setSought, isSearching, lines } = useBodySearch(value, asOf)
  const [isOpen, setOpen] = useState(false)
  return (
    <Select
      {...rest}
      mode="multiple"
      {...(value.length > namedAtMost ? { maxTagCount: namedAtMost } : {})}
      open={isOpen}
      onOpenChange={setOpen}
      onSelect={() => {
        setSought('')
        setOpen(false)
      }}
      className="body-picker"
      value={value}
      placeholder={placeholder ?? t('pickBody')}
      {...(label ? { 'aria-label': label } : {})}
      showSearch={{
        filterOption: false,
        searchValue: sought,
        onSearch: (words) => {
          setSought(words)
          if (words) setOpen(true)
        },
      }}
      loading={isSearching}
      notFoundContent={sought.trim() ? (isSearching ? t('loading') : t('noBodyFound')) : t('typeToSearch')}
      options={lines}
      optionRender={({ data }) => <BodyOption name={data.name} detail={data.detail} />}
      popupMatchSelectWidth={320}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  )
}

function useBodySearch(chosen: readonly string[], asOf: string | undefined) {
  const [sought, setSought] = useState('')
  const asked = useDeferredValue(sought.trim())
  const day = asOf ? { asOf } : {}
  const found = useAsk(endpoints.searchBodies, asked ? { words: asked, ids: undefined, ...day } : null, { keep: true })
  const held = useAsk(
    endpoints.searchBodies,
    chosen.length ? { words: anyWords, ids: chosen.slice(0, namedAtMost), limit: namedAtMost, ...day } : null,
    { keep: true },
  )
  const listed = asked ? (found.data ?? []) : (held.data ?? [])
  const parentName = useParentNames(listed, asOf)
  const kindBeside = useKindBeside()
  const bodies = useMemo(() => new Map([...(held.data ?? []), ...(found.data ?? [])].map((body) => [body.id, body])), [held.data, found.data])
  const lines = listed.map((body) => {
    return {
      value: body.id,
      label: body.name,
      name: body.name,
      detail: [kindBeside(body), parentName(body)].filter(Boolean).join(' · '),
    }
  })
  for (const id of chosen) {
    const body = bodies.get(id)
    if (body && !lines.some(({ value }) => value === id)) lines.push({ value: id, label: body.name, name: body.name, detail: kindBeside(body) })
  }
  return { sought, setSought, bodies, isSearching: found.isFetching, lines }
}

/** Says under whom a body stands ("thuộc Tỉnh ủy Bắc Ninh"), for bodies listed outside their tree. */
export function useParentNames(listed: readonly BodyLine[] | undefined, asOf?: string): (body: BodyLine) => string | undefined {
  const t = useWords(words)
  const ids = [...new Set((listed ?? []).flatMap(({ parentId }) => parentId ?? []))].sort().slice(0, 100)
  const parents = useAsk(endpoints.searchBodies, ids.length ? { words: anyWords, ids, limit: 100, ...(asOf ? { asOf } : {}) } : null, { keep: true })
  const names = new Map((parents.data ?? []).map(({ id, name }) => [id, name]))
  return ({ parentId }) => {
    const name = parentId ? names.get(parentId) : undefined
    return name && t('under', { name })
  }
}

const BodyOption = ({ name, detail }: { name: string; detail: string }) => (
  <span className="body-option">
    <span>{name}</span>
    {detail && <small>{detail}</small>}
  </span>
)
