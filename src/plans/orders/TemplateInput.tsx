import { Checkbox, Select } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { useAsk, useMe } from '../../ui/ask.ts'
import { Choice } from '../../ui/Choice.tsx'
import { showDay } from '../../ui/days.ts'
import { contains } from '../../ui/table/columns.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints as plans } from '../contract.ts'
import { words } from '../plan/words.ts'
import { words as workWords } from '../work/words.ts'
import { endpoints, type TemplateChoice, type TemplateDraft } from './contract.ts'

type Props = { directiveId: string; orderId?: string; value?: TemplateChoice | null; onChange?: (choice: TemplateChoice | null) => void; id?: string }

/** The plans of one's own body for a directive that have items: what a template may be taken from. */
export function useOwnPlans(directiveId: string) {
  const bodyId = useMe().data?.person?.acting?.bodyId
  const own = useAsk(plans.listPlans, bodyId ? { directiveId: directiveId as never, bodyId: bodyId as never } : null)
  return (own.data?.rows ?? []).filter(({ items }) => items > 0)
}

/** Which items of one's own plan go with an order, each with the tasks it answers, on whomever they lie: what is shown is what is given, and nothing that is written into the plan afterwards. */
export function TemplateInput({ directiveId, orderId, value, onChange, id }: Props) {
  const t = useWords(words)
  const call = useWords(workWords)
  const own = useOwnPlans(directiveId)
  const choose = (planId: string | undefined) => onChange?.(planId ? { planId: planId as never, withHead: true, items: [] } : null)
  return (
    <div id={id}>
      <Choice
        allowClear
        aria-label={t('template')}
        style={{ width: '100%' }}
        {...(value ? { value: value.planId } : {})}
        options={own.map(({ id, form, bodyName }) => ({ value: id, label: `${form || call('formBare')} – ${bodyName}` }))}
        onChange={choose}
      />
      {value && <Chosen key={value.planId} value={value} onChange={onChange} {...(orderId ? { orderId } : {})} />}
    </div>
  )
}

function Chosen({ orderId, value, onChange }: { orderId?: string; value: TemplateChoice; onChange?: Props['onChange'] }) {
  const t = useWords(words)
  const draft = useAsk(endpoints.previewPlanTemplate, { planId: value.planId, ...(orderId ? { orderId: orderId as never } : {}) })
  const shown = draft.data
  const isFilled = useRef(value.items.length > 0)
  // at first what the order has, or all that is not the business of one's own body alone; an item changed meanwhile is shown, and so given, as it is now
  const fill = useEffectEvent((now: readonly TemplateDraft['items'][number][]) => {
    const known = new Map(now.map((item) => [item.id, item]))
    const isRenewal = now.some(({ isGiven }) => isGiven)
    const items = isFilled.current
      ? value.items.flatMap(({ id, taskIds }) => (known.has(id) ? [{ id, taskIds, version: known.get(id)?.version ?? 0 }] : []))
      : now.filter(({ isGiven, isOwnOnly }) => (isRenewal ? isGiven : !isOwnOnly))
    isFilled.current = true
    onChange?.({ ...value, items: items.map(({ id, version, taskIds }) => ({ id, version, taskIds: taskIds as never })) })
  })
  useEffect(() => {
    if (shown) fill(shown.items)
  }, [shown])
  if (!shown) return null
  const chosen = new Map(value.items.map((item) => [item.id, item]))
  const put = (item: TemplateDraft['items'][number], taskIds: readonly string[] | null) =>
    onChange?.({
      ...value,
      items: shown.items.flatMap(({ id, version }) => {
        const kept = id === item.id ? taskIds : chosen.get(id)?.taskIds
        return kept ? [{ id, version, taskIds: kept as never }] : []
      }),
    })
  const loose = value.items.filter(({ taskIds }) => taskIds.length === 0).length
  return (
    <div className="template-choice">
      <p className="quiet">{t('templateCopied')}</p>
      {(shown.grounds || shown.aims) && (
        <Checkbox checked={value.withHead} onChange={({ target }) => onChange?.({ ...value, withHead: target.checked })}>
          {t('templateHead')}
        </Checkbox>
      )}
      <ul>
        {shown.items.map((item) => (
          <ChosenItem
            key={item.id}
            item={item}
            tasks={shown.tasks}
            taskIds={chosen.get(item.id)?.taskIds ?? null}
            put={(taskIds) => put(item, taskIds)}
          />
        ))}
      </ul>
      {loose > 0 && <p role="status">{t('templateLoose', { count: loose })}</p>}
    </div>
  )
}

type ItemProps = {
  item: TemplateDraft['items'][number]
  tasks: TemplateDraft['tasks']
  /** The tasks it answers; null where it is not chosen. */
  taskIds: readonly string[] | null
  put: (taskIds: readonly string[] | null) => void
}

function ChosenItem({ item, tasks, taskIds, put }: ItemProps) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const label = ({ address, text }: TemplateDraft['tasks'][number]) => [sayPlace(address), shortened(text, 90)].filter(Boolean).join(' ')
  return (
    <li>
      <Checkbox checked={taskIds !== null} onChange={({ target }) => put(target.checked ? item.taskIds : null)}>
        {item.text} {item.dueOn && <span className="quiet">({showDay(item.dueOn)})</span>}
        {item.isOwnOnly && <span className="quiet"> · {t('templateOwnOnly')}</span>}
      </Checkbox>
      {taskIds && tasks.length > 0 && (
        <Select
          mode="multiple"
          size="small"
          classNames={{ popup: { root: 'wrapped-options' } }}
          aria-label={t('templateTasksOf', { item: shortened(item.text, 60) })}
          placeholder={t('templateTasks')}
          value={[...taskIds]}
          onChange={put}
          showSearch={{ filterOption: (sought, option) => contains(String(option?.label ?? ''), sought) }}
          options={tasks.map((task) => ({ value: task.id, label: label(task) }))}
        />
      )}
    </li>
  )
}
