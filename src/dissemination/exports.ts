import type { z } from 'zod'
import { fullNameOf } from '../directives/naming.ts'
import { words as organisationWords } from '../organisations/words.ts'
import { type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import type { ReceiptLine } from './contract.ts'
import { codeOf } from './rules.ts'
import { words as screenWords } from './screen/words.ts'
import { words } from './words.ts'

type Titled = { kind: string; number: string | null; title: string }

/** Receipts of a directive, a row each. */
export function receiptSheet(edition: Edition, directive: Titled, rows: readonly z.infer<typeof ReceiptLine>[]) {
  const { language } = edition
  const say = (key: keyof typeof screenWords) => screenWords[key][language]
  const timely = ({ isOverdue, isLate, receivedOn, receiveBy }: z.infer<typeof ReceiptLine>) => {
    if (isOverdue) return say('overdue')
    if (isLate) return say('late')
    return receivedOn && receiveBy ? say('onTime') : ''
  }
  return sheet<z.infer<typeof ReceiptLine>>(
    say('receipts'),
    `${say('receipts')}: ${fullNameOf(directive)}`,
    noteOf(edition, screenWords.unitReceipts),
    [
      numbered(say('number')),
      { title: say('body'), width: 46, value: (row) => row.bodyName },
      { title: say('level'), width: 14, value: (row) => organisationWords[row.level][language] },
      { title: say('sentBy'), width: 40, value: (row) => row.fromName },
      { title: say('code'), width: 8, value: (row) => codeOf[row.state] },
      { title: say('state'), width: 18, value: (row) => words[row.state][language] },
      { title: say('heldBelow'), width: 16, value: (row) => row.unsent || null },
      { title: say('refusalWhy'), width: 40, value: (row) => row.refusal },
      { title: say('arrivedOn'), width: 13, isDay: true, value: (row) => row.arrivedOn },
      { title: say('receivedOn'), width: 13, isDay: true, value: (row) => row.receivedOn },
      { title: say('inTime'), width: 13, isDay: true, value: (row) => row.receiveBy },
      { title: say('timely'), width: 18, value: (row) => timely(row) },
      { title: say('studiedOn'), width: 13, isDay: true, value: (row) => row.studiedOn },
      {
        title: say('plan'),
        width: 20,
        value: (row) => (row.isPlanOverdue ? say('planOverdue') : row.planOwed ? say(row.planMadeOn ? 'planMade' : 'planLacking') : ''),
      },
      { title: say('planMadeOn'), width: 13, isDay: true, value: (row) => row.planMadeOn },
      { title: say('present'), width: 12, value: (row) => row.present },
      { title: say('invited'), width: 12, value: (row) => row.invited },
      { title: say('membersTotal'), width: 14, value: (row) => row.members },
      { title: say('members'), width: 14, value: (row) => (row.members === null ? null : row.membersStudied) },
    ],
    rows,
  )
}
