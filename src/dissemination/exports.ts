import type { z } from 'zod'
import { fullNameOf } from '../directives/naming.ts'
import { words as organisationWords } from '../organisations/words.ts'
import { type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import type { ReceiptLine } from './contract.ts'
import { codeOf } from './rules.ts'
import { words as screenWords } from './screen/words.ts'
import { words } from './words.ts'

type Line = z.infer<typeof ReceiptLine>

/** Receipts of a directive, a row each. */
export function receiptSheet(edition: Edition, directive: { kind: string; number: string | null; title: string }, rows: readonly Line[]) {
  const { language } = edition
  return sheet<Line>(
    screenWords.receipts[language],
    `${screenWords.receipts[language]}: ${fullNameOf(directive)}`,
    noteOf(edition, screenWords.unitReceipts),
    [
      numbered(screenWords.number[language]),
      { title: screenWords.body[language], width: 46, value: (row) => row.bodyName },
      { title: screenWords.level[language], width: 14, value: (row) => organisationWords[row.level][language] },
      { title: screenWords.sentBy[language], width: 40, value: (row) => row.fromName },
      { title: screenWords.code[language], width: 8, value: (row) => codeOf[row.state] },
      { title: screenWords.state[language], width: 18, value: (row) => words[row.state][language] },
      { title: screenWords.arrivedOn[language], width: 13, isDay: true, value: (row) => row.arrivedOn },
      { title: screenWords.receivedOn[language], width: 13, isDay: true, value: (row) => row.receivedOn },
      {
        title: screenWords.inTime[language],
        width: 16,
        value: (row) => (row.isOverdue ? screenWords.overdue[language] : row.isLate ? screenWords.late[language] : ''),
      },
      { title: screenWords.studiedOn[language], width: 13, isDay: true, value: (row) => row.studiedOn },
      { title: screenWords.present[language], width: 12, value: (row) => row.present },
      { title: screenWords.invited[language], width: 12, value: (row) => row.invited },
    ],
    rows,
  )
}
