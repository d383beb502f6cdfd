import { randomUUID } from 'node:crypto'
import { getDirective } from '../../directives/actions.ts'
import { aboutOf, shortened } from '../../directives/naming.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { fill, type Word } from '../../kernel/words.ts'
import { issuerOf } from '../../organisations/queries.ts'
import { dayInWords, layoutOn } from '../../paper/layouts.ts'
import { written } from '../../paper/sheets.ts'
import type { Above, endpoints, Owed, PlanEvent } from '../contract.ts'
import { followAmendment } from '../following/below.ts'
import { carriedOf, carryAnswers, clearMarks, dropGone, markAgain } from '../following/queries.ts'
import { aboveOf } from '../queries/above.ts'
import * as items from '../queries/items.ts'
import { type FoundPlan, lockPlan, updateHead } from '../queries/plans.ts'
import * as steps from '../queries/steps.ts'
import { compareEditions, endsWithDirective, type Fault, faultsOf, findMove, isExcused, judgeNameOf, openOf } from '../rules.ts'
import { words } from '../words.ts'
import { editionOf, getPlan, partsOf } from './plans.ts'

export const takePlanStep: Answer<typeof endpoints.takePlanStep> = async (call, step) => {
  const { db, user, now, today, language, about } = call
  const { planId, event } = step
  await lockPlan(db, planId)
  const plan = await getPlan(db, user, today, planId)
  const move = findMove(plan, event, partsOf(plan, user), user.duties)
  if (!move) throw new Refusal('conflict', words.notNow, { event: words[event][language], state: words[plan.state][language] })
  if (plan.version !== step.version) throw new Refusal('conflict', words.stepChanged)
  refuseTakenBack(plan, step)
  if (move.byOther && plan.submittedBy === user.personId) throw new Refusal('forbidden', words.ownWork)
  if ((move.needs === 'reason' || event === 'correct') && step.text.length < 3) throw new Refusal('invalid', words.reasonNeeded)
  const held = move.needs === 'whole' ? await contentsOf(db, plan) : undefined
  if (held) refuseFaulty(plan, held, move.who === 'planner', today)
  const issued = move.needs === 'number' ? issueOf(step, today) : null
  const before = event === 'correct' ? await steps.issueOfEdition(db, planId, plan.edition) : undefined
  if (issued) await refuseTaken(call, plan, issued)
  if (issued) await refuseEarly(call, plan, issued)
  const isUnchanged = event === 'submit' && plan.state === 'returned' && (await steps.isAsReturned(db, planId))
  if (isUnchanged && step.text.length < 3) throw new Refusal('invalid', words.unchanged)
  if (event === 'submit' && held) await markBare(db, plan, held.rows)
  if (event === 'start') await bringIn(call, plan)
  if (event === 'drop-amendment') await restore(call, plan)
  if (event === 'amend') await dropGone(db, planId)
  if (event === 'keep') await keepAsItIs(call, plan)

  const round = plan.round + Number(event === 'submit')
  const edition = plan.edition + Number(move.freezes ?? false)
  if (move.freezes) {
    const content = await editionOf(db, plan, 0)
    const why = edition === 1 ? '' : await whyAmended(call, planId)
    if (edition > 1) await followAmendment(call as Call<Holder>, plan, compareEditions(await editionOf(db, plan, plan.edition), content))
    await steps.insertEdition(db, { planId, number: edition, content, why, personId: user.personId, day: today, at: now.toString() })
    await clearMarks(db, planId, 'looked-at')
  }
  if (issued) await steps.noteIssue(db, planId, edition, issued)
  const version = await steps.movePlan(
    db,
    {
      state: move.to,
      at: now.toString(),
      round,
      edition,
      // whoever submits a plan, or keeps it as it is, has seen what was added above
      ...(event === 'submit' || event === 'keep' ? { addedAbove: null } : {}),
      ...(event === 'submit' ? { templateRenewedOn: null } : {}),
      // whoever takes back what nobody has decided on has submitted nothing yet
      ...(event === 'recall' && plan.decidedOn === null ? { submittedOn: null } : {}),
      ...(event === 'submit' ? { submittedOn: plan.submittedOn ?? today, submittedBy: user.personId } : {}),
      ...(move.freezes || (move.needs === 'reason' && event !== 'keep') ? { decidedOn: today } : {}),
      ...issued,
    },
    {
      planId,
      event,
      fromState: plan.state,
      text: issued
        ? [sayIssue(issued) + (before ? ` (${fill(words.issuedBeforeNow, { issue: sayIssue(before) }).vi})` : ''), step.text]
            .filter(Boolean)
            .join('. ')
        : step.text,
      isUnchanged,
      personId: user.personId,
      holdingId: user.holdingId,
      bodyId: user.bodyId,
      day: today,
    },
    says(event) ? step.remarks : [],
  )
  about(planId)
  return { state: move.to, version }
}

const says = (event: PlanEvent): boolean => event === 'return' || event === 'refuse'

