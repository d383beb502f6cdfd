import { Parser } from 'htmlparser2'
import { limits } from './limits.ts'
import { type Cell, gap, line, type Part, type Table } from './parts.ts'
import { decode } from './plain.ts'
import { Unfit } from './unfit.ts'
import { words } from './words.ts'

/** What no reader sees as words of the page. */
const unseen = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
  'del',
  's',
  'strike',
  'nav',
])
const blocks = new Set(
  'p div li ul ol dl dt dd tr table thead tbody tfoot caption h1 h2 h3 h4 h5 h6 section article aside header footer main blockquote pre center hr address figure figcaption fieldset form body html'.split(
    ' ',
  ),
)
/** Elements that have no end and hold nothing. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])

type List = { next: number; form: string | null }
/** Where words go: the page, or a cell of a table. */
type Place = { parts: Part[]; words: string; label: string }

/** The bytes of a page as text: by a byte-order mark, else as UTF-8, else as the page itself says, else by what its words are. */
export function decodeHtml(bytes: Uint8Array): string {
  const said = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/i
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
    ?.toLowerCase()
  if (said && !/^utf-?(?:8|16)/.test(said) && said !== 'windows-1252' && said !== 'iso-8859-1' && !isUtf8(bytes)) {
    try {
      return new TextDecoder(said).decode(bytes)
    } catch {
      // Not an encoding that is known: the words decide.
    }
  }
  return decode(bytes)
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A page as its reader sees it: blocks as lines, lists with their numbers, tables with their merged cells; nothing hidden. Read in one pass, so that no nesting, however deep, holds it up. */
export function partsOfHtml(html: string): Part[] {
  const page: Place = { parts: [], words: '', label: '' }
  const places: Place[] = [page]
  const tables: Table[] = []
  const lists: List[] = []
  let hidden = 0
  let depth = 0
  /** Tables past the deepest that is taken: their cells are lines. */
  let beyond = 0
  const here = () => places.at(-1) as Place
  const endLine = () => {
    const place = here()
    const words = place.words.replace(/[ \t\r\n\f]+/g, ' ').trim()
    if (words) {
      place.parts.push(line(place.label ? `${place.label} ${words}` : words))
      place.label = ''
    }
    place.words = ''
  }
  const openTable = (attributes: Record<string, string>) => {
    const table: Table = { kind: 'table', rows: [], isBordered: /^[1-9]/.test(attributes.border ?? '') || /border/i.test(attributes.style ?? '') }
    here().parts.push(table)
    tables.push(table)
  }
  const openCell = (table: Table, attributes: Record<string, string>) => {
    if (table.rows.length === 0) table.rows.push([])
    const cell: Cell = { parts: [], columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan) }
    if (/border(?!-(?:collapse|spacing))[\w-]*\s*:\s*(?!none|0)/i.test(attributes.style ?? '')) table.isBordered = true
    table.rows.at(-1)?.push(cell)
    places.push({ parts: cell.parts, words: '', label: '' })
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > limits.pageDepth) throw new Unfit('invalid', words.tooDeep, { limit: limits.pageDepth })
        if (hidden > 0) {
          if (!empty.has(name)) hidden++
          return
        }
        if (unseen.has(name) || 'hidden' in attributes || /display\s*:\s*none/i.test(attributes.style ?? '')) {
          if (!empty.has(name)) hidden = 1
          return
        }
        if (name === 'br' || blocks.has(name)) endLine()
        if (name === 'table' && tables.length >= limits.tableDepth) beyond++
        if (beyond > 0) return
        const table = tables.at(-1)
        if (name === 'table') openTable(attributes)
        else if (name === 'tr' && table) table.rows.push([])
        else if ((name === 'td' || name === 'th') && table) openCell(table, attributes)
        else if (name === 'ol' || name === 'ul')
          lists.push({ next: Number.parseInt(attributes.start ?? '1', 10) || 1, form: name === 'ul' ? null : (attributes.type ?? '1') })
        else if (name === 'li') here().label = labelOf(lists.at(-1), attributes.value)
        else if (name === 'hr') here().parts.push(gap)
      },
      ontext(text) {
        if (hidden === 0) here().words += text
      },
      onclosetag(name) {
        depth--
        if (hidden > 0) {
          if (!empty.has(name)) hidden--
          return
        }
        if (blocks.has(name) || name === 'td' || name === 'th') endLine()
        if (beyond > 0) {
          if (name === 'table') beyond--
          return
        }
        if ((name === 'td' || name === 'th') && places.length > 1) places.pop()
        else if (name === 'table') tables.pop()
        else if (name === 'ol' || name === 'ul') lists.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  )
  parser.write(html)
  parser.end()
  while (places.length > 1) {
    endLine()
    places.pop()
  }
  endLine()
  return page.parts
}

const spanOf = (said: string | undefined): number => Math.min(Math.max(1, Number.parseInt(said ?? '1', 10) || 1), 1000)

function labelOf(list: List | undefined, value: string | undefined): string {
  if (!list || list.form === null) return '-'
  const number = value === undefined ? list.next : Number.parseInt(value, 10) || list.next
  list.next = number + 1
  if (/^a$/i.test(list.form) && number >= 1 && number <= 26) {
    const letter = String.fromCharCode(96 + number)
    return `${list.form === 'A' ? letter.toUpperCase() : letter}.`
  }
  return `${number}.`
}
