/// <reference types="vite/client" />
import './document.css'
import { type MouseEvent, memo, type ReactNode, type Ref, useMemo, useRef } from 'react'
import { useWords } from '../ui/useWords.tsx'
import { type Block, blocksOf, type Mark, ownersOf, segmentsOf } from './blocks.ts'
import type { Provision, Recognition } from './contract.ts'
import type { Row } from './rows.ts'
import { words } from './words.ts'

export type { Mark } from './blocks.ts'

type Props = {
  provisions: readonly Provision[]
  text: string
  marks?: readonly Mark[]
  /** Of a text that was recognised in a picture: its doubtful words always show. */
  recognition?: Recognition | null
  /** The thing looked at: its own words stand out, its other marks show. */
  active?: string | null
  /** The mouse came over words of a thing, or left them. */
  onHover?: ((id: string | null) => void) | undefined
  /** Words of a thing were clicked; where several share them, the next one after `active`. */
  onPick?: ((id: string) => void) | undefined
  ref?: Ref<HTMLDivElement>
}

const none: readonly Mark[] = []
/** Words that were recognised without certainty. */
const doubtful = 'doubtful'

/** A document as it is laid out, with marked words; only the paragraphs that a change concerns are drawn anew. */
export function DocumentText({ provisions, text, marks = none, recognition = null, active = null, onHover, onPick, ref }: Props) {
  const blocks = useMemo(() => blocksOf(provisions, text), [provisions, text])
  const marksOf = useMemo(
    () => deal(blocks, recognition ? [...marks, ...recognition.doubtful.map(({ from, to }) => ({ from, to, id: doubtful, kind: doubtful }))] : marks),
    [blocks, marks, recognition],
  )
  const hovered = useRef<string | null>(null)
  const hover = (id: string | null) => {
    if (hovered.current === id) return
    hovered.current = id
    onHover?.(id)
  }
  const ownersAt = (event: MouseEvent) => (event.target as Element).closest<HTMLElement>('[data-own]')?.dataset.own?.split(' ') ?? []
  const pick = (event: MouseEvent) => {
    if (getSelection()?.toString()) return
    const owners = ownersAt(event)
    const next = owners[(owners.indexOf(active ?? '') + 1) % owners.length]
    if (next) onPick?.(next)
  }
  return (
    <div
      ref={ref}
      className={`document${onPick ? ' is-live' : ''}`}
      lang="vi"
      {...(onHover ? { onMouseOver: (event: MouseEvent) => hover(ownersAt(event)[0] ?? null), onMouseLeave: () => hover(null) } : {})}
      {...(onPick ? { onClick: pick } : {})}
    >
      {runsOf(blocks).map(({ first, blocks }) => {
        const drawn = blocks.map((block, index) => {
          const own = marksOf[first + index] ?? none
          return <Paragraph key={block.key} block={block} text={text} marks={own} active={own.some(({ id }) => id === active) ? active : null} />
        })
        const rows = blocks.flatMap(({ row }) => row ?? [])
        return rows.length === 0 ? drawn : <Table key={`table-${rows[0]?.table}`} rows={rows} drawn={drawn} />
      })}
    </div>
  )
}

