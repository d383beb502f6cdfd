import { WarningFilled } from '@ant-design/icons'
import { z } from 'zod'
import { BodyId, Level } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { useAddress, usePaging } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { showDay } from '../../ui/days.ts'
import { LateActs } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Planless } from './contract.ts'
import { words } from './words.ts'

const Where = z.object({ words: z.string().optional(), level: Level.optional(), under: BodyId.optional() })
type Row = z.infer<typeof Planless>

/** Bodies that have not begun a plan, by name. */
export function PlanlessTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const sayLevel = useWords(organisationWords)
  const [where] = useAddress(Where)
  const paging = usePaging(25, 'planless')
  const bodies = useAsk(endpoints.listPlanlessBodies, { directiveId: directiveId as never, ...where, ...paging }, { keep: true })
  const columns: Column<Row>[] = [
    { key: 'name', title: t('body'), main: true, show: (row) => row.name },
    { key: 'level', title: t('level'), width: 150, wideOnly: true, show: (row) => sayLevel(row.level) },
    { key: 'tasks', title: t('tasksOn'), width: 130, align: 'end', show: (row) => row.tasks },
    {
      key: 'due',
      title: t('dueOn'),
      width: 260,
      show: (row) =>
        row.dueOn === null ? (
          <span className="quiet">{t('notOrdered')}</span>
        ) : (
          <span>
            {showDay(row.dueOn)}{' '}
            {row.isOverdue && (
              <span className="is-late-word">
                <WarningFilled aria-hidden="true" /> {t('overdue')}
              </span>
            )}
          </span>
        ),
    },
  ]
  const isAnyLate = (bodies.data?.rows ?? []).some(({ isOverdue }) => isOverdue)
  return (
    <>
      {isAnyLate && (
        <div className="acts list-acts">
          <LateActs
            what="plan"
            directiveId={directiveId}
            underId={where.under}
            levels={where.level ? [where.level] : undefined}
            words={where.words}
          />
        </div>
      )}
      <DataTable
        label={t('planless')}
        name="planless"
        of={bodies}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.bodyId}
        columns={columns}
        open={(row) => obligationsPlace({ directiveId, bodyId: row.bodyId })}
        filters={[
          { name: 'words', label: t('filterBodyWords'), kind: 'words' },
          { name: 'level', label: t('level'), kind: 'choice', choices: Level.options.map((value) => ({ value, label: sayLevel(value) })) },
          { name: 'under', label: t('filterUnder'), kind: 'body' },
        ]}
        empty={{ title: t('planlessNone') }}
      />
    </>
  )
}
