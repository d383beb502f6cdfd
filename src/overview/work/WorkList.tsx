import { DownOutlined, RightOutlined, WarningFilled } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { citationOf } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { disseminationPlace, receiptPlace } from '../../dissemination/screen/places.ts'
import { planPlace } from '../../plans/plan/places.ts'
import { Due } from '../../tasks/obligation/Due.tsx'
import { obligationPlace } from '../../tasks/obligation/places.ts'
import { useToday } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { type Place, PlaceLink } from '../../ui/links.tsx'
import { showPercent } from '../../ui/numbers.ts'
import { useSay, useWords } from '../../ui/useWords.tsx'
import { urgingPlace } from '../../urging/urgings/places.ts'
import type { WorkItem, WorkKind } from '../contract.ts'
import { commonOf, decided, gathered, groupOf, workGroups } from '../rules.ts'
import { words } from '../words.ts'
import { QuickAccept } from './QuickAccept.tsx'
import { nextOf, whatOf } from './saying.ts'

const acts: Partial<Record<WorkKind, string>> = {
  work: 'progress',
  mend: 'report',
  verify: 'verify',
  extension: 'grant-extension',
  returned: 'give-again',
}

function placeOf({ kind, step, id, directiveId }: WorkItem): Place {
  switch (kind) {
    case 'draft':
      return { to: '/directives/$directiveId/review', params: { directiveId: id } }
    case 'urging':
      return urgingPlace(id)
    case 'incoming':
      return step === 'answer-change' ? disseminationPlace(directiveId as string, { view: 'changes' }) : receiptPlace(id)
    case 'returned':
      if (step === 'refusals-below') return receiptPlace(id)
      return step === 'refusals' ? disseminationPlace(id, { view: 'list', group: 'refused' }) : obligationPlace(id)
    case 'plan':
    case 'appraisal':
      return planPlace(id, step === 'reason' ? 'owed' : undefined)
    default:
      return obligationPlace(id)
  }
}

/** Where the next step stands open. */
function nextPlace(item: WorkItem): Place {
  if (item.kind === 'incoming' && (item.step === 'receive' || item.step === 'assign' || item.step === 'study'))
    return receiptPlace(item.id, item.step)
  return item.step === null && item.kind !== 'draft' && item.kind !== 'urging' ? obligationPlace(item.id, acts[item.kind]) : placeOf(item)
}

