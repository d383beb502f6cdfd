import { Alert, Button, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { usePlace } from '../../directives/usePlace.ts'
import { useAsk } from '../../ui/ask.ts'
import { ActForm } from '../../ui/Form.tsx'
import { useLanguage, useWords } from '../../ui/useWords.tsx'
import { endpoints, type Task } from '../contract.ts'
import { type ReadOrder, endpoints as selections } from '../selection/contract.ts'
import type { Stretch } from './AddFromSelection.tsx'
import { useDesk } from './desk.ts'
import { Leaving, startOf, TaskFields } from './EditTask.tsx'
import { useFocus } from './focus.ts'
import { draftOf, lasts, newDraft } from './kept.ts'
import { useShowPane } from './TwoPanes.tsx'
import { words } from './words.ts'

type Facts = Parameters<typeof startOf>[0]
const nothing: Facts = { text: '', product: '', condition: '', isStanding: false, roles: [], milestones: [] }

type Props = { stretch: Stretch | null; isResumed: boolean; tasks: readonly Task[]; close: () => void }

/** Writes tasks by hand: of a stretch of the document each order read in it, filled in, one after the other; without one an empty task; resumed, what was typed before. */
export function Adding({ stretch, isResumed, tasks, close }: Props) {
  const t = useWords(words)
  const { directive } = useDesk()
  const show = useShowPane()
  const read = useAsk(selections.readSelection, stretch && !isResumed ? { directiveId: directive.id as never, ...stretch } : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the form opens
  useEffect(() => show('tasks', () => undefined), [])
  const form = useRef<HTMLDivElement>(null)
  const isRead = !stretch || isResumed || !read.isPending
  useEffect(() => {
    if (isRead) form.current?.scrollIntoView()
  }, [isRead])
  return (
    <div ref={form} className="task task-form is-current">
      <h3>{t('addTitle')}</h3>
      {!stretch || isResumed ? (
        <AddTask from={stretch?.from ?? null} to={stretch?.to ?? null} facts={nothing} close={close} />
      ) : read.data && read.data.orders.length > 0 ? (
        <Orders {...read.data} tasks={tasks} close={close} />
      ) : read.isPending ? (
        <div role="status">
          <p className="quiet">{t('readingSelection')}</p>
          <Skeleton active title={false} paragraph={{ rows: 4 }} />
        </div>
      ) : (
        <>
          {read.error && (
            <Alert
              role="alert"
              className="form-note"
              type="warning"
              showIcon
              title={t('selectionNotRead', { why: read.error.message })}
              description={t('selectionNotReadAdvice')}
            />
          )}
          <AddTask
            {...stretch}
            facts={{
              ...nothing,
              text: directive.text
                .slice(stretch.from, stretch.to)
                .replace(/[\s|]+/g, ' ')
                .trim(),
            }}
            close={close}
          />
        </>
      )}
    </div>
  )
}

type OrdersProps = { orders: ReadOrder[]; whole: ReadOrder | null; tasks: readonly Task[]; close: () => void }

/** The orders read in a stretch, one form at a time; or the whole as one task. */
function Orders({ orders: asked, whole, tasks, close }: OrdersProps) {
  const t = useWords(words)
  const [orders] = useState(asked) // what was read stays while tasks are added
  const [at, setAt] = useState(0)
  const [isWhole, setWhole] = useState(false)
  const order = (isWhole ? whole : orders[at]) as ReadOrder
  const isLast = isWhole || at === orders.length - 1
  return (
    <>
      {orders.length > 1 && (
        <div className="order-steps">
          {!isWhole && <strong role="status">{t('orderOf', { at: at + 1, count: orders.length })}</strong>}
          {!isWhole && (
            <>
              <Button size="small" disabled={at === 0} onClick={() => setAt(at - 1)}>
                {t('orderBefore')}
              </Button>
              <Button size="small" disabled={isLast} onClick={() => setAt(at + 1)}>
                {t('orderAfter')}
              </Button>
            </>
          )}
          {whole && (
            <Button size="small" type="link" onClick={() => setWhole(!isWhole)}>
              {t(isWhole ? 'orderByOrder' : 'wholeSelection')}
            </Button>
          )}
        </div>
      )}
      <Notes order={order} tasks={tasks} />
      <AddTask
        key={`${order.from}-${order.to}`}
        from={order.from}
        to={order.to}
        facts={order}
        submit={isLast ? undefined : t('addAndNext')}
        next={isLast ? undefined : () => setAt(at + 1)}
        close={close}
      />
    </>
  )
}

/** Where an order stands, what to look at in it, and the task that has its words already. */
function Notes({ order, tasks }: { order: ReadOrder; tasks: readonly Task[] }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const { language } = useLanguage()
  const focus = useFocus()
  const same = tasks.find(({ droppedWhy, from, to }) => droppedWhy === null && from !== null && to !== null && from < order.to && to > order.from)
  return (
    <>
      <p className="form-lead">
        {order.address && <span className="task-address">{sayPlace(order.address)}</span>} {t('readFrom')}
      </p>
      {same && (
        <Alert
          className="form-note"
          type="warning"
          showIcon
          title={t('standsAlready', { address: sayPlace(same.address) })}
          action={
            <Button size="small" onClick={() => focus.choose(same.id, 'keys')}>
              {t('openTask')}
            </Button>
          }
        />
      )}
      {order.doubts.length > 0 && (
        <ul className="doubts">
          {order.doubts.map(({ field, why }) => (
            <li key={`${field}${why.vi}`}>
              <strong>{t('toLookAt')}:</strong> {why[language]}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type AddProps = {
  from: number | null
  to: number | null
  facts: Facts
  submit?: string | undefined
  next?: (() => void) | undefined
  close: () => void
}

function AddTask({ from, to, facts, submit, next, close }: AddProps) {
  const t = useWords(words)
  const { directive } = useDesk()
  const focus = useFocus()
  const draftKey = draftOf(directive.id, newDraft(from, to))
  const isLasting = lasts(directive)
  return (
    <ActForm
      endpoint={endpoints.addTask}
      fixed={{ directiveId: directive.id as never, from, to }}
      start={startOf(facts) as never}
      submit={submit ?? t('add')}
      draftKey={draftKey}
      draftLasts={isLasting}
      said={t('added')}
      done={({ taskId }) => {
        if (next) return next()
        close()
        focus.choose(taskId, 'keys')
      }}
      cancel={close}
    >
      <TaskFields />
      <Leaving draftKey={draftKey} draftLasts={isLasting} leave={close} />
    </ActForm>
  )
}
