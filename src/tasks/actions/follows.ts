import { readingIn } from '../../directives/actions.ts'
import { endpoints as directives, type Recognition } from '../../directives/contract.ts'
import { readPart } from '../../directives/extraction/extract.ts'
import { shortened } from '../../directives/naming.ts'
import { lockDirective, provisionsOf } from '../../directives/queries.ts'
import { Refusal } from '../../kernel/errors.ts'
import { addJob } from '../../kernel/jobs.ts'
import { follow } from '../../kernel/serve.ts'
import { matchNames } from '../../organisations/queries.ts'
import { fillNames, insertTasks } from '../queries/drafts.ts'
import { countOpen, countTasks, findLeadOutOfReach, layObligations, tasksWithoutLead, unmatchedNames } from '../queries/issuing.ts'
import { redate } from '../queries/redating.ts'
import { isMatched, milestonesOf, rowsOf } from '../reading.ts'
import { refusals } from '../refusals.ts'
import { words } from '../words.ts'

export const follows = [
  /** A document was read: its tasks are laid out for review. */
  follow(directives.readDirective, async ({ db, today }, _, { directiveId }) => {
    const [directive, reading] = [await lockDirective(db, directiveId), readingIn(db)]
    if (!directive || !reading) return
    const provisions = await provisionsOf(db, directiveId)
    await insertTasks(
      db,
      directiveId,
      await rowsOf(db, reading, provisions, directive.issuedOn ?? today, directive.issuerId, directive.recognition as Recognition | null),
    )
  }),
  /** What is known of a draft was corrected: names that stood for nobody are looked up anew, and times read anew, now that its issuer or day may be another. */
  follow(directives.amendDirective, async ({ db, today }, { directiveId, issuerId, issuedOn }) => {
    const day = issuedOn ?? today
    const names = [...new Set((await unmatchedNames(db, directiveId, day)).map(({ named }) => named))]
    if (names.length) await fillNames(db, directiveId, (await matchNames(db, names, day, issuerId)).filter(isMatched))
    const directive = issuedOn ? await lockDirective(db, directiveId) : undefined
    if (!directive) return
    const { text, issuerName } = directive
    const { tasks } = await readPart(text, [0, text.length], { date: issuedOn ?? null, issuer: issuerName })
    await redate(
      db,
      directiveId,
      tasks.map((task) => ({ from: task.span[0], to: task.span[1], milestones: milestonesOf(task), doubts: task.doubts, certainty: task.certainty })),
    )
  }),
  /** A draft was issued: its tasks become obligations, unless something is still open. */
  follow(directives.issueDirective, async ({ db, now }, _, { directiveId, effectiveOn }) => {
    if ((await countTasks(db, directiveId)) === 0) throw new Refusal('invalid', words.noTasks)
    const unmatched = await unmatchedNames(db, directiveId, effectiveOn)
    if (unmatched[0]) throw new Refusal('invalid', words.unmatched, { count: unmatched.length, example: unmatched[0].named })
    const withoutLead = await tasksWithoutLead(db, directiveId, effectiveOn)
    if (withoutLead[0]) throw new Refusal('invalid', refusals.withoutLead, { count: withoutLead.length, example: shortened(withoutLead[0].text, 80) })
    const outside = await findLeadOutOfReach(db, directiveId, effectiveOn)
    if (outside) throw new Refusal('invalid', refusals.leadOutOfReach, outside)
    await layObligations(db, directiveId, effectiveOn, now.toString())
    await addJob(db, 'analyze_obligations', {})
  }),
  /** A directive is to be closed: not while anything that was laid is open. */
  follow(directives.closeDirective, async ({ db }, _, { directiveId }) => {
    const count = await countOpen(db, directiveId)
    if (count > 0) throw new Refusal('conflict', refusals.stillOpen, { count })
  }),
]
