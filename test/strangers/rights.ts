import { sql } from 'kysely'
import type { Database } from '../../src/kernel/database.ts'

export type Somebody = { personId: string; holdingId: string | null; bodyId: string | null; reachId: string | null; duties: string[] }

type Directive = { id: string; ownerId: string; standingId: string | null; secrecy: string; state: string }
type Urging = { id: string; actId: string; urgerId: string; bodyId: string; escalatedTo: string | null; secretOf: string | null }
type Plan = {
  id: string
  directiveId: string
  bodyId: string
  approverId: string
  accepterId: string | null
  orderedBy: string
  superiorId: string | null
  edition: number
  state: string
}
type Receipt = { id: string; directiveId: string; bodyId: string; fromBodyId: string | null; senderId: string }
type Change = { id: string; directiveId: string; askedIds: string[] }
type ChangeReceipt = { id: string; changeId: string; bodyId: string }
type Session = { id: string; directiveId: string; bodyId: string; bodyIds: string[] }
type Obligation = { id: string; directiveId: string; taskId: string; bodyId: string; verifierId: string }

/** Who may see and touch what, worked out anew from the plain tables: the account that the product is held against. */
export type Rights = {
  sees: (who: Somebody, id: string) => boolean
  /** Of the thing an address of a write names: whether it is theirs to act on by that endpoint; true where nothing is known of such a name. */
  actsOn: (who: Somebody, parameter: string, id: string, name: string) => boolean
  /** Words that stand only in what they may not see. */
  hiddenFrom: (who: Somebody) => string[]
}

/** The mark that stands in the words of a directive and of all its tasks, and nowhere else. */
export const markOf = (directiveId: string) => `⟦${directiveId.slice(-12)}⟧`

