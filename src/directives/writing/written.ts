import type { Doubt, Milestone, Reading, ReadTask } from '../reading/reading.ts'

/** A task as it is written out, whether it was only read or has been reviewed. */
export type WrittenTask = Pick<
  ReadTask,
  'address' | 'text' | 'lead' | 'coordinate' | 'advise' | 'submitTo' | 'via' | 'followUp' | 'due' | 'conditions' | 'standing'
> & {
  milestones: readonly Pick<Milestone, 'worded' | 'due' | 'kind' | 'what'>[]
  products: readonly { name: string }[]
  /** What is to be looked at again, while nobody has. */
  doubts?: readonly Doubt[]
}

/** A document as it is written out: its words, its facts, its provisions, its tasks. */
export type Written = Pick<Reading, 'text' | 'document' | 'provisions'> & { tasks: readonly WrittenTask[] }