/** Work under the headings of how soon it is due; arrow keys move between the lines, staying on the words or on the buttons. */
export function WorkList({ rows }: { rows: readonly WorkItem[] }) {
  const t = useWords(words)
  const today = useToday()
  const groups = Map.groupBy(rows, (item) => groupOf(item, today))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a shortcut between links and buttons that all stand in the tab order
    <div className="work" onKeyDown={moveByArrows}>
      {workGroups.map((group) => {
        const items = groups.get(group)
        return (
          items && (
            <section key={group} className={`work-group is-${group}`}>
              <h2>
                {group === 'overdue' && <WarningFilled aria-hidden="true" />} {t(`group-${group}`)} <span className="work-count">{items.length}</span>
              </h2>
              <ul>
                {gathered(items).map((some) => (
                  <Gathered key={keyOf(some)} items={some} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}

const keyOf = ([item, ...others]: readonly WorkItem[]): string => (item && others.length > 0 ? `${commonOf(item)}` : `${item?.step} ${item?.id}`)

/** One piece of work; or many that are equal, under one line that opens. */
function Gathered({ items }: { items: readonly WorkItem[] }) {
  const t = useWords(words)
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [first] = items
  if (!first) return null
  if (items.length === 1) return <Item item={first} />
  const act = say(nextOf(first))
  return (
    <li className="work-gathered">
      <div className="work-item">
        <div className="work-when">
          {t('waitsSince')} <span className="due-day">{showDay(items.map(({ since }) => since).sort()[0])}</span>
        </div>
        <div className="work-what">
          <button type="button" className="work-words" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}{' '}
            {first.kind === 'appraisal' || first.step === 'direct' ? act : say(whatOf(first))}
          </button>
          <div className="work-where">
            <strong>{t('gathered', { count: items.length, bodies: new Set(items.map(({ bodyName }) => bodyName)).size })}</strong>
            {first.kind === 'urging' ? <Urging item={first} /> : <OfDirective item={first} />}
            {first.takenBack && <span className="work-over">{t(first.takenBack)}</span>}
          </div>
        </div>
        <div className="work-next">
          <button type="button" className="work-act" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'gatheredClose' : 'gatheredOpen', { count: items.length, act })}
          </button>
        </div>
      </div>
      {isOpen && (
        <ul>
          {items.map((item) => (
            <Item key={`${item.step} ${item.id}`} item={item} />
          ))}
        </ul>
      )}
    </li>
  )
}

function OfDirective({ item }: { item: WorkItem }) {
  const sayPlace = usePlace()
  return (
    <>
      {item.address && <span>{sayPlace(item.address)}</span>}
      <span>{citationOf({ kind: item.directiveKind, number: item.directiveNumber })}</span>
      <span className="work-directive">{item.directiveTitle}</span>
    </>
  )
}

function Item({ item }: { item: WorkItem }) {
  const t = useWords(words)
  const say = useSay()
  const line = useKeptFocus(item.kind)
  const waits = waiting.has(item.kind) || ((item.kind === 'incoming' || item.kind === 'urging') && item.due === null)
  return (
    <li className="work-item" ref={line}>
      <div className="work-when">
        {waits && (
          <div>
            {t('waitsSince')} <span className="due-day">{showDay(item.since)}</span>
          </div>
        )}
        {waits && item.due && (
          <div>
            {t('dueWord')} <span className="due-day">{showDay(item.due)}</span>
          </div>
        )}
        {!waits && <Due day={item.due} />}
      </div>
      <div className="work-what">
        <PlaceLink place={placeOf(item)} className="work-words">
          {say(whatOf(item))}
        </PlaceLink>
        <div className="work-where">{item.kind === 'urging' ? <Urging item={item} /> : <Source item={item} />}</div>
      </div>
      <div className="work-next">
        {item.kind === 'accept' ? (
          <QuickAccept obligationId={item.id} text={item.text} />
        ) : (
          <PlaceLink place={nextPlace(item)} className="work-act">
            {say(nextOf(item))}
          </PlaceLink>
        )}
      </div>
    </li>
  )
}

/** What waits since a day for somebody other than those on whom it lies. */
const waiting = new Set<string>([...decided, 'draft'])

/** Of which document it is, and where in it. */
function Source({ item }: { item: WorkItem }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  return (
    <>
      {waiting.has(item.kind) && item.kind !== 'draft' && item.kind !== 'appraisal' && <strong>{item.bodyName}</strong>}
      {item.address && <span>{sayPlace(item.address)}</span>}
      <span>{citationOf({ kind: item.directiveKind, number: item.directiveNumber })}</span>
      {item.kind === 'draft' ? (
        <>
          {item.issuerName && <span>{item.issuerName}</span>}
          <span>{t('draftTasks', { count: item.count })}</span>
        </>
      ) : item.kind === 'incoming' ? (
        <span>{t('sentBy', { body: item.bodyName })}</span>
      ) : (
        <span className="work-directive">{item.directiveTitle}</span>
      )}
      {item.takenBack && <span className="work-over">{t(item.takenBack)}</span>}
      {item.kind === 'work' && item.percent > 0 && <span>{showPercent(item.percent)}</span>}
    </>
  )
}

/** By which letter, and what it says. */
function Urging({ item: { directiveNumber, text } }: { item: WorkItem }) {
  const t = useWords(words)
  return (
    <>
      {directiveNumber && <span>{t('letterNumber', { number: directiveNumber })}</span>}
      <span className="work-directive">{text}</span>
    </>
  )
}

/** Keeps the focus on a line whose button gave way to the next one. */
function useKeptFocus(kind: WorkKind) {
  const line = useRef<HTMLLIElement>(null)
  const shown = useRef(kind)
  useEffect(() => {
    if (shown.current === kind) return
    shown.current = kind
    if (document.activeElement === document.body) line.current?.querySelector<HTMLElement>('.work-next a, .work-next button')?.focus()
  }, [kind])
  return line
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const from = event.target as HTMLElement
  const kind = from.closest('.work-next') ? '.work-next a, .work-next button' : '.work-words'
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(kind)]
  const at = stops.findIndex((stop) => stop.contains(from))
  if (!step || at < 0) return
  event.preventDefault()
  stops[at + step]?.focus()
}
