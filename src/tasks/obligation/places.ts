import type { Place } from '../../ui/links.tsx'

/** Where an obligation is shown; with `act`, the form of that step stands open. */
export const obligationPlace = (obligationId: string, act?: string): Place => ({
  to: '/obligations/$obligationId',
  params: { obligationId },
  ...(act ? { search: { act } } : {}),
})

/** Where a task's words stand in its document. */
export const documentPlace = (directiveId: string, taskId?: string): Place => ({
  to: '/directives/$directiveId',
  params: { directiveId },
  search: { tab: 'document', task: taskId },
})

/** Where a directive is followed. */
export const directivePlace = (directiveId: string): Place => ({ to: '/directives/$directiveId', params: { directiveId } })

/** Obligations filtered: the place every count leads to. */
export const obligationsPlace = (search: Record<string, string | string[] | undefined>): Place => ({ to: '/obligations', search })
