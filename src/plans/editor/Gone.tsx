import { Button } from 'antd'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage } from '../contract.ts'
import { TypedCells } from './TypedCells.tsx'
import type { Drafts } from './useDrafts.tsx'
import { words } from './words.ts'

/** What was typed into rows that somebody has taken out meanwhile: who has, the words, and the way to have the row back or to drop them. */
export function Gone({ plan, drafts, putBack }: { plan: PlanPage; drafts: Drafts; putBack: (itemId: string) => void }) {
  const t = useWords(words)
  return drafts.gone.map(({ itemId, changes, message }) => (
    <section key={itemId} className="plan-call" role="alert">
      <p>
        <strong>{message}</strong> {t('goneAdvice')} <TypedCells plan={plan} changes={changes} />
      </p>
      <p className="clash-acts">
        <Button size="small" type="primary" onClick={() => putBack(itemId)}>
          {t('goneBack')}
        </Button>
        <Button size="small" onClick={() => drafts.dropMine(itemId)}>
          {t('goneDrop')}
        </Button>
      </p>
    </section>
  ))
}
