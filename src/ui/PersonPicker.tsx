import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { endpoints } from '../people/contract.ts'
import { useAsk } from './ask.ts'

/** Picks a person by name, with the posts held to tell namesakes apart (administrators). */
export function PersonPicker({
  value,
  onChange,
  id,
  label,
}: {
  value?: string | null
  onChange?: (personId: string | null) => void
  id?: string
  label?: string
}) {
  const [sought, setSought] = useState('')
  const asked = useDeferredValue(sought.trim())
  const people = useAsk(endpoints.listPeople, asked ? { words: asked } : {}, { keep: true })
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={value ?? null}
      allowClear
      showSearch={{ filterOption: false, searchValue: sought, onSearch: setSought }}
      loading={people.isFetching}
      options={(people.data ?? [])
        .filter((person) => !person.disabled)
        .map((person) => ({ value: person.id, label: person.name, detail: [person.username, ...person.posts].join(' · ') }))}
      optionRender={({ data }) => (
        <span className="body-option">
          <span>{data.label}</span>
          <small>{data.detail}</small>
        </span>
      )}
      onChange={(personId: string | undefined) => onChange?.(personId ?? null)}
    />
  )
}
