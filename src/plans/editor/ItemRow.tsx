import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined, WarningFilled, WarningOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { shortened } from '../../directives/naming.ts'
import { useAct, useToday } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { endpoints as following } from '../following/contract.ts'
import { Overdue } from '../plan/Overdue.tsx'
import { itemAnchor } from '../plan/places.ts'
import { type Fault, faultsOf, isChangedSince } from '../rules.ts'
import { AnswersCell } from './AnswersCell.tsx'
import { Cell, type TextField } from './Cell.tsx'
import { remarkedCells, type SheetColumn } from './columns.ts'
import { cellOf, type Drafts, type Row } from './useDrafts.tsx'
import { words } from './words.ts'

type Props = {
  plan: PlanPage
  row: Row
  index: number
  last: number
  columns: readonly SheetColumn[]
  startsPart: boolean
  drafts: Drafts
  /** The items that stand under one heading with it. */
  partRun: readonly Row[]
  renamePart: (part: string) => void
  moveBy: (way: 1 | -1) => void
  remove: () => void
  /** Whether it is chosen, to be linked with others; none where a plan has nothing to link. */
  choice: { isOn: boolean; toggle: (isRange: boolean) => void } | undefined
  /** Of a row that is chosen with others. */
  together: { count: number; open: () => void } | undefined
  drag: { start: () => void; drop: () => void; isOver: boolean }
}

