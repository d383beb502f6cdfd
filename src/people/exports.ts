import type { z } from 'zod'
import type { Language } from '../kernel/words.ts'
import { numbered, type Sheet } from '../organisations/sheets.ts'
import type { PersonLine } from './contract.ts'
import { words } from './words.ts'

type Line = z.infer<typeof PersonLine>

/** People, a row each, with their posts. */
export const peopleSheet = (language: Language, rows: readonly Line[]): Sheet<never> =>
  ({
    name: words.people[language],
    title: words.people[language],
    columns: [
      numbered(words.number[language]),
      { title: words.personName[language], width: 30, value: ({ name }) => name },
      { title: words.username[language], width: 26, value: ({ username }) => username },
      { title: words.posts[language], width: 70, value: ({ posts }) => posts.join('\n') },
      { title: words.accountState[language], width: 14, value: ({ disabled }) => words[disabled ? 'disabled' : 'inUse'][language] },
    ],
    rows,
  }) satisfies Sheet<Line> as unknown as Sheet<never>
