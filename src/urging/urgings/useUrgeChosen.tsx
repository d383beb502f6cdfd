import { useState } from 'react'
import { useDuty } from '../../ui/ask.ts'
import type { Choosing } from '../../ui/DataTable.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { namedAtMost } from '../contract.ts'
import { type Meant, UrgeButton } from './UrgeButton.tsx'
import { words } from './words.ts'

/** Ticks at the rows of a list where something is late, to urge over just that; none for posts that may not. */
export function useUrgeChosen<Row>({
  isLate,
  nameOf,
  meantBy,
}: {
  isLate: (row: Row) => boolean
  nameOf: (row: Row) => string
  meantBy: (chosen: string[]) => Meant
}): Choosing<Row> | undefined {
  const t = useWords(words)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const mayUrge = useDuty('clerk', 'leader')
  if (!mayUrge) return undefined
  const acts =
    chosen.size > namedAtMost ? (
      t('tooManyChosen', { most: namedAtMost })
    ) : (
      <UrgeButton meant={meantBy([...chosen])} label={t('urgeChosen')} done={() => choose(new Set())} />
    )
  return { chosen, choose, nameOf, can: isLate, acts }
}
