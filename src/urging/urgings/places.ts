import type { Place } from '../../ui/links.tsx'

export const urgingPlace = (urgingId: string): Place => ({ to: '/urgings/$urgingId', params: { urgingId } })
