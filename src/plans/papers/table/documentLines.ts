import { openArchive } from '../../../directives/extraction/docx/archive.ts'
import { childrenOf, type Element, walk } from '../../../directives/extraction/docx/xml.ts'
import { readMoney } from '../../editor/cellText.ts'
import { flat, personIn, readSentence, spanIn, startsWithLabel, type Told } from '../sentences.ts'

/** The columns of the annex of a plan’s document. */
export const documentColumns = {
  text: 'Nội dung công việc',
  lead: 'Chủ trì',
  coordinate: 'Phối hợp',
  product: 'Sản phẩm',
  when: 'Thời hạn hoàn thành',
  money: 'Kinh phí (đồng)',
} as const

/** So large a document is looked through for marks; a plan is smaller by far. */
const most = 4 * 1024 * 1024

/** A point or row of a document; without `told` one that is left empty, in which a mark may still stand. */
export type Line = { mark: string | null; told: Told | null; said: string; isTable: boolean }

/** Words in one line, as they stand whatever line ends a program put into them or took out. */
export const tidy = (text: string): string =>
  flat(text)
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[;,.:!?)])/g, '')

/** The points and rows of a docx, in order. */
export async function linesIn(bytes: Buffer): Promise<Line[]> {
  if (bytes.length > most) return []
  const body = await (await openArchive(bytes)).partOf('word/document.xml')
  const lines: Line[] = []
  let paragraphs: Element[] = []
  const close = () => {
    lines.push(...pointsIn(paragraphs))
    paragraphs = []
  }
  if (body && body.length <= 8 * most)
    walk(body, 'w:body', (element) => {
      if (element.name !== 'w:tbl') return void paragraphs.push(...paragraphsIn(element))
      close()
      lines.push(...rowsOf(element))
    })
  close()
  return lines
}

/** The points among paragraphs; what was parted from a point by a line end belongs to it. */
function pointsIn(paragraphs: readonly Element[]): Line[] {
  const points: Line[] = []
  const open: Open = new Map()
  const ended = new Set(paragraphs.flatMap(endsIn))
  let isOpen = false
  for (const paragraph of paragraphs) {
    // LibreOffice begins a mark anew in each paragraph it parts, and ends but the last
    for (const id of open.keys()) if (!ended.has(id)) open.delete(id)
    const settings = settingsOf(paragraph)
    for (const { text, marks } of piecesOf(paragraph, open)) {
      const whole = marks.find(({ isEmpty }) => !isEmpty)
      const mark = (whole ?? marks[0])?.name ?? null
      const bullet = whole ? /^(?:[-–•+]|\d+[.)]|[a-zđ]\))\s+(.*)$/su : /^[-–•+]\s+(.*)$/su
      const point = bullet.exec(text)?.[1] ?? (settings.includes('w:numPr') && !settings.includes('w:keepNext') ? text : '')
      const isHeading = point === '' && (settings.includes('w:keepNext') || /^(?:\d+|[IVX]+)[.)]\s/u.test(text))
      const before = isOpen && point === '' && text !== '' && !isHeading ? points.at(-1) : undefined
      if (before && (mark === null ? goesOn(before.said, text) : mark === before.mark || before.mark === null)) {
        const said = tidy(`${before.said} ${text}`)
        points.splice(-1, 1, { mark: before.mark ?? mark, said, told: readSentence(said), isTable: false })
        continue
      }
      // somebody took the dash away, typed over it, or wrote a point without one
      const said = tidy(point || (isHeading ? '' : text))
      points.push({ mark, said, told: said === '' ? null : readSentence(said), isTable: false })
      isOpen = said !== ''
    }
  }
  return points
}

/** Whether a paragraph in which no item begins goes on with what is said before it. */
const goesOn = (said: string, text: string): boolean => !/[.!?]$/.test(said) || /^[\p{Ll}\p{P}]/u.test(text) || startsWithLabel(text)

const settingsOf = (paragraph: Element): string[] =>
  childrenOf(paragraph)
    .filter(({ name }) => name === 'w:pPr')
    .flatMap(childrenOf)
    .filter(({ attributes }) => !['0', 'false', 'off'].includes(attributes['w:val'] ?? ''))
    .map(({ name }) => name)

