import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { showDay } from '../../../ui/days.ts'
import { PlaceLink } from '../../../ui/links.tsx'
import { useNarrow } from '../../../ui/useNarrow.ts'
import { useWords } from '../../../ui/useWords.tsx'
import { whole } from '../../../ui/whole.tsx'
import { planPlace } from '../../plan/places.ts'
import type { Side, SideItem } from '../contract.ts'
import { words } from '../words.ts'
import { Item } from './Item.tsx'
import { useTogether } from './useTogether.tsx'

type Two = { plan: Side; other: Side }

/** Some of the words of an item stand in the other plan too. */
const isAlike = ({ text, product }: SideItem) => [...text, ...product].some(({ mark }) => mark === 'same')

/** Two plans in two panes that move together, item by item alike. */
export function SideBySide({ plan, other }: Two) {
  const alike = plan.items.filter(isAlike)
  const [left, right] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)]
  const { lead, show } = useTogether(left, right)
  const [at, go] = useSteps(alike.length, (to) => show(alike[to]?.id))
  const current = alike[at]
  return (
    <>
      <Stepper at={at} all={alike.length} go={go} />
      <div className="pair">
        <Pane side={plan} pane={left} lead={() => lead(left.current)} current={current?.id} />
        <Pane side={other} pane={right} lead={() => lead(right.current)} current={current?.twinId ?? undefined} />
      </div>
    </>
  )
}

/** The same on a narrow screen: under each item of the first the one of the other that it is most like. */
export function OneBelow({ plan, other }: Two) {
  const t = useWords(words)
  const alike = plan.items.filter(isAlike)
  const list = useRef<HTMLOListElement>(null)
  const show = (to: number) =>
    list.current?.querySelector(`[data-item="${alike[to]?.id}"]`)?.scrollIntoView({ block: 'start', behavior: 'instant' as ScrollBehavior })
  const [at, go] = useSteps(alike.length, show)
  if (plan.items.length === 0) return <p>{t('noItems')}</p>
  return (
    <>
      <Head side={plan} />
      <Stepper at={at} all={alike.length} go={go} />
      <ol className="pair-list" ref={list}>
        {plan.items.map((item, i) => {
          const twinAt = other.items.findIndex(({ id }) => id === item.twinId)
          const twin = other.items[twinAt]
          return (
            <li key={item.id} data-item={item.id}>
              <Item item={item} number={i + 1} part={partOf(plan.items, i)} isCurrent={alike[at]?.id === item.id} />
              {twin && (
                <div className="pair-twin">
                  <p className="quiet">{t('ofOther', { body: other.bodyName })}</p>
                  <Item item={twin} number={twinAt + 1} />
                </div>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** The part of the plan under which an item stands, where it begins. */
const partOf = (items: readonly SideItem[], at: number) => (items[at]?.part !== items[at - 1]?.part ? items[at]?.part : undefined)

function Pane({ side, pane, lead, current }: { side: Side; pane: RefObject<HTMLElement | null>; lead: () => void; current: string | undefined }) {
  const t = useWords(words)
  return (
    <div>
      <Head side={side} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached with the keyboard */}
      <section className="pair-pane" ref={pane} tabIndex={0} aria-label={side.bodyName} onPointerEnter={lead} onFocus={lead} onTouchStart={lead}>
        {side.items.length === 0 ? (
          <p>{t('noItems')}</p>
        ) : (
          <ol className="pair-list">
            {side.items.map((item, i) => (
              <li key={item.id} data-item={item.id} data-twin={item.twinId ?? undefined}>
                <Item item={item} number={i + 1} part={partOf(side.items, i)} isCurrent={item.id === current} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

function Head({ side }: { side: Side }) {
  const t = useWords(words)
  return (
    <div className="pair-head">
      <h2>
        <PlaceLink place={planPlace(side.planId)}>{side.bodyName}</PlaceLink>
      </h2>
      <p className="quiet">
        {whole(
          [
            `${side.directiveName}, ${side.year}`,
            t('itemsOf', { count: side.items.length }),
            side.submittedOn && t('submitted', { day: showDay(side.submittedOn) }),
          ]
            .filter(Boolean)
            .join(' · '),
        )}
      </p>
    </div>
  )
}

function Stepper({ at, all, go }: { at: number; all: number; go: (to: number) => void }) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  if (all === 0) return <p className="pair-steps">{t('noneSame')}</p>
  return (
    <div className="pair-steps">
      <Button icon={<UpOutlined aria-hidden="true" />} disabled={at <= 0} onClick={() => go(at - 1)}>
        {isNarrow ? t('previousShort') : t('previousSame')}
      </Button>
      <Button icon={<DownOutlined aria-hidden="true" />} disabled={at >= all - 1} onClick={() => go(at + 1)}>
        {isNarrow ? t('nextShort') : t('nextSame')}
      </Button>
      <span role="status">{at < 0 ? t('allSame', { all }) : t('atOf', { at: at + 1, all })}</span>
      {!isNarrow && <span className="quiet">{t('keys')}</span>}
    </div>
  )
}

/** Which of some is looked at (none at first: -1), and the way to another; J and K step, but not while somebody types. */
function useSteps(all: number, show: (to: number) => void): [number, (to: number) => void] {
  const [at, setAt] = useState(-1)
  const go = (to: number) => {
    if (to < 0 || to >= all) return
    setAt(to)
    show(to)
  }
  const step = useRef(go)
  step.current = go
  const now = useRef(at)
  now.current = at
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        (event.target as HTMLElement).closest('input, textarea, [contenteditable], [role=dialog]')
      )
        return
      const key = event.key.toLowerCase()
      if (key === 'j') step.current(now.current + 1)
      if (key === 'k') step.current(now.current - 1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return [at, go]
}
