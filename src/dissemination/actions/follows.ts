import { sql } from 'kysely'
import { follow } from '../../kernel/serve.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { moveReceipts, receiptForObligation } from '../queries/receipts.ts'
import { followMoves } from '../queries/tally.ts'
import { unreceivedStates } from '../rules.ts'
import { words } from '../words.ts'
import { senderOf } from './starting.ts'

export const follows = [
  /** A body has moved in the registry: it is counted where it stands now. */
  ...[organisations.amendBody, organisations.correctBody, organisations.withdrawBodyChange].map((act) =>
    follow(act, async ({ db, today }, { bodyId }) => followMoves(db, today, bodyId)),
  ),
  /** A body accepts a task of a directive whose reception it has not confirmed: so it holds the directive. */
  follow(tasks.takeStep, async (call, { obligationId, event }) => {
    if (event !== 'accept') return
    const receipt = await receiptForObligation(call.db, obligationId, call.user.bodyId)
    if (!receipt || !unreceivedStates.includes(receipt.state)) return
    await moveReceipts(call.db, sql`id = ${receipt.id}`, { event: 'receive', to: 'received', text: words.withTask.vi }, senderOf(call))
    call.about(receipt.id)
  }),
]