/** The rows of an annex under its heads; of any other table none. */
function rowsOf(table: Element): Line[] {
  const [head = [], ...rows] = childrenOf(table)
    .filter(({ name }) => name === 'w:tr')
    .map((row) => childrenOf(row).filter(({ name }) => name === 'w:tc'))
  const textOf = (cell: Element | undefined) => (cell ? paragraphsIn(cell).map(wordsOf).join('\n').trim() : '')
  const titles = head.map(textOf)
  const at = (key: keyof typeof documentColumns) => titles.indexOf(documentColumns[key])
  if (at('text') < 0 || at('lead') < 0) return []
  return rows.flatMap((cells): Line[] => {
    const open: Open = new Map()
    const marks = cells.flatMap((cell) => piecesOf(cell, open)).flatMap(({ marks }) => marks)
    const mark = (marks.find(({ isEmpty }) => !isEmpty) ?? marks[0])?.name ?? null
    const said = cells.map(textOf)
    if (said.every((one) => one === '')) return mark === null ? [] : [{ mark, told: null, said: '', isTable: true }]
    // a heading of a part has nothing but its title
    const isHeading = !/^\d/.test(said[0] as string) && (cells.length <= 2 || (said[0] !== '' && said.filter(Boolean).length <= 2))
    if (mark === null && isHeading) return []
    const of = (key: keyof typeof documentColumns) => said[at(key)] ?? ''
    const [, lead = '', person = ''] = /^(.*?)\n?(?:\((đồng chí [^\n]*)\))?$/su.exec(of('lead')) ?? []
    const money = of('money')
    const told = {
      text: tidy(of('text')),
      lead: tidy(lead),
      coordinate: tidy(of('coordinate')),
      person: personIn(person),
      product: tidy(of('product')),
      ...spanIn(of('when')),
      money: money === '' ? null : (readMoney(money) ?? money),
    }
    return [{ mark, told, said: '', isTable: true }]
  })
}

const endsIn = (element: Element): string[] =>
  element.name === 'w:bookmarkEnd' ? [element.attributes['w:id'] ?? ''] : childrenOf(element).flatMap(endsIn)

const paragraphsIn = (element: Element): Element[] => (element.name === 'w:p' ? [element] : childrenOf(element).flatMap(paragraphsIn))

/** What was deleted or moved away and is kept only until somebody accepts that. */
const isGone = ({ name }: Element): boolean => name === 'w:del' || name === 'w:moveFrom'

const wordsOf = (paragraph: Element): string =>
  piecesOf(paragraph, new Map())
    .map(({ text }) => text)
    .join('')

type Mark = { name: string; isEmpty: boolean }
type Open = Map<string, Mark>

/** The words of a paragraph (or cell) with the marks of items in them, each with whether any words are left in it; in pieces where somebody has joined items. A mark that began in a paragraph before is in `open` until it ends. */
function piecesOf(paragraph: Element, open: Open): { text: string; marks: Mark[] }[] {
  let piece = { text: '', marks: [...open.values()].map(({ name }): Mark => ({ name, isEmpty: true })) }
  for (const [i, id] of [...open.keys()].entries()) open.set(id, piece.marks[i] as Mark)
  const pieces = [piece]
  const say = (words: string) => {
    piece.text += words
    if (words.trim() !== '') for (const mark of open.values()) mark.isEmpty = false
  }
  const look = (element: Element, wasGone: boolean): void => {
    const gone = wasGone || isGone(element)
    const { 'w:id': id = '', 'w:name': name = '' } = element.attributes
    if (element.name === 'w:bookmarkStart' && /^i[0-9a-f]{32}/.test(name)) {
      const mark = { name, isEmpty: true }
      if (piece.marks.some(({ isEmpty }) => !isEmpty)) {
        piece = { text: '', marks: [] }
        pieces.push(piece)
        // what has begun goes no further than where the next begins
        open.clear()
      }
      piece.marks.push(mark)
      open.set(id, mark)
    }
    if (element.name === 'w:bookmarkEnd') open.delete(id)
    if (element.name === 'w:t' && !gone) say(element.children.filter((child) => typeof child === 'string').join(''))
    if ((element.name === 'w:tab' || element.name === 'w:br') && !gone) say(' ')
    for (const child of childrenOf(element)) look(child, gone)
  }
  look(paragraph, false)
  return pieces.map(({ text, marks }) => ({ text: text.trim(), marks }))
}
