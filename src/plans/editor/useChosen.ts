import { useRef, useState } from 'react'
import type { LinkKind, Links } from './AnswersList.tsx'
import type { Drafts, Row } from './useDrafts.tsx'

/** Which links are given to every chosen row (true) or taken from each (false), by kind and id. */
export type Relinking = Record<LinkKind, ReadonlyMap<string, boolean>>

type Done = { id: string; was: Links; now: Links }

const kinds = ['obligationIds', 'superiorItemIds'] as const
const linksOf = ({ obligationIds, superiorItemIds }: Row): Links => ({ obligationIds, superiorItemIds })
const alike = (one: Links, other: Links): boolean =>
  kinds.every((kind) => one[kind].length === other[kind].length && one[kind].every((id) => other[kind].includes(id)))

const relinked = (links: Links, changes: Relinking): Links => {
  const of = (kind: LinkKind) => [
    ...links[kind].filter((id) => changes[kind].get(id) !== false),
    ...[...changes[kind]].flatMap(([id, isOn]) => (isOn && !links[kind].includes(id) ? [id] : [])),
  ]
  return { obligationIds: of('obligationIds'), superiorItemIds: of('superiorItemIds') }
}

export type Chosen = ReturnType<typeof useChosen>

/** The rows of a sheet that are chosen, to be given links or lose them in one act, which may be taken back as one: rows that were linked otherwise since stay as they are. */
export function useChosen(drafts: Drafts) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<readonly Done[]>([])
  const [isOpen, setOpen] = useState(false)
  const last = useRef<string>(undefined)
  const rows = drafts.rows.filter(({ id }) => ids.has(id))
  const put = (next: Iterable<string>) => {
    setIds(new Set(next))
    setDone([])
  }
  const change = (id: string, from: Links, to: Links) => drafts.change(id, to, from)
  return {
    rows,
    isOn: (id: string) => ids.has(id),
    /** Ticks a row or takes the tick away; `isRange`: with all rows between it and the one ticked last. */
    toggle: (id: string, isRange = false) => {
      const at = (one: string | undefined) => drafts.rows.findIndex((row) => row.id === one)
      const [from, to] = [at(last.current), at(id)].sort((one, other) => one - other) as [number, number]
      last.current = id
      if (isRange && from >= 0) put([...ids, ...drafts.rows.slice(from, to + 1).map((row) => row.id)])
      else put(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])
    },
    all: () => put(drafts.rows.map(({ id }) => id)),
    clear: () => put([]),
    /** Whether their links are open to be changed. */
    isOpen,
    setOpen,
    /** How many rows the last act has changed; none once it was taken back. */
    linked: done.length,
    link: (changes: Relinking) => {
      const made = rows.flatMap((row) => {
        const [was, now] = [linksOf(row), relinked(linksOf(row), changes)]
        return alike(was, now) ? [] : [{ id: row.id, was, now }]
      })
      for (const { id, was, now } of made) change(id, was, now)
      setDone(made)
    },
    undo: () => {
      for (const { id, was, now } of done) {
        const row = drafts.rows.find((one) => one.id === id)
        if (row && alike(linksOf(row), now)) change(id, linksOf(row), was)
      }
      setDone([])
    },
  }
}