/** Refuses a step that ends with the directive where that was recalled or replaced, whether the plan's body has agreed to that or not, and says what can be done instead. */
function refuseTakenBack(plan: FoundPlan, { event, issuedOn }: { event: PlanEvent; issuedOn?: string | undefined }): void {
  const { takenBack } = plan.called
  if (takenBack === null || !endsWithDirective(event, takenBack.sentOn, issuedOn)) return
  const said = { directive: plan.directiveName, day: written(takenBack.sentOn), body: plan.bodyName, ordering: plan.orderedByName }
  const happened = fill(words[`over-${takenBack.kind}`], said)
  const advice = fill(
    words[event === 'issue' ? 'over-issue' : plan.edition > 0 ? 'over-approved' : takenBack.isAgreed === null ? 'over-unasked' : 'over-first'],
    said,
  )
  throw new Refusal('conflict', { vi: `${happened.vi} ${advice.vi}`, en: `${happened.en} ${advice.en}` })
}

/** Number, day and signer of a plan that is issued. */
function issueOf(
  { number, issuedOn, signer }: { number?: string | undefined; issuedOn?: string | undefined; signer?: string | undefined },
  today: string,
) {
  if (!number || !issuedOn || !signer) throw new Refusal('invalid', words.numberNeeded)
  if (issuedOn > today) throw new Refusal('invalid', words.issuedLater)
  return { number, issuedOn, signer }
}

const sayIssue = ({ number, issuedOn, signer }: steps.Issue): string => `${number}, ${written(issuedOn)}, ${signer}`

/** Refuses a number that the body has given to another plan, or another edition, in that year. */
async function refuseTaken({ db }: Call, { id, bodyId, edition }: FoundPlan, { number, issuedOn }: steps.Issue): Promise<void> {
  const day = await steps.dayOfNumber(db, bodyId, number, issuedOn, { planId: id, edition })
  if (day) throw new Refusal('conflict', words.numberTaken, { number, day: written(day) })
}

/** Refuses a day of issue before that of the directive the plan carries out. */
async function refuseEarly({ db, user, today }: Call, { directiveId }: FoundPlan, { issuedOn }: steps.Issue): Promise<void> {
  const first = (await getDirective(db, user, today, directiveId)).issuedOn
  if (first && issuedOn < first) throw new Refusal('invalid', words.issuedEarlier, { day: written(first) })
}

type Contents = { rows: items.HeldItem[]; obligations: Owed[]; above: Above[] }

/** The items of a plan, what it has to answer, and the superior's items. */
async function contentsOf(db: Database, plan: FoundPlan): Promise<Contents> {
  const [rows, obligations, above] = await Promise.all([items.heldItems(db, plan.id), items.owedOf(db, plan), aboveOf(db, plan.superiorId)])
  return { rows, obligations, above }
}

/** Refuses a plan in which something is wrong, with the first fault in words and how many more there are; whoever decides on it is told that it has to go back. */
function refuseFaulty(plan: FoundPlan, held: Contents, isPlanner: boolean, today: string): void {
  const found = faultIn(plan, held, today)
  if (!found) return
  const wrap = (language: 'vi' | 'en') => fill(words.goesBack, { body: plan.bodyName, fault: found[language] })[language]
  throw new Refusal('invalid', isPlanner ? found : { vi: wrap('vi'), en: wrap('en') })
}

/** What is wrong with a plan, in words, if anything is. */
function faultIn(plan: FoundPlan, { rows, obligations, above }: Contents, today: string): Word | undefined {
  if (rows.length === 0 && !isExcused(obligations)) return words.noItems
  const { directiveIssuedOn, directiveName } = plan
  const duties = { obligations, above, directiveIssuedOn, directiveName, today }
  const faults = rows.flatMap((row, i) => faultsOf(row, duties).map((fault) => ({ row: i + 1, fault })))
  if (faults[0]) {
    const said = sayFault(faults[0].fault)
    const more = faults.length > 1 ? fill(words.andMore, { count: faults.length - 1 }) : { vi: '', en: '' }
    return {
      vi: fill(words.itemFault, { row: faults[0].row, fault: said.vi }).vi + more.vi,
      en: fill(words.itemFault, { row: faults[0].row, fault: said.en }).en + more.en,
    }
  }
  const open = openOf(rows, obligations)
  return open[0] && fill(words.unanswered, { count: open.length, text: shortened(open[0].text, 80), judge: judgeNameOf(plan) })
}
const sayFault = (fault: Fault): Word =>
  fill(words[`fault-${fault.kind}`], 'due' in fault ? { due: written(fault.due), text: shortened(fault.text, 80) } : {})

/** Why the amendment that is now approved was begun. */
const whyAmended = async ({ db }: Call, planId: string): Promise<string> =>
  (await steps.stepsOf(db, planId)).find(({ event }) => event === 'amend')?.text ?? ''

