import { Checkbox } from 'antd'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { showDay } from '../../ui/days.ts'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { fields } from '../rules.ts'
import { words as columnWords } from '../words.ts'
import type { CellFault, FileChange, PlanFile } from './contract.ts'
import { words } from './words.ts'

const kinds = ['stale', 'changed', 'new', 'missing', 'there'] as const
/** So many cells that can’t be read are told one by one. */
const faultsShown = 8

type Props = { plan: PlanPage; file: PlanFile; chosen: ReadonlySet<string>; set: (ids: readonly string[], isTaken: boolean) => void }

/** What a file would do to a plan, by kind, each thing to be taken or left. */
export function Changes({ plan, file, chosen, set }: Props) {
  const t = useWords(words)
  return kinds.map((kind) => {
    const some = file.changes.filter((change) => change.kind === kind)
    if (some.length === 0) return null
    const ids = some.map(({ id }) => id)
    const taken = ids.filter((id) => chosen.has(id)).length
    return (
      <section key={kind} className="import-kind">
        <h2>
          {kind === 'stale' ? (
            t('kind-stale', { count: some.length })
          ) : (
            <Checkbox
              checked={taken === some.length}
              indeterminate={taken > 0 && taken < some.length}
              onChange={({ target }) => set(ids, target.checked)}
            >
              {t(`kind-${kind}`, { count: some.length })}
            </Checkbox>
          )}
        </h2>
        {kind !== 'new' && kind !== 'changed' && <p className="quiet">{t(`about-${kind}`)}</p>}
        <ul className="import-changes">
          {some.map((change) => (
            <li key={change.id}>
              {kind === 'stale' ? (
                <Words change={change} />
              ) : (
                <Checkbox checked={chosen.has(change.id)} onChange={({ target }) => set([change.id], target.checked)}>
                  <Words change={change} />
                </Checkbox>
              )}
              <Values plan={plan} change={change} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Words({ change: { kind, row, address, text, by } }: { change: FileChange }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  return (
    <>
      {row !== null && <span className="quiet">{t('row', { row: String(row) })} </span>}
      {/\w/.test(address) && <span className="quiet">{sayPlace(address)} </span>}
      {whole(text)}
      {kind === 'stale' && <span className="import-fault"> {by ? t('staleBy', { person: by }) : t('staleBySomebody')}</span>}
    </>
  )
}

/** The cells a change writes, with what they held where that differs. */
function Values({ plan, change: { kind, was, facts } }: { plan: PlanPage; change: FileChange }) {
  const sayPlace = usePlace()
  const column = useWords(columnWords)
  const t = useWords(words)
  const shown = fields.filter((field) => facts[field] !== undefined && !(kind !== 'changed' && kind !== 'stale' && field === 'text'))
  const name = (field: keyof Facts, value: unknown): string => {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('nothing')
    if (Array.isArray(value)) return value.map((id) => answerNamed(plan, id as string, sayPlace)).join('; ')
    if (field === 'personId')
      return plan.people.find(({ id }) => id === value)?.name ?? plan.rows.find(({ personId }) => personId === value)?.personName ?? '…'
    if (field === 'fromOn' || field === 'dueOn') return showDay(String(value))
    return typeof value === 'number' ? showCount(value) : String(value)
  }
  if (shown.length === 0) return null
  return (
    <dl>
      {shown.map((field) => (
        <div key={field}>
          <dt>{column(field)}</dt>
          <dd>
            {field in was && (
              <>
                <del>{whole(name(field, was[field]))}</del> →{' '}
              </>
            )}
            <ins>{whole(name(field, facts[field]))}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function answerNamed(plan: PlanPage, id: string, sayPlace: (place: string) => string): string {
  const owed = plan.obligations.find((one) => one.id === id)
  if (owed) return [sayPlace(owed.address), shortened(owed.text, 70)].filter(Boolean).join(': ')
  return shortened(plan.above.find((one) => one.id === id)?.text ?? '…', 70)
}

/** The cells of a file that can’t be read. */
export function Unread({ faults }: { faults: readonly CellFault[] }) {
  const t = useWords(words)
  const column = useWords(columnWords)
  if (faults.length === 0) return null
  return (
    <div className="import-said" role="status">
      <p className="import-fault">{t('unread', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, faultsShown).map(({ row, field, value, problem }) => (
          <li key={`${row} ${field}`}>
            {t('unreadCell', { row: String(row), column: column(field) })} {whole(value && `«${shortened(value, 70)}» `)}
            {whole(t(`problem-${problem}`))}
          </li>
        ))}
        {faults.length > faultsShown && <li>{t('more', { count: faults.length - faultsShown })}</li>}
      </ul>
    </div>
  )
}
