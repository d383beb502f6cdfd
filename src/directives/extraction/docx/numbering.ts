import { chainOf, type Styles } from './styles.ts'
import { childOf, childrenOf, type Element, switched, valueIn, walk } from './xml.ts'

type Level = { start: number; format: string; text: string; font: string; restartsAfter: number | null; isArabic: boolean; style: string | undefined }
type List = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }

/** The lists of a docx and how far each has counted. */
export type Numbering = { lists: Map<string, List>; levels: Map<string, Map<number, Level>>; counters: Map<string, number[]>; begun: Set<string> }

/** The lists of a docx; none where it has no such part. */
export function numberingOf(part: Buffer | undefined, styles: Styles): Numbering {
  const numbering: Numbering = { lists: new Map(), levels: new Map(), counters: new Map(), begun: new Set() }
  if (!part) return numbering
  const linked = new Map<string, string>()
  walk(part, 'w:numbering', (element) => {
    if (element.name === 'w:abstractNum') {
      const id = element.attributes['w:abstractNumId'] ?? ''
      numbering.levels.set(id, levelsIn(element))
      const style = valueIn(element, 'w:numStyleLink')
      if (style) linked.set(id, style)
    } else if (element.name === 'w:num') {
      const overrides = childrenOf(element).filter(({ name }) => name === 'w:lvlOverride')
      const starts = new Map<number, number>()
      for (const override of overrides) {
        const start = valueIn(override, 'w:startOverride')
        if (start !== undefined) starts.set(Number(override.attributes['w:ilvl']), Number(start))
      }
      const levels = new Map(overrides.flatMap((override) => [...levelsIn(override)]))
      numbering.lists.set(element.attributes['w:numId'] ?? '', { abstractId: valueIn(element, 'w:abstractNumId') ?? '', starts, levels })
    }
  })
  // A list may be defined by a style of lists, which names the list that holds its levels.
  for (const [id, style] of linked) {
    const numberId = styles.byId.get(style)?.numberId
    const levels = numberId && numbering.levels.get(numbering.lists.get(numberId)?.abstractId ?? '')
    if (levels) numbering.levels.set(id, levels)
  }
  return numbering
}

const levelsIn = (element: Element): Map<number, Level> =>
  new Map(
    childrenOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level): [number, Level] => {
        const fonts = childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes
        const restart = valueIn(level, 'w:lvlRestart')
        return [
          Number(level.attributes['w:ilvl'] ?? 0),
          {
            start: Number(valueIn(level, 'w:start') ?? 1),
            format: valueIn(level, 'w:numFmt') ?? 'decimal',
            text: valueIn(level, 'w:lvlText') ?? '',
            font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
            restartsAfter: restart === undefined ? null : Number(restart),
            isArabic: switched(level, 'w:isLgl') ?? false,
            style: valueIn(level, 'w:pStyle'),
          },
        ]
      }),
  )

/** The number or bullet that Word prints before a paragraph, by its own properties or its style's; the list counts on. Null for one without. */
export function labelFor(numbering: Numbering, styles: Styles, properties: Element | undefined, styleId: string | undefined): string | null {
  const own = childOf(properties, 'w:numPr')
  const chain = chainOf(styles, styleId)
  const numberId = valueIn(own, 'w:numId') ?? chain.find((style) => style.numberId !== undefined)?.numberId
  const list = numberId === undefined ? undefined : numbering.lists.get(numberId)
  if (numberId === undefined || !list) return null
  const ownLevel = valueIn(own, 'w:ilvl')
  const level =
    ownLevel !== undefined
      ? Number(ownLevel)
      : (levelByStyle(numbering, list, styleId) ?? chain.find((style) => style.level !== undefined)?.level ?? 0)
  return count(numbering, numberId, list, level)
}

function levelByStyle({ levels }: Numbering, list: List, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined
  for (const [at, { style }] of levels.get(list.abstractId) ?? []) if (style === styleId) return at
  return undefined
}

function count(numbering: Numbering, numberId: string, list: List, at: number): string | null {
  const levelAt = (level: number) => list.levels.get(level) ?? numbering.levels.get(list.abstractId)?.get(level)
  const level = levelAt(at)
  if (!level) return null
  // Lists of one definition count on from each other, unless one starts anew.
  const counters = numbering.counters.get(list.abstractId) ?? []
  numbering.counters.set(list.abstractId, counters)
  const start = list.starts.get(at)
  const isFirst = !numbering.begun.has(`${numberId} ${at}`)
  numbering.begun.add(`${numberId} ${at}`)
  const current = isFirst && start !== undefined ? undefined : counters[at]
  counters[at] = current === undefined ? (start ?? level.start) : current + 1
  for (let below = at + 1; below < counters.length; below++) {
    const restartsAfter = levelAt(below)?.restartsAfter
    if (restartsAfter === 0 || (restartsAfter !== null && restartsAfter !== undefined && at >= restartsAfter)) continue
    delete counters[below]
  }
  if (level.format === 'none') return ''
  if (level.format === 'bullet') return bulletOf(level.text)
  return level.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const other = Number(digit) - 1
      const { format = 'decimal', start: first = 1 } = levelAt(other) ?? {}
      return written(counters[other] ?? first, level.isArabic && other < at ? 'decimal' : format)
    })
    .trim()
}

const bullets = new Map([
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
  ['\uf0d8', '➢'],
  ['\uf0fc', '✓'],
  ['\uf02d', '-'],
  ['\uf02b', '+'],
  ['\uf0a8', '◦'],
  ['o', '○'],
  ['§', '▪'],
  ['Ø', '➢'],
  ['ü', '✓'],
  ['v', '▪'],
  ['­', '-'],
])

/** A bullet as a sign of its own, whatever font it was drawn in. */
export function bulletOf(text: string): string {
  const sign = text.trim()
  if (sign === '') return '-'
  return bullets.get(sign) ?? (/^[\ue000-\uf8ff]$/.test(sign) ? '•' : sign)
}

function written(number: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(number)
    case 'lowerRoman':
      return roman(number).toLowerCase()
    case 'upperLetter':
      return letter(number)
    case 'lowerLetter':
      return letter(number).toLowerCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'decimalEnclosedParen':
      return `(${number})`
    case 'none':
      return ''
    default:
      return String(number)
  }
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  let rest = Math.min(Math.max(0, number), 4999)
  let out = ''
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) out += sign
  return out
}

/** A, B … Z, AA, BB …: as Word goes on after Z. */
const letter = (number: number): string =>
  number < 1 ? '' : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 9))
