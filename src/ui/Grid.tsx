/// <reference types="vite/client" />
import './look/matrix.css'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { type Place, PlaceLink } from './links.tsx'
import { useNarrow } from './useNarrow.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** A cell: in words, and as what shows them to the eye and to a screen reader; Enter on it does `act`. */
export type GridCell = { said: string; show: ReactNode; act?: () => void }
export type GridColumn = { id: string; address: string; text: string; place?: Place }
type Props<Row> = {
  label: string
  /** What the keys do, for whoever can't see the grid. */
  keys: string
  corner: string
  columns: readonly GridColumn[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  head: (row: Row) => ReactNode
  nameOf: (row: Row) => string
  cellOf: (row: Row, columnId: string) => GridCell | null
  /** What a place without a cell means. */
  nothing: string
}

/** Tasks across, anything down: the task that is pointed at or moved to is told above in full; arrow keys move, Enter does what a click on the cell does. */
export function Grid<Row>({ label, keys, corner, columns, rows, idOf, head, nameOf, cellOf, nothing }: Props<Row>) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const [at, setAt] = useState({ row: 0, column: 0 })
  const [isEntered, enter] = useState(false)
  const [pointed, point] = useState<string | null>(null)
  const row = Math.max(0, Math.min(at.row, rows.length - 1))
  const column = Math.max(0, Math.min(at.column, columns.length - 1))
  const toldId = pointed ?? (isEntered ? columns[column]?.id : undefined)
  const told = columns.find(({ id }) => id === toldId)

  const over = ({ target }: PointerEvent) => point((target as HTMLElement).closest<HTMLElement>('[data-column]')?.dataset.column ?? null)
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
    <>
      <p className="matrix-task" aria-live="polite">
        {told ? (
          <>
            <strong>{told.address}</strong> {told.text}
          </>
        ) : (
          t(isNarrow ? 'gridTouch' : 'gridHint')
        )}
      </p>
      <section className="matrix-frame" aria-label={label} onPointerOver={over} onPointerLeave={() => point(null)}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved over is a grid */}
        <table role="grid" className="matrix" aria-label={label} aria-describedby="grid-keys" onKeyDown={move}>
          <thead>
            <tr>
              <th scope="col" className="matrix-corner">
                {corner}
              </th>
              {columns.map((one) => (
                <th key={one.id} scope="col" className={one.id === toldId ? 'is-told' : ''} data-column={one.id}>
                  {one.place ? (
                    <PlaceLink place={one.place} tabIndex={-1}>
                      <Head {...one} />
                    </PlaceLink>
                  ) : (
                    <Head {...one} />
                  )}
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
                    columnId={id}
                    isCurrent={rowAt === row && columnAt === column}
                    seize={() => {
                      setAt({ row: rowAt, column: columnAt })
                      enter(true)
                    }}
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
    </>
  )
}

type CellProps = {
  at: string
  columnId: string
  isCurrent: boolean
  seize: () => void
  about: string
  cell: GridCell | null
  nothing: string
}

function Cell({ at, columnId, isCurrent, seize, about, cell, nothing }: CellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is moved over
      role="gridcell"
      data-at={at}
      data-column={columnId}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={seize}
      title={`${about}: ${cell?.said ?? nothing}`}
    >
      {cell?.show ?? <span className="unseen">{nothing}</span>}
    </td>
  )
}

function Head({ address, text }: GridColumn) {
  const [provision, ...bullet] = (address || text.slice(0, 24)).split(', ')
  return (
    <>
      {provision}
      {bullet.length > 0 && <small>{bullet.join(', ')}</small>}
    </>
  )
}
