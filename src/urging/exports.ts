import { type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import type { UrgingLine } from './contract.ts'
import { words } from './urgings/words.ts'

/** Urgings, a row each. */
export function urgingSheet(edition: Edition, rows: readonly UrgingLine[]) {
  const { language } = edition
  return sheet<UrgingLine>(
    words.urgings[language],
    words.urgingsTitle[language],
    noteOf(edition, words.unitUrgings),
    [
      numbered(words.row[language]),
      { title: words.body[language], width: 38, value: (row) => row.bodyName },
      { title: words.urger[language], width: 34, value: (row) => row.urgerName },
      { title: words.kind[language], width: 20, value: (row) => words[`kind-${row.kind}`][language] },
      { title: words.letterNumber[language], width: 16, value: (row) => row.number },
      { title: words.urgedOn[language], width: 13, isDay: true, value: (row) => row.urgedOn },
      { title: words.answerBy[language], width: 13, isDay: true, value: (row) => row.answerBy },
      { title: words.thingsUrged[language], width: 12, value: (row) => row.things },
      { title: words.things[language], width: 12, value: (row) => row.owed },
      { title: words.state[language], width: 20, value: (row) => words[row.state][language] },
      { title: words.answeredOn[language], width: 13, isDay: true, value: (row) => row.answeredOn },
      { title: words.escalatedTo[language], width: 34, value: (row) => row.escalatedToName },
      { title: words.escalatedOn[language], width: 13, isDay: true, value: (row) => row.escalatedOn },
    ],
    rows,
  )
}
