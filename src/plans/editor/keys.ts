import type { KeyboardEvent } from 'react'
import { itemAnchor } from '../plan/places.ts'

const stops = '[data-field]'

/** Puts the focus on a cell of a row. */
export function focusCell(itemId: string, field: string): void {
  const row = document.getElementById(itemAnchor(itemId))
  const cell = row?.querySelector<HTMLElement>(`[data-field="${field}"]`) ?? row?.querySelector<HTMLElement>(stops)
  cell?.focus()
  if (cell instanceof HTMLTextAreaElement) cell.setSelectionRange(cell.value.length, cell.value.length)
}

/** Moves between cells as in a sheet: Enter and arrows up and down at the edge of the words, left and right at their ends. True when the key was taken. */
export function moveByKey(event: KeyboardEvent<HTMLElement>): boolean {
  const cell = event.target as HTMLElement
  const row = cell.closest<HTMLElement>('tr[data-row]')
  if (!row || !cell.dataset.field || event.altKey || event.ctrlKey || event.metaKey) return false
  const box = cell instanceof HTMLTextAreaElement ? cell : null
  const [from, to] = box ? [box.selectionStart, box.selectionEnd] : [0, 0]
  const isFirstLine = !box?.value.slice(0, from).includes('\n')
  const isLastLine = !box?.value.slice(to).includes('\n')
  const go = (target: HTMLElement | null | undefined) => {
    if (!target) return false
    event.preventDefault()
    target.focus()
    return true
  }
  const beside = (way: 1 | -1) => {
    const cells = [...row.querySelectorAll<HTMLElement>(stops)]
    return cells[cells.indexOf(cell) + way]
  }
  const line = (way: 1 | -1) => {
    const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
    return rows[rows.indexOf(row) + way]?.querySelector<HTMLElement>(`[data-field="${cell.dataset.field}"]`)
  }
  if (event.key === 'Enter' && !event.shiftKey && box) {
    event.preventDefault()
    go(line(1)) || cell.blur()
    return true
  }
  if (cell instanceof HTMLSelectElement || event.shiftKey) return false
  if (event.key === 'ArrowDown' && isLastLine) return go(line(1))
  if (event.key === 'ArrowUp' && isFirstLine) return go(line(-1))
  if (event.key === 'ArrowRight' && (!box || from === box.value.length)) return go(beside(1))
  if (event.key === 'ArrowLeft' && (!box || to === 0)) return go(beside(-1))
  return false
}
