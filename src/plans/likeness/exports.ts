import type { DirectiveLine } from '../../directives/contract.ts'
import { fullNameOf } from '../../directives/naming.ts'
import { fill } from '../../kernel/words.ts'
import { type Edition, noteOf, numbered, sheet } from '../../paper/sheets.ts'
import type { Likeness } from './contract.ts'
import { isBare, isTooLittle, leastWords, reasonsOf, weightOf } from './rules.ts'
import { words } from './words.ts'

/** Alike plans, a row each, with the reasons in sentences. */
export function likenessSheet(edition: Edition, directive: Pick<DirectiveLine, 'kind' | 'number' | 'title'>, rows: readonly Likeness[]) {
  const { language } = edition
  const reasons = (row: Likeness) =>
    reasonsOf(row)
      .map(({ key, values }) => fill(words[key], { ...values, other: row.otherBodyName })[language])
      .join('; ')
  return sheet<Likeness>(
    words.likeness[language],
    `${words.likeness[language]}: ${fullNameOf(directive)}`,
    noteOf(edition, words.unitPlans, fill(words.howCounted, { least: leastWords })[language]),
    [
      numbered(words.number[language]),
      { title: words.body[language], width: 36, value: (row) => row.bodyName },
      { title: words.other[language], width: 36, value: (row) => row.otherBodyName },
      { title: words.relationOf[language], width: 20, value: (row) => words[row.relation][language] },
      { title: words.score[language], width: 9, value: (row) => (isTooLittle(row) ? null : row.score) },
      {
        title: words.weight[language],
        width: 18,
        value: (row) => words[isBare(row) ? 'bare' : isTooLittle(row) ? 'littleToCompare' : weightOf(row.score)][language],
      },
      { title: words.reasons[language], width: 80, value: reasons },
      { title: words.submittedOn[language], width: 14, isDay: true, value: (row) => row.submittedOn },
      { title: words.otherSubmittedOn[language], width: 14, isDay: true, value: (row) => row.otherSubmittedOn },
    ],
    rows,
  )
}
