import { endpoints as dissemination } from '../../dissemination/contract.ts'
import { follow } from '../../kernel/serve.ts'
import { endpoints as plans } from '../../plans/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { attentionTo, closeDone } from '../queries/pressing.ts'
import { settle, settleUrgings, tell } from '../queries/reminding.ts'

export const follows = [
  /** A step was taken on an obligation: what reminded of it holds no longer, and an urging of which nothing is owed any more is closed. */
  follow(tasks.takeStep, async ({ db, now, today }, { obligationId }) => {
    const { isUrged, isRemindedOf } = await attentionTo(db, obligationId)
    const done = isUrged ? await closeDone(db, today, obligationId) : []
    if (done.length) {
      await settleUrgings(
        db,
        done.map(({ urgingId }) => urgingId),
        ['urged', 'urging', 'silent', 'escalated'],
        today,
      )
      await tell(
        db,
        'urging-done',
        done.map(({ urgingId, urgerId }) => ({ urgingId, bodyId: urgerId })),
        ['clerk', 'leader'],
        today,
        now.toString(),
      )
    }
    if (isRemindedOf) await settle(db, today, obligationId)
  }),
  /** A step was taken on a receipt: what reminded of it holds no longer. */
  follow(dissemination.takeReceiptStep, async ({ db, today }, { receiptId }) => void (await settle(db, today, receiptId))),
  /** A step was taken with a plan: what reminded of it holds no longer. */
  follow(plans.takePlanStep, async ({ db, today }, { planId }) => void (await settle(db, today, planId))),
]
