import { getDirective } from '../../directives/actions.ts'
import { isInForce } from '../../directives/rules.ts'
import { words as directiveWords } from '../../directives/words.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Holder } from '../../kernel/serve.ts'
import * as queries from '../queries/orders.ts'
import { words } from '../words.ts'

/** An order of the caller's body that still stands, locked. */
export async function ownOrder(db: Database, user: Holder, orderId: string) {
  const order = await queries.lockOrder(db, orderId)
  if (!order || order.orderedBy !== user.bodyId) throw new Refusal('missing', words.noOrder)
  if (order.withdrawnOn !== null) throw new Refusal('conflict', words.orderWithdrawn)
  return order
}

/** In which field the caller may order plans for a directive in force. */
export async function fieldOf(db: Database, user: Holder, day: string, directiveId: string): Promise<queries.Field> {
  const directive = await getDirective(db, user, day, directiveId)
  if (directive.state !== 'issued') throw new Refusal('conflict', words.notIssued)
  if (!isInForce(directive)) throw new Refusal('conflict', directiveWords.takenBack)
  const isWhole = [directive.standingId, directive.issuerId, directive.ownerId].includes(user.bodyId)
  return { directiveId, isWhole, bodyId: user.bodyId }
}
