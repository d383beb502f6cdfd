/** Where a plan opens. */
export const planPlace = (planId: string, tab?: string) => ({
  to: '/plans/$planId' as const,
  params: { planId },
  ...(tab ? { search: { tab } } : {}),
})
