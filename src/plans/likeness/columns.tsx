import type { Column } from '../../ui/DataTable.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Likeness } from './contract.ts'
import { Reasons, Score, WhichFirst } from './Score.tsx'
import { words } from './words.ts'

/** The columns of what was found: the other plan, the score, why. */
export function useColumns(isMain: boolean): Column<Likeness>[] {
  const t = useWords(words)
  return [
    {
      key: 'other',
      title: t('other'),
      width: 250,
      main: isMain,
      show: (row) => row.otherBodyName,
    },
    {
      key: 'relation',
      title: t('relationOf'),
      width: 170,
      show: (row) => (
        <>
          {t(row.relation)}
          <span className="quiet likeness-relation">
            <WhichFirst of={row} />
          </span>
        </>
      ),
    },
    { key: 'score', title: t('score'), width: 190, show: (row) => <Score score={row.score} /> },
    { key: 'reasons', title: t('reasons'), show: (row) => <Reasons of={row} /> },
  ]
}
