import './issue.css'
import './names.css'
import './desk.css'
import { useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { AmendDirectiveDialog } from '../../directives/AmendDirectiveDialog.tsx'
import type { DirectivePage } from '../../directives/contract.ts'
import { selectedStretch } from '../../directives/DocumentText.tsx'
import { useAddress } from '../../ui/address.ts'
import { useAct, useAmend } from '../../ui/ask.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Task } from '../contract.ts'
import { AddFromSelection, type Stretch } from './AddFromSelection.tsx'
import { Adding } from './Adding.tsx'
import { DocumentPane } from './DocumentPane.tsx'
import { type Desk, DeskProvider, type Open } from './desk.ts'
import { backToCard } from './EditTask.tsx'
import { FormStyles } from './FormStyles.tsx'
import { Filter, fits } from './filters.ts'
import { FocusProvider, useOwnFocus } from './focus.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { useKeys, useKeysSwitch } from './keys.ts'
import { MatchDialog } from './MatchDialog.tsx'
import { marksOf } from './marks.ts'
import { TaskColumn } from './TaskColumn.tsx'
import { DropDialog, MergeDialog, SplitDialog } from './TaskDialogs.tsx'
import { TwoPanes } from './TwoPanes.tsx'
import { Unfinished } from './Unfinished.tsx'
import { words } from './words.ts'

const Where = z.object({ show: Filter.optional(), task: z.string().optional() })
const nothing: ReadonlySet<string> = new Set()

type Props = { directive: DirectivePage; tasks: Task[]; opened: Open | null; open: (what: Open | null) => void }

/** The desk of a clerk: the document read beside its tasks, and everything that can be done to them. */
export function ReviewDesk({ directive, tasks, opened, open }: Props) {
  const t = useWords(words)
  const [where, change] = useAddress(Where)
  const filter = where.show ?? 'all'
  const setFilter = (show: Filter) => change({ show: show === 'all' ? undefined : show })
  const [editing, edit] = useState<string | null>(null)
  const [adding, setAdding] = useState<{ stretch: Stretch | null; isResumed?: boolean } | null>(null)
  const [selected, setSelected] = useState(nothing)
  const focus = useOwnFocus(where.task ?? tasks.find(fits.unchecked)?.id ?? null)
  const pane = useRef<HTMLDivElement>(null)
  const shown = useSame(tasks.filter((task) => fits[filter](task) || (task.id === editing && filter !== 'dropped')))
  const marks = useMemo(() => marksOf(tasks.filter(fits[filter === 'dropped' ? filter : 'all'])), [tasks, filter])
  const add = () => setAdding({ stretch: selectedStretch(pane.current?.querySelector('.document') ?? null, directive.text) })
  const desk = useStableDesk(directive, tasks, open, add, edit, setSelected)
  const [isKeysOn, turnKeys] = useKeysSwitch()
  useKeys(isKeysOn && opened === null, focus, desk, shown)
  const close = () => {
    open(null)
    const { current } = focus.read()
    if (current) backToCard(current)
  }
  // drawn anew for itself alone: opening a task beside a long document must not go through all of it
  const documentPane = useMemo(
    () => (
      <DocumentPane
        provisions={directive.provisions}
        text={directive.text}
        marks={marks}
        recognition={directive.recognition}
        tools={<AddFromSelection root={pane} text={directive.text} add={(stretch) => setAdding({ stretch })} />}
      />
    ),
    [directive.provisions, directive.text, directive.recognition, marks],
  )
  const chosen = shown.filter((task) => selected.has(task.id) && (task.droppedWhy !== null) === (filter === 'dropped'))

  return (
    <FocusProvider value={focus}>
      <DeskProvider value={desk}>
        <div ref={pane}>
          <TwoPanes
            tasksLabel={t('tasksCount', { count: tasks.filter(fits.all).length })}
            document={documentPane}
            tasks={
              <>
                <Unfinished
                  directive={directive}
                  tasks={tasks}
                  isOpen={(task) => (task ? task.id === editing : adding !== null)}
                  edit={(task) => {
                    setFilter('all')
                    focus.choose(task.id, 'card')
                    edit(task.id)
                  }}
                  add={(stretch) => setAdding({ stretch, isResumed: true })}
                />
                {adding && (
                  <Adding
                    key={`${adding.stretch?.from}-${adding.stretch?.to}`}
                    stretch={adding.stretch}
                    isResumed={adding.isResumed ?? false}
                    tasks={tasks}
                    close={() => setAdding(null)}
                  />
                )}
                <TaskColumn
                  tasks={tasks}
                  shown={shown}
                  filter={filter}
                  add={() => setAdding({ stretch: null })}
                  setFilter={setFilter}
                  editing={editing}
                  selected={selected}
                  chosen={chosen}
                  mergeSelected={() => open({ kind: 'merge', tasks: chosen })}
                  selectShown={() => setSelected(new Set(shown.map(({ id }) => id)))}
                  clearSelected={() => setSelected(nothing)}
                />
              </>
            }
          />
        </div>
        <FormStyles />
        {opened?.kind === 'split' && <SplitDialog task={opened.task} at={opened.at} close={close} />}
        {opened?.kind === 'drop' && <DropDialog task={opened.task} close={close} />}
        {opened?.kind === 'merge' && <MergeDialog tasks={opened.tasks} close={close} done={() => setSelected(nothing)} />}
        {opened?.kind === 'match' && <MatchDialog named={opened.named} tasks={tasks} close={close} />}
        {opened?.kind === 'keys' && <KeysDialog isOn={isKeysOn} turn={turnKeys} close={close} />}
        {opened?.kind === 'facts' && <AmendDirectiveDialog directive={directive} onClose={close} />}
        {opened?.kind === 'issue' && <IssueDialog directive={directive} tasks={tasks} show={setFilter} close={close} />}
      </DeskProvider>
    </FocusProvider>
  )
}

/** A list that stays the same one for as long as the same things stand in it. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list)
  if (list.length !== last.current.length || list.some((one, i) => one !== last.current[i])) last.current = list
  return last.current
}

/** The desk as one object that changes with the document alone, so that cards redraw only for their own task. */
function useStableDesk(
  directive: DirectivePage,
  tasks: readonly Task[],
  open: (what: Open | null) => void,
  add: () => void,
  edit: (taskId: string | null) => void,
  setSelected: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
): Desk {
  const t = useWords(words)
  const amend = useAmend(endpoints.listTasks, { directiveId: directive.id })
  const { act: check } = useAct(endpoints.checkTask, {
    done: (_, { taskId, checked }) => amend((tasks) => tasks.map((one) => (one.id === taskId ? { ...one, checked } : one))),
  })
  const { act: restore } = useAct(endpoints.restoreTask, { said: t('restored') })
  const latest = useRef({ tasks, check, restore, open, add })
  latest.current = { tasks, check, restore, open, add }
  return useMemo(
    () => ({
      directive,
      open: (what) => latest.current.open(what),
      add: () => latest.current.add(),
      edit,
      mergeWithNext: (task) => {
        const live = latest.current.tasks.filter(fits.all)
        const next = live[live.findIndex(({ id }) => id === task.id) + 1]
        if (next) latest.current.open({ kind: 'merge', tasks: [task, next] })
      },
      check: (task, checked) => latest.current.check({ taskId: task.id as never, checked }),
      restore: (task) => latest.current.restore({ taskId: task.id as never }),
      select: (taskId) =>
        setSelected((before) => {
          const after = new Set(before)
          if (!after.delete(taskId)) after.add(taskId)
          return after
        }),
      match: (named) => latest.current.open({ kind: 'match', named }),
    }),
    [directive, edit, setSelected],
  )
}
