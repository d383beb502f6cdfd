import { Refusal } from '../../kernel/errors.ts'
import type { Call, Holder } from '../../kernel/serve.ts'
import { written } from '../../paper/sheets.ts'
import type { Event } from '../contract.ts'
import * as extensions from '../queries/extensions.ts'
import type { findObligation } from '../queries/obligations.ts'
import { refusals } from '../refusals.ts'
import { whyNotAsk } from '../rules.ts'
import { words } from '../words.ts'

export type Found = NonNullable<Awaited<ReturnType<typeof findObligation>>>

/** Why no later day can be asked for. */
export function whyNotExtended(...given: Parameters<typeof whyNotAsk>) {
  const why = whyNotAsk(...given)
  const [, rule] = given
  return why ? { word: words[why], values: { most: rule.mostGranted, days: rule.daysAfter } } : undefined
}

/** A later day is asked for while the rules still allow it, and later than what is due now. */
export async function checkAsked({ db, today }: Call, found: Found, until: string | null): Promise<void> {
  const extension = await extensions.extensionsOf(db, found.id)
  const why = whyNotExtended({ ...found, extension }, await extensions.extensionRule(db, today), today)
  if (why) throw new Refusal('conflict', why.word, why.values)
  if (until === null || until <= (found.nextDue ?? '') || until < today)
    throw new Refusal('invalid', refusals.laterDay, { day: written(found.nextDue && found.nextDue > today ? found.nextDue : today) })
}

/** Decides on the day asked for: grants it, or another, or none; never by who asked, nor by the body it lies on. */
export async function decide({ db, user, today }: Call, found: Found, event: Event, until: string | null): Promise<void> {
  const { waiting } = await extensions.extensionsOf(db, found.id)
  if (!waiting) throw new Refusal('conflict', refusals.nothingAsked)
  if (waiting.askedBy === user.personId || !mayDecide(found, user)) throw new Refusal('forbidden', refusals.ownAsking)
  if (event === 'grant-extension' && until === null) throw new Refusal('invalid', refusals.dayNeeded)
  const granted = event === 'grant-extension' ? until : null
  if (granted !== null && granted <= (found.nextDue ?? '')) throw new Refusal('invalid', refusals.laterDay, { day: written(found.nextDue ?? today) })
  await extensions.decideExtension(db, found.id, { grantedUntil: granted, decidedOn: today })
  if (granted !== null) await extensions.extendMilestones(db, found.id, granted)
}

/** Whether the caller's body may decide on a later day: not the one it lies on, unless nobody else confirms it. */
export const mayDecide = (found: Pick<Found, 'bodyId' | 'verifierId'>, user: Holder): boolean =>
  found.bodyId !== user.bodyId || found.verifierId === user.bodyId
