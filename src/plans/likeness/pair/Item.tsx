import { showDay } from '../../../ui/days.ts'
import { useWords } from '../../../ui/useWords.tsx'
import { whole } from '../../../ui/whole.tsx'
import type { Piece, SideItem } from '../contract.ts'
import { words } from '../words.ts'

/** An item with each of its words by where it comes from. */
export function Item({ item, number, part, isCurrent = false }: { item: SideItem; number: number; part?: string | undefined; isCurrent?: boolean }) {
  const t = useWords(words)
  return (
    <>
      {part && <p className="pair-part">{part}</p>}
      <div className={isCurrent ? 'pair-words is-current' : 'pair-words'}>
        <p>
          <span className="pair-number">{number}.</span> <Pieces of={item.text} />
        </p>
        {item.product.length > 0 && (
          <p>
            <span className="quiet">{t('product')}:</span> <Pieces of={item.product} />
          </p>
        )}
        <Who item={item} />
        {item.twinId === null && <p className="quiet">{t('noTwin')}</p>}
      </div>
    </>
  )
}

function Who({ item: { lead, fromOn, dueOn, ownLead, ownDays } }: { item: SideItem }) {
  const t = useWords(words)
  if (lead === '' && dueOn === null && fromOn === null) return null
  const days = [fromOn, dueOn].filter((day) => day !== null).map(showDay)
  return (
    <p className="quiet">
      {lead !== '' && (
        <span>
          {t('lead')}: {ownLead ? <strong className="is-fact">{lead}</strong> : lead}
        </span>
      )}
      {lead !== '' && days.length > 0 && ' · '}
      {days.length > 0 && whole(ownDays ? <strong className="is-fact">{days.join(' – ')}</strong> : days.join(' – '))}
    </p>
  )
}

function Pieces({ of }: { of: readonly Piece[] }) {
  let at = 0
  return of.map((piece) => {
    const key = at
    at += piece.text.length
    return <Words key={key} piece={piece} />
  })
}

function Words({ piece: { text, mark, fact } }: { piece: Piece }) {
  if (fact !== null) return whole(<strong className="is-fact">{text}</strong>)
  if (mark === 'same') return <mark className="is-same">{text}</mark>
  return mark === 'given' ? <span className="is-given">{text}</span> : text
}
