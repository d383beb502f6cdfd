import type { Piece, SideItem } from './contract.ts'
import { type FactKind, factsIn, placeOf, withoutPlace } from './facts.ts'
import {
  type Given,
  gramsOf,
  inYearsOf,
  marksIn,
  type Print,
  printOf,
  run,
  stretchesOf,
  tokensOf,
  type Vocabulary,
  type WrittenItem,
} from './prints.ts'
import { fold, type Word } from './rules.ts'

type Mark = Piece['mark']
type Plan = { bodyName: string; items: readonly (WrittenItem & { part: string })[]; given: Given }

/** Some text cut into pieces: what lies between two words of one mark has it too, and what stands before the first or after the last. */
export function piecesOf(
  text: string,
  words: readonly (Word & { mark: Mark })[],
  facts: readonly { kind: FactKind; from: number; to: number }[],
): Piece[] {
  const marks = new Array<Mark>(text.length).fill('own')
  for (const [i, { from, to, mark }] of words.entries()) {
    const [before, after] = [words[i - 1], words[i + 1]]
    marks.fill(mark, before === undefined ? 0 : before.mark === mark ? before.to : from, after === undefined ? text.length : to)
  }
  const kinds = new Array<FactKind | null>(text.length).fill(null)
  for (const { kind, from, to } of facts) kinds.fill(kind, from, to)
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const [mark, fact] = [marks[at] as Mark, kinds[at] ?? null]
    const last = pieces.at(-1)
    if (last && last.mark === mark && last.fact === fact) last.text += text[at]
    else pieces.push({ text: text[at] as string, mark, fact })
  }
  return pieces
}

/** The items of a plan as they look beside another: each word by where it comes from, days, figures and names that the other has not, and the item of the other that each is most like. `years`: so many later than the other, an earlier plan of the same body. */
export function sideOf(plan: Plan, other: Plan, vocabulary: Vocabulary, years = 0): SideItem[] {
  const prints: [Print, Print] = [printOf(plan, plan.given, vocabulary), printOf(other, other.given, vocabulary)]
  const [mine, theirs] = years === 0 ? prints : inYearsOf(...prints, years, vocabulary)
  const place = placeOf(plan.bodyName)
  const isOwn = ownIn(theirs, plan.given, vocabulary)
  const twins = twinsOf(plan, other, vocabulary)
  const same = marksIn(mine.tokens, gramsOf(theirs.tokens))
  const pieces = new Map<string, Piece[]>()
  let at = 0
  for (const { item, field, words } of stretchesOf(plan)) {
    const isCompared = words.length >= run
    const marked = words.map((word, i) => ({
      ...word,
      mark: (isCompared && mine.isGiven[at + i] ? 'given' : isCompared && same[at + i] ? 'same' : 'own') as Mark,
    }))
    const text = plan.items[item]?.[field] ?? ''
    const facts = factsIn(text).filter(({ kind, key }) => isOwn(kind, kind === 'name' ? withoutPlace(key, place) : key))
    pieces.set(`${item} ${field}`, piecesOf(text, marked, facts))
    at += tokensOf([{ words }], vocabulary).length
  }
  return plan.items.map(({ id, part, lead, fromOn, dueOn }, i) => ({
    id,
    part,
    lead,
    fromOn,
    dueOn,
    text: pieces.get(`${i} text`) ?? [],
    product: pieces.get(`${i} product`) ?? [],
    ownDays: [fromOn, dueOn].some((day) => day !== null && isOwn('date', day)),
    ownLead: lead.split(/[;,]/).some((named) => isOwn('name', withoutPlace(fold(named).replace(/\s+/g, ' ').trim(), place))),
    twinId: twins[i] ?? null,
  }))
}

/** True of a day, figure or name that neither the other plan has nor the directive or template gives. */
function ownIn(theirs: Print, given: Given, { idOf }: Vocabulary): (kind: FactKind, key: string) => boolean {
  const known = new Set([...theirs.dates, ...theirs.figures, ...theirs.names])
  return (kind, key) => {
    const id = idOf(`${kind} ${key}`)
    return key !== '' && !known.has(id) && !given.facts.has(id)
  }
}

/** For each item, the id of the one of the other plan with which it has most words in common, in runs of four. */
function twinsOf(plan: Plan, other: Plan, vocabulary: Vocabulary): (string | null)[] {
  const tokensByItem = ({ bodyName, items }: Omit<Plan, 'given'>) =>
    items.map((item) => tokensOf(stretchesOf({ bodyName, items: [item] }), vocabulary))
  const grams = tokensByItem(other).map(gramsOf)
  return tokensByItem(plan).map((tokens) => {
    let [best, most] = [-1, 0]
    for (const [i, one] of grams.entries()) {
      const common = marksIn(tokens, one).reduce((sum, mark) => sum + mark, 0)
      if (common > most) [best, most] = [i, common]
    }
    return other.items[best]?.id ?? null
  })
}
