import type { DirectiveLine } from './contract.ts'

/** Whether a directive is in force: issued, not closed since, and neither recalled nor replaced by its sender. Only then may anything new be laid on somebody by it. */
export const isInForce = ({ state, takenBack }: { state: string; takenBack: string | null }): boolean => state === 'issued' && takenBack === null

/** What is said of where a directive stands: its state, or that it was recalled or replaced. */
export const shownState = ({ state, takenBack }: Pick<DirectiveLine, 'state' | 'takenBack'>) => (state === 'issued' && takenBack ? takenBack : state)