export async function readRights(db: Database, day: string): Promise<Rights> {
  const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(db)).rows
  const [
    directives,
    parts,
    obligations,
    tasks,
    taskBodies,
    reach,
    posts,
    holdings,
    views,
    provisions,
    files,
    notices,
    urgings,
    rules,
    plans,
    items,
    orders,
    receipts,
    sessions,
    sessionFiles,
    changes,
    changeReceipts,
    extractions,
  ] = await Promise.all([
    rowsOf(sql<Directive>`select id, owner_id, standing_id, secrecy, state from directive`),
    rowsOf(sql<{ directiveId: string; bodyId: string; part: string }>`select directive_id, body_id, part from directive_body`),
    rowsOf(sql<Obligation>`select id, directive_id, task_id, body_id, verifier_id from obligation`),
    rowsOf(sql<{ id: string; directiveId: string }>`select id, directive_id from task`),
    rowsOf(sql<{ taskId: string; bodyId: string }>`select task_id, body_id from task_body`),
    rowsOf(sql<{ ancestorId: string; bodyId: string }>`select ancestor_id, body_id from body_reach where valid @> ${day}::date`),
    rowsOf(sql<{ id: string; bodyId: string; reachId: string }>`select id, body_id, reach_id from post`),
    rowsOf(
      sql<{
        id: string
        personId: string
        postId: string
        isNow: boolean
      }>`select id, person_id, post_id, valid && daterange(${day}::date, null) as is_now from holding`,
    ),
    rowsOf(sql<{ id: string; personId: string }>`select id, person_id from saved_view`),
    rowsOf(sql<{ id: string; directiveId: string }>`select id, directive_id from provision`),
    rowsOf(
      sql<{
        id: string
        obligationId: string
      }>`select step_file.file_id as id, step.obligation_id from step_file join step on step.id = step_file.step_id`,
    ),
    rowsOf(sql<{ id: string; personId: string }>`select id, person_id from notice`),
    rowsOf(
      sql<Urging>`select urging.id, act_id, act.body_id as urger_id, urging.body_id, escalated_to, secret_of from urging join urging_act act on act.id = urging.act_id`,
    ),
    rowsOf(sql<{ id: string; directiveId: string | null }>`select id, directive_id from reminder_rule`),
    rowsOf(
      sql<Plan>`select plan.id, plan.directive_id, plan.body_id, plan.approver_id, plan.accepter_id, plan_order.ordered_by, plan.superior_id, plan.edition, plan.state
        from plan join plan_order on plan_order.id = plan.order_id`,
    ),
    rowsOf(sql<{ id: string; planId: string }>`select id, plan_id from plan_item`),
    rowsOf(sql<{ id: string; directiveId: string; orderedBy: string }>`select id, directive_id, ordered_by from plan_order`),
    rowsOf(sql<Receipt>`
      select receipt.id, receipt.directive_id, receipt.body_id, up.body_id as from_body_id, dissemination.sender_id
      from receipt join dissemination using (directive_id) left join receipt up on up.id = receipt.from_id`),
    rowsOf(sql<Session>`
      select id, directive_id, body_id, array(select body_id from study_session_body part where part.session_id = study_session.id) as body_ids from study_session`),
    rowsOf(sql<{ id: string; sessionId: string }>`select file_id as id, session_id from study_session_file`),
    rowsOf(
      sql<Change>`select id, directive_id, array(select body_id from change_receipt where change_id = directive_change.id) as asked_ids from directive_change`,
    ),
    rowsOf(sql<ChangeReceipt>`select id, change_id, body_id from change_receipt`),
    rowsOf(sql<{ id: string; personId: string }>`select id, asked_by as person_id from extraction`),
  ])
  const by = <Row>(rows: Row[], key: (row: Row) => string) => Map.groupBy(rows, key)
  const below = by(reach, ({ ancestorId }) => ancestorId)
  const reached = new Map([...below].map(([ancestorId, rows]) => [ancestorId, new Set(rows.map(({ bodyId }) => bodyId))]))
  const reaches = (who: Somebody, bodyId: string) => who.reachId !== null && reached.get(who.reachId)?.has(bodyId) === true
  const partsOf = by(parts, ({ directiveId }) => directiveId)
  const directiveById = new Map(directives.map((one) => [one.id, one]))
  const obligationById = new Map(obligations.map((one) => [one.id, one]))
  const taskById = new Map(tasks.map((one) => [one.id, one]))
  const roles = new Set(taskBodies.map(({ taskId, bodyId }) => `${taskId} ${bodyId}`))

  const holds = (who: Somebody, { secrecy }: Directive, bodyId: string) => bodyId === who.bodyId || (secrecy === 'none' && reaches(who, bodyId))
  const seesDirective = (who: Somebody, directive: Directive) =>
    directive.state === 'draft' || directive.state === 'withdrawn'
      ? directive.ownerId === who.bodyId
      : (partsOf.get(directive.id) ?? []).some(({ bodyId }) => holds(who, directive, bodyId))
  const isOpen = (who: Somebody, directive: Directive) =>
    (partsOf.get(directive.id) ?? []).some(({ part, bodyId }) => ['owner', 'issuer', 'standing'].includes(part) && holds(who, directive, bodyId))
  /** Of what lies on bodies under a directive: their own, those under them, and all where it lies open. */
  const seesOf = (who: Somebody, directiveId: string, bodyId: string, others: readonly string[] = []) => {
    const directive = directiveById.get(directiveId) as Directive
    return seesDirective(who, directive) && (isOpen(who, directive) || holds(who, directive, bodyId) || others.some((other) => other === who.bodyId))
  }
  const hasPart = (who: Somebody, { taskId, bodyId, verifierId }: Obligation) =>
    bodyId === who.bodyId || verifierId === who.bodyId || roles.has(`${taskId} ${who.bodyId}`)
  const seesObligation = (who: Somebody, obligation: Obligation) => {
    const directive = directiveById.get(obligation.directiveId) as Directive
    if (!seesDirective(who, directive)) return false
    return isOpen(who, directive) || hasPart(who, obligation) || (directive.secrecy === 'none' && reaches(who, obligation.bodyId))
  }
  const planById = new Map(plans.map((one) => [one.id, one]))
  const planOfItem = new Map(items.map(({ id, planId }) => [id, planById.get(planId)]))
  const orderById = new Map(orders.map((one) => [one.id, one]))
  const seesPlan = (who: Somebody, plan: Plan) => {
    const directive = directiveById.get(plan.directiveId) as Directive
    if (!seesDirective(who, directive)) return false
    const isBelow = () => plans.some((below) => below.superiorId === plan.id && below.bodyId === who.bodyId && below.state !== 'withdrawn')
    return (
      isOpen(who, directive) ||
      [plan.bodyId, plan.approverId, plan.accepterId, plan.orderedBy].includes(who.bodyId ?? '') ||
      (directive.secrecy === 'none' && reaches(who, plan.bodyId)) ||
      (plan.edition > 0 && isBelow())
    )
  }
  const homes = new Map([...tasks, ...provisions].map(({ id, directiveId }) => [id, directiveId]))
  const evidence = new Map(files.map(({ id, obligationId }) => [id, obligationId]))
  const personOf = new Map([...views, ...notices, ...extractions].map(({ id, personId }) => [id, personId]))
  const urgingsById = by([...urgings, ...urgings.map((one) => ({ ...one, id: one.actId }))], ({ id }) => id)
  const directiveOfRule = new Map(rules.map(({ id, directiveId }) => [id, directiveId]))
  const isParty = (who: Somebody, { urgerId, bodyId, escalatedTo }: Urging) => [urgerId, bodyId, escalatedTo].includes(who.bodyId)
  const seesUrging = (who: Somebody, urging: Urging) =>
    urging.secretOf
      ? isParty(who, urging) && (partsOf.get(urging.secretOf) ?? []).some(({ bodyId }) => bodyId === who.bodyId)
      : isParty(who, urging) || reaches(who, urging.bodyId) || reaches(who, urging.urgerId)
  const receiptById = new Map(receipts.map((one) => [one.id, one]))
  const changeById = new Map(changes.map((one) => [one.id, one]))
  const changeReceiptById = new Map(changeReceipts.map((one) => [one.id, one]))
  const sessionById = new Map(sessions.map((one) => [one.id, one]))
  const sessionOfFile = new Map(sessionFiles.map(({ id, sessionId }) => [id, sessionId]))

  const sees = (who: Somebody, id: string): boolean => {
    const directive = directiveById.get(id)
    if (directive) return seesDirective(who, directive)
    const obligation = obligationById.get(id) ?? obligationById.get(evidence.get(id) ?? '')
    if (obligation) return seesObligation(who, obligation)
    const plan = planById.get(id) ?? planOfItem.get(id)
    if (plan) return seesPlan(who, plan)
    const receipt = receiptById.get(id)
    if (receipt) return seesOf(who, receipt.directiveId, receipt.bodyId)
    const change = changeById.get(id)
    if (change)
      return (
        seesDirective(who, directiveById.get(change.directiveId) as Directive) &&
        (isOpen(who, directiveById.get(change.directiveId) as Directive) || change.askedIds.includes(who.bodyId ?? ''))
      )
    const changeReceipt = changeReceiptById.get(id)
    if (changeReceipt) return changeReceipt.bodyId === who.bodyId
    const session = sessionById.get(id) ?? sessionById.get(sessionOfFile.get(id) ?? '')
    if (session) return seesOf(who, session.directiveId, session.bodyId, session.bodyIds)
    const home = homes.get(id) ?? orderById.get(id)?.directiveId
    if (home) return sees(who, home)
    const urged = urgingsById.get(id)
    if (urged) return urged.some((urging) => seesUrging(who, urging))
    const ruled = directiveOfRule.get(id)
    if (ruled) return sees(who, ruled)
    const owner = personOf.get(id)
    return owner === undefined || owner === who.personId
  }
  const owns = (who: Somebody, directiveId: string | undefined) => {
    const directive = directiveById.get(directiveId ?? '')
    return directive?.ownerId === who.bodyId || directive?.standingId === who.bodyId
  }
  const postById = new Map(posts.map((one) => [one.id, one]))
  const reachesPost = (who: Somebody, postId: string | undefined) => {
    const post = postById.get(postId ?? '')
    return post !== undefined && reaches(who, post.bodyId)
  }
  const mine: Record<string, (who: Somebody, id: string, name: string) => boolean> = {
    bodyId: (who, id) => reaches(who, id),
    postId: (who, id) => reachesPost(who, id),
    holdingId: (who, id) => reachesPost(who, holdings.find((one) => one.id === id)?.postId),
    personId: (who, id) => holdings.every((one) => one.personId !== id || !one.isNow || reachesPost(who, one.postId)),
    directiveId: (who, id, name) =>
      owns(who, id) ||
      (name === 'createPlanOrder' && sees(who, id)) ||
      // whoever has received it says how it was studied there
      (['holdSession', 'sayMembers'].includes(name) && receipts.some((one) => one.directiveId === id && one.bodyId === who.bodyId)),
    taskId: (who, id) => owns(who, taskById.get(id)?.directiveId),
    obligationId: (who, id) => {
      const obligation = obligationById.get(id)
      return obligation !== undefined && (hasPart(who, obligation) || owns(who, obligation.directiveId))
    },
    viewId: (who, id) => personOf.get(id) === who.personId,
    noticeId: (who, id) => personOf.get(id) === who.personId,
    extractionId: (who, id) => personOf.get(id) === who.personId,
    // the superior it was brought to directs, the body urged answers, and the rest is for whoever urges
    urgingId: (who, id, name) =>
      urgingsById.get(id)?.some((urging) => {
        const actor = name === 'directUrging' ? urging.escalatedTo : name === 'answerUrging' ? urging.bodyId : urging.urgerId
        return seesUrging(who, urging) && actor === who.bodyId
      }) === true,
    ruleId: (who, id) => {
      const directiveId = directiveOfRule.get(id)
      return directiveId ? directiveById.get(directiveId)?.standingId === who.bodyId : who.duties.includes('administrator')
    },
    planId: (who, id) => {
      const plan = planById.get(id)
      return plan !== undefined && [plan.bodyId, plan.approverId, plan.accepterId, plan.orderedBy].includes(who.bodyId ?? '')
    },
    itemId: (who, id) => planOfItem.get(id)?.bodyId === who.bodyId,
    orderId: (who, id) => orderById.get(id)?.orderedBy === who.bodyId,
    receiptId: (who, id) => {
      const receipt = receiptById.get(id)
      return receipt !== undefined && [receipt.bodyId, receipt.fromBodyId, receipt.senderId].includes(who.bodyId)
    },
    changeId: (who, id) => owns(who, changeById.get(id)?.directiveId),
    changeReceiptId: (who, id) => changeReceiptById.get(id)?.bodyId === who.bodyId,
    sessionId: (who, id) => sessionById.get(id)?.bodyId === who.bodyId,
  }
  return {
    sees,
    actsOn: (who, parameter, id, name) => mine[parameter]?.(who, id, name) ?? true,
    hiddenFrom: (who) => directives.filter((directive) => !seesDirective(who, directive)).map(({ id }) => markOf(id)),
  }
}
