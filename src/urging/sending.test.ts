import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { type Mailbox, openMailbox } from '../../test/mailbox.ts'
import { issueOrders } from '../../test/orders.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { timeZone } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { openPost, outcomeOf, type Post } from './mail/post.ts'
import { sendMails } from './mail/sending.ts'
import { makeMails, takeMail } from './queries/mails.ts'
import { momentOf, remind } from './reminding.ts'

const unknown: [number, string] = [550, '5.1.1 <thu@tiendu.vn> User unknown']

describe('what may happen on the way of an e-mail', () => {
  let house: TestHouse
  let mailbox: Mailbox
  let post: Post
  let clerk: Visitor
  let machine = Temporal.Now.instant()
  const warned: string[] = []

  const momentAt = (moment: string) => momentOf(Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).toInstant())
  const at = (moment: string) => Temporal.Instant.from(momentAt(moment).at)
  async function make(moment: string): Promise<void> {
    await setClockDay(house.db, moment.slice(0, 10))
    await remind(house.db, at(moment))
    await makeMails(house.db, momentAt(moment))
  }
  const open = (url: string) => openPost({ SMTP_URL: url, MAIL_FROM: 'Triển Khai <nhac@trienkhai.vn>', PUBLIC_URL: 'https://trienkhai.vn' }) as Post
  const send = (moment: string, by = post) => sendMails(house.db, by, { machine, moment: momentAt(moment) }, (message) => warned.push(message))
  const later = (minutes: number) => {
    machine = machine.add({ minutes })
  }
  const mails = () => house.db.selectFrom('mail').select(['state', 'attempts', 'error']).orderBy('id').execute()
  const states = async () => (await mails()).map(({ state, attempts }) => `${state} ${attempts}`)
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
  /** Sets how somebody wants to be told, as if some days before, whatever the hour is now. */
  const save = async (changed: object = {}, visitor = clerk) => {
    await visitor.ask(endpoints.saveNoticeSettings, { ...settings, ...changed } as never)
    await house.db.updateTable('noticeSetting').set({ since: '2013-11-14T00:00:00Z' }).execute()
  }
  const found = () => clerk.ask(endpoints.getNoticeSettings, {})
  /** Lets the notices be mailed once more. */
  const anew = () => house.db.updateTable('notice').set({ mailId: null }).execute()

  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    mailbox = await openMailbox()
    post = open(mailbox.url)
    clerk = await house.visit('hutiendu.chuyenvien')
    await setClockDay(house.db, '2013-11-18')
    await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trong ngày 20-12-2013.'])
  })
  after(async () => {
    post.close()
    await mailbox.close()
    await house.close()
  })
  beforeEach(async () => {
    mailbox.says = { recipient: 'ok', message: 'ok' }
    mailbox.received.splice(0)
    warned.splice(0)
    later(60 * 72)
    await anew()
    for (const table of ['mail', 'notice', 'noticeSetting'] as const) await house.db.deleteFrom(table).execute()
    await setClockDay(house.db, '2013-11-18')
    await save()
  })

  test('what is refused for now goes again after pauses that grow, as the same message; in the end it is given up and said', async () => {
    for (const says of [
      { recipient: 'ok', message: [451, '4.3.0 try later'] },
      { recipient: [450, '4.2.1 busy'], message: 'ok' },
    ] as const) {
      mailbox.says = says as never
      await make('2013-11-18T09:00')
      assert.equal(await send('2013-11-18T09:00'), 0)
      const { lastMail, refused } = await found()
      assert.deepEqual([lastMail?.state, /try later|busy/.test(lastMail?.error ?? ''), refused], ['waiting', true, null])
      assert.equal(await send('2013-11-18T09:00'), 0) // the pause is not over
      assert.equal((await mails()).at(-1)?.attempts, 1)
      later(2)
      await send('2013-11-18T09:02')
      later(2)
      await send('2013-11-18T09:04') // the second pause is longer
      assert.equal((await mails()).at(-1)?.attempts, 2)
      later(6)
      mailbox.says = { recipient: 'ok', message: 'ok' }
      assert.equal(await send('2013-11-18T09:10'), 1)
      const { id, attempts } = await house.db.selectFrom('mail').select(['id', 'attempts']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
      assert.deepEqual([mailbox.received.at(-1)?.messageId, attempts], [`<${id}@trienkhai.vn>`, 3])
      await anew()
      await house.db.deleteFrom('mail').execute()
    }
    mailbox.says = { recipient: 'ok', message: [451, 'try later'] }
    await make('2013-11-18T10:00')
    for (let i = 0; i < 12; i++) {
      await send('2013-11-18T10:00')
      later(60 * 25)
    }
    assert.deepEqual(await states(), ['given-up 8'])
    assert.equal((await found()).lastMail?.state, 'given-up')
    assert.ok(warned.length >= 8)
  })

  test('a wrong address is refused once: it is said where it is set, and nothing more is mailed to it until it is saved anew', async () => {
    mailbox.says = { recipient: unknown, message: 'ok' }
    await make('2013-11-18T09:00')
    await send('2013-11-18T09:00')
    assert.deepEqual(await states(), ['given-up 1'])
    assert.match((await found()).refused ?? '', /5\.1\.1 .*User unknown/)
    assert.ok(warned.length === 1 && !warned[0]?.includes('thu@tiendu.vn'))
    await anew()
    await make('2013-11-19T09:00')
    assert.equal((await mails()).length, 1)
    mailbox.says = { recipient: 'ok', message: 'ok' }
    await save({ address: 'vanthu@tiendu.vn' })
    assert.equal((await found()).refused, null)
    await make('2013-11-19T09:10')
    assert.equal(await send('2013-11-19T09:10'), 1)
    assert.deepEqual(mailbox.received.at(-1)?.to, ['vanthu@tiendu.vn'])
  })

  test('a message refused for good is given up at once, and the next one goes', async () => {
    mailbox.says = { recipient: 'ok', message: [554, '5.6.0 content refused'] }
    await make('2013-11-18T09:00')
    await send('2013-11-18T09:00')
    assert.deepEqual([await states(), (await found()).refused], [['given-up 1'], null])
    mailbox.says.message = 'ok'
    await anew()
    await make('2013-11-18T09:10')
    assert.equal(await send('2013-11-18T09:10'), 1)
  })

  test('while the server is away nothing is lost and nothing is counted; once it is back all go', async () => {
    const closed = await openMailbox()
    await closed.close()
    const away = open(closed.url)
    await make('2013-11-18T09:00')
    for (let i = 0; i < 20; i++) {
      await send('2013-11-18T09:00', away)
      later(10)
    }
    assert.deepEqual(await states(), ['waiting 0'])
    assert.match((await mails())[0]?.error ?? '', /ECONNREFUSED/)
    assert.equal(await send('2013-11-18T13:00'), 1)
    away.close()
  })

  test('what waits for another attempt keeps the quiet hours over midnight and days off in a row', async () => {
    mailbox.says = { recipient: 'ok', message: [451, 'try later'] }
    await make('2013-11-18T19:59')
    await send('2013-11-18T19:59')
    mailbox.says.message = 'ok'
    for (const moment of ['2013-11-18T20:00', '2013-11-18T23:59', '2013-11-19T00:00', '2013-11-19T06:59']) {
      later(300)
      assert.equal(await send(moment), 0, moment)
    }
    assert.equal(await send('2013-11-19T07:00'), 1)
    await anew()
    for (const moment of ['2014-01-30T09:00', '2014-01-31T09:00', '2014-02-01T09:00', '2014-02-02T09:00', '2014-02-03T09:00']) {
      await make(moment) // Tết, a Saturday and a Sunday in it
      assert.equal(await send(moment), 0, moment)
    }
    await make('2014-02-04T09:00')
    assert.equal(await send('2014-02-04T09:00'), 1)
  })

  test('who left the post, was locked out or no longer wants it gets nothing, and an address set since gets it', async () => {
    const username = 'hutiendu.chuyenvien'
    const hold = (until: string | null) =>
      sql`update holding set valid = daterange(lower(valid), ${until}) from person where person.id = holding.person_id and person.username = ${username}`.execute(
        house.db,
      )
    const lock = (disabled: boolean) => house.db.updateTable('person').set({ disabled }).where('username', '=', username).execute()
    const between: [what: string, happens: () => Promise<unknown>, back: () => Promise<unknown>][] = [
      ['left', () => hold('2013-11-18'), () => hold(null)],
      ['locked', () => lock(true), () => lock(false)],
      ['no mail', () => save({ byEmail: false }), () => save()],
      ['not of this kind', () => save({ unwantedKinds: ['accept', 'receive', 'study'] }), () => save()],
    ]
    for (const [what, happens, back] of between) {
      await make('2013-11-18T09:00')
      assert.deepEqual(await states(), ['waiting 0'], what)
      await happens()
      assert.equal(await send('2013-11-18T09:01'), 0, what)
      assert.deepEqual(await states(), ['dropped 1'], what)
      await back()
      await anew()
      await house.db.deleteFrom('mail').execute()
      await house.db.deleteFrom('notice').execute()
    }
    await make('2013-11-18T09:00')
    await save({ address: 'moi@tiendu.vn' })
    assert.equal(await send('2013-11-18T09:01'), 1)
    assert.deepEqual(mailbox.received[0]?.to, ['moi@tiendu.vn'])
  })

  test('a person with two posts gets one mail, body by body; nothing of a body whose post they left', async () => {
    const both = await house.visit('btctubacninh.chuyenvien')
    await setClockDay(house.db, '2013-11-15')
    await issueOrders(house, [
      'Tỉnh ủy Bắc Ninh tổng kết công tác Anpha trong ngày 20-12-2013.',
      'Ban Tổ chức Tỉnh ủy Bắc Ninh xây dựng đề án Bêta trong ngày 20-12-2013.',
    ])
    await save({ byEmail: false })
    await save({ address: 'hai@bacninh.vn' }, both)
    await make('2013-11-18T09:00')
    assert.equal(await send('2013-11-18T09:00'), 1)
    const text = mailbox.received[0]?.text ?? ''
    const [board = -1, province = -1] = [/^BAN TỔ CHỨC TỈNH ỦY BẮC NINH$/m, /^TỈNH ỦY BẮC NINH$/m].map((heading) => text.search(heading))
    assert.ok(board >= 0 && province > board && text.indexOf('Bêta') > board && text.indexOf('Anpha') > province, text)
    await anew()
    await make('2013-11-18T09:10')
    await sql`update holding set valid = daterange(lower(holding.valid), '2013-11-18') from person, post
      where person.id = holding.person_id and person.username = 'btctubacninh.chuyenvien' and post.id = holding.post_id and post.title = 'Chuyên viên tổng hợp'`.execute(
      house.db,
    )
    assert.equal(await send('2013-11-18T09:10'), 1)
    const left = mailbox.received[1]?.text ?? ''
    assert.ok(left.includes('Bêta') && !left.includes('Anpha'))
  })

  test('a process killed while it sends: for ten minutes nobody else sends that mail; then it goes, as the same message', async () => {
    await make('2013-11-18T09:00')
    const taken = await takeMail(house.db, machine.toString(), momentAt('2013-11-18T09:00')) // and here the process ends
    later(9)
    assert.equal(await send('2013-11-18T09:09'), 0)
    later(2)
    assert.equal(await send('2013-11-18T09:11'), 1)
    assert.deepEqual(
      mailbox.received.map(({ messageId }) => messageId),
      [`<${taken?.id}@trienkhai.vn>`],
    )
    later(60)
    assert.equal(await send('2013-11-18T10:11'), 0)
  })

  test('the answers of a mail server mean what the standard says', () => {
    const is = (failure: object) => outcomeOf({ name: 'Error', message: '', ...failure }).is
    const recipient = { code: 'EENVELOPE', command: 'RCPT TO' }
    const message = { code: 'EMESSAGE', command: 'DATA' }
    assert.deepEqual(
      [
        is({ ...recipient, responseCode: 550, response: '550 5.1.1 unknown' }),
        is({ ...recipient, responseCode: 550, response: '550 no such user' }),
        is({ ...recipient, responseCode: 554, response: '554 5.7.1 Relay access denied' }),
        is({ ...recipient, responseCode: 450, response: '450 4.2.1 busy' }),
        is({ ...recipient, responseCode: 421, response: '421 4.3.2 closing' }),
        is({ ...message, responseCode: 554, response: '554 5.6.0 refused' }),
        is({ ...message, responseCode: 452, response: '452 4.3.1 full' }),
        is({ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 5.1.8 sender' }),
        is({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 bad' }),
        is({ code: 'ESOCKET', message: 'connect ECONNREFUSED' }),
      ],
      ['wrong-address', 'wrong-address', 'later', 'later', 'away', 'refused', 'later', 'away', 'away', 'away'],
    )
  })

  test('an environment that names no mail server makes no mails, and one that cannot be is refused in a sentence', () => {
    assert.equal(openPost({}), undefined)
    assert.throws(() => openPost({ SMTP_URL: 'mail.example.vn', MAIL_FROM: 'a@b.vn', PUBLIC_URL: 'https://b.vn' }), /SMTP_URL/)
    assert.throws(() => openPost({ SMTP_URL: 'smtp://mail.example.vn', MAIL_FROM: 'a@b.vn', PUBLIC_URL: 'b.vn' }), /PUBLIC_URL/)
  })
})
