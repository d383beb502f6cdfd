import type { HistoryLine } from '../../people/contract.ts'

/** The keys under which the word of an act may stand, the narrowest first: with the step that was taken, or whether something was taken out or put back. */
export function actKeys({ action, input }: Pick<HistoryLine, 'action' | 'input'>): string[] {
  const { event, removed } = (input ?? {}) as { event?: unknown; removed?: unknown }
  return [`act-${action}-${event ?? removed}`, `act-${action}`]
}
