import { getDirective } from '../../directives/actions.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call } from '../../kernel/serve.ts'
import * as queries from '../queries/reminderRules.ts'
import type { endpoints } from '../reminders/contract.ts'
import { words } from '../words.ts'

const can = ({ user }: Call, ...duties: string[]) => duties.some((duty) => user.duties.includes(duty))

const setsForAll = async (call: Call) => can(call, 'administrator') && (await queries.reachesEverything(call.db, call.user, call.today))

export const listReminderRules: Answer<typeof endpoints.listReminderRules> = async (call) => {
  const { db, user, today } = call
  const [found, canSetForAll, directives] = await Promise.all([
    queries.rulesInForce(db, user, today),
    setsForAll(call),
    can(call, 'clerk', 'leader') ? queries.standingFor(db, user, today) : [],
  ])
  const own = new Set(directives.map(({ id }) => id))
  const rules = found.map(({ standingId: _, ...rule }) => ({ ...rule, canSet: rule.directiveId === null ? canSetForAll : own.has(rule.directiveId) }))
  return { rules, canSetForAll, directives }
}

export const setReminderRule: Answer<typeof endpoints.setReminderRule> = async (call, rule) => {
  const { db, user, today, about } = call
  await requireSetting(call, rule.directiveId)
  const inOrder = (days: readonly number[]) => [...new Set(days)].sort((one, other) => one - other)
  const { id } = await queries.setRule(
    db,
    { ...rule, daysBefore: inOrder(rule.daysBefore).reverse(), daysAfter: inOrder(rule.daysAfter), setBy: user.holdingId },
    today,
  )
  if (rule.directiveId) about(rule.directiveId)
  about(id)
  return { ruleId: id as never }
}

export const endReminderRule: Answer<typeof endpoints.endReminderRule> = async (call, { ruleId }) => {
  const { db, today, about } = call
  const rule = await queries.findRule(db, ruleId, today)
  if (!rule) throw new Refusal('missing', words.noRule)
  await requireSetting(call, rule.directiveId)
  if (rule.directiveId === null && rule.level === null) throw new Refusal('conflict', words.keepsGeneral)
  await queries.endRule(db, ruleId, today)
  about(ruleId)
  return {}
}

/** Rules for all are set by an administrator whose field is everything, those of a directive by its standing body. */
async function requireSetting(call: Call, directiveId: string | null): Promise<void> {
  if (directiveId === null) {
    if (!(await setsForAll(call))) throw new Refusal('forbidden', words.notYoursToRule)
    return
  }
  const directive = await getDirective(call.db, call.user, call.today, directiveId)
  if (!can(call, 'clerk', 'leader') || directive.standingId !== call.user.bodyId || directive.state !== 'issued')
    throw new Refusal('forbidden', words.notYoursToRule)
}

export const listDaysOff: Answer<typeof endpoints.listDaysOff> = async (call, { year = Number(call.today.slice(0, 4)) }) => ({
  year,
  days: await queries.daysOff(call.db, `${year}-01-01`, `${year}-12-31`),
  canSet: await setsForAll(call),
})

export const setDayOff: Answer<typeof endpoints.setDayOff> = async (call, day) => {
  if (!(await setsForAll(call))) throw new Refusal('forbidden', words.onlyWholeAdministrator)
  await queries.setDayOff(call.db, day)
  return {}
}
