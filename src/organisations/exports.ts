import type { z } from 'zod'
import { type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import type { ListedBody } from './contract.ts'
import { words } from './words.ts'

type Line = z.infer<typeof ListedBody>

/** Bodies, a row each, as of a day. */
export const bodiesSheet = (edition: Edition, rows: readonly Line[]) => {
  const { language } = edition
  return sheet<Line>(
    words.body[language],
    words.bodies[language],
    noteOf(edition, words.unitBodies),
    [
      numbered(words.number[language]),
      { title: words.name[language], width: 50, value: ({ name }) => name },
      { title: words.shortName[language], width: 30, value: ({ shortName }) => shortName },
      { title: words.kind[language], width: 30, value: ({ kindName }) => kindName },
      { title: words.level[language], width: 18, value: ({ level }) => words[level][language] },
      { title: words.bloc[language], width: 24, value: ({ bloc }) => words[bloc][language] },
      { title: words.parent[language], width: 44, value: ({ parentName }) => parentName },
    ],
    rows,
  )
}
