/** Words without case, tone marks, diacritics and đ: the same as `fold` of the database. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')

export type Word = { word: string; from: number; to: number }

/** The words of a text, folded, with where each stands. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({ word: fold(found[0]), from: found.index, to: found.index + found[0].length }))

/** What comparing a plan with another found: how many of its own words stand word for word in the other, and what is its own alone. */
export type Found = {
  /** Its own words: all but those that come from the directive or a template. */
  words: number
  sameWords: number
  givenWords: number
  items: number
  ownDates: number
  ownFigures: number
  ownNames: number
}

/** The share of a plan's own words that stand in the other; nothing own is nothing alike. */
export const shareOf = ({ sameWords, words }: Pick<Found, 'sameWords' | 'words'>): number => (words === 0 ? 0 : sameWords / words)

/** How much days, figures and names of one's own lower a score, at most: one for each item. */
const relief = 0.3

/** Of fewer own words nothing can be said: three words in common are no copy. */
export const leastWords = 20

/** Whether a plan has so few words of its own that no score says anything. */
export const isTooLittle = ({ words }: Pick<Found, 'words'>): boolean => words < leastWords

/** Whether a plan has next to nothing of its own: hardly a word, no day, figure or name. That is no score, and yet to be looked at. */
export const isBare = (found: Pick<Found, 'words' | 'ownDates' | 'ownFigures' | 'ownNames'>): boolean =>
  isTooLittle(found) && found.ownDates + found.ownFigures + found.ownNames === 0

/** By how much a plan wants looking at, from 0 to 100: its share of words in common, lowered by days, figures and names of its own; 0 where there is too little to say so. */
export function scoreOf(found: Found): number {
  if (isTooLittle(found)) return 0
  const own = found.ownDates + found.ownFigures + found.ownNames
  const substance = found.items === 0 ? 0 : Math.min(1, own / found.items)
  return Math.round(100 * shareOf(found) * (1 - relief * substance))
}

/** From which score on a plan is called nearly copied, and from which much alike. */
export const heavy = 70
export const marked = 40
export type Weight = 'heavy' | 'marked' | 'light'
export const weightOf = (score: number): Weight => (score >= heavy ? 'heavy' : score >= marked ? 'marked' : 'light')

export type Reason = {
  key: 'quoted' | 'same' | 'nothingOwn' | 'tooLittle' | 'given' | 'noDates' | 'ownDates' | 'noFigures' | 'ownFigures' | 'noNames' | 'ownNames'
  values: Record<string, number>
}

type Looked = Omit<Found, 'items'> & { items?: number; bareItems?: number }

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.floor((part * 100) / whole))

/** The reasons of a score, each a sentence to be said: what is the same, what was set aside as not its own, what is. */
export function reasonsOf({ words, sameWords, givenWords, ownDates, ownFigures, ownNames, items = 0, bareItems = 0 }: Looked): Reason[] {
  const all = words + givenWords
  const reasons: Reason[] = []
  if (words === 0 && givenWords > 0) reasons.push({ key: 'nothingOwn', values: {} })
  else if (words < leastWords) reasons.push({ key: 'tooLittle', values: { words, least: leastWords } })
  else reasons.push({ key: 'same', values: { percent: percent(sameWords, words), same: sameWords, words } })
  reasons.push(ownDates ? { key: 'ownDates', values: { count: ownDates } } : { key: 'noDates', values: {} })
  reasons.push(ownFigures ? { key: 'ownFigures', values: { count: ownFigures } } : { key: 'noFigures', values: {} })
  reasons.push(ownNames ? { key: 'ownNames', values: { count: ownNames } } : { key: 'noNames', values: {} })
  if (bareItems > 0) reasons.push({ key: 'quoted', values: { bare: bareItems, items } })
  if (givenWords > 0 && words > 0) reasons.push({ key: 'given', values: { percent: percent(givenWords, all), given: givenWords, all } })
  return reasons
}
