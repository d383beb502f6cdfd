import { endpoints as changes } from '../../dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../../dissemination/contract.ts'
import { endpoints as members } from '../../dissemination/members/contract.ts'
import { receiptOf, receiptsOfBodies } from '../../dissemination/queries/receipts.ts'
import { bodiesOfSession, lockSession } from '../../dissemination/queries/sessions.ts'
import { endpoints as sessions } from '../../dissemination/session/contract.ts'
import { type Call, follow } from '../../kernel/serve.ts'
import { endpoints as plans } from '../../plans/contract.ts'
import { endpoints as orders } from '../../plans/orders/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { closeUrgings } from '../closing.ts'
import { attentionTo, reopenOwed, unstudiedAgain } from '../queries/pressing.ts'
import { settle, settleTemplates, settleUrgings, tellNoted, tellTemplate } from '../queries/reminding.ts'

/** A step was taken on some things: what reminded of them holds no longer, and an urging of which nothing is owed any more is closed. Gives whether anybody was told of them before. */
async function attend({ db, now, today }: Call, ...thingIds: string[]): Promise<boolean> {
  const { isUrged, isToldOf } = await attentionTo(db, thingIds)
  if (isUrged) await closeUrgings(db, today, now.toString(), thingIds)
  if (isToldOf) await settle(db, today, thingIds)
  return isToldOf
}

/** What was confirmed by mistake is owed again: so is what was urged over it. */
async function attendAgain({ db, today }: Call, ...thingIds: string[]): Promise<void> {
  const open = (await reopenOwed(db, thingIds)).map(({ urgingId }) => urgingId)
  await settleUrgings(db, open, ['urging-done', 'urging-lapsed'], today)
}

/** A session was held for bodies, or is said of otherwise: whoever has studied is urged over that no more, and whoever has not after all is again. */
async function attendSession(call: Call, directiveId: string, bodyIds: readonly string[]): Promise<void> {
  await attend(call, ...(await receiptsOfBodies(call.db, directiveId, bodyIds)))
  await attendAgain(call, ...(await unstudiedAgain(call.db, directiveId)))
}

/** A change of a directive was sent: what was urged by one that was recalled or replaced lapses at once, and who is touched by nothing of an update is told of it. */
async function attendChange({ db, now, today }: Call, changeId: string): Promise<void> {
  await closeUrgings(db, today, now.toString())
  await tellNoted(db, changeId, today, now.toString())
}

export const follows = [
  follow(tasks.takeStep, (call, { obligationId, event }) => (event === 'take-back' ? attendAgain : attend)(call, obligationId)),
  follow(dissemination.takeReceiptStep, (call, { receiptId }) => attend(call, receiptId)),
  follow(dissemination.receiveSeveral, (call, { receiptIds }) => attend(call, ...receiptIds)),
  follow(dissemination.passOn, (call, { receiptId }) => attend(call, receiptId)),
  follow(dissemination.setDaysBelow, (call, { belowIds }) => attend(call, ...belowIds)),
  follow(members.sayMembers, async (call, { directiveId }) => {
    const own = await receiptOf(call.db, directiveId, call.user.bodyId as string)
    if (own) await attend(call, own.id)
  }),
  follow(sessions.holdSession, (call, { directiveId, bodyIds }) => attendSession(call, directiveId, [call.user.bodyId as string, ...bodyIds])),
  ...[sessions.correctSession, sessions.withdrawSession].map((act) =>
    follow(act, async (call, { sessionId }) => {
      const session = await lockSession(call.db, sessionId)
      if (session) await attendSession(call, session.directiveId, [session.bodyId, ...(await bodiesOfSession(call.db, sessionId))])
    }),
  ),
  follow(changes.sendChange, (call, { changeId }) => attendChange(call, changeId)),
  follow(changes.agreeChange, (call, { changeReceiptId }) => attend(call, changeReceiptId)),
  follow(changes.refuseChange, (call, { changeReceiptId }) => attend(call, changeReceiptId)),
  follow(plans.takePlanStep, async (call, { planId }) => {
    if (await attend(call, planId)) await settleTemplates(call.db, call.today, planId)
  }),
  follow(orders.givePlanTemplate, async ({ db, now, today }, { orderId }) => {
    await tellTemplate(db, orderId, today, now.toString())
    await settleTemplates(db, today)
  }),
]
