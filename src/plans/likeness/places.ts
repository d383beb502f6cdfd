import type { Place } from '../../ui/links.tsx'

/** Where the alike plans of a directive are listed. */
export const likenessPlace = (directiveId: string): Place => ({ to: '/directives/$directiveId/likeness', params: { directiveId } })

/** Where two plans stand side by side. */
export const pairPlace = (planId: string, otherId: string): Place => ({ to: '/plans/$planId/likeness/$otherId', params: { planId, otherId } })
