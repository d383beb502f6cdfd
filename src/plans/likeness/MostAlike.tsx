import { useAsk } from '../../ui/ask.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { pairPlace } from './places.ts'
import { isTooLittle, weightOf } from './rules.ts'
import { Score } from './Score.tsx'
import { words } from './words.ts'

/** For whoever decides on a plan: the one it is most like, where that wants looking at. */
export function MostAlike({ planId }: { planId: string }) {
  const t = useWords(words)
  const { data } = useAsk(endpoints.listPlanLikeness, { planId: planId as never })
  const most = data?.rows.find((row) => !isTooLittle(row) && weightOf(row.score) !== 'light')
  if (!most) return null
  return (
    <p className="most-alike">
      <Score of={most} isBare={false} /> <PlaceLink place={pairPlace(planId, most.otherId)}>{t('mostAlike', { body: most.otherBodyName })}</PlaceLink>
    </p>
  )
}
