import { shortened } from '../../directives/naming.ts'
import { type Applied, endpoints as changes } from '../../dissemination/changes/contract.ts'
import { type Call, follow, type Holder } from '../../kernel/serve.ts'
import { fill } from '../../kernel/words.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { written } from '../../paper/sheets.ts'
import { followMoves } from '../queries/orders.ts'
import * as queries from './queries.ts'
import { type Changed, whatChanged } from './rules.ts'
import { words } from './words.ts'

export const follows = [
  /** A body has moved in the registry: its plans wait for the approval of whoever stands above it now. */
  follow(organisations.amendBody, async ({ db, today, about }, { bodyId }) => about(...(await followMoves(db, today, bodyId)))),
  /** Its last move was mended or taken back. */
  ...[organisations.correctBody, organisations.withdrawBodyChange].map((act) =>
    follow(act, async ({ db, today, about }, { bodyId }) => about(...(await followMoves(db, today, bodyId, true)))),
  ),
  /** A change was sent: what lay on the sender itself has followed it, and so do its plans; the tasks by which plans were ordered are known by what took their place. */
  follow(changes.sendChange, async (call, { changeId }, { own }) => {
    const change = await queries.changeById(call.db, changeId)
    if (!change) return
    await queries.followTasks(call.db, change)
    if (own) await followChange(call as Call<Holder>, change, (call as Call<Holder>).user.bodyId, own)
  }),
  /** A receiver has agreed to a change: its plans follow what was done to its obligations. */
  follow(changes.agreeChange, async (call, { changeReceiptId }, { bodyId, ...applied }) => {
    const change = await queries.changeOfAnswer(call.db, changeReceiptId)
    if (change) await followChange(call as Call<Holder>, change, bodyId, applied)
  }),
]

/** The plans of a body after a change was applied to its obligations: what they answer is carried over or falls, what wants looking at is marked; with a directive that was taken back, plans never approved end. */
async function followChange(
  { db, user, now, today, about }: Call<Holder>,
  change: queries.Change,
  bodyId: string,
  { ended }: Applied,
): Promise<void> {
  const said = fill(words[`was-${change.kind}`], { directive: change.directiveName, day: written(change.sentOn) }).vi
  if (ended.length) {
    const changed = await queries.changedOf(db, ended)
    const whys = changed.map((one) => ({ id: one.oldId, why: `${said}: ${say(one)}.` }))
    about(...(await queries.markAnswers(db, whys, today)))
    await queries.carryAnswers(
      db,
      changed.map(({ oldId, newId }) => ({ oldId, newId })),
    )
    await queries.moveDue(db, ended)
  }
  if (change.kind === 'update') return
  const by = { personId: user.personId, holdingId: user.holdingId, bodyId: user.bodyId, day: today, at: now.toString() }
  about(...(await queries.endPlans(db, change.directiveId, bodyId, fill(words.planEnds, { said }).vi, by)))
}

/** What became of an obligation, in Vietnamese as steps say it too. */
function say(changed: Changed): string {
  const { newId, address, text, from, to } = changed
  const task = address || `«${shortened(text, 80)}»`
  if (newId === null) return fill(words.ended, { task }).vi
  const what = whatChanged(changed).map((one) =>
    one === 'due' ? fill(words.due, { from: written(from) || words.noDay.vi, to: written(to) || words.noDay.vi }).vi : words[one].vi,
  )
  return what.length === 0 ? fill(words.same, { task }).vi : fill(words.changed, { task, what: what.join(', ') }).vi
}
