import type { z } from 'zod'
import { type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import type { PersonLine } from './contract.ts'
import { words } from './words.ts'

type Line = z.infer<typeof PersonLine>

/** People, a row each, with their posts. */
export const peopleSheet = (edition: Edition, rows: readonly Line[]) => {
  const { language } = edition
  return sheet<Line>(
    words.people[language],
    words.people[language],
    noteOf(edition, words.unitPeople),
    [
      numbered(words.number[language]),
      { title: words.personName[language], width: 30, value: ({ name }) => name },
      { title: words.username[language], width: 26, value: ({ username }) => username },
      { title: words.posts[language], width: 70, value: ({ posts }) => posts.join('\n') },
      { title: words.accountState[language], width: 14, value: ({ disabled }) => words[disabled ? 'disabled' : 'inUse'][language] },
    ],
    rows,
  )
}
