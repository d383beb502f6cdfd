/// <reference types="vite/client" />
import './editor.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAct } from '../../ui/ask.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Facts, type PlanPage } from '../contract.ts'
import { useLinkedItem } from '../plan/useLinkedItem.ts'
import { answerable } from './AnswersList.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { columnsOf } from './columns.ts'
import { Gone } from './Gone.tsx'
import { ItemRow } from './ItemRow.tsx'
import { focusCell, moveByKey } from './keys.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { Saved } from './Saved.tsx'
import { isBlock, readBlock } from './sheetText.ts'
import { TemplateDialog } from './TemplateDialog.tsx'
import { useChosen } from './useChosen.ts'
import type { Drafts, Row } from './useDrafts.tsx'
import { usePutBack } from './usePutBack.tsx'
import { useUndoPaste } from './useUndoPaste.tsx'
import { words } from './words.ts'

const wide = 'trienkhai.plan.columns'
const wasWide = (): boolean => {
  try {
    return localStorage.getItem(wide) === 'all'
  } catch {
    return false
  }
}

/** The sheet in which a body writes the items of its plan: every cell is saved by itself, kept here while it can't be sent, and what others change shows at once. */
export function Editor({ plan, drafts }: { plan: PlanPage; drafts: Drafts }) {
  const t = useWords(words)
  const [isWide, setWide] = useState(wasWide)
  const [pasted, setPasted] = useState<{ rows: string[][]; behindId: string | null }>()
  const [dragged, setDragged] = useState<string>()
  const move = useAct(endpoints.movePlanItem)
  const remove = useAct(endpoints.removePlanItem)
  const removeAll = useAct(endpoints.removePlanItems)
  const putBack = (itemId: string) => void remove.act({ itemId: itemId as never, removed: false })
  const sayRemoved = usePutBack(putBack)
  const sayPasted = useUndoPaste()
  const latest = useRef(drafts)
  latest.current = drafts
  const { rows } = drafts
  const refusals = rows.flatMap(({ refusal }) => refusal ?? [])
  const chosen = useChosen(drafts)
  const offered = answerable(plan)
  const canChoose = rows.length > 1 && offered.obligationIds.length + offered.superiorItemIds.length > 0
  useLinkedItem(rows.map(({ id }) => id))

  const addBehind = (behindId: string | null) => {
    const part = rows.find(({ id }) => id === behindId)?.part ?? ''
    // the row stands there before the next key is pressed: nothing typed falls beside it
    const [id] = flushSync(() => drafts.add(behindId, [{ text: '', part }]))
    if (id) focusCell(id, 'text')
  }
  // an empty row that was made to paste into is the first of what is pasted, and does not stay behind empty
  const addPasted = (behindId: string | null, items: readonly Partial<Facts>[]) => {
    const row = rows.find(({ id }) => id === behindId)
    const [first, ...others] = items
    if (!row || !first || !isBlank(row)) {
      const ids = drafts.add(behindId, items)
      return sayPasted(items.length, () => takeBack(ids))
    }
    const was = Object.fromEntries(Object.keys(first).map((field) => [field, row[field as keyof Facts]]))
    drafts.change(row.id, first, was)
    const ids = others.length > 0 ? drafts.add(row.id, others) : []
    sayPasted(items.length, () => {
      takeBack(ids)
      latest.current.change(row.id, was, first)
    })
  }
  const takeBack = (ids: readonly string[]) => {
    // what is still on its way is taken out as it arrives
    for (const id of ids) latest.current.takeOut(id)
    const mine = latest.current.rows.filter(({ id }) => ids.includes(id))
    for (const { id, version } of mine) if (version === 0) latest.current.dropMine(id)
    const itemIds = mine.flatMap(({ id, version }) => (version > 0 ? [id as never] : []))
    if (itemIds.length > 0) removeAll.act({ planId: plan.id as never, itemIds })
  }
  const moveTo = (itemId: string, behindId: string | null) => {
    if (itemId === behindId) return
    const part = rows.find(({ id }) => id === (behindId ?? rows[0]?.id))?.part ?? ''
    const row = rows.find(({ id }) => id === itemId)
    move.act({ itemId: itemId as never, behindId: behindId as never })
    if (row && row.part !== part) drafts.change(itemId, { part }, { part: row.part })
  }
  const moveBy = (itemId: string, way: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === itemId)
    if (way === 1 ? at === rows.length - 1 : at === 0) return
    moveTo(itemId, way === 1 ? (rows[at + 1]?.id ?? null) : (rows[at - 2]?.id ?? null))
  }
  const takeOut = (row: Row) => {
    if (row.version === 0) return drafts.dropMine(row.id)
    drafts.takeOut(row.id)
    remove.act({ itemId: row.id as never })
    sayRemoved(row.id, beginningOf(row.text))
  }
  const rowAt = (target: EventTarget): string | null => (target as HTMLElement).closest<HTMLElement>('tr[data-row]')?.dataset.row ?? null
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const itemId = rowAt(event.target)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      ;(event.target as HTMLElement).blur()
      addBehind(itemId ?? rows.at(-1)?.id ?? null)
    } else if (itemId && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const { field = 'text' } = (event.target as HTMLElement).dataset
      ;(event.target as HTMLElement).blur()
      moveBy(itemId, event.key === 'ArrowDown' ? 1 : -1)
      requestAnimationFrame(() => focusCell(itemId, field))
    } else if (itemId && canChoose && event.ctrlKey && event.key === ' ' && (event.target as HTMLElement).dataset.field) {
      event.preventDefault()
      chosen.toggle(itemId)
    } else if (chosen.linked > 0 && (event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping(event.target)) {
      event.preventDefault()
      chosen.undo()
    } else moveByKey(event)
  }
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isBlock(text)) return
    event.preventDefault()
    setPasted({ rows: readBlock(text), behindId: rowAt(event.target) ?? rows.at(-1)?.id ?? null })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pasting belong to the cells within
    <div className="editor" onKeyDown={keys} onPaste={paste}>
      <div className="editor-bar">
        <Saved {...drafts} unread={Object.keys(drafts.unread).length} isRefused={refusals.length > 0 && !refusals.some(({ isClash }) => isClash)} />
        <span className="editor-tools">
          <Checkbox
            checked={isWide}
            onChange={({ target }) => {
              setWide(target.checked)
              try {
                localStorage.setItem(wide, target.checked ? 'all' : '')
              } catch {
                // only a convenience
              }
            }}
          >
            {t('allColumns')}
          </Checkbox>
          {plan.template && <TemplateDialog plan={plan} template={plan.template} />}
        </span>
      </div>
      <Gone plan={plan} drafts={drafts} putBack={putBack} />
      {rows.length === 0 ? (
        <Empty title={t('noItems')} advice={t('noItemsAdvice')} />
      ) : (
        <div className="sheet-scroll">
          <table className={`sheet${isWide ? ' is-wide' : ''}${canChoose ? ' is-choosing' : ''}`} aria-label={t('table')}>
            <thead>
              <tr>
                <th scope="col" className="col-number">
                  {t('number')}
                </th>
                {columnsOf(isWide).map((column) => (
                  <th key={column} scope="col" className={`col-${column}`}>
                    {t(column)}
                  </th>
                ))}
                <th scope="col" className="col-end">
                  <span className="unseen">{t('rowTools')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <ItemRow
                  key={row.id}
                  plan={plan}
                  row={row}
                  index={index}
                  last={rows.length - 1}
                  columns={columnsOf(isWide)}
                  startsPart={row.part !== (rows[index - 1]?.part ?? '')}
                  partRun={runOf(rows, index)}
                  drafts={drafts}
                  renamePart={(part) => {
                    for (const one of runOf(rows, index)) drafts.change(one.id, { part }, { part: one.part })
                  }}
                  moveBy={(way) => moveBy(row.id, way)}
                  remove={() => takeOut(row)}
                  choice={canChoose ? { isOn: chosen.isOn(row.id), toggle: (isRange) => chosen.toggle(row.id, isRange) } : undefined}
                  together={
                    chosen.rows.length > 1 && chosen.isOn(row.id) ? { count: chosen.rows.length, open: () => chosen.setOpen(true) } : undefined
                  }
                  drag={{
                    start: () => setDragged(row.id),
                    drop: () => {
                      if (dragged && dragged !== row.id) moveTo(dragged, row.id)
                      setDragged(undefined)
                    },
                    isOver: dragged !== undefined && dragged !== row.id,
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ChosenBar plan={plan} chosen={chosen} />
      <div className="editor-end">
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => addBehind(rows.at(-1)?.id ?? null)}>
          {t(rows.length === 0 ? 'addFirst' : 'addRow')}
        </Button>
        <span className="quiet editor-keys">{t('keys')}</span>
      </div>
      {pasted && <PasteDialog rows={pasted.rows} plan={plan} add={(items) => addPasted(pasted.behindId, items)} close={() => setPasted(undefined)} />}
    </div>
  )
}

/** Whether somebody is in words of their own, which a key takes back by itself. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

/** The items from one on that stand under the same heading. */
function runOf(rows: readonly Row[], from: number): readonly Row[] {
  const end = rows.findIndex(({ part }, i) => i > from && part !== rows[from]?.part)
  return rows.slice(from, end < 0 ? rows.length : end)
}

/** Whether nothing but its heading was written into a row yet. */
const isBlank = ({ text, product, lead, coordinate, personId, fromOn, dueOn, money, note, obligationIds, superiorItemIds }: Row): boolean =>
  [text, product, lead, coordinate, personId, fromOn, dueOn, money, note, ...obligationIds, ...superiorItemIds].every(
    (value) => value === null || value === '',
  )

/** So many letters of an item tell which one it is. */
const told = 60

/** How a text begins, whole words of it. */
const beginningOf = (text: string): string => (text.length > told ? `${text.slice(0, told + 1).replace(/\s+\S*$/, '')}…` : text)
