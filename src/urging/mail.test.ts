import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { type Mailbox, openMailbox, type Received } from '../../test/mailbox.ts'
import { issueOrders } from '../../test/orders.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { take } from '../../test/story.ts'
import { timeZone } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { openPost, type Post } from './mail/post.ts'
import { sendMails } from './mail/sending.ts'
import { makeMails } from './queries/mails.ts'
import { momentOf, remind } from './reminding.ts'

describe('e-mail', () => {
  let house: TestHouse
  let mailbox: Mailbox
  let post: Post
  let clerk: Visitor
  let obligationIds: string[]
  let secretId: string

  const at = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).toInstant()
  let machine = Temporal.Now.instant()

  /** Reminds, makes mails and sends them at a moment of the product's clock; gives how many arrived. */
  async function run(moment: string): Promise<number> {
    const before = mailbox.received.length
    await setClockDay(house.db, moment.slice(0, 10))
    await remind(house.db, at(moment))
    await makeMails(house.db, momentOf(at(moment)))
    await sendMails(house.db, post, { machine, moment: momentOf(at(moment)) })
    return mailbox.received.length - before
  }
  const settings = {
    address: 'thu@tiendu.vn',
    byEmail: true,
    unwantedKinds: [],
    digestHour: null,
    quietFrom: 20,
    quietTo: 7,
    onDaysOff: false,
    language: 'vi' as const,
  }
  /** Sets how the clerk wants to be told, as if some days before, whatever the hour is now. */
  const save = async (changed: object = {}) => {
    const reply = await clerk.try(endpoints.saveNoticeSettings, { ...settings, ...changed } as never)
    await house.db.updateTable('noticeSetting').set({ since: '2013-11-14T00:00:00Z' }).execute()
    return reply
  }

  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    mailbox = await openMailbox()
    post = openPost({
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Triển Khai <nhac@trienkhai.vn>',
      PUBLIC_URL: 'https://trienkhai.vn/',
    }) as Post
    clerk = await house.visit('hutiendu.chuyenvien')
    await setClockDay(house.db, '2013-11-18')
    const { obligations } = await issueOrders(house, [
      'Huyện ủy Tiên Du xây dựng đề án <Alpha> & phụ lục trong ngày 20-12-2013.',
      'Huyện ủy Tiên Du tổng kết công tác Bêta trong ngày 20-12-2013.',
    ])
    obligationIds = obligations.map(({ id }) => id)
    secretId = (await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án Zêta trước ngày 31-12-2013.'], 'secret')).obligations[0]?.id as string
  })
  after(async () => {
    post.close()
    await mailbox.close()
    await house.close()
  })
  beforeEach(async () => {
    mailbox.says = { recipient: 'ok', message: 'ok' }
    machine = machine.add({ hours: 48 })
    await house.db.updateTable('notice').set({ mailId: null }).execute()
    await house.db.deleteFrom('mail').execute()
    await house.db.deleteFrom('notice').execute()
    await house.db.deleteFrom('noticeSetting').execute()
    await setClockDay(house.db, '2013-11-18')
  })

  test('goes once to who asked for it, with a link to each thing, and no word of a secret directive', async () => {
    await save()
    assert.equal(await run('2013-11-18T09:00'), 1)
    assert.equal(await run('2013-11-18T09:05'), 0)
    const [mail] = mailbox.received.slice(-1) as [Received]
    assert.deepEqual(mail.to, ['thu@tiendu.vn'])
    assert.match(mail.subject, /^\[Triển Khai\] \d+ việc cần xử lý/)
    assert.match(mail.text, /^HUYỆN ỦY TIÊN DU$/m)
    for (const id of [...obligationIds, secretId]) assert.ok(mail.text.includes(`https://trienkhai.vn/obligations/${id}`))
    assert.match(mail.text, /đề án <Alpha> & phụ lục/)
    assert.match(mail.raw, /Content-Type: text\/html/i)
    assert.match(mail.raw, /List-Unsubscribe: <https:\/\/trienkhai.vn\/notices\/settings>/)
    assert.match(mail.text, /Có nhiệm vụ thuộc văn bản mật/)
    assert.doesNotMatch(mail.text, /Zêta/)
    const { lastMail } = await clerk.ask(endpoints.getNoticeSettings, {})
    assert.equal(lastMail?.state, 'sent')
  })

  test('somebody who has set nothing yet is reminded by e-mail once their address is known', async () => {
    const { address, byEmail, digestHour } = await (await house.visit('tubacninh.thamdinh')).ask(endpoints.getNoticeSettings, {})
    assert.deepEqual([address, byEmail, digestHour], ['', true, 8])
  })

  test('nothing goes to who did not ask, nor what came before they did', async () => {
    assert.equal(await run('2013-11-18T09:00'), 0)
    await save({ byEmail: false })
    assert.equal(await run('2013-11-18T09:10'), 0)
    await house.db.updateTable('notice').set({ madeAt: '2013-11-10T00:00:00Z' }).execute()
    await save()
    assert.equal(await run('2013-11-18T09:20'), 0)
    assert.equal((await save({ address: '' })).status, 400)
  })

  test('several processes at once send each mail once', async () => {
    await save()
    await remind(house.db, at('2013-11-18T09:00'))
    const before = mailbox.received.length
    await Promise.all(Array.from({ length: 4 }, () => makeMails(house.db, momentOf(at('2013-11-18T09:00')))))
    await Promise.all(Array.from({ length: 4 }, () => sendMails(house.db, post, { machine, moment: momentOf(at('2013-11-18T09:00')) })))
    assert.equal(mailbox.received.length - before, 1)
  })

  test('none in the quiet hours nor on days off; it goes after', async () => {
    await save()
    assert.equal(await run('2013-11-18T20:00'), 0)
    assert.equal(await run('2013-11-19T06:59'), 0)
    assert.equal(await run('2013-11-19T07:00'), 1)
    await house.db.updateTable('notice').set({ mailId: null }).execute()
    assert.equal(await run('2013-11-23T09:00'), 0) // Saturday
    await house.db.insertInto('dayOff').values({ day: '2013-11-25', name: 'Nghỉ' }).execute()
    assert.equal(await run('2013-11-25T09:00'), 0)
    await house.db.updateTable('dayOff').set({ isWorking: true }).where('day', '=', '2013-11-25').execute()
    assert.equal(await run('2013-11-25T09:00'), 1)
    await house.db.updateTable('notice').set({ mailId: null }).execute()
    await save({ onDaysOff: true })
    assert.equal(await run('2013-12-01T09:00'), 1) // Sunday
  })

  test('a digest goes once a day at its hour and holds all that came', async () => {
    await save({ digestHour: 16 })
    assert.equal(await run('2013-11-18T09:00'), 0)
    assert.equal(await run('2013-11-18T16:00'), 1)
    for (const id of obligationIds) assert.ok(mailbox.received.at(-1)?.text.includes(id))
    await house.db.updateTable('notice').set({ mailId: null }).execute()
    assert.equal(await run('2013-11-18T17:00'), 0)
    assert.equal(await run('2013-11-19T16:00'), 1)
    assert.equal((await save({ digestHour: 21 })).status, 400)
  })

  test('kinds not wanted, what was read and what was done meanwhile are not in it; with nothing left it is dropped', async () => {
    await save({ unwantedKinds: ['accept', 'receive', 'study'] })
    assert.equal(await run('2013-11-18T09:00'), 0)
    await save()
    await makeMails(house.db, momentOf(at('2013-11-18T09:00')))
    await take(clerk, obligationIds[0] as string, { event: 'accept' })
    assert.equal(await run('2013-11-18T09:05'), 1)
    const text = mailbox.received.at(-1)?.text ?? ''
    assert.deepEqual([text.includes(obligationIds[0] as string), text.includes(obligationIds[1] as string)], [false, true])
    await house.db.updateTable('notice').set({ mailId: null }).execute()
    await makeMails(house.db, momentOf(at('2013-11-18T09:10')))
    await clerk.ask(endpoints.readAllNotices, {})
    assert.equal(await run('2013-11-18T09:11'), 0)
    assert.equal((await house.db.selectFrom('mail').select('state').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).state, 'dropped')
  })

  test('in the language asked for', async () => {
    await save({ language: 'en' })
    assert.equal(await run('2013-11-18T09:00'), 1)
    assert.match(mailbox.received.at(-1)?.subject ?? '', /things wait for you/)
  })

  test('only addresses of the domains the installation names are taken', async () => {
    process.env.MAIL_DOMAINS = 'bacninh.gov.vn'
    try {
      assert.equal((await save()).status, 400)
      assert.equal((await save({ address: 'a@bacninh.gov.vn' })).status, 200)
      assert.deepEqual((await clerk.ask(endpoints.getNoticeSettings, {})).domains, ['bacninh.gov.vn'])
    } finally {
      delete process.env.MAIL_DOMAINS
    }
  })
})
