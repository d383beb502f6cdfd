import type { Place } from '../../ui/links.tsx'
import type { BranchCounts } from '../contract.ts'
import { disseminationPlace, receiptPlace } from '../screen/places.ts'

/** A branch that stands for the sender alone: it was sent nothing itself, and counts for what it held. */
export const isSenders = ({ expected, receiptId }: BranchCounts): boolean => expected === 0 && receiptId === null

/** Where a branch leads: to what is below it, or, where nothing is, to the body's own receipt; that of the sender to the sessions. */
export const branchPlace = (directiveId: string, branch: BranchCounts, by?: 'receipts' | 'plans'): Place => {
  const { bodyId, hasBelow, receiptId } = branch
  if (isSenders(branch)) return disseminationPlace(directiveId, { view: 'sessions' })
  return hasBelow || receiptId === null
    ? disseminationPlace(directiveId, { under: bodyId, ...(by === 'plans' ? { by } : {}) })
    : receiptPlace(receiptId)
}
