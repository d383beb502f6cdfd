import type { Place } from '../../ui/links.tsx'
import type { BranchCounts } from '../contract.ts'
import { disseminationPlace, receiptPlace } from '../screen/places.ts'

/** Where a branch leads: to what is below it, or, where nothing is, to the body's own receipt. */
export const branchPlace = (directiveId: string, { bodyId, hasBelow, receiptId }: BranchCounts, by?: 'receipts' | 'plans'): Place =>
  hasBelow || receiptId === null ? disseminationPlace(directiveId, { under: bodyId, ...(by === 'plans' ? { by } : {}) }) : receiptPlace(receiptId)
