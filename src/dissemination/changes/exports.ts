import { fullNameOf } from '../../directives/naming.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { type Edition, noteOf, numbered, sheet } from '../../paper/sheets.ts'
import { words as screenWords } from '../screen/words.ts'
import type { ChangeAnswer } from './contract.ts'
import { codeOfAnswer } from './rules.ts'
import { words } from './words.ts'

/** The answers to a change, a row each. */
export function answerSheet(edition: Edition, directive: { kind: string; number: string | null; title: string }, rows: readonly ChangeAnswer[]) {
  const { language } = edition
  return sheet<ChangeAnswer>(
    words.answers[language],
    `${words.answers[language]}: ${fullNameOf(directive)}`,
    noteOf(edition, screenWords.unitReceipts),
    [
      numbered(screenWords.number[language]),
      { title: screenWords.body[language], width: 46, value: (row) => row.bodyName },
      { title: screenWords.level[language], width: 14, value: (row) => organisationWords[row.level][language] },
      { title: screenWords.code[language], width: 8, value: (row) => codeOfAnswer[row.state] },
      { title: screenWords.state[language], width: 18, value: (row) => words[row.state][language] },
      { title: words.decidedOn[language], width: 13, isDay: true, value: (row) => row.decidedOn },
      { title: words.refusalReason[language], width: 60, value: (row) => row.reason },
    ],
    rows,
  )
}
