import { sql } from 'kysely'
import { follow } from '../../kernel/serve.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as dissemination } from '../contract.ts'
import { directiveOfObligation, directiveOfReceipt } from '../queries/receipts.ts'
import { endpoints as changes } from './contract.ts'
import { askOfLaid, askOfSent } from './queries.ts'

export const follows = [
  /** A task is handed down or given on, though a change of the directive has ended it: whoever it lies on now is asked to agree too. */
  follow(tasks.takeStep, async ({ db }, { obligationId, event }) => {
    if (event !== 'hand-down' && event !== 'give-on') return
    const directiveId = await directiveOfObligation(db, obligationId)
    if (directiveId) await askOfLaid(db, directiveId, sql`(obligation.parent_id = ${obligationId} or obligation.replaces_id = ${obligationId})`)
  }),
  /** What was verified by mistake is to be done again: an update of it, of which nothing was asked while it was done, is asked about now. */
  follow(tasks.takeStep, async ({ db }, { obligationId, event }) => {
    const directiveId = event === 'take-back' ? await directiveOfObligation(db, obligationId) : undefined
    if (directiveId) await askOfLaid(db, directiveId, sql`(obligation.id = ${obligationId} and change.kind = 'update')`)
  }),
  follow(tasks.assignTask, async ({ db }, _, { obligationId }) => {
    const directiveId = await directiveOfObligation(db, obligationId)
    if (directiveId) await askOfLaid(db, directiveId, sql`obligation.id = ${obligationId}`)
  }),
  /** A change is agreed to after a later one of the same task: what it laid on the body is what the later one changes. */
  follow(changes.agreeChange, async ({ db }, _, { directiveId, carried, added }) => {
    const laid = [...carried.map(({ newId }) => newId), ...added]
    if (laid.length) await askOfLaid(db, directiveId, sql`obligation.id = any(${laid}::uuid[])`)
  }),
  /** A directive is sent to further bodies, or passed on: they hear of its changes too. */
  follow(dissemination.sendFurther, async ({ db, today }, { directiveId }) => {
    await askOfSent(db, directiveId, today)
  }),
  follow(dissemination.passOn, async ({ db, today }, { receiptId }) => {
    const directiveId = await directiveOfReceipt(db, receiptId)
    if (directiveId) await askOfSent(db, directiveId, today, sql`receipt.from_id = ${receiptId}`)
  }),
  follow(dissemination.takeReceiptStep, async ({ db, today }, { receiptId, event }) => {
    const directiveId = event === 'send' ? await directiveOfReceipt(db, receiptId) : undefined
    if (directiveId) await askOfSent(db, directiveId, today, sql`receipt.id = ${receiptId}`)
  }),
]
