import type { Place } from '../../ui/links.tsx'
import type { NoticeLine } from '../contract.ts'

/** Where a notice leads. */
export const placeOf = ({ page, thingId }: Pick<NoticeLine, 'page' | 'thingId'>): Place =>
  page === 'urging'
    ? { to: '/urgings/$urgingId', params: { urgingId: thingId } }
    : { to: '/obligations/$obligationId', params: { obligationId: thingId } }
