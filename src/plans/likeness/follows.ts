import { follow } from '../../kernel/serve.ts'
import { endpoints as plans } from '../contract.ts'
import { noteToCompare } from './queries.ts'

export const follows = [
  /** A plan was submitted: beside the requests it is held against others. */
  follow(plans.takePlanStep, async ({ db, now }, { planId }, { state }) => {
    if (state === 'submitted') await noteToCompare(db, planId, now.toString())
  }),
]
