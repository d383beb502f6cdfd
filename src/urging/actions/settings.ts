import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import { calendarOf } from '../calendar.ts'
import type { endpoints, NoticeSettings } from '../contract.ts'
import { canMail, mailDomains } from '../mail/setting.ts'
import { dueDaysOf, personOfFeed } from '../queries/calendar.ts'
import * as queries from '../queries/settings.ts'
import { isQuiet } from '../rules.ts'
import { words } from '../words.ts'

/** Reminding by e-mail is on from the start: what it waits for is an address. */
const atFirst: NoticeSettings = {
  address: '',
  byEmail: true,
  unwantedKinds: [],
  digestHour: 8,
  quietFrom: 20,
  quietTo: 7,
  onDaysOff: false,
  language: 'vi',
}

export const getNoticeSettings: Answer<typeof endpoints.getNoticeSettings> = async ({ db, user }) => {
  const [settings, lastMail, calendar] = await Promise.all([
    queries.settingsOf(db, user.personId),
    queries.lastMailTo(db, user.personId),
    queries.calendarSince(db, user.personId),
  ])
  return {
    ...(settings ?? { ...atFirst, refused: null }),
    canMail: canMail(),
    domains: mailDomains(),
    lastMail: lastMail ?? null,
    calendarSince: calendar?.madeAt ?? null,
  }
}

export const saveNoticeSettings: Answer<typeof endpoints.saveNoticeSettings> = async ({ db, user, now }, settings) => {
  const { address, byEmail, digestHour, quietFrom, quietTo } = settings
  if (byEmail && !address) throw new Refusal('invalid', words.addressNeeded)
  const domains = mailDomains()
  if (address && domains.length && !domains.includes(address.split('@').at(-1)?.toLowerCase() ?? ''))
    throw new Refusal('invalid', words.domainRefused, { domains: domains.join(', ') })
  if (byEmail && digestHour !== null && isQuiet(digestHour, quietFrom, quietTo))
    throw new Refusal('invalid', words.digestInQuiet, { hour: digestHour })
  await queries.saveSettings(db, user.personId, settings, now.toString())
  return {}
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export const renewCalendar: Answer<typeof endpoints.renewCalendar> = async ({ db, user, now }) => {
  const token = randomBytes(24).toString('base64url')
  await queries.revokeFeed(db, user.personId, now.toString())
  await queries.insertFeed(db, user.personId, hashOf(token), now.toString())
  return { address: `/api/calendar/${token}/trien-khai.ics` }
}

export const revokeCalendar: Answer<typeof endpoints.revokeCalendar> = async ({ db, user, now }) => {
  await queries.revokeFeed(db, user.personId, now.toString())
  return {}
}

export const readCalendar: Answer<typeof endpoints.readCalendar> = async ({ db, today }, { token }) => {
  const person = await personOfFeed(db, hashOf(token))
  if (!person) throw new Refusal('missing', words.noCalendar)
  const days = await dueDaysOf(db, person.id, today)
  return {
    name: 'trien-khai.ics',
    mediaType: 'text/calendar; charset=utf-8',
    content: Buffer.from(calendarOf(person.name, days, process.env.PUBLIC_URL)),
  }
}
