/** Where a plan opens. */
export const planPlace = (planId: string, tab?: string) => ({
  to: '/plans/$planId' as const,
  params: { planId },
  ...(tab ? { search: { tab } } : {}),
})

/** Where an item of a plan is read. */
export const itemPlace = (planId: string, itemId: string) => ({ ...planPlace(planId, 'items'), hash: itemAnchor(itemId) })

/** The name of an item's row in the address. */
export const itemAnchor = (itemId: string) => `item-${itemId}`
