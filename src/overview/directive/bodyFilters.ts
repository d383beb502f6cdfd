import { z } from 'zod'
import { BodyId, Level } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import type { Filter } from '../../ui/DataTable.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../words.ts'

/** How the bodies of a directive are filtered, in the address. */
export const BodyWhere = z.object({ words: z.string().optional(), level: Level.optional(), under: BodyId.optional() })

/** The filters of a list of bodies. */
export function useBodyFilters<Row>(): Filter<Row>[] {
  const t = useWords(words)
  const say = useWords(organisationWords)
  return [
    { name: 'words', label: t('filterBodyWords'), kind: 'words' },
    { name: 'level', label: t('filterLevel'), kind: 'choice', choices: Level.options.map((value) => ({ value, label: say(value) })) },
    { name: 'under', label: t('filterUnder'), kind: 'body' },
  ]
}
