import type { ReactNode } from 'react'
import type { Place } from '../links.tsx'

/** A column of the one table. */
export type Column<Row> = {
  key: string
  title: string
  show: (row: Row) => ReactNode
  /** The column that names the row: it carries the link, and heads the card on a narrow screen. */
  main?: boolean
  /** Client-side: what to sort by. Server-side (`total` given): true, and the page sends `sort` on. */
  sort?: true | ((row: Row) => string | number | null | undefined)
  width?: number | string
  align?: 'start' | 'center' | 'end'
  /** Left out on a narrow screen. */
  wideOnly?: boolean
}

/** A filter whose value lives in the address under `name`; `match` filters on the client, without it the page sends the value to the server. */
export type Filter<Row> = { name: string; label: string; match?: (row: Row, values: string[]) => boolean } & (
  | { kind: 'words' }
  | { kind: 'day' }
  | { kind: 'body' }
  | { kind: 'choice'; choices: { value: string; label: string }[]; several?: boolean }
)

export type Opening<Row> = (row: Row) => Place

/** Sorts a copy by a key like `name` or `-name`, Vietnamese order for words, absent values last. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string | undefined): Row[] {
  const isDown = sort?.startsWith('-') ?? false
  const by = columns.find(({ key }) => key === sort?.replace(/^-/, ''))?.sort
  if (typeof by !== 'function') return [...rows]
  const order = new Intl.Collator('vi', { numeric: true })
  return rows
    .map((row) => [by(row) ?? null, row] as const)
    .sort(([a], [b]) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      const way = typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b))
      return isDown ? -way : way
    })
    .map(([, row]) => row)
}

/** Letters without case, tone marks and đ, as matching goes in Vietnamese. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/** Every word of `sought` stands somewhere in `text`, tone marks or not. */
export const contains = (text: string, sought: string): boolean =>
  fold(sought)
    .split(/\s+/)
    .every((part) => fold(text).includes(part))
