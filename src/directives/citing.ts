import { fill, type Language, type Word } from '../kernel/words.ts'
import type { Provision } from './contract.ts'
import { placeWords } from './words.ts'

type Placed = Pick<Provision, 'id' | 'parentId' | 'label' | 'text' | 'kind'>

/** Numbers on the way down as a reader says them, one that repeats the one above left out: «II.2.2», «Điều 5.1.a», «II.(4)». */
export function numbersOf(labels: readonly string[]): string {
  const said = labels.map((label) => label.trim().replace(/^[-–—+•*.):]+$|(?<!^\(.*)[-–—.):]+$/u, '')).filter((label) => label !== '')
  return said.filter((label, i) => !said.slice(i + 1).some((later) => later.startsWith(`${label}.`))).join('.')
}

const isBullet = ({ label }: Placed): boolean => /^[-–—+•*]$/.test(label.trim())
const isPlus = ({ label }: Placed): boolean => label.trim() === '+'

/** How a reader would cite a provision of a document. */
export const citeFrom = (provisions: readonly Placed[], id: string): string => citerOf(provisions)(id)

/**
 * The same for many provisions of one document: «II.2.2, gạch đầu dòng 1», and of what is attached to it «Phụ lục I, II.1». A paragraph without a number is counted from the
 * number above it, «I, đoạn 2», or from the one it follows, «sau I.3, đoạn 1»: what is put in elsewhere changes no such place.
 */
export function citerOf(provisions: readonly Placed[]): (id: string) => string {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const siblings = Map.groupBy(provisions, ({ parentId }) => parentId)
  const annexes = annexNames(provisions)
  const paragraphs = countParagraphs(provisions, byId)
  return (id) => {
    const path: Placed[] = []
    for (let at = byId.get(id); at && path.length < 20; at = at.parentId ? byId.get(at.parentId) : undefined) path.unshift(at)
    const annex = annexes.get(path[0]?.id ?? '')
    const own = path.slice(annex ? 1 : 0)
    const nth = (word: Word, one: Placed, isAlike: (other: Placed) => boolean) => {
      const alike = (siblings.get(one.parentId) ?? []).filter(isAlike)
      return fill(word, { n: alike.indexOf(one) + 1 }).vi
    }
    const said: string[] = annex ? [annex] : []
    let labels: string[] = []
    const then = (...places: string[]) => {
      said.push(numbersOf(labels), ...places)
      labels = []
    }
    for (const one of own) {
      const paragraph = one.label.trim() === '' ? paragraphs.get(one.id) : undefined
      if (isBullet(one))
        then(nth(isPlus(one) ? placeWords.plus : placeWords.bullet, one, (other) => isBullet(other) && isPlus(other) === isPlus(one)))
      else if (one.kind === 'row' && one.label.trim() === '') then(nth(placeWords.row, one, ({ kind }) => kind === 'row'))
      else if (paragraph) {
        if (paragraph.behind) labels = [`${placeWords.behind.vi} ${numbersOf([...labels, paragraph.behind.label])}`]
        then(fill(placeWords.paragraph, { n: paragraph.n }).vi)
      } else labels.push(one.label)
    }
    then()
    return said.filter((place) => place !== '').join(', ')
  }
}

/** Which paragraph without a number each is: from the numbered provision before it under the same heading, or else from that heading, whose own sentence is the first. */
function countParagraphs(provisions: readonly Placed[], byId: ReadonlyMap<string, Placed>): Map<string, { behind: Placed | null; n: number }> {
  const counted = new Map<string, { behind: Placed | null; n: number }>()
  const at = new Map<string | null, { behind: Placed | null; n: number }>()
  for (const one of provisions) {
    const isSentence = (number: Placed | undefined) => number !== undefined && number.kind !== 'annex' && /[.;!?…]["”)]?\s*$/.test(number.text)
    const before = at.get(one.parentId) ?? { behind: null, n: isSentence(byId.get(one.parentId ?? '')) ? 1 : 0 }
    if (one.kind !== 'paragraph') at.set(one.parentId, /[\p{L}\p{N}]/u.test(one.label) ? { behind: one, n: 0 } : before)
    else {
      const now = { ...before, n: before.n + 1 }
      at.set(one.parentId, now)
      counted.set(one.id, now)
    }
  }
  return counted
}

/** The annexes and attached documents by their names, told apart where several have the same. */
function annexNames(provisions: readonly Placed[]): Map<string, string> {
  const names = new Map<string, string>()
  const times = new Map<string, number>()
  for (const { id, kind, text } of provisions) {
    if (kind !== 'annex') continue
    const name = annexName(text)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    names.set(id, time === 1 ? name : `${name} (${time})`)
  }
  return names
}

const NUMBERED = /^(phụ lục|biểu|mẫu)(?:\s+số)?[\s:.]*(\d+[a-zđ]?(?![\p{L}\p{N}])|[ivxl]+(?![\p{L}\p{N}])|[a-hđ](?![\p{L}\p{N}]))?/iu

/** What an annex is called by the title it has: «Phụ lục I», «Kế hoạch kèm theo». */
export function annexName(title: string): string {
  const [, annex = '', number = ''] = NUMBERED.exec(title.normalize('NFC')) ?? []
  const low = title.normalize('NFC').toLocaleLowerCase('vi')
  const kind = attached.find((one) => low.startsWith(one))
  if (annex === '' && kind) return `${capital(kind)} ${placeWords.attached.vi}`
  const shown = /^\d/.test(number) ? number.toLowerCase() : number.toUpperCase()
  return [capital((annex || placeWords.annex.vi).toLocaleLowerCase('vi')), shown].filter(Boolean).join(' ')
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)

const { attached: goesWith, behind, bullet, paragraph, plus, row, tableRow, ...kinds } = placeWords
const named = Object.values(kinds)
/** What may be attached to a document, the longest names first. */
const attached = named.map(({ vi }) => vi).sort((a, b) => b.length - a.length)
const counted = [bullet, paragraph, plus, row, tableRow].map(({ vi, en }) => ({ pattern: new RegExp(`^${vi.replace('{{n}}', '(\\d+)')}$`, 'u'), en }))

/** A place in a document, cited in Vietnamese as it is kept, in the reader's language. */
export const sayPlace = (place: string, language: Language): string => (language === 'vi' ? place : place.split(', ').map(inEnglish).join(', '))

function inEnglish(part: string): string {
  if (part.startsWith(`${behind.vi} `)) return `${behind.en} ${inEnglish(part.slice(behind.vi.length + 1))}`
  for (const { pattern, en } of counted) {
    const [, n] = pattern.exec(part) ?? []
    if (n) return en.replace('{{n}}', n)
  }
  const kind = named.find(({ vi }) => `${part} `.startsWith(`${capital(vi)} `))
  if (!kind) return part
  const rest = part.slice(kind.vi.length)
  const attachment = ` ${goesWith.vi}`
  return capital(rest.startsWith(attachment) ? `${goesWith.en} ${kind.en}${rest.slice(attachment.length)}` : `${kind.en}${rest}`)
}
