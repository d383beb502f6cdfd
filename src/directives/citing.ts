import { fill, type Language, type Word } from '../kernel/words.ts'
import type { Provision } from './contract.ts'
import { placeWords } from './words.ts'

type Placed = Pick<Provision, 'id' | 'parentId' | 'label' | 'text' | 'kind'>

/** How a reader would cite a provision: the labels on the way down, and which bullet it is. */
export function cite(path: readonly { label: string }[], ordinal: string | null): string {
  const labels = path.map((piece) => piece.label.trim().replace(/[-–.):]+$/u, '')).filter((label) => label !== '')
  const last = labels.at(-1) ?? ''
  const numbers = labels.filter((label, i) => !labels.slice(i + 1).some((later) => later.startsWith(`${label}.`)))
  return [numbers.join('.'), ordinal].filter(Boolean).join(', ') || last
}

/** How a reader would cite a provision of a document. */
export const citeFrom = (provisions: readonly Placed[], id: string): string => citerOf(provisions)(id)

/** The same for many provisions of one document: «II.2.2, gạch đầu dòng 1», and of what is attached to it «Phụ lục I, II.1». */
export function citerOf(provisions: readonly Placed[]): (id: string) => string {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const siblings = Map.groupBy(provisions, ({ parentId }) => parentId)
  const annexes = annexNames(provisions)
  return (id) => {
    const path: Placed[] = []
    for (let at = byId.get(id); at && path.length < 20; at = at.parentId ? byId.get(at.parentId) : undefined) path.unshift(at)
    const annex = annexes.get(path[0]?.id ?? '')
    const last = path.at(-1)
    const nth = (word: Word, isAlike: (one: Placed) => boolean) => {
      const alike = (siblings.get(last?.parentId ?? null) ?? []).filter(isAlike)
      return fill(word, { n: alike.findIndex((one) => one.id === id) + 1 }).vi
    }
    const ordinal =
      last && /^[-–+•*]$/.test(last.label.trim())
        ? nth(placeWords.bullet, ({ label }) => label.trim() === last.label.trim())
        : last?.kind === 'row' && last.label.trim() === ''
          ? nth(placeWords.row, ({ kind }) => kind === 'row')
          : null
    return [annex, cite(annex ? path.slice(1) : path, ordinal)].filter(Boolean).join(', ')
  }
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

const { attached: goesWith, bullet, row, tableRow, ...kinds } = placeWords
const named = Object.values(kinds)
/** What may be attached to a document, the longest names first. */
const attached = named.map(({ vi }) => vi).sort((a, b) => b.length - a.length)
const counted = [bullet, row, tableRow].map(({ vi, en }) => ({ pattern: new RegExp(`^${vi.replace('{{n}}', '(\\d+)')}$`, 'u'), en }))

/** A place in a document, cited in Vietnamese as it is kept, in the reader's language. */
export const sayPlace = (place: string, language: Language): string => (language === 'vi' ? place : place.split(', ').map(inEnglish).join(', '))

function inEnglish(part: string): string {
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
