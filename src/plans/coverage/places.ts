import type { Place } from '../../ui/links.tsx'

/** Where the coverage of a directive by plans is shown. */
export const coveragePlace = (directiveId: string, search: Record<string, string | undefined> = {}): Place => ({
  to: '/directives/$directiveId/coverage',
  params: { directiveId },
  search,
})