/** The element that holds the first words of a thing within a document on the page. */
export const findWords = (root: ParentNode | null | undefined, id: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-own~="${CSS.escape(id)}"]`) ?? null

/** The element in which a place of the text stands in a document on the page. */
export const findPlace = (root: ParentNode | null | undefined, at: number): HTMLElement | null =>
  [...(root?.querySelectorAll<HTMLElement>('[data-from]') ?? [])].findLast(({ dataset }) => Number(dataset.from) <= at) ?? null

/** The stretch of the text that is selected in a document on the page, without blanks and bars of tables around it. */
export function selectedStretch(root: Element | null, text: string): { from: number; to: number } | null {
  const selection = getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = offsetOf(root, range.startContainer, range.startOffset)
  const to = offsetOf(root, range.endContainer, range.endOffset)
  if (from === null || to === null || to <= from) return null
  const selected = text.slice(from, to)
  const start = from + (/^[\s|]*/.exec(selected)?.[0].length ?? 0)
  const end = to - (/[\s|]*$/.exec(selected)?.[0].length ?? 0)
  return end > start ? { from: start, to: end } : null
}

function offsetOf(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null
  const element = node instanceof Element ? node : node.parentElement
  const run = element?.closest<HTMLElement>('[data-from]')
  if (run && node.nodeType === Node.TEXT_NODE) return Number(run.dataset.from) + offset
  const next = node instanceof Element ? (node.childNodes[offset] ?? node.lastChild) : null
  const inside = next instanceof Element ? (next.matches('[data-from]') ? next : next.querySelector('[data-from]')) : null
  if (inside) return Number((inside as HTMLElement).dataset.from)
  // an empty cell, or the end of a row: the words that come next
  const after = [...root.querySelectorAll<HTMLElement>('[data-from]')].find(
    (run) => node.compareDocumentPosition(run) === Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return after ? Number(after.dataset.from) : null
}

type RunsProps = { from: number; to: number; text: string; marks: readonly Mark[]; active: string | null }

/** Words cut wherever a mark begins or ends, each run knowing where it stands in the text. */
const Runs = ({ from, to, text, marks, active }: RunsProps) =>
  segmentsOf(from, to, marks).map((segment) => {
    const owners = ownersOf(segment.marks)
    const shown = segment.marks.filter(({ id }) => id === active || id === doubtful).map(({ kind }) => `is-${kind}`)
    const Run = owners.length > 0 || shown.length > 0 ? 'mark' : 'span'
    return (
      <Run
        key={segment.from}
        data-from={segment.from}
        {...(owners.length ? { 'data-own': owners.join(' ') } : {})}
        {...(shown.length ? { className: [...new Set(shown)].join(' ') } : {})}
      >
        {text.slice(segment.from, segment.to)}
      </Run>
    )
  })

/** Paragraphs one by one, and the rows of a table together; `first` is the place of the first of them in the whole. */
function runsOf(blocks: readonly Block[]): { first: number; blocks: Block[] }[] {
  const runs: { first: number; blocks: Block[] }[] = []
  blocks.forEach((block, index) => {
    const before = runs.at(-1)
    if (before && block.row && before.blocks[0]?.row?.table === block.row.table) before.blocks.push(block)
    else runs.push({ first: index, blocks: [block] })
  })
  return runs
}

/** A table of the document, which scrolls within its own box where it is wider. */
function Table({ rows, drawn }: { rows: readonly Row[]; drawn: readonly ReactNode[] }) {
  const t = useWords(words)
  const heads = rows.filter(({ isHead }) => isHead).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it
    <section className="document-table" tabIndex={0} aria-label={t('tableInDocument')}>
      <table>
        {heads > 0 && <thead>{drawn.slice(0, heads)}</thead>}
        <tbody>{drawn.slice(heads)}</tbody>
      </table>
    </section>
  )
}

type CellsProps = Omit<RunsProps, 'from' | 'to'> & { row: Row }

function Cells({ row: { cells, widths, isHead, isHeading }, text, marks, active }: CellsProps) {
  const shown = isHeading ? cells.slice(0, 1) : widths.map((_, column) => cells[column] ?? null)
  const Cell = isHead ? 'th' : 'td'
  return (
    <tr className="document-block is-cells">
      {shown.map((cell, column) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
          key={column}
          {...(isHead ? { scope: 'col' } : {})}
          {...(isHeading ? { colSpan: widths.length, className: 'is-heading' } : { className: `is-${widths[column]}` })}
        >
          {cell && <Runs {...cell} text={text} marks={marks} active={active} />}
        </Cell>
      ))}
    </tr>
  )
}

type ParagraphProps = { block: Block; text: string; marks: readonly Mark[]; active: string | null }

const Paragraph = memo(
  function Paragraph({ block, text, marks, active }: ParagraphProps) {
    if (block.row) return <Cells row={block.row} text={text} marks={marks} active={active} />
    const Tag = block.isHeading ? (block.depth === 0 ? 'h3' : 'h4') : 'p'
    return (
      <Tag className={`document-block is-${block.kind}`} data-depth={Math.min(block.depth, 5)}>
        <Runs from={block.from} to={block.to} text={text} marks={marks} active={active} />
      </Tag>
    )
  },
  (before, after) =>
    before.block === after.block && before.text === after.text && before.active === after.active && sameMarks(before.marks, after.marks),
)

const sameMarks = (before: readonly Mark[], after: readonly Mark[]): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every((mark, index) => {
      const other = after[index]
      return other !== undefined && mark.id === other.id && mark.kind === other.kind && mark.from === other.from && mark.to === other.to
    }))

/** The marks of each paragraph. Paragraphs stand in their order, so each mark is held against those it lies in alone. */
function deal(blocks: readonly Block[], marks: readonly Mark[]): (readonly Mark[])[] {
  const dealt: Mark[][] = blocks.map(() => [])
  for (const mark of marks) {
    let [low, high] = [0, blocks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle] as Block).to <= mark.from) low = middle + 1
      else high = middle
    }
    for (let i = low; i < blocks.length && (blocks[i] as Block).from < mark.to; i++) dealt[i]?.push(mark)
  }
  return dealt.map((own) => (own.length ? own : none))
}
