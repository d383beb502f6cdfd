import { blocksOf } from '../../directives/blocks.ts'
import type { Provision } from '../../directives/contract.ts'
import { shortened } from '../../directives/naming.ts'
import { placeWords } from '../../directives/words.ts'
import { fill } from '../../kernel/words.ts'
import { citerOf } from '../reading.ts'

/** A piece of a document that is compared: a provision, or a row of a table that orders nothing. `text` tells which piece of the other document it is, `whole` is all that it prints. */
export type Printed = { id: string; address: string; label: string; text: string; whole: string; cited: string }

/** All that a document prints from its first provision on: its provisions, and between them the rows of tables that hold no tasks. */
export function printedIn(provisions: readonly Provision[], text: string): Printed[] {
  const cite = citerOf(provisions)
  const isApart = (row: { from: number; to: number }) => !provisions.some(({ from, to }) => from < row.to && to > row.from)
  const lines = blocksOf(provisions, text).filter(
    (block) => (block.kind === 'outside' || (block.row !== null && isApart(block))) && isRow(text.slice(block.from, block.to)),
  )
  let home: Provision | undefined
  let row = 0
  return [...provisions.map((provision) => ({ from: provision.from, provision })), ...lines.map(({ from, to, key }) => ({ from, to, key }))]
    .sort((one, other) => one.from - other.from)
    .flatMap((piece): Printed[] => {
      if ('provision' in piece) {
        home = piece.provision
        row = 0
        const whole = home.kind === 'row' ? rowOf(text.slice(home.from, home.to)) : home.text
        return [{ ...home, whole, cited: cite(home.id) }]
      }
      if (!home) return []
      const whole = rowOf(text.slice(piece.from, piece.to))
      const under = home.kind === 'annex' ? shortened(home.text, 40) : cite(home.id)
      return [{ id: piece.key, address: '', label: '', text: whole, whole, cited: `${under}, ${fill(placeWords.tableRow, { n: ++row }).vi}` }]
    })
}

const cellsOf = (line: string): string[] =>
  line
    .split(/[|\t]/)
    .map((cell) => cell.trim())
    .filter(Boolean)
const isRow = (line: string): boolean => cellsOf(line).length > 1
const rowOf = (line: string): string => cellsOf(line).join(' | ')
