import type { PlanPage } from '../contract.ts'

/** What a plan waits for whose directive was recalled or replaced: that its body answers that (`own`: as the body itself reads it), or, where it is not asked, that the order to plan is withdrawn; null: for nothing. */
export function awaitedOf(
  { called: { takenBack }, edition, bodyId }: Pick<PlanPage, 'called' | 'edition' | 'bodyId'>,
  readerId: string | undefined,
): 'unasked' | 'unanswered' | 'unanswered-own' | null {
  if (takenBack === null || takenBack.isAgreed === true) return null
  if (takenBack.isAgreed === null) return edition === 0 ? 'unasked' : null
  return bodyId === readerId ? 'unanswered-own' : 'unanswered'
}

/** What became of an obligation by a change of its directive: `newId` is the one that carries it on. */
export type Changed = {
  oldId: string
  newId: string | null
  address: string
  text: string
  textDiffers: boolean
  productDiffers: boolean
  from: string | null
  to: string | null
}

/** What of an obligation has changed; nothing where it ended, or was laid anew as it was. */
export const whatChanged = ({ newId, textDiffers, productDiffers, from, to }: Changed): ('text' | 'product' | 'due')[] =>
  newId === null
    ? []
    : [...(textDiffers ? (['text'] as const) : []), ...(productDiffers ? (['product'] as const) : []), ...(from === to ? [] : (['due'] as const))]
