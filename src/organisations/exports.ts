import type { z } from 'zod'
import type { Language } from '../kernel/words.ts'
import type { ListedBody } from './contract.ts'
import { numbered, type Sheet } from './sheets.ts'
import { words } from './words.ts'

type Line = z.infer<typeof ListedBody>

/** Bodies, a row each, as of a day. */
export const bodiesSheet = (language: Language, rows: readonly Line[]): Sheet<never> =>
  ({
    name: words.body[language],
    title: words.bodies[language],
    columns: [
      numbered(words.number[language]),
      { title: words.name[language], width: 50, value: ({ name }) => name },
      { title: words.shortName[language], width: 30, value: ({ shortName }) => shortName },
      { title: words.kind[language], width: 30, value: ({ kindName }) => kindName },
      { title: words.level[language], width: 18, value: ({ level }) => words[level][language] },
      { title: words.bloc[language], width: 24, value: ({ bloc }) => words[bloc][language] },
      { title: words.parent[language], width: 44, value: ({ parentName }) => parentName },
    ],
    rows,
  }) satisfies Sheet<Line> as unknown as Sheet<never>
