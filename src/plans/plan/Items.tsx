import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { useAsk } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, type Facts, type Item, type PlanEvent, type PlanPage } from '../contract.ts'
import { words as editorWords } from '../editor/words.ts'
import { isChangedSince } from '../rules.ts'
import { Overdue } from './Overdue.tsx'
import { itemAnchor } from './places.ts'
import { useRemarks } from './remarks.tsx'
import { useLinkedItem } from './useLinkedItem.ts'

const deciding: readonly PlanEvent[] = ['return', 'refuse', 'approve', 'accept']

/** The items of a plan to read, with what each answers; an appraiser writes remarks to single ones here. */
export function Items({ plan }: { plan: PlanPage }) {
  const t = useWords(editorWords)
  const canRemark = plan.events.includes('return')
  const amended = useAmended(plan)
  const linked = useLinkedItem(plan.rows.map(({ id }) => id))
  if (plan.rows.length === 0) return <Empty title={t('noItems')} />
  const decided = plan.steps.find(({ event }) => deciding.includes(event))
  const lastReturn = decided?.to === 'returned' ? decided : undefined
  return (
    <>
      {amended && <p className="plan-amended">{t('sinceApproval', amended.counts)}</p>}
      <div className="sheet-scroll">
        <table className="sheet plan-read" aria-label={t('table')}>
          <thead>
            <tr>
              <th scope="col" className="col-number">
                {t('number')}
              </th>
              <th scope="col" className="col-text">
                {t('text')}
              </th>
              <th scope="col" className="col-answers">
                {t('answers')}
              </th>
              <th scope="col" className="col-product">
                {t('product')}
              </th>
              <th scope="col" className="col-lead">
                {t('lead')}
              </th>
              <th scope="col" className="col-dueOn">
                {t('dueOn')}
              </th>
              {canRemark && (
                <th scope="col" className="col-note">
                  {t('remark')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row, index) => (
              <Row
                key={row.id}
                plan={plan}
                row={row}
                index={index}
                canRemark={canRemark}
                isLinked={row.id === linked}
                isChanged={canRemark && lastReturn !== undefined && isChangedSince(row, lastReturn)}
                isNew={amended?.added.has(row.id) ?? false}
                amended={amended?.fields.get(row.id)}
                startsPart={row.part !== '' && row.part !== plan.rows[index - 1]?.part}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** What an amendment that is under way does to the items, by their ids: new, or which of their cells differ from what was approved. */
function useAmended(plan: PlanPage) {
  const asked = plan.editions.length > 0 && plan.state !== 'issued' ? { planId: plan.id as never, from: plan.edition, to: 0 } : null
  const { data } = useAsk(endpoints.comparePlanEditions, asked, { keep: true })
  if (!asked || !data || data.added.length + data.removed.length + data.changed.length === 0) return null
  return {
    counts: { added: data.added.length, removed: data.removed.length, changed: data.changed.length },
    added: new Set(data.added.map(({ id }) => id)),
    fields: new Map(data.changed.map(({ id, fields }) => [id, fields.map(({ field }) => field)])),
  }
}

type Props = {
  plan: PlanPage
  row: Item
  index: number
  canRemark: boolean
  isLinked: boolean
  isChanged: boolean
  isNew: boolean
  amended: readonly (keyof Facts)[] | undefined
  startsPart: boolean
}

function Row({ plan, row, index, canRemark, isLinked, isChanged, isNew, amended, startsPart }: Props) {
  const t = useWords(editorWords)
  const { texts, say } = useRemarks()
  const sayPlace = usePlace()
  const answers = [
    ...plan.obligations
      .filter(({ id }) => row.obligationIds.includes(id))
      .map(({ id, address, text }) => ({ id, name: sayPlace(address) || shortened(text, 40) })),
    ...plan.above.filter(({ id }) => row.superiorItemIds.includes(id)).map(({ id, text }) => ({ id, name: `↑ ${shortened(text, 60)}` })),
  ]
  const people = [row.lead, row.personName, row.coordinate && `${t('coordinate')}: ${row.coordinate}`].filter(Boolean)
  const more = [row.note, row.money === null ? '' : `${t('money')}: ${showCount(row.money)}`].filter(Boolean)
  return (
    <>
      {startsPart && (
        <tr className="part-row">
          <th colSpan={canRemark ? 7 : 6} scope="rowgroup">
            <strong>{row.part}</strong>
          </th>
        </tr>
      )}
      <tr
        id={itemAnchor(row.id)}
        data-row={row.id}
        className={[(isNew || amended) && 'is-amended', isLinked && 'is-linked'].filter(Boolean).join(' ') || undefined}
      >
        <th scope="row" className="col-number">
          {index + 1}
        </th>
        <td className="col-text" data-label={t('text')}>
          {whole(row.text)}
          {more.length > 0 && <div className="quiet">{more.join(' · ')}</div>}
          {row.origin.startsWith('template') && <div className="quiet">{t(`origin-${row.origin}`)}</div>}
          {isNew && <div className="row-amended">{t('amendedNew')}</div>}
          {amended && <div className="row-amended">{t('amendedCells', { cells: amended.map((field) => t(field)).join(', ') })}</div>}
          {isChanged && <div className="row-remark">{t('changedSince')}</div>}
          {row.touchedWhy && plan.state !== 'withdrawn' && <div className="row-remark">{whole(t('touched', { why: row.touchedWhy }))}</div>}
          <Overdue plan={plan} row={row} />
          {row.remarks.map((remark) => (
            <div key={remark} className="row-remark">
              {whole(t('remarkSays', { text: remark }))}
            </div>
          ))}
        </td>
        <td className="col-answers" data-label={t('answers')}>
          {answers.map(({ id, name }) => (
            <div key={id}>{name}</div>
          ))}
        </td>
        <td className="col-product" data-label={t('product')}>
          {row.product}
        </td>
        <td className="col-lead" data-label={t('lead')}>
          {people.map((one) => (
            <div key={one}>{one}</div>
          ))}
        </td>
        <td className="col-dueOn" data-label={t('dueOn')}>
          {row.fromOn && `${showDay(row.fromOn)} – `}
          {row.dueOn ? showDay(row.dueOn) : row.fromOn ? '' : '–'}
        </td>
        {canRemark && (
          <td className="col-note" data-label={t('remark')}>
            <textarea
              className="cell-input"
              rows={1}
              aria-label={t('cellOf', { column: t('remark'), row: index + 1 })}
              placeholder="…"
              value={texts[row.id] ?? ''}
              onChange={({ target }) => say(row.id, target.value)}
            />
          </td>
        )}
      </tr>
    </>
  )
}
