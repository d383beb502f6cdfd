/// <reference types="vite/client" />
import '../../ui/look/matrix.css'
import { type KeyboardEvent, type ReactNode, useState } from 'react'

export type GridCell = { said: string; show: ReactNode; act?: () => void }
type Props<Row> = {
  label: string
  keys: string
  corner: string
  columns: readonly { id: string; address: string; text: string }[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  head: (row: Row) => ReactNode
  nameOf: (row: Row) => string
  cellOf: (row: Row, columnId: string) => GridCell | null
  nothing: string
}

/** A table whose cells are moved over with the arrow keys; Enter does what a click on the cell does. */
export function Grid<Row>({ label, keys, corner, columns, rows, idOf, head, nameOf, cellOf, nothing }: Props<Row>) {
  const [at, setAt] = useState({ row: 0, column: 0 })
  const row = Math.max(0, Math.min(at.row, rows.length - 1))
  const column = Math.max(0, Math.min(at.column, columns.length - 1))
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    if ((event.target as HTMLElement).role !== 'gridcell') return
    const [current, under] = [rows[row], columns[column]]
    if (event.key === 'Enter' && current !== undefined && under) cellOf(current, under.id)?.act?.()
    const next = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + 1 },
      ArrowLeft: { row, column: column - 1 },
      Home: { row, column: 0 },
      End: { row, column: columns.length - 1 },
      PageDown: { row: row + 10, column },
      PageUp: { row: row - 10, column },
    }[event.key]
    if (!next) return
    event.preventDefault()
    const to = { row: Math.max(0, Math.min(rows.length - 1, next.row)), column: Math.max(0, Math.min(columns.length - 1, next.column)) }
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`)?.focus()
  }
  return (
    <section className="matrix-frame" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved over is a grid */}
      <table role="grid" className="matrix" aria-label={label} aria-describedby="grid-keys" onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {corner}
            </th>
            {columns.map((one) => (
              <th key={one.id} scope="col" title={one.text}>
                <Head address={one.address} text={one.text} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, rowAt) => (
            <tr key={idOf(one)}>
              <th scope="row">{head(one)}</th>
              {columns.map(({ id, address }, columnAt) => (
                <Cell
                  key={id}
                  at={`${rowAt}:${columnAt}`}
                  isCurrent={rowAt === row && columnAt === column}
                  seize={() => setAt({ row: rowAt, column: columnAt })}
                  about={`${nameOf(one)} – ${address}`}
                  cell={cellOf(one, id)}
                  nothing={nothing}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id="grid-keys" className="unseen">
        {keys}
      </p>
    </section>
  )
}

type CellProps = { at: string; isCurrent: boolean; seize: () => void; about: string; cell: GridCell | null; nothing: string }

function Cell({ at, isCurrent, seize, about, cell, nothing }: CellProps) {
  const said = cell?.said ?? nothing
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is moved over
    <td role="gridcell" data-at={at} tabIndex={isCurrent ? 0 : -1} onFocus={seize} title={`${about}: ${said}`}>
      {cell?.show}
      <span className="unseen">{said}</span>
    </td>
  )
}

function Head({ address, text }: { address: string; text: string }) {
  const [provision, ...bullet] = (address || text.slice(0, 24)).split(', ')
  return (
    <>
      {provision}
      {bullet.length > 0 && <small>{bullet.join(', ')}</small>}
    </>
  )
}
