import type { z } from 'zod'
import type { Sheet } from '../directives/sheets.ts'
import { written } from '../directives/sheets.ts'
import type { Language } from '../kernel/words.ts'
import { words as organisationWords } from '../organisations/words.ts'
import type { ReceiptLine } from './contract.ts'
import { codeOf } from './rules.ts'
import { words as screenWords } from './screen/words.ts'
import { words } from './words.ts'

type Line = z.infer<typeof ReceiptLine>

/** Receipts of a directive, a row each. */
export function receiptSheet(
  language: Language,
  { kind, number, title }: { kind: string; number: string | null; title: string },
  rows: readonly Line[],
) {
  const sheet: Sheet<Line> = {
    name: screenWords.receipts[language],
    title: `${screenWords.receipts[language]}: ${kind}${number ? ` ${number}` : ''} – ${title}`,
    columns: [
      { title: screenWords.number[language], width: 6, value: (_, index) => index + 1 },
      { title: screenWords.body[language], width: 46, value: (row) => row.bodyName },
      { title: screenWords.level[language], width: 14, value: (row) => organisationWords[row.level][language] },
      { title: screenWords.sentBy[language], width: 40, value: (row) => row.fromName },
      { title: screenWords.code[language], width: 8, value: (row) => codeOf[row.state] },
      { title: screenWords.state[language], width: 18, value: (row) => words[row.state][language] },
      { title: screenWords.arrivedOn[language], width: 13, value: (row) => written(row.arrivedOn) },
      { title: screenWords.receivedOn[language], width: 13, value: (row) => written(row.receivedOn) },
      {
        title: screenWords.inTime[language],
        width: 16,
        value: (row) => (row.isOverdue ? screenWords.overdue[language] : row.isLate ? screenWords.late[language] : ''),
      },
      { title: screenWords.studiedOn[language], width: 13, value: (row) => written(row.studiedOn) },
      { title: screenWords.present[language], width: 12, value: (row) => row.present },
      { title: screenWords.invited[language], width: 12, value: (row) => row.invited },
    ],
    rows,
  }
  return sheet as unknown as Sheet<Line> & Sheet<never>
}
