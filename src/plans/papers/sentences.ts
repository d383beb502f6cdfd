import { capital } from '../../kernel/words.ts'
import { type DaySign, dayInWords } from '../../paper/layouts.ts'
import type { Edition } from '../contract.ts'
import { readDay, readMoney } from '../editor/cellText.ts'

export type Planned = Omit<Edition['items'][number], 'id' | 'part' | 'note' | 'obligationIds' | 'superiorItemIds' | 'personId'>
/** What a document says of an item; days as ISO. What can’t be read stays as it stands. */
export type Told = Record<'text' | 'lead' | 'coordinate' | 'person' | 'product', string> & {
  fromOn: string | null
  dueOn: string | null
  money: number | string | null
}

/** Words in one line. */
export const flat = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

/** The words of an item as they stand before what is told of it. */
export const bareText = (text: string): string => flat(text).replace(/[.;,\s]+$/, '')

/** From when until when, as documents say it. */
export function whenOf(fromOn: string | null, dueOn: string | null, sign: DaySign): string {
  const [from, due] = [dayInWords(fromOn, sign), dayInWords(dueOn, sign)]
  return from && due ? `từ ${from} đến ${due}` : from ? `từ ${from}` : due
}

export const moneyOf = (money: number | null): string => (money === null ? '' : money.toLocaleString('vi-VN'))

const labels = {
  lead: 'chủ trì',
  coordinate: 'phối hợp',
  person: 'người phụ trách',
  product: 'sản phẩm',
  when: 'thời hạn hoàn thành',
  money: 'kinh phí',
} as const
const named = Object.values(labels).join('|')
const firstLabel = new RegExp(`(?:^|\\. )(${Object.values(labels).map(capital).join('|')}): `, 'u')
const nextLabel = new RegExp(`; (?=(?:${named}): )`, 'u')

/** Whether words begin with what is told of an item: who, what comes of it, by when. */
export const startsWithLabel = (words: string): boolean => firstLabel.exec(words)?.index === 0

/** An item in words: what, then who, what comes of it and by when. Empty for a row somebody has not begun. */
export function sentenceOf({ text, lead, coordinate, personName, product, fromOn, dueOn, money }: Planned, sign: DaySign): string {
  const told = {
    lead: flat(lead),
    coordinate: flat(coordinate),
    person: personName ? `đồng chí ${personName}` : '',
    product: flat(product),
    when: whenOf(fromOn, dueOn, sign),
    money: money === null ? '' : `${moneyOf(money)} đồng`,
  }
  const how = (Object.keys(labels) as (keyof typeof labels)[]).flatMap((key) => (told[key] ? [`${labels[key]}: ${told[key]}`] : [])).join('; ')
  const what = bareText(text)
  if (what === '') return how && `${capital(how)}.`
  return how ? `${what}. ${capital(how)}.` : `${what}.`
}

/** Reads what `sentenceOf` has written, and what was changed in it. */
export function readSentence(said: string): Told {
  const sentence = flat(said)
  const found = firstLabel.exec(sentence)
  const what = found ? sentence.slice(0, found.index) : sentence
  const rest = found ? sentence.slice(found.index).replace(/^\. /, '').replace(/\.$/, '') : ''
  const told = new Map(
    rest.split(nextLabel).map((piece) => {
      const [label = '', ...words] = piece.split(': ')
      return [label.toLowerCase(), words.join(': ')] as const
    }),
  )
  const of = (key: keyof typeof labels) => told.get(labels[key])?.trim() ?? ''
  return {
    text: bareText(what),
    lead: of('lead'),
    coordinate: of('coordinate'),
    person: personIn(of('person')),
    product: of('product'),
    ...spanIn(of('when')),
    money: of('money') === '' ? null : (readMoney(of('money')) ?? of('money')),
  }
}

/** Who is named, without how officials address them. */
export const personIn = (words: string): string => words.replace(/^đồng chí\s+/iu, '').trim()

/** From when and until when; what is no day stays as it stands. */
export function spanIn(words: string): { fromOn: string | null; dueOn: string | null } {
  const both = /^từ (\S+)(?: đến (.+))?$/u.exec(words.trim())
  const day = (text: string | undefined, edge: 'start' | 'end') => (text ? (readDay(text, { edge }) ?? text) : null)
  return both ? { fromOn: day(both[1], 'start'), dueOn: day(both[2], 'end') } : { fromOn: null, dueOn: day(words.trim(), 'end') }
}
