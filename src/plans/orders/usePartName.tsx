import { words as organisationWords } from '../../organisations/words.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { OrderPart } from './contract.ts'

/** Whom a part of an order means, in words. */
export function usePartName(): (part: Pick<OrderPart, 'level'>, name: string) => string {
  const level = useWords(organisationWords)
  return ({ level: one }, name) => (one ? level(one) : name)
}
