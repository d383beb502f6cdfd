import type { DirectivePage } from '../../directives/contract.ts'

/** Under which name what is typed into a task of a draft is kept; without one, the beginning of all such names. */
export const draftOf = (directiveId: string, of = ''): string => `task.${directiveId}.${of}`

const start = 'new.'

/** Of a task that is not there yet: by the stretch of the document it is made of. */
export const newDraft = (from: number | null, to: number | null): string => `${start}${from ?? ''}-${to ?? ''}`

/** The stretch that a task not there yet is made of; undefined where the name is that of a task. */
export function stretchIn(of: string): { from: number; to: number } | null | undefined {
  if (!of.startsWith(start)) return undefined
  const [from = '', to = ''] = of.slice(start.length).split('-')
  return from === '' ? null : { from: Number(from), to: Number(to) }
}

/** What is typed over a secret document stays in its window and leaves with it; over any other it lasts. */
export const lasts = ({ secrecy }: Pick<DirectivePage, 'secrecy'>): boolean => secrecy === 'none'
