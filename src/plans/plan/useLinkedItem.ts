import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { itemAnchor } from './places.ts'

/** Brings the item that the address names into sight, once its row is there; gives which of these it is. */
export function useLinkedItem(itemIds: readonly string[]): string | undefined {
  const named = useLocation({ select: ({ hash }) => hash })
  const linked = itemIds.find((id) => itemAnchor(id) === named)
  useEffect(() => {
    if (linked) document.getElementById(itemAnchor(linked))?.scrollIntoView({ block: 'center' })
  }, [linked])
  return linked
}
