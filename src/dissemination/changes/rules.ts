import type { AnswerState, ChangedMilestone, TaskChange } from './contract.ts'

/** The codes of the national exchange for what a receiver says to it. */
export const codeOfAnswer: Record<AnswerState, string> = { asked: '13', lapsed: '13', agreed: '15', noted: '15', refused: '16' }

type Said = { text: string; product: string; milestones: readonly ChangedMilestone[] }

/** The words of a task that keeps them in a change of something else of it; null where the change tells its words anyway. */
export const wordsKept = ({ kind, before, text }: Pick<TaskChange, 'kind' | 'before' | 'text'>): string | null =>
  kind === 'amend' && before?.text === text ? text : null

/** Whether a task says something else after a change than before. */
export function differs(before: Said, after: Said): boolean {
  const plain = ({ text, product, milestones }: Said) =>
    JSON.stringify([text, product, milestones.map(({ worded, due, kind, what }) => [worded, due, kind, what])])
  return plain(before) !== plain(after)
}
