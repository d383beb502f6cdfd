import { addJob } from '../../kernel/jobs.ts'
import { follow } from '../../kernel/serve.ts'
import { endpoints as plans } from '../contract.ts'

export const follows = [
  /** A plan was submitted: beside the requests it is held against others. */
  follow(plans.takePlanStep, async ({ db, now }, { planId }, { state }) => {
    if (state === 'submitted') await addJob(db, 'compare_plan', { planId, at: now.toString() })
  }),
]
