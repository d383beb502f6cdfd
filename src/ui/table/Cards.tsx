import type { ReactNode } from 'react'
import { PlaceLink } from '../links.tsx'
import { whole } from '../whole.tsx'
import { type Choosing, RowTick } from './Chosen.tsx'
import type { Column, Opening } from './columns.ts'

/** The rows of a table as cards, for a narrow screen. */
export function Cards<Row>({
  rows,
  columns,
  idOf,
  open,
  extra,
  choosing,
}: {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  idOf: (row: Row) => string
  open?: Opening<Row> | undefined
  extra?: ((row: Row) => ReactNode) | undefined
  choosing?: Choosing<Row> | undefined
}) {
  const main = columns.find((column) => column.main) ?? columns[0]
  const rest = columns.filter((column) => column !== main && !column.wideOnly)
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={idOf(row)}>
          <div className="card-title">
            {choosing && <RowTick row={row} id={idOf(row)} choosing={choosing} />}
            {open ? <PlaceLink place={open(row)}>{whole(main?.show(row))}</PlaceLink> : whole(main?.show(row))}
          </div>
          <dl>
            {rest
              .map((column) => ({ column, shown: column.show(row) }))
              // what says nothing takes no line
              .filter(({ shown }) => shown !== '' && shown !== null && shown !== undefined && shown !== false)
              .map(({ column, shown }) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{whole(shown)}</dd>
                </div>
              ))}
          </dl>
          {extra?.(row)}
        </li>
      ))}
    </ul>
  )
}
