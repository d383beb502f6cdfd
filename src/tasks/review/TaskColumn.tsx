import { Alert, Button, Progress } from 'antd'
import { startTransition, useEffect, useRef, useState } from 'react'
import { lacksTasks } from '../../directives/rules.ts'
import { words as directiveWords } from '../../directives/words.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Task } from '../contract.ts'
import { SeveralBar } from '../several/SeveralBar.tsx'
import { useDesk } from './desk.ts'
import { Following } from './Following.tsx'
import { Filter, fits, nextDoubtful, unknownNames } from './filters.ts'
import { useFocus } from './focus.ts'
import { NamesPanel } from './NamesPanel.tsx'
import { TaskCard } from './TaskCard.tsx'
import { words } from './words.ts'

type Props = {
  tasks: readonly Task[]
  shown: readonly Task[]
  filter: Filter
  setFilter: (filter: Filter) => void
  add: () => void
  editing: string | null
  selected: ReadonlySet<string>
  /** Those of them that can be dealt with together. */
  chosen: readonly Task[]
  mergeSelected: () => void
  selectShown: () => void
  clearSelected: () => void
}

/** The tasks under review in the order of the text, with the filters that find what still needs a look. */
export function TaskColumn({ tasks, shown, filter, setFilter, add, editing, selected, chosen, mergeSelected, selectShown, clearSelected }: Props) {
  const t = useWords(words)
  const read = useWords(directiveWords)
  const desk = useDesk()
  const isScan = desk.directive.recognition !== null
  const top = useRef<HTMLDivElement>(null)
  useSettled(shown)
  const drawn = useDrawn(shown)
  const live = tasks.filter(fits.all)
  const checked = live.filter((task) => task.checked).length
  const counts = Object.fromEntries(Filter.options.map((one) => [one, tasks.filter(fits[one]).length])) as Record<Filter, number>
  const names = filter === 'unmatched' ? unknownNames(tasks) : []
  const choose = (one: Filter) => {
    setFilter(one)
    if ((top.current?.getBoundingClientRect().top ?? 0) < 0) top.current?.scrollIntoView()
  }
  const focus = useFocus()
  const lead = () => {
    const at = nextDoubtful(
      shown,
      shown.findIndex(({ id }) => id === focus.read().current),
      1,
    )
    const next = shown[at]
    if (next && fits.doubts(next)) focus.choose(next.id, 'keys')
    else choose('doubts')
  }
  return (
    <>
      <Following />
      <div ref={top} className="task-top" />
      <div className="task-bar">
        <div className="task-progress">
          <Progress
            percent={live.length ? Math.round((checked / live.length) * 100) : 0}
            showInfo={false}
            size="small"
            strokeColor="#2c8450"
            aria-label={t('checkedOf', { checked, total: live.length })}
          />
          <span>{t('checkedOf', { checked, total: live.length })}</span>
          {counts.doubts > 0 && (
            <Button size="small" className="next-doubtful" onClick={lead}>
              {t('nextDoubtful')} <kbd>n</kbd>
            </Button>
          )}
          <Button size="small" onClick={add}>
            {t('addTask')}
          </Button>
          <Button
            className="keys-button"
            size="small"
            type="text"
            aria-label={t('keys')}
            title={t('keys')}
            onClick={() => desk.open({ kind: 'keys' })}
          >
            <kbd>?</kbd>
          </Button>
        </div>
        <fieldset className="task-filters">
          <legend className="unseen">{t('show')}</legend>
          {Filter.options
            .filter((one) => one === 'all' || one === filter || counts[one] > 0)
            .map((one) => (
              <button key={one} type="button" className={`task-filter is-${one}`} aria-pressed={filter === one} onClick={() => choose(one)}>
                {t(one)} <b>{counts[one]}</b>
              </button>
            ))}
        </fieldset>
        {chosen.length > 0 && (
          <SeveralBar
            directiveId={desk.directive.id}
            selected={chosen}
            shown={shown.length}
            merge={mergeSelected}
            selectAll={selectShown}
            clear={clearSelected}
          />
        )}
      </div>
      {lacksTasks({ text: desk.directive.text, provisions: desk.directive.provisions, tasks }, isScan) && (
        <Alert
          className="none-found"
          role="alert"
          type={isScan ? 'error' : 'warning'}
          showIcon
          title={read(isScan ? 'noneFoundInScan' : 'noneFound', { count: desk.directive.text.length })}
        />
      )}
      {names.length > 0 && <NamesPanel names={names} />}
      {shown.length === 0 ? (
        tasks.length === 0 ? (
          <Empty title={t('noTasksTitle')} advice={t('noTasksAdvice')} />
        ) : (
          <Empty title={t('noneHere')} advice={t('noneHereAdvice')} action={<Button onClick={() => setFilter('all')}>{t('all')}</Button>} />
        )
      ) : (
        <ol className="tasks" aria-label={t('tasks')}>
          {drawn.map((task, index) => (
            <TaskCard key={task.id} task={task} isEditing={editing === task.id} isSelected={selected.has(task.id)} isFirst={index === 0} />
          ))}
        </ol>
      )}
    </>
  )
}

/** So many tasks are drawn before anything else. */
const few = 40

/** The tasks that are drawn: of a long list the first ones at once, so that reading can begin, and the others without holding up whoever clicks or types. */
function useDrawn(shown: readonly Task[]): readonly Task[] {
  const [isWhole, setWhole] = useState(shown.length <= few)
  useEffect(() => {
    if (!isWhole) startTransition(() => setWhole(true))
  }, [isWhole])
  return isWhole ? shown : shown.slice(0, few)
}

/** Keeps a task settled on: when it leaves the list, the one that took its place. */
function useSettled(shown: readonly Task[]): void {
  const focus = useFocus()
  const at = useRef(0)
  useEffect(() => {
    const { current } = focus.read()
    const index = shown.findIndex(({ id }) => id === current)
    if (index >= 0) at.current = index
    else {
      const next = shown[Math.min(at.current, shown.length - 1)]
      const hadFocus = document.activeElement === document.body
      focus.choose(next?.id ?? null, 'card')
      if (next && hadFocus) document.getElementById(`task-${next.id}`)?.focus({ preventScroll: true })
    }
    return focus.listen(() => {
      const index = shown.findIndex(({ id }) => id === focus.read().current)
      if (index >= 0) at.current = index
    })
  }, [shown, focus])
}
