import type { DirectiveLine } from './contract.ts'

/** Whether a directive is in force: issued, not closed since, and neither recalled nor replaced by its sender. Only then may anything new be laid on somebody by it. */
export const isInForce = ({ state, takenBack }: { state: string; takenBack: string | null }): boolean => state === 'issued' && takenBack === null

/** What is said of where a directive stands: its state, or that it was recalled or replaced. */
export const shownState = ({ state, takenBack }: Pick<DirectiveLine, 'state' | 'takenBack'>) => (state === 'issued' && takenBack ? takenBack : state)

/** From so many characters on, a text in numbered provisions orders something as a rule; a scan does from fewer on, since recognising spoils numbers and the words by which an order is told. */
const longFrom = { written: 5_000, recognised: 1_500 }
const numbered = new Set(['part', 'chapter', 'section', 'article', 'point', 'annex'])

/** Whether a text is so long, and so much divided, that something was most likely missed when no task is found in it. */
export const lacksTasks = (
  { text, provisions, tasks }: { text: string; provisions: readonly { kind: string }[]; tasks: readonly unknown[] },
  isRecognised: boolean,
): boolean =>
  tasks.length === 0 &&
  (isRecognised
    ? text.length >= longFrom.recognised
    : text.length >= longFrom.written && provisions.filter(({ kind }) => numbered.has(kind)).length > 1)
