import { sql } from 'kysely'
import type { Database } from '../../src/kernel/database.ts'

export type Somebody = { personId: string; holdingId: string | null; bodyId: string | null; reachId: string | null; duties: string[] }

type Directive = { id: string; ownerId: string; standingId: string | null; secrecy: string; state: string }
type Urging = { id: string; actId: string; urgerId: string; bodyId: string; escalatedTo: string | null; secretOf: string | null }
type Obligation = { id: string; directiveId: string; taskId: string; bodyId: string; verifierId: string }

/** Who may see and touch what, worked out anew from the plain tables: the account that the product is held against. */
export type Rights = {
  sees: (who: Somebody, id: string) => boolean
  /** Of the thing an address of a write names: whether it is theirs to act on; true where nothing is known of such a name. */
  actsOn: (who: Somebody, parameter: string, id: string) => boolean
  /** Words that stand only in what they may not see. */
  hiddenFrom: (who: Somebody) => string[]
}

/** The mark that stands in the words of a directive and of all its tasks, and nowhere else. */
export const markOf = (directiveId: string) => `⟦${directiveId.slice(-12)}⟧`

export async function readRights(db: Database, day: string): Promise<Rights> {
  const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(db)).rows
  const [directives, parts, obligations, tasks, taskBodies, reach, posts, holdings, views, provisions, files, notices, urgings, rules, extractions] =
    await Promise.all([
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
  const hasPart = (who: Somebody, { taskId, bodyId, verifierId }: Obligation) =>
    bodyId === who.bodyId || verifierId === who.bodyId || roles.has(`${taskId} ${who.bodyId}`)
  const seesObligation = (who: Somebody, obligation: Obligation) => {
    const directive = directiveById.get(obligation.directiveId) as Directive
    if (!seesDirective(who, directive)) return false
    const isOpen = (partsOf.get(directive.id) ?? []).some(
      ({ part, bodyId }) => ['owner', 'issuer', 'standing'].includes(part) && holds(who, directive, bodyId),
    )
    return isOpen || hasPart(who, obligation) || (directive.secrecy === 'none' && reaches(who, obligation.bodyId))
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

  const sees = (who: Somebody, id: string): boolean => {
    const directive = directiveById.get(id)
    if (directive) return seesDirective(who, directive)
    const obligation = obligationById.get(id) ?? obligationById.get(evidence.get(id) ?? '')
    if (obligation) return seesObligation(who, obligation)
    const home = homes.get(id)
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
  const mine: Record<string, (who: Somebody, id: string) => boolean> = {
    bodyId: (who, id) => reaches(who, id),
    postId: (who, id) => reachesPost(who, id),
    holdingId: (who, id) => reachesPost(who, holdings.find((one) => one.id === id)?.postId),
    personId: (who, id) => holdings.every((one) => one.personId !== id || !one.isNow || reachesPost(who, one.postId)),
    directiveId: (who, id) => owns(who, id),
    taskId: (who, id) => owns(who, taskById.get(id)?.directiveId),
    obligationId: (who, id) => {
      const obligation = obligationById.get(id)
      return obligation !== undefined && (hasPart(who, obligation) || owns(who, obligation.directiveId))
    },
    viewId: (who, id) => personOf.get(id) === who.personId,
    noticeId: (who, id) => personOf.get(id) === who.personId,
    extractionId: (who, id) => personOf.get(id) === who.personId,
    urgingId: (who, id) =>
      urgingsById.get(id)?.some((urging) => seesUrging(who, urging) && [urging.urgerId, urging.bodyId].includes(who.bodyId as string)) === true,
    ruleId: (who, id) => {
      const directiveId = directiveOfRule.get(id)
      return directiveId ? directiveById.get(directiveId)?.standingId === who.bodyId : who.duties.includes('administrator')
    },
  }
  return {
    sees,
    actsOn: (who, parameter, id) => mine[parameter]?.(who, id) ?? true,
    hiddenFrom: (who) => directives.filter((directive) => !seesDirective(who, directive)).map(({ id }) => markOf(id)),
  }
}