/** An item as a row of the sheet, a card on a telephone: its cells, what is wrong with it in sentences, and what somebody else wrote into the same cell. */
export function ItemRow({ plan, row, index, last, columns, startsPart, partRun, drafts, renamePart, moveBy, remove, choice, together, drag }: Props) {
  const t = useWords(words)
  const [isWriting, setWriting] = useState(false)
  // words that stand in the cell count, though it was not left yet
  const today = useToday()
  const faults = faultsOf(row, { ...plan, today }).filter(({ kind }) => kind !== 'empty' || !isWriting)
  const isWrong = (column: SheetColumn) => faults.some(({ kind }) => columnOf[kind] === column)
  const change = (changes: Partial<Facts>, seen: Partial<Facts>) => drafts.change(row.id, changes, seen)
  const faultsId = `faults-${row.id}`
  const has = { row: index + 1 }
  // a cell that is emptied as the remark asks stays where it was
  const [remarked] = useState(() => remarkedCells(row))
  const cellFor = (column: TextField & SheetColumn) => (
    <Cell
      field={column}
      label={t('cellOf', { column: t(column), ...has })}
      value={row[column]}
      isWrong={isWrong(column)}
      unread={drafts.unread[cellOf(row.id, column)]}
      misread={(typed) => drafts.misread(cellOf(row.id, column), typed)}
      describedBy={column === 'text' && faults.some(({ kind }) => kind !== 'touched') ? faultsId : undefined}
      leave={(value, seen) => change({ [column]: value }, { [column]: seen })}
      typing={(value, seen) => {
        if (column === 'text') setWriting(value !== undefined && value !== '')
        drafts.type(value === undefined ? [] : [{ itemId: row.id, changes: { [column]: value }, seen: { [column]: seen } }])
      }}
    />
  )
  return (
    <>
      {(startsPart || (index === 0 && row.part !== '')) && (
        <tr className="part-row">
          <th colSpan={columns.length + 2} scope="rowgroup">
            <Cell
              field="part"
              label={t('cellOf', { column: t('part'), ...has })}
              value={row.part}
              leave={(part) => renamePart(String(part ?? ''))}
              typing={(part) =>
                drafts.type(
                  part === undefined ? [] : partRun.map((one) => ({ itemId: one.id, changes: { part: String(part) }, seen: { part: one.part } })),
                )
              }
            />
          </th>
        </tr>
      )}
      <tr
        id={itemAnchor(row.id)}
        data-row={row.id}
        className={[drag.isOver && 'is-target', choice?.isOn && 'is-chosen'].filter(Boolean).join(' ')}
        onDragOver={(event) => drag.isOver && event.preventDefault()}
        onDrop={drag.drop}
      >
        <th scope="row" className="col-number">
          {choice && (
            <Checkbox
              className="row-choice"
              checked={choice.isOn}
              aria-label={t('choose', has)}
              onChange={({ nativeEvent }) => choice.toggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
            />
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is a shortcut; the arrows at the end of the row do the same by key */}
          <span className="row-handle" draggable onDragStart={drag.start} title={t('moveRow', has)}>
            <HolderOutlined aria-hidden="true" /> {index + 1}
          </span>
        </th>
        {columns.map((column) => (
          <td key={column} className={`col-${column}`} data-label={t(column)}>
            {column === 'answers' ? (
              <AnswersCell
                plan={plan}
                row={row}
                index={index}
                isWrong={isWrong('answers')}
                together={together}
                choose={(chosen) => change(chosen, { obligationIds: row.obligationIds, superiorItemIds: row.superiorItemIds })}
              />
            ) : column === 'personId' ? (
              <select
                className="cell-input"
                data-field="personId"
                aria-label={t('cellOf', { column: t('personId'), ...has })}
                value={row.personId ?? ''}
                onChange={({ target }) => change({ personId: target.value || null }, { personId: row.personId })}
              >
                <option value="">{t('noPerson')}</option>
                {row.personId && !plan.people.some(({ id }) => id === row.personId) && <option value={row.personId}>{row.personName}</option>}
                {plan.people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            ) : (
              cellFor(column)
            )}
            {column === 'dueOn' && plan.edition === 0 && !isWrong('dueOn') && <PastDay day={row.dueOn} />}
            {column === 'text' && <Notes plan={plan} row={row} faults={faults} faultsId={faultsId} />}
            {column === 'text' &&
              remarked
                .filter((one) => !columns.includes(one))
                .map((one) => (
                  <div key={one} className="remarked-cell">
                    <span aria-hidden="true">{t(one)}</span>
                    {cellFor(one)}
                  </div>
                ))}
          </td>
        ))}
        <td className="col-end">
          <span className="row-tools">
            <Button
              type="text"
              size="small"
              disabled={index === 0}
              aria-label={t('moveUp', has)}
              icon={<ArrowUpOutlined aria-hidden="true" />}
              onClick={() => moveBy(-1)}
            />
            <Button
              type="text"
              size="small"
              disabled={index === last}
              aria-label={t('moveDown', has)}
              icon={<ArrowDownOutlined aria-hidden="true" />}
              onClick={() => moveBy(1)}
            />
            <Button type="text" size="small" aria-label={t('removeRow', has)} icon={<CloseOutlined aria-hidden="true" />} onClick={remove} />
          </span>
        </td>
      </tr>
      {row.refusal && <Clash row={row} drafts={drafts} columns={columns.length + 2} plan={plan} />}
    </>
  )
}

const columnOf: Record<Fault['kind'], SheetColumn> = {
  empty: 'text',
  touched: 'text',
  backwards: 'dueOn',
  'before-directive': 'dueOn',
  'answers-nothing': 'answers',
  'later-than-obligation': 'dueOn',
  'later-than-superior': 'dueOn',
}

/** Beside the day of an item that was never approved: that it is past, which may be so and more often is a slip. */
function PastDay({ day }: { day: string | null }) {
  const t = useWords(words)
  const today = useToday()
  if (day === null || day >= today) return null
  return (
    <span className="cell-caution" role="status" title={t('pastDayMeans')}>
      <WarningOutlined aria-hidden="true" /> {t('pastDay')}
      <span className="unseen">. {t('pastDayMeans')}</span>
    </span>
  )
}

/** Under the words of an item: where it comes from, what was said about it, and what is wrong. */
function Notes({ plan, row, faults, faultsId }: { plan: PlanPage; row: Row; faults: readonly Fault[]; faultsId: string }) {
  const t = useWords(words)
  const wasReturned = plan.steps.find(({ event }) => event === 'return' || event === 'refuse')
  // a mark says by itself what is to be done about it
  const said = faults.filter(({ kind }) => kind !== 'touched')
  const isChanged = plan.state === 'returned' && wasReturned !== undefined && isChangedSince(row, wasReturned)
  return (
    <div className="row-notes">
      {row.origin !== 'own' && row.version > 0 && <span className="origin">{t(`origin-${row.origin}`)}</span>}
      {isChanged && <span className="origin">{t('changedSince')}</span>}
      {row.remarks.map((remark) => (
        <p key={remark} className="row-remark">
          {whole(t('remarkSays', { text: remark }))}
        </p>
      ))}
      {row.touchedWhy && <Touched row={row} why={row.touchedWhy} />}
      <Overdue plan={plan} row={row} isWriting />
      {said.length > 0 && (
        <ul id={faultsId} className="row-faults">
          {said.map((fault) => (
            <li key={`${fault.kind} ${'text' in fault ? fault.text : ''}`}>
              <WarningFilled aria-hidden="true" />{' '}
              {whole(t(`fault-${fault.kind}`, 'due' in fault ? { due: showDay(fault.due), text: shortened(fault.text, 70) } : {}))}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Why an item wants looking at since its directive has changed, and the way to say that it holds as it is. */
function Touched({ row, why }: { row: Row; why: string }) {
  const t = useWords(words)
  const { act, isActing } = useAct(following.keepPlanItem)
  return (
    <div className="row-remark row-touched">
      <p>{whole(t('touched', { why }))}</p>
      <Button size="small" loading={isActing} onClick={() => act({ itemId: row.id as never })}>
        {t('stillHolds')}
      </Button>
    </div>
  )
}

/** Both contents of a cell that two people changed, and the choice; or why a change was not taken. */
function Clash({ row, drafts, columns, plan }: { row: Row; drafts: Drafts; columns: number; plan: PlanPage }) {
  const t = useWords(words)
  const { refusal } = row
  if (!refusal) return null
  const say = (field: string, value: unknown): string => {
    if (value === null || value === '' || value === undefined) return t('empty')
    if (field === 'personId') return plan.people.find(({ id }) => id === value)?.name ?? String(value)
    if (field === 'fromOn' || field === 'dueOn') return showDay(String(value))
    return Array.isArray(value) ? t('answersCount', { count: value.length }) : String(value)
  }
  const fieldsIn = Object.keys(refusal.mine) as (keyof Facts)[]
  return (
    <tr className="clash-row">
      <td colSpan={columns} role="alert">
        <strong>{refusal.isClash ? t('clash') : t('refused', { why: refusal.message })}</strong>
        {refusal.isClash && (
          <dl>
            {fieldsIn.map((field) => (
              <div key={field}>
                <dt>{t(field)}</dt>
                <dd>
                  {t('theirs')}: <q>{say(field, refusal.theirs[field])}</q> · {t('mine')}: <q>{say(field, refusal.mine[field])}</q>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <div className="clash-acts">
          <Button size="small" type="primary" onClick={() => drafts.keepMine(row.id)}>
            {t(refusal.isClash ? 'keepMine' : 'tryAgain')}
          </Button>
          <Button size="small" onClick={() => drafts.dropMine(row.id)}>
            {t(refusal.isClash ? 'takeTheirs' : 'dropMine')}
          </Button>
        </div>
      </td>
    </tr>
  )
}
