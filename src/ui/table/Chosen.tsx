import { Button, Checkbox } from 'antd'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../useWords.tsx'
import { words } from '../words.ts'

/** Rows of a table that are chosen for something; they stay chosen on other pages of it. */
export type Choosing<Row> = {
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
  /** What a row is called, for those who hear it. */
  nameOf: (row: Row) => string
  /** Which rows can be chosen; without it all. */
  can?: (row: Row) => boolean
  /** What can be done with those chosen: buttons. */
  acts: ReactNode
}

const having = (chosen: ReadonlySet<string>, ids: readonly string[], has: boolean): ReadonlySet<string> => {
  const rest = new Set(chosen)
  for (const id of ids) has ? rest.add(id) : rest.delete(id)
  return rest
}

/** A row chosen, or no longer. */
export const toggled = (chosen: ReadonlySet<string>, id: string): ReadonlySet<string> => having(chosen, [id], !chosen.has(id))

/** How many rows are chosen, and what can be done with them. */
export function ChosenBar<Row>({ choosing: { chosen, choose, acts } }: { choosing: Choosing<Row> }) {
  const t = useWords(words)
  if (chosen.size === 0) return null
  return (
    <section className="chosen" aria-label={t('chosenRows')}>
      <span role="status">{t('chosenCount', { count: chosen.size })}</span>
      {acts}
      <Button type="link" onClick={() => choose(new Set())}>
        {t('chooseNone')}
      </Button>
    </section>
  )
}

/** The tick of one row. */
export function RowTick<Row>({ row, id, choosing: { chosen, choose, nameOf, can } }: { row: Row; id: string; choosing: Choosing<Row> }) {
  const t = useWords(words)
  if (can && !can(row)) return null
  return <Checkbox checked={chosen.has(id)} aria-label={t('chooseRow', { row: nameOf(row) })} onChange={() => choose(toggled(chosen, id))} />
}

type AllProps<Row> = { rows: readonly Row[]; idOf: (row: Row) => string; choosing: Choosing<Row> }

/** The tick of all rows shown; not in the copy of the head that Ant Design keeps, hidden, to measure columns by. */
export function AllTick<Row>({ rows, idOf, choosing: { chosen, choose, can } }: AllProps<Row>) {
  const t = useWords(words)
  const place = useRef<HTMLSpanElement>(null)
  const [isCopy, setCopy] = useState(false)
  useLayoutEffect(() => setCopy(place.current?.closest('[aria-hidden=true]') != null), [])
  const ids = rows.filter((row) => !can || can(row)).map(idOf)
  const some = ids.filter((id) => chosen.has(id)).length
  if (isCopy) return null
  return (
    <span ref={place}>
      <Checkbox
        checked={some > 0 && some === ids.length}
        disabled={ids.length === 0}
        indeterminate={some > 0 && some < ids.length}
        aria-label={t('chooseAllShown')}
        onChange={() => choose(having(chosen, ids, some < ids.length))}
      />
    </span>
  )
}
