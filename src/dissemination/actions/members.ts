import { getDirective } from '../../directives/actions.ts'
import { isInForce } from '../../directives/rules.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call } from '../../kernel/serve.ts'
import type { endpoints } from '../members/contract.ts'
import { membersOf, membersSaid, writeMembers } from '../queries/members.ts'
import { receiptOf } from '../queries/receipts.ts'
import { receivedStates } from '../rules.ts'
import { words } from '../words.ts'
import { maySend, senderOf } from './starting.ts'

export const openMembers: Answer<typeof endpoints.openMembers> = async (call, { directiveId }) => {
  const { db, user } = call
  const holds = await holdsIt(call, directiveId)
  const [{ hasStudied, ...last }, said] = await Promise.all([membersOf(db, directiveId, user.bodyId), membersSaid(db, directiveId, user.bodyId)])
  return { ...last, said, canSay: holds && hasStudied && user.duties.some((duty) => duty === 'clerk' || duty === 'leader') }
}

export const sayMembers: Answer<typeof endpoints.sayMembers> = async (call, { directiveId, ...said }) => {
  const { db, user, about } = call
  if (!(await holdsIt(call, directiveId))) throw new Refusal('conflict', words.membersNotYours)
  if (said.studied > said.members) throw new Refusal('invalid', words.moreThanMembers, { studied: said.studied, members: said.members })
  const { hasStudied } = await membersOf(db, directiveId, user.bodyId)
  if (!hasStudied && said.studied > 0) throw new Refusal('conflict', words.sessionFirst)
  await writeMembers(db, directiveId, said, senderOf(call))
  about(directiveId)
  return {}
}

/** Whether the caller's body has received a directive in force, or sends it. */
async function holdsIt({ db, user, today }: Call, directiveId: string): Promise<boolean> {
  const directive = await getDirective(db, user, today, directiveId)
  if (directive.state !== 'issued' || !isInForce(directive)) return false
  const own = await receiptOf(db, directiveId, user.bodyId)
  return own ? receivedStates.includes(own.state as never) : maySend(user, directive)
}
