import type { Column } from '../../ui/DataTable.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Likeness } from './contract.ts'
import { isBare } from './rules.ts'
import { Reasons, Score, WhichFirst } from './Score.tsx'
import { words } from './words.ts'

/** The columns of what was found: the other plan, how it stands to this one, the score, why. */
export function useColumns(isMain: boolean): Column<Likeness>[] {
  const t = useWords(words)
  const relation = (row: Likeness) => (
    <span className="quiet likeness-relation">
      {t(row.relation)}, <WhichFirst of={row} isInside />
    </span>
  )
  return [
    ...(isMain
      ? [
          { key: 'other', title: t('other'), width: 240, main: true, show: (row: Likeness) => row.otherBodyName },
          { key: 'relation', title: t('relationOf'), width: 190, show: relation },
        ]
      : [
          {
            key: 'other',
            title: t('other'),
            width: 240,
            show: (row: Likeness) => (
              <>
                {row.otherBodyName}
                {relation(row)}
              </>
            ),
          },
        ]),
    { key: 'score', title: t('score'), width: 190, show: (row) => <Score of={row} isBare={isBare(row)} /> },
    { key: 'reasons', title: t('reasons'), show: (row) => <Reasons of={row} /> },
  ]
}
