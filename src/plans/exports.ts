import { words as organisationWords } from '../organisations/words.ts'
import { type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import type { PlanLine } from './contract.ts'
import { words as screenWords } from './plan/words.ts'
import { words } from './words.ts'

/** Plans, a row each. */
export function planSheet(edition: Edition, rows: readonly PlanLine[]) {
  const { language } = edition
  const late = ({ isLate, submittedOn }: PlanLine) => (isLate ? screenWords[submittedOn === null ? 'late-overdue' : 'late-submitted'][language] : '')
  return sheet<PlanLine>(
    words.plans[language],
    words.plans[language],
    noteOf(edition, words.unitPlans),
    [
      numbered(words.number[language]),
      { title: words.body[language], width: 40, value: (row) => row.bodyName },
      { title: words.level[language], width: 16, value: (row) => organisationWords[row.level][language] },
      { title: words.directive[language], width: 26, value: (row) => row.directiveName },
      { title: words.form[language], width: 18, value: (row) => row.form || words.plan[language] },
      { title: words.state[language], width: 22, value: (row) => words[row.state][language] },
      { title: words.round[language], width: 8, value: (row) => row.round },
      { title: words.planDue[language], width: 13, isDay: true, value: (row) => row.dueOn },
      { title: words.submittedOn[language], width: 13, isDay: true, value: (row) => row.submittedOn },
      { title: words.late[language], width: 20, value: late },
      { title: words.answered[language], width: 12, value: (row) => row.answered },
      { title: words.asked[language], width: 12, value: (row) => row.asked },
      { title: words.items[language], width: 10, value: (row) => row.items },
      { title: words.code[language], width: 16, value: (row) => row.number },
      { title: words.issuedOn[language], width: 13, isDay: true, value: (row) => row.issuedOn },
    ],
    rows,
  )
}
