import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { take } from '../../test/story.ts'
import { timeZone } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { openPost, type Post } from './mail/post.ts'
import { sendMails } from './mail/sending.ts'
import { makeMails } from './queries/mails.ts'
import { momentOf, remind } from './reminding.ts'

type Received = { to: string[]; raw: string; text: string; subject: string; messageId: string }

describe('e-mail', () => {
  let house: TestHouse
  let server: SMTPServer
  let post: Post
  let clerk: Visitor
  let obligationIds: string[]
  let secretId: string
  const received: Received[] = []
  /** How many of the next messages the server refuses for now. */
  let refusals = 0

  const at = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).toInstant()
  let machine = Temporal.Instant.from('2026-11-25T02:00:00Z')

  /** Reminds, makes mails and sends them at a moment of the product's clock; gives how many arrived. */
  async function run(moment: string): Promise<number> {
    const before = received.length
    await setClockDay(house.db, moment.slice(0, 10))
    await remind(house.db, at(moment))
    await makeMails(house.db, momentOf(at(moment)))
    await sendMails(house.db, post, machine, moment.slice(0, 10))
    return received.length - before
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
  const save = (changed: object = {}) => clerk.try(endpoints.saveNoticeSettings, { ...settings, ...changed } as never)

  before(async () => {
    house = await openHouse()
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          if (refusals-- > 0) return done(Object.assign(new Error('try later'), { responseCode: 451 }))
          const raw = Buffer.concat(parts).toString()
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, ...read(raw) })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    post = openPost({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
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
    await new Promise<void>((resolve) => server.close(resolve))
    await house.close()
  })
  beforeEach(async () => {
    refusals = 0
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
    const [mail] = received.slice(-1) as [Received]
    assert.deepEqual(mail.to, ['thu@tiendu.vn'])
    assert.match(mail.subject, /^\[Triển Khai\] \d+ việc cần đồng chí xử lý/)
    assert.match(mail.text, /Huyện ủy Tiên Du:/)
    for (const id of [...obligationIds, secretId]) assert.ok(mail.text.includes(`https://trienkhai.vn/obligations/${id}`))
    assert.match(mail.text, /đề án <Alpha> & phụ lục/)
    assert.match(mail.raw, /Content-Type: text\/html/i)
    assert.match(mail.raw, /List-Unsubscribe: <https:\/\/trienkhai.vn\/notices\/settings>/)
    assert.match(mail.text, /Có nhiệm vụ thuộc văn bản mật/)
    assert.doesNotMatch(mail.text, /Zêta/)
    const { lastMail } = await clerk.ask(endpoints.getNoticeSettings, {})
    assert.equal(lastMail?.state, 'sent')
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

  test('what was refused goes again after pauses that grow, as the same message; in the end it is given up and said', async () => {
    await save()
    refusals = 2
    assert.equal(await run('2013-11-18T09:00'), 0)
    const { lastMail } = await clerk.ask(endpoints.getNoticeSettings, {})
    assert.deepEqual([lastMail?.state, /try later/.test(lastMail?.error ?? '')], ['waiting', true])
    assert.equal(await run('2013-11-18T09:01'), 0) // the pause is not over
    assert.equal(refusals, 1)
    machine = machine.add({ minutes: 2 })
    assert.equal(await run('2013-11-18T09:02'), 0)
    machine = machine.add({ minutes: 2 })
    assert.equal(await run('2013-11-18T09:04'), 0) // the second pause is longer
    machine = machine.add({ minutes: 6 })
    assert.equal(await run('2013-11-18T09:10'), 1)
    const { id, attempts } = await house.db.selectFrom('mail').select(['id', 'attempts']).executeTakeFirstOrThrow()
    assert.deepEqual([received.at(-1)?.messageId, attempts], [`<${id}@trienkhai.vn>`, 3])

    await house.db.updateTable('notice').set({ mailId: null }).execute()
    refusals = 100
    for (let i = 0; i < 12; i++) {
      machine = machine.add({ hours: 25 })
      await run('2013-11-18T10:00')
    }
    const mails = await house.db.selectFrom('mail').select(['state', 'attempts']).orderBy('id').execute()
    assert.deepEqual(mails, [
      { state: 'sent', attempts: 3 },
      { state: 'given-up', attempts: 8 },
    ])
  })

  test('several processes at once send each mail once', async () => {
    await save()
    await remind(house.db, at('2013-11-18T09:00'))
    const before = received.length
    await Promise.all(Array.from({ length: 4 }, () => makeMails(house.db, momentOf(at('2013-11-18T09:00')))))
    await Promise.all(Array.from({ length: 4 }, () => sendMails(house.db, post, machine, '2013-11-18')))
    assert.equal(received.length - before, 1)
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
    for (const id of obligationIds) assert.ok(received.at(-1)?.text.includes(id))
    await house.db.updateTable('notice').set({ mailId: null }).execute()
    assert.equal(await run('2013-11-18T17:00'), 0)
    assert.equal(await run('2013-11-19T16:00'), 1)
    assert.equal((await save({ digestHour: 21 })).status, 400)
  })

  test('kinds not wanted, what was read and what was done meanwhile are not in it; with nothing left it is dropped', async () => {
    await save({ unwantedKinds: ['accept'] })
    assert.equal(await run('2013-11-18T09:00'), 0)
    await save()
    await makeMails(house.db, momentOf(at('2013-11-18T09:00')))
    await take(clerk, obligationIds[0] as string, { event: 'accept' })
    assert.equal(await run('2013-11-18T09:05'), 1)
    const text = received.at(-1)?.text ?? ''
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
    assert.match(received.at(-1)?.subject ?? '', /things wait for you/)
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

/** Subject, id and plain text of a message. */
function read(raw: string): { text: string; subject: string; messageId: string } {
  const [head = ''] = raw.split('\r\n\r\n')
  const field = (name: string) =>
    new RegExp(`^${name}: ([^\\r\\n]*(?:\\r\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
  const plain = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw)
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(plain?.[0] ?? '')?.[1]
  return { text: decode(plain?.[1] ?? '', encoding), subject: words(field('Subject')), messageId: field('Message-ID') }
}

const bytes = (quoted: string) =>
  Buffer.from(
    quoted.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
const decode = (content: string, encoding = '') =>
  encoding === 'base64' ? Buffer.from(content, 'base64').toString() : encoding === 'quoted-printable' ? bytes(content).toString() : content
const words = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, content: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(content, 'base64').toString() : bytes(content.replaceAll('_', ' ')).toString(),
    )
