import { createContext, use } from 'react'
import type { DirectivePage } from '../../directives/contract.ts'
import type { Task } from '../contract.ts'

/** What lies open on the desk beside the tasks. */
export type Open =
  | { kind: 'split'; task: Task; at: number | null }
  | { kind: 'merge'; tasks: Task[] }
  | { kind: 'drop'; task: Task }
  | { kind: 'match'; named: string }
  | { kind: 'facts' | 'issue' | 'keys' | 'withdraw' }

/** What a clerk may do with the tasks of a draft; the same functions for as long as the page is open. */
export type Desk = {
  directive: DirectivePage
  open: (what: Open | null) => void
  /** Makes a task of the words selected in the document, or an empty one. */
  add: () => void
  edit: (taskId: string | null) => void
  check: (task: Task, checked: boolean) => void
  restore: (task: Task) => void
  mergeWithNext: (task: Task) => void
  select: (taskId: string) => void
  match: (named: string) => void
}

const OnDesk = createContext<Desk | null>(null)
export const DeskProvider = OnDesk

/** The desk around. */
export function useDesk(): Desk {
  const desk = use(OnDesk)
  if (!desk) throw new Error('no desk around')
  return desk
}

/** Where and when the names of the document are to be looked up: in the field of its issuer, on its day. */
export function useThere(): { asOf?: string; issuerId?: never } {
  const { issuedOn, issuerId } = useDesk().directive
  return { ...(issuedOn ? { asOf: issuedOn } : {}), ...(issuerId ? { issuerId: issuerId as never } : {}) }
}
