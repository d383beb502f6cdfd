import type { Place } from '../ui/links.tsx'
import type { DirectiveLine } from './contract.ts'

/** Where a directive is opened: its review until it is issued, its page from then on. */
export const placeOf = ({ id, state }: Pick<DirectiveLine, 'id' | 'state'>): Place => ({
  to: state === 'draft' || state === 'withdrawn' ? '/directives/$directiveId/review' : '/directives/$directiveId',
  params: { directiveId: id },
})

/** The address of the list as xlsx: written out, since the slice that makes the sheets lies below this one. */
export const exportAddress = '/api/directives/export'
