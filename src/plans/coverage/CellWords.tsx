import { Drawer } from 'antd'
import { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { ObligationId } from '../../tasks/contract.ts'
import { obligationPlace } from '../../tasks/obligation/places.ts'
import { useAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { Answer } from '../../ui/Faults.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { itemPlace } from '../plan/places.ts'
import { cellIcons } from './CoverBar.tsx'
import { type CoverageItem, endpoints } from './contract.ts'
import { standings } from './standing.ts'
import { words } from './words.ts'

const Where = z.object({ cell: ObligationId.optional() })
type Cell = z.infer<typeof endpoints.openCoverageCell.output>

/** The words behind the cell that the address names, at the side of the page. */
export function CellWords({ directiveId }: { directiveId: string }) {
  const [{ cell }, change] = useAddress(Where)
  const isNarrow = useNarrow()
  const opened = useAsk(endpoints.openCoverageCell, cell ? { directiveId: directiveId as never, obligationId: cell } : null)
  const t = useWords(words)
  const sayPlace = usePlace()
  return (
    <Drawer
      open={cell !== undefined}
      onClose={() => change({ cell: null })}
      size={isNarrow ? '100%' : 560}
      title={opened.data ? t('cellTitle', { body: opened.data.bodyName, address: sayPlace(opened.data.address) }) : t('task')}
    >
      {cell && (
        <Answer of={opened}>
          {(shown) => (
            <div className="cell-words">
              <p className={`cell cell-state is-cover-${shown.state}`}>
                <span aria-hidden="true">{cellIcons[shown.state]}</span>
                {t(shown.state)}
              </p>
              <p>{shown.text}</p>
              <PlaceLink place={obligationPlace(cell)}>{t('openObligation')}</PlaceLink>
              <Behind cell={shown} />
            </div>
          )}
        </Answer>
      )}
    </Drawer>
  )
}

function Behind({ cell: { items, reasons, state } }: { cell: Cell }) {
  const t = useWords(words)
  const say = useWords(standings)
  const isDone = state === 'reasoned' && !reasons.some(({ acceptedOn }) => acceptedOn !== null)
  if (items.length === 0 && reasons.length === 0)
    // answered by no item and no reason: it is done, or the task asks for nothing but the plan
    return <p className="quiet">{t(state === 'open' ? 'cellNothing' : isDone ? 'cellDone' : 'cellPlanItself')}</p>
  return (
    <>
      {isDone && <p className="quiet">{t('cellDone')}</p>}
      {items.length > 0 && <h3>{t('cellItems')}</h3>}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <p>
              <PlaceLink place={itemPlace(item.planId, item.id)}>{item.text}</PlaceLink>{' '}
              {item.isBare && <span className="quoted-mark">{t('quotedItem')}</span>}
            </p>
            <p className="quiet">
              <ItemFacts item={item} />
            </p>
            <p className="quiet">
              {item.planTitle} · {say(item.planState)}
            </p>
          </li>
        ))}
      </ul>
      {reasons.length > 0 && <h3>{t('cellReasons')}</h3>}
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.askedOn}${reason.why}`}>
            <p>{reason.why}</p>
            <p className="quiet">{t('askedBy', { person: reason.askedBy, day: showDay(reason.askedOn) })}</p>
            <p>
              {reason.refusedOn
                ? t('refusedOn', { day: showDay(reason.refusedOn) })
                : reason.acceptedOn
                  ? t('acceptedOn', { day: showDay(reason.acceptedOn) })
                  : t('undecided')}
              {reason.answer && `: ${reason.answer}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who leads an item, until when, with what product. */
export function ItemFacts({ item }: { item: CoverageItem }) {
  const t = useWords(words)
  const time =
    item.dueOn === null
      ? t('noDay')
      : item.fromOn === null
        ? t('until', { day: showDay(item.dueOn) })
        : t('fromUntil', { from: showDay(item.fromOn), day: showDay(item.dueOn) })
  return <>{[`${t('lead')}: ${item.lead || t('noLead')}`, time, item.product && `${t('product')}: ${item.product}`].filter(Boolean).join(' · ')}</>
}