/** Begins a plan with what lies on its body: the superior's items, each with the obligations of the same task, then the obligations no such item answers. */
async function bringIn({ db, user, now, today }: Call, plan: FoundPlan): Promise<void> {
  const [owed, above, directive, { bloc }] = await Promise.all([
    items.owedOf(db, plan),
    aboveOf(db, plan.superiorId),
    getDirective(db, user, today, plan.directiveId),
    issuerOf(db, plan.bodyId, today),
  ])
  const todo = owed.filter(({ isPlanItself, isVerified }) => !isPlanItself && !isVerified)
  const isDone = ({ taskIds }: Above) => {
    const of = owed.filter(({ taskId }) => taskIds.includes(taskId))
    return of.length > 0 && of.every(({ isVerified }) => isVerified)
  }
  const under = above.filter((item) => !isDone(item)).map((item) => ({ item, answers: todo.filter(({ taskId }) => item.taskIds.includes(taskId)) }))
  const covered = new Set(under.flatMap(({ answers }) => answers.map(({ id }) => id)))
  const earliest = (days: (string | null)[]) => days.filter((day) => day !== null).sort()[0] ?? null
  const blank = { lead: '', coordinate: '', personId: null, fromOn: null, money: null, note: '', templateItemId: null }
  const rows: items.NewItem[] = [
    ...under.map(({ item: { id, part, text, product, dueOn }, answers }) => ({
      ...blank,
      id: randomUUID(),
      part,
      text,
      product,
      dueOn: earliest([dueOn, ...answers.map(({ finalDue }) => finalDue)]),
      origin: 'superior' as const,
      obligationIds: answers.map((one) => one.id),
      superiorItemIds: [id],
    })),
    ...todo
      .filter(({ id }) => !covered.has(id))
      .map(({ id, text, product, finalDue }) => ({
        ...blank,
        id: randomUUID(),
        part: '',
        text: text.slice(0, 4000),
        product: product.slice(0, 1000),
        dueOn: finalDue,
        origin: 'obligation' as const,
        obligationIds: [id],
        superiorItemIds: [],
      })),
  ]
  if (rows.length) await items.insertItems(db, { planId: plan.id, items: rows, from: 0, to: rows.length + 1, by: user.personId, at: now.toString() })
  const named = [
    directive.kind,
    directive.number && `số ${directive.number}`,
    directive.issuedOn && `ngày ${dayInWords(directive.issuedOn, layoutOn(bloc, today).daySign)}`,
    `của ${directive.issuerName}`,
  ]
    .filter(Boolean)
    .join(' ')
  const form = plan.form || words.plan.vi
  const about = aboutOf(directive.title)
  const carriesOut = /^(?:thực hiện|triển khai|thi hành)(?!\p{L})/iu.test(about)
  await updateHead(
    db,
    plan.id,
    {
      // without a number it is known by what it is about
      title: (directive.number || carriesOut ? `thực hiện ${named}` : `thực hiện ${named} ${about}`).trim().slice(0, 1000),
      // what carries something out itself is not «carried out carrying out»
      grounds: `${carriesOut ? 'Căn cứ' : 'Thực hiện'} ${named} ${about}; ${plan.bodyName} ban hành ${form} thực hiện như sau:`.slice(0, 4000),
    },
    now.toString(),
  )
}

/** Notes of each item of a plan whether it only repeats what it answers. To be said before the plan moves on: coverage is counted anew by its state. */
async function markBare(db: Database, { bodyName }: FoundPlan, rows: Contents['rows']): Promise<void> {
  const bare = await items.bareAmong(db, bodyName, rows)
  const turned = rows.filter((row) => row.isBare !== bare.has(row.id))
  if (turned.length)
    await items.turnBare(
      db,
      turned.map(({ id }) => id),
    )
}

/** Leaves a plan as it was approved though something it answers has changed: refused while something new is not answered at all. */
async function keepAsItIs({ db }: Call, plan: FoundPlan): Promise<void> {
  const [rows, obligations] = await Promise.all([items.heldItems(db, plan.id), items.owedOf(db, plan)])
  if (plan.called.addedAbove === null && !rows.some(({ touchedWhy }) => touchedWhy !== null)) throw new Refusal('conflict', words.nothingTouched)
  const open = openOf(rows, obligations)
  if (open[0]) throw new Refusal('conflict', words.newlyOpen, { count: open.length, text: shortened(open[0].text, 80) })
  await clearMarks(db, plan.id, 'all')
}

/** Gives a plan back what it was when it was last approved, with what has changed since to be looked at again. */
async function restore({ db, user, now, today }: Call, plan: FoundPlan): Promise<void> {
  const { head } = await editionOf(db, plan, plan.edition)
  await updateHead(db, plan.id, head, now.toString())
  await items.restoreItems(db, plan.id, steps.itemsOfEdition(plan.id, plan.edition), today, user.personId, now.toString())
  await markBare(db, plan, await items.heldItems(db, plan.id))
  await markAgain(db, plan.id)
  // an obligation may have been changed more than once since
  for (let carried = await carriedOf(db, plan.id); carried.length > 0; carried = await carriedOf(db, plan.id)) await carryAnswers(db, carried)
}
