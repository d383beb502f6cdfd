import type { DirectiveLine } from '../../directives/contract.ts'
import { fill, type Language } from '../../kernel/words.ts'
import { type Sheet, written } from '../../paper/sheets.ts'
import type { Likeness } from './contract.ts'
import { reasonsOf } from './rules.ts'
import { words } from './words.ts'

/** Alike plans, a row each, with the reasons in sentences. */
export function likenessSheet(
  language: Language,
  directive: Pick<DirectiveLine, 'kind' | 'number' | 'title'>,
  rows: readonly Likeness[],
): Sheet<never> {
  const name = [directive.kind, directive.number].filter(Boolean).join(' ')
  const reasons = (row: Likeness) =>
    reasonsOf(row)
      .map(({ key, values }) => fill(words[key], { ...values, other: row.otherBodyName })[language])
      .join('; ')
  const sheet: Sheet<Likeness> = {
    name: words.likeness[language],
    title: `${words.likeness[language]}: ${name} – ${directive.title}`,
    columns: [
      { title: words.number[language], width: 6, value: (_, index) => index + 1 },
      { title: words.body[language], width: 36, value: (row) => row.bodyName },
      { title: words.other[language], width: 36, value: (row) => row.otherBodyName },
      { title: words.relationOf[language], width: 20, value: (row) => words[row.relation][language] },
      { title: words.score[language], width: 9, value: (row) => row.score },
      { title: words.reasons[language], width: 80, value: reasons },
      { title: words.submittedOn[language], width: 14, value: (row) => written(row.submittedOn) },
      { title: words.otherSubmittedOn[language], width: 14, value: (row) => written(row.otherSubmittedOn) },
    ],
    rows,
  }
  return sheet as unknown as Sheet<never>
}
