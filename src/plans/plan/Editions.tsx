import { useState } from 'react'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { useAsk } from '../../ui/ask.ts'
import { Choice } from '../../ui/Choice.tsx'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { type Comparison, endpoints, type PlanPage } from '../contract.ts'
import { words as editorWords } from '../editor/words.ts'
import { words } from './words.ts'

/** Any two editions of a plan compared by item; at first, what has changed since it was last approved. */
export function Editions({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  const [from, setFrom] = useState('1')
  const [to, setTo] = useState('0')
  const options = [
    ...plan.editions.map(({ number, frozenOn, issuedAs, issuedOn }) => ({
      value: String(number),
      label: `${number === 1 ? t('baseline') : t('amendment', { number })} (${issuedAs ? t('issuedAs', { number: issuedAs, day: showDay(issuedOn) }) : showDay(frozenOn)})`,
    })),
    { value: '0', label: t('asItStands') },
  ]
  const compared = useAsk(endpoints.comparePlanEditions, { planId: plan.id as never, from: Number(from), to: Number(to) }, { keep: true })
  return (
    <>
      <div className="compare-bar">
        {t('compareFrom')}
        <Choice aria-label={t('compareFrom')} value={from} options={options} onChange={setFrom} style={{ minWidth: 230 }} />
        {t('compareTo')}
        <Choice aria-label={t('compareTo')} value={to} options={options} onChange={setTo} style={{ minWidth: 230 }} />
      </div>
      <Answer of={compared}>{(shown) => <Changes plan={plan} compared={shown} />}</Answer>
    </>
  )
}

function Changes({ plan, compared }: { plan: PlanPage; compared: Comparison }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const column = useWords(editorWords)
  const { head, added, removed, changed, same } = compared
  if (head.length + added.length + removed.length + changed.length === 0)
    return <Empty title={t('noChange')} advice={t('noChangeAdvice', { count: same })} />
  const name = (value: unknown): string => {
    if (Array.isArray(value)) {
      const named = value.map((id) => {
        const owed = plan.obligations.find((one) => one.id === id)
        return owed ? sayPlace(owed.address) || shortened(owed.text, 40) : shortened(plan.above.find((one) => one.id === id)?.text ?? '…', 40)
      })
      return named.join('; ') || t('nothing')
    }
    if (value === null || value === '') return t('nothing')
    if (typeof value === 'number') return showCount(value)
    return plan.people.find(({ id }) => id === value)?.name ?? (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? showDay(String(value)) : String(value))
  }
  return (
    <>
      <p>{t('changes', { added: added.length, removed: removed.length, changed: changed.length, same })}</p>
      <ul className="compare">
        {head.map(({ field, from, to }) => (
          <li key={field} className="is-changed">
            <strong>{t(`head_${field}`)}</strong>
            <Was from={from || t('nothing')} to={to || t('nothing')} />
          </li>
        ))}
        {added.map((item) => (
          <li key={item.id} className="is-added">
            <strong>{t('addedItem')}:</strong> {item.text} {item.dueOn && <span className="quiet">({showDay(item.dueOn)})</span>}
          </li>
        ))}
        {removed.map((item) => (
          <li key={item.id} className="is-removed">
            <strong>{t('removedItem')}:</strong> <del>{item.text}</del>
          </li>
        ))}
        {changed.map(({ id, text, fields }) => (
          <li key={id} className="is-changed">
            <strong>{t('changedItem')}:</strong> {text}
            <dl>
              {fields.map(({ field, from, to }) => (
                <div key={field}>
                  <dt>{column(field)}</dt>
                  <dd>
                    <Was from={name(from)} to={name(to)} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}

const Was = ({ from, to }: { from: string; to: string }) => (
  <span>
    <del>{from}</del> → <ins>{to}</ins>
  </span>
)
