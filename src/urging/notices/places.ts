import { disseminationPlace, receiptPlace } from '../../dissemination/screen/places.ts'
import { planPlace } from '../../plans/plan/places.ts'
import { obligationPlace } from '../../tasks/obligation/places.ts'
import type { Place } from '../../ui/links.tsx'
import type { NoticeLine, NoticePage } from '../contract.ts'
import { urgingPlace } from '../urgings/places.ts'

/** Where a notice leads; one that stands for several, to these. */
export const placeOf = ({ id, count, page, thingId }: Pick<NoticeLine, 'id' | 'count' | 'page' | 'thingId'>): Place =>
  count > 1 ? { to: '/notices', search: { of: id } } : places[page](thingId)

const places: Record<NoticePage, (thingId: string) => Place> = {
  receipt: (id) => receiptPlace(id),
  change: (directiveId) => disseminationPlace(directiveId, { view: 'changes' }),
  obligation: obligationPlace,
  plan: planPlace,
  urging: urgingPlace,
}
