import { WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { shortened } from '../../../directives/naming.ts'
import { usePlace } from '../../../directives/usePlace.ts'
import { dayBefore } from '../../../ui/days.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import type { TaskChange } from '../contract.ts'
import { wordsKept } from '../rules.ts'
import { words as stateWords } from '../words.ts'
import { oldDays } from './drafting.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { words } from './words.ts'

/** So much of a task's words tells which it is. */
const firstWords = 90

/** What an update does to tasks, one below the other; beside each what can be done with it, below each what is said more. */
export function Items<Item extends TaskChange>({
  items,
  acts,
  more,
}: {
  items: readonly Item[]
  acts?: (item: Item, index: number) => ReactNode
  more?: (item: Item) => ReactNode
}) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const sayPlace = usePlace()
  return (
    <ol className="change-items">
      {items.map((item, index) => (
        <li key={item.taskId ?? `add-${index}`}>
          <div className="change-item-head">
            <span>
              <StateTag tone={item.kind === 'withdraw' ? 'over' : 'plain'}>{say(item.kind)}</StateTag>{' '}
              {item.address && <strong>{sayPlace(item.address)}</strong>} {shortened(wordsKept(item) ?? '', firstWords)}{' '}
              {!more && <span className="quiet">· {t(item.kind === 'add' ? 'itemLaid' : 'itemAffects', { count: item.affected })}</span>}
            </span>
            {acts && <span className="change-acts">{acts(item, index)}</span>}
          </div>
          <ItemFacts item={item} />
          {acts && oldDays(item, dayBefore).length > 0 && (
            <p className="change-old-days" role="status">
              <WarningFilled aria-hidden="true" />{' '}
              {t('oldDays', {
                words: oldDays(item, dayBefore)
                  .map((one) => `«${one}»`)
                  .join(', '),
              })}
            </p>
          )}
          {more?.(item)}
        </li>
      ))}
    </ol>
  )
}
