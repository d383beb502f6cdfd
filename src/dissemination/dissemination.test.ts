import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { findObligation, issuePlan } from '../../test/story.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { endpoints as people } from '../people/contract.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints, type ReceiptCounts, type ReceiptEvent } from './contract.ts'
import { endpoints as sessions } from './session/contract.ts'

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describe('dissemination', () => {
  let house: TestHouse
  let directiveId: never
  const visitors = new Map<string, Visitor>()
  before(async () => {
    house = await openHouse()
    directiveId = (await issuePlan(house)) as never
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  const bodyOf = async (name: string) => {
    const [body] = await (await as('btctw.chuyenvien')).ask(organisations.searchBodies, { words: name })
    assert.equal(body?.name, name)
    return body?.id as never
  }
  const setDay = async (day: string) => (await as('quantri')).ask(people.setClock, { day })
  const receiptOf = async (who: string) => {
    const { rows } = await (await as(who)).ask(endpoints.listIncoming, {})
    const row = rows.find((one) => one.directiveId === directiveId)
    assert.ok(row, `${who} has received nothing`)
    return row.id as never
  }
  type Given = { text?: string; holdingId?: never; version?: number }
  const tryStep = async (who: string, receiptId: string, event: ReceiptEvent, given: Given = {}) => {
    const visitor = await as(who)
    const version = given.version ?? (await visitor.ask(endpoints.openReceipt, { receiptId: receiptId as never })).version
    return visitor.try(endpoints.takeReceiptStep, { receiptId: receiptId as never, event, ...given, version })
  }
  const step = async (...given: Parameters<typeof tryStep>) => {
    const { status, body } = await tryStep(...given)
    assert.equal(status, 200, body.message ?? '')
    return body
  }
  const refused = async (status: number, sentence: RegExp, ...given: Parameters<typeof tryStep>) => {
    const answer = await tryStep(...given)
    assert.equal(answer.status, status, answer.body.message ?? 'it was done')
    assert.match(answer.body.message as string, sentence)
  }
  const board = async (who: string, under?: never) => (await as(who)).ask(endpoints.openReceiptBoard, { directiveId, ...(under ? { under } : {}) })

  test('before it is sent: who is expected, which names stand for nobody, and what is only kept', async () => {
    const clerk = await as('btctw.chuyenvien')
    const preview = await clerk.ask(endpoints.previewDissemination, { directiveId })
    assert.deepEqual(
      preview.recipients.filter(({ isArchive }) => isArchive).map(({ named }) => named),
      ['Lưu Văn phòng Trung ương Đảng'],
    )
    const provinces = preview.recipients.find(({ named }) => named === 'tỉnh ủy')
    assert.equal(provinces?.bodies, 58)
    assert.equal(preview.unmatched, 1)
    assert.ok((preview.levels.find(({ level }) => level === 'province')?.bodies ?? 0) >= 63)
    const start = { directiveId, way: 'level-by-level', receiveBy: '2013-11-20', studyBy: '2013-12-20' } as const
    const tooEarly = await clerk.try(endpoints.startDissemination, start)
    assert.equal(tooEarly.status, 400)
    assert.match(tooEarly.body.message as string, /ủy viên Ban Chấp hành Trung ương/)
    const open = preview.recipients.find(({ bodies, isArchive }) => bodies === 0 && !isArchive)?.named as string
    assert.equal((await clerk.try(endpoints.matchRecipient, { directiveId, named: open })).status, 400)
    assert.equal((await clerk.try(endpoints.matchRecipient, { directiveId, named: 'Không có', settled: true })).status, 404)
    await clerk.ask(endpoints.matchRecipient, { directiveId, named: open, settled: true })
    assert.equal((await clerk.ask(endpoints.previewDissemination, { directiveId })).unmatched, 0)
    const below = await clerk.ask(endpoints.previewDissemination, { directiveId, downTo: 'commune' })
    assert.ok(below.expected > preview.expected && below.byWhy.below > 100)
    const narrowed = await clerk.ask(endpoints.previewDissemination, { directiveId, downTo: 'district', kinds: ['people-committee'] })
    assert.ok(narrowed.expected > preview.expected && narrowed.expected < below.expected)
    assert.equal((await clerk.try(endpoints.startDissemination, { ...start, receiveBy: '2013-11-01' })).status, 400)
    assert.equal((await (await as('tubacninh.chuyenvien')).try(endpoints.startDissemination, start)).status, 403)
    assert.equal((await (await as('ubndsontra.vanthu')).try(endpoints.startDissemination, start)).status, 404)
  })

  test('sent out level by level: those named have it, those below wait for their superior', async () => {
    const clerk = await as('btctw.chuyenvien')
    const { expected } = await clerk.ask(endpoints.previewDissemination, { directiveId, downTo: 'commune' })
    const start = {
      directiveId,
      way: 'level-by-level',
      downTo: 'commune',
      receiveBy: '2013-11-20',
      studyBy: '2013-12-20',
      note: 'Phổ biến đến cấp xã',
    } as const
    const sent = await clerk.ask(endpoints.startDissemination, start)
    assert.equal(sent.expected, expected)
    assert.equal((await clerk.try(endpoints.startDissemination, start)).status, 409)
    const { totals, dissemination } = await board('btctw.chuyenvien')
    assert.equal(dissemination?.way, 'level-by-level')
    assert.deepEqual([totals.expected, totals.received, totals.silent, totals.overdue], [expected, 0, expected, 0])
    assert.ok(totals.arrived > 60 && totals.arrived < expected)
    assert.equal(
      (await (await as('hutiendu.chuyenvien')).ask(endpoints.listIncoming, {})).rows.some((row) => row.directiveId === directiveId),
      false,
    )
  })

  test('a province receives, assigns and passes on; its districts then have it', async () => {
    const receiptId = await receiptOf('tubacninh.chuyenvien')
    const province = await as('tubacninh.chuyenvien')
    const seen = await province.ask(endpoints.openReceipt, { receiptId })
    assert.deepEqual([seen.state, seen.events, seen.canPassOn], ['arrived', ['receive', 'refuse'], false])
    const work = async () => {
      const { rows } = await province.ask(overview.listMyWork, { kind: 'incoming' })
      return rows.filter((row) => row.directiveId === directiveId).map(({ step, due, count }) => [step, due, count > 0])
    }
    assert.deepEqual(await work(), [['receive', '2013-11-20', false]])
    assert.ok(seen.unsent > 10)
    assert.equal((await province.try(endpoints.passOn, { receiptId })).status, 409)
    await refused(400, /lý do/, 'tubacninh.chuyenvien', receiptId, 'refuse')
    await refused(409, /Không thể/, 'tubacninh.chuyenvien', receiptId, 'finish')
    await step('tubacninh.chuyenvien', receiptId, 'receive')
    assert.deepEqual(await work(), [
      ['study', '2013-12-20', false],
      ['pass-on', null, true],
    ])
    await refused(409, /vừa xử lý|Không thể/, 'tubacninh.lanhdao', receiptId, 'assign', { text: 'đồng chí khác', version: 1 })
    await refused(400, /phân công/, 'tubacninh.chuyenvien', receiptId, 'assign')
    const { people: holders } = await province.ask(endpoints.openReceipt, { receiptId })
    await step('tubacninh.chuyenvien', receiptId, 'assign', { holdingId: holders[0]?.holdingId as never })
    const elsewhere = await (await as('hutiendu.chuyenvien')).ask(people.getMe, {})
    await refused(400, /không giữ chức danh/, 'tubacninh.chuyenvien', receiptId, 'assign', {
      holdingId: elsewhere.person?.acting?.holdingId as never,
    })
    const below = await province.ask(endpoints.listBelow, { receiptId })
    const tienDu = below.find((row) => row.bodyName === 'Huyện ủy Tiên Du')
    assert.equal((await province.ask(endpoints.passOn, { receiptId, belowIds: [tienDu?.id as never], text: 'Triển khai đến các xã' })).sent, 1)
    assert.equal((await (await as('hutiendu.chuyenvien')).ask(endpoints.openReceipt, { receiptId: tienDu?.id as never })).state, 'arrived')
    const { sent } = await province.ask(endpoints.passOn, { receiptId })
    assert.equal(sent, seen.below - 1)
    assert.equal((await province.try(endpoints.passOn, { receiptId })).status, 409)
    assert.deepEqual(await work(), [['study', '2013-12-20', false]])
    const page = await province.ask(endpoints.openReceipt, { receiptId })
    assert.deepEqual(
      page.steps.map(({ event, from, to }) => `${from} ${event} ${to}`),
      ['expected pass-on expected', 'expected pass-on expected', 'received assign assigned', 'arrived receive received', 'expected send arrived'],
    )
    assert.equal(page.assignee, `${holders[0]?.name}, ${holders[0]?.title}`)
  })

  test('a district refuses with a reason and is sent it again; a commune only then', async () => {
    const receiptId = await receiptOf('hutiendu.chuyenvien')
    await step('hutiendu.chuyenvien', receiptId, 'refuse', { text: 'Gửi nhầm địa chỉ' })
    assert.equal((await board('tubacninh.chuyenvien', await bodyOf('Tỉnh ủy Bắc Ninh'))).totals.refused, 1)
    const sender = await as('btctw.chuyenvien')
    // whoever passed it on deals with it, and not the centre
    const told = async (who: string) =>
      (await (await as(who)).ask(overview.listMyWork, { kind: 'returned' })).rows.flatMap(({ step, id, directiveId: of, count }) =>
        of === directiveId && (step === 'refusals' || step === 'refusals-below') ? [[step, id, count]] : [],
      )
    assert.deepEqual(await told('btctw.chuyenvien'), [])
    const own = await receiptOf('tubacninh.chuyenvien')
    assert.deepEqual(await told('tubacninh.chuyenvien'), [['refusals-below', own, 1]])
    const [first] = await (await as('tubacninh.chuyenvien')).ask(endpoints.listBelow, { receiptId: own })
    assert.deepEqual([first?.bodyName, first?.refusal], ['Huyện ủy Tiên Du', 'Gửi nhầm địa chỉ'])
    const { rows } = await sender.ask(endpoints.listReceipts, { directiveId, group: 'refused' })
    assert.deepEqual(
      rows.map(({ bodyName, refusal }) => [bodyName, refusal]),
      [['Huyện ủy Tiên Du', 'Gửi nhầm địa chỉ']],
    )
    // those below it need not wait
    const phatTich = await bodyOf('Đảng ủy xã Phật Tích')
    assert.deepEqual(await sender.ask(endpoints.sendFurther, { directiveId, bodyIds: [phatTich] }), { sent: 1 })
    assert.equal((await sender.try(endpoints.sendFurther, { directiveId, bodyIds: [phatTich] })).status, 409)
    await refused(409, /Không thể/, 'xalacve.vanthu', receiptId, 'send').catch((error) => assert.match(String(error), /404/))
    await step('tubacninh.chuyenvien', receiptId, 'send', { text: 'Đúng địa chỉ, đề nghị tiếp nhận' })
    assert.deepEqual(await told('tubacninh.chuyenvien'), [])
    assert.deepEqual(await (await as('hutiendu.chuyenvien')).ask(endpoints.receiveSeveral, { receiptIds: [receiptId] }), { received: 1 })
    assert.deepEqual(await (await as('hutiendu.chuyenvien')).ask(endpoints.receiveSeveral, { receiptIds: [receiptId] }), { received: 0 })
    await (await as('hutiendu.chuyenvien')).ask(endpoints.passOn, { receiptId })
    assert.equal((await (await as('xalacve.vanthu')).ask(directives.openDirective, { directiveId })).id, directiveId)
  })

  test('accepting a task of the directive counts as having received it', async () => {
    const receiptId = await receiptOf('tudanang.chuyenvien')
    const city = await as('tudanang.chuyenvien')
    const { id } = await findObligation(city, directiveId, 'Thành ủy Đà Nẵng', 'Rà soát, điều chỉnh số lượng')
    await city.ask(tasks.takeStep, { obligationId: id as never, version: 1, event: 'accept' })
    const { state, steps } = await city.ask(endpoints.openReceipt, { receiptId })
    assert.equal(state, 'received')
    assert.match(steps[0]?.text ?? '', /cùng với nhiệm vụ/)
  })

  test('the sender passes on over the head of a silent body, and sends to further ones', async () => {
    const clerk = await as('btctw.chuyenvien')
    const { rows } = await clerk.ask(endpoints.listReceipts, { directiveId, group: 'silent', level: 'province', words: 'dang uy khoi', limit: 1 })
    assert.equal(rows.length <= 1, true)
    const receiptId = await receiptOf('tudanang.chuyenvien')
    const below = await clerk.ask(endpoints.openReceipt, { receiptId })
    if (below.unsent > 0) assert.equal((await clerk.ask(endpoints.passOn, { receiptId })).sent, below.unsent)
    const { rows: left } = await sql<{ bodyId: string }>`
      select body_id from body_version where level = 'province' and valid @> '2013-11-15'::date and body_id not in (select body_id from receipt where directive_id = ${directiveId}) order by name limit 1`.execute(
      house.db,
    )
    const bodyIds = left.map(({ bodyId }) => bodyId as never)
    assert.deepEqual(await clerk.ask(endpoints.sendFurther, { directiveId, bodyIds }), { sent: 1 })
    assert.equal((await clerk.try(endpoints.sendFurther, { directiveId, bodyIds })).status, 409)
  })

  test('a session with figures, papers and photographs; corrected with what it said before; withdrawn, it counts no more', async () => {
    const province = await as('tubacninh.chuyenvien')
    const upload = async (name: string, content: Buffer | string) => (await province.upload(name, content)).body.id
    const facts = {
      directiveId,
      heldOn: '2013-11-15',
      form: 'mixed',
      ledBy: 'Đồng chí Bí thư Tỉnh ủy',
      topic: 'Quán triệt Kết luận số 64-KL/TW',
      present: 412,
      invited: 430,
    } as const
    const hold = (more: object) => province.try(sessions.holdSession, { ...facts, ...more } as never)
    assert.match((await hold({ present: 431 })).body.message as string, /nhiều hơn/)
    assert.equal((await hold({ present: 0, invited: 0 })).status, 400)
    assert.match((await hold({ heldOn: '2013-11-16' })).body.message as string, /Chưa đến ngày/)
    assert.match((await hold({ photoIds: [await upload('anh.txt', 'không phải ảnh')] })).body.message as string, /không phải là ảnh/)
    assert.match((await hold({ bodyIds: [await bodyOf('Thành ủy Đà Nẵng')] })).body.message as string, /trực thuộc/)
    const bodyIds = [await bodyOf('Huyện ủy Tiên Du')]
    const files = { photoIds: [await upload('anh.png', picture)], minutesIds: [await upload('bien-ban.txt', 'Biên bản hội nghị')] }
    const { sessionId } = await province.ask(sessions.holdSession, { ...facts, bodyIds, ...files } as never)
    const bacNinh = await bodyOf('Tỉnh ủy Bắc Ninh')
    const counted = async () => {
      const { studied, present, invited } = (await board('btctw.lanhdao', bacNinh)).totals
      return [studied, present, invited]
    }
    assert.deepEqual(await counted(), [2, 412, 430])
    const district = await as('hutiendu.chuyenvien')
    const { rows } = await district.ask(sessions.listSessions, { directiveId })
    assert.deepEqual([rows.length, rows[0]?.isOwn, rows[0]?.files.length], [1, false, 2])
    assert.equal((await district.try(sessions.downloadSessionFile, { sessionId, fileId: files.photoIds[0] as string })).status, 200)
    assert.equal(
      (await (await as('tudanang.chuyenvien')).try(sessions.downloadSessionFile, { sessionId, fileId: files.photoIds[0] as string })).status,
      404,
    )
    const { directiveId: _, ...corrected } = { ...facts, present: 405 }
    const correct = (who: Visitor, version: number) =>
      who.try(sessions.correctSession, { ...corrected, sessionId, version, why: 'Đếm lại phiếu', removedIds: files.minutesIds, bodyIds: [] })
    assert.equal((await correct(district, 1)).status, 404)
    assert.equal((await correct(province, 1)).status, 200)
    assert.equal((await correct(province, 1)).status, 409)
    assert.deepEqual(await counted(), [1, 405, 430])
    const [newest] = (await province.ask(sessions.listSessions, { directiveId })).rows
    assert.deepEqual(
      [newest?.before[0]?.content.present, newest?.before[0]?.why, newest?.files.map(({ name }) => name)],
      [412, 'Đếm lại phiếu', ['anh.png']],
    )
    // those absent come to a make-up session: nobody is invited twice, and no more are present than were invited
    const makeUp = { isMakeUp: true, topic: 'Lớp bổ sung', invited: 25 }
    await hold({ ...makeUp, present: 20 })
    assert.deepEqual(await counted(), [1, 425, 430])
    const over = await hold({ ...makeUp, topic: 'Lớp bổ sung thứ hai', present: 10 })
    assert.match(over.body.message as string, /435 người dự, nhiều hơn 430 người đã triệu tập/)
    assert.deepEqual(await counted(), [1, 425, 430])
    const main = await province.try(sessions.withdrawSession, { sessionId, version: 2, why: 'Ghi nhầm văn bản' })
    assert.match(main.body.message as string, /học bổ sung/)
    const added = (await province.ask(sessions.listSessions, { directiveId })).rows.find(({ isMakeUp }) => isMakeUp)
    await province.ask(sessions.withdrawSession, { sessionId: added?.id as never, version: 1, why: 'Ghi nhầm văn bản' })
    await province.ask(sessions.withdrawSession, { sessionId, version: 2, why: 'Ghi nhầm văn bản' })
    assert.deepEqual(await counted(), [0, 0, 0])
    assert.ok((await province.ask(sessions.listSessions, { directiveId })).rows.every(({ withdrawnWhy }) => withdrawnWhy === 'Ghi nhầm văn bản'))
    assert.equal((await (await as('xalacve.vanthu')).try(sessions.holdSession, { ...facts, ledBy: 'Bí thư' } as never)).status, 409)
  })

  test('what the sender holds itself counts in the whole, in its level and in a branch, as in the list of sessions', async () => {
    const sender = await as('btctw.chuyenvien')
    const held = {
      directiveId,
      heldOn: '2013-11-15',
      form: 'online',
      ledBy: 'Đồng chí Trưởng Ban',
      topic: 'Quán triệt Kết luận số 64-KL/TW',
    } as const
    const before = await board('btctw.lanhdao')
    const { sessionId } = await sender.ask(sessions.holdSession, { ...held, present: 230, invited: 240 })
    // pressed twice, or by two clerks, it is one session
    const twice = await sender.try(sessions.holdSession, { ...held, topic: 'QUÁN TRIỆT  Kết luận số 64-KL/TW', present: 200, invited: 240 })
    assert.deepEqual([twice.status, /cùng ngày 15-11-2013/.test(twice.body.message as string)], [409, true])
    // all right below who have the directive, and nobody else, may be chosen at once
    const province = await as('tubacninh.chuyenvien')
    const below = await province.ask(sessions.listSessionBodies, { directiveId })
    const { rows: sentTo } = await sender.ask(endpoints.listReceipts, {
      directiveId,
      group: 'arrived',
      under: (await bodyOf('Tỉnh ủy Bắc Ninh')) as never,
      limit: 500,
    })
    assert.ok(below.length > 1 && below.every((id) => sentTo.some(({ bodyId }) => bodyId === id)))
    const { totals, levels, branches } = await board('btctw.lanhdao')
    const sums = (of: readonly ReceiptCounts[]) => [
      of.reduce((sum, { present }) => sum + present, 0),
      of.reduce((sum, { invited }) => sum + invited, 0),
    ]
    assert.deepEqual(sums([totals]), [before.totals.present + 230, before.totals.invited + 240])
    assert.deepEqual(sums(levels), sums([totals]))
    assert.deepEqual(sums(branches), sums([totals]))
    const { rows } = await (await as('btctw.lanhdao')).ask(sessions.listSessions, { directiveId, limit: 500 })
    const live = rows.filter(({ withdrawnOn }) => withdrawnOn === null) as unknown as ReceiptCounts[]
    assert.deepEqual(sums(live), sums([totals]))
    const under = await bodyOf('Tỉnh ủy Bắc Ninh')
    assert.deepEqual(
      (await (await as('btctw.lanhdao')).ask(sessions.listSessions, { directiveId, underId: under })).rows.filter(({ id }) => id === sessionId),
      [],
    )
  })

  test('past the day the silent are overdue, named first, and stay late when they receive', async () => {
    await setDay('2013-11-21')
    const before = (await board('btctw.lanhdao')).totals
    // those below who were never sent it are not overdue; who holds it is named
    assert.equal(before.overdue, before.silent - before.unsent)
    const holders = await (await as('btctw.lanhdao')).ask(endpoints.listReceipts, { directiveId, group: 'holding', limit: 500 })
    assert.ok(holders.total > 0 && holders.rows.every(({ unsent, state }) => unsent > 0 && state !== 'expected'))
    const { rows, total } = await (await as('btctw.lanhdao')).ask(endpoints.listReceipts, { directiveId, group: 'overdue' })
    assert.equal(total, before.overdue)
    assert.ok(rows.every((row) => row.isOverdue))
    const receiptId = await receiptOf('xalacve.vanthu')
    await step('xalacve.vanthu', receiptId, 'receive')
    const after = (await board('btctw.lanhdao')).totals
    assert.deepEqual([after.overdue, after.received, after.onTime], [before.overdue - 1, before.received + 1, before.onTime])
    const book = await (await as('btctw.lanhdao')).try(endpoints.exportReceipts, { directiveId, group: 'late' })
    assert.equal(book.status, 200)
    const sheets = new ExcelJS.Workbook()
    await sheets.xlsx.load(book.body as never)
    const [, , , head = [], row = []] = (sheets.worksheets[0]?.getSheetValues() ?? []) as unknown[][]
    const cellOf = (title: string) => row[head.indexOf(title)]
    assert.deepEqual([(cellOf('Hạn tiếp nhận') as Date).toISOString().slice(0, 10), cellOf('Đúng hạn hay muộn')], ['2013-11-20', 'Tiếp nhận muộn'])
    await setDay('2013-11-15')
  })

  test('each sees what is theirs: the whole, a province and what is under it, one’s own', async () => {
    const whole = (await board('btctw.lanhdao')).totals.expected
    const bacNinh = await bodyOf('Tỉnh ủy Bắc Ninh')
    const province = await board('tubacninh.lanhdao')
    assert.ok(province.totals.expected > 5 && province.totals.expected < whole)
    assert.equal((await board('btctw.lanhdao', bacNinh)).totals.expected, province.totals.expected)
    assert.deepEqual(province.path.at(-1)?.name, 'Tỉnh ủy Bắc Ninh')
    assert.equal((await board('tubacninh.lanhdao', await bodyOf('Thành ủy Đà Nẵng'))).totals.expected, province.totals.expected)
    const commune = await board('xalacve.vanthu')
    assert.equal(commune.totals.expected, 1)
    assert.equal((await (await as('xalacve.vanthu')).ask(endpoints.listReceipts, { directiveId })).total, 1)
    const foreign = await receiptOf('tudanang.chuyenvien')
    assert.equal((await (await as('xalacve.vanthu')).try(endpoints.openReceipt, { receiptId: foreign })).status, 404)
  })

  test('a secret directive goes to those named alone', async () => {
    const clerk = await as('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc kín\n1- Huyện ủy Tiên Du xây dựng đề án kín trước ngày 31-12-2013.\nNơi nhận:\n- Huyện ủy Tiên Du, Huyện ủy Quế Võ,\n- Lưu Văn phòng Tỉnh ủy.',
    })
    const { ownerId, kind, title, recipients } = await clerk.ask(directives.openDirective, read)
    const facts = {
      kind,
      title,
      number: null,
      issuedOn: null,
      recipients,
      references: [],
      issuerName: 'Tỉnh ủy Bắc Ninh',
      secrecy: 'secret' as const,
    }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, issuerId: ownerId as never, standingId: ownerId as never })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    const refusal = await clerk.try(endpoints.startDissemination, { ...read, way: 'at-once', downTo: 'commune' })
    assert.match(refusal.body.message as string, /mật/)
    assert.deepEqual(await clerk.ask(endpoints.startDissemination, { ...read, way: 'at-once' }), { expected: 2 })
    const district = await as('hutiendu.chuyenvien')
    const { totals, branches } = await district.ask(endpoints.openReceiptBoard, read)
    assert.deepEqual([totals.expected, branches.length], [1, 0])
    const { rows } = await district.ask(endpoints.listIncoming, {})
    assert.equal(
      rows.some((row) => row.directiveId === read.directiveId),
      true,
    )
    assert.equal((await (await as('btctw.lanhdao')).try(endpoints.openReceiptBoard, read)).status, 404)
    assert.equal((await (await as('xalacve.vanthu')).try(endpoints.openReceiptBoard, read)).status, 404)
  })
})
