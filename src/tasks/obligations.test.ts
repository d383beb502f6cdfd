import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { findObligation, issuePlan } from '../../test/story.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as people } from '../people/contract.ts'
import { type Event, endpoints } from './contract.ts'

const proposal = 'Xây dựng đề án điều chỉnh'
const review = 'Rà soát, điều chỉnh số lượng'

describe('an obligation', () => {
  let house: TestHouse
  let directiveId: string
  const visitors = new Map<string, Visitor>()
  before(async () => {
    house = await openHouse()
    directiveId = await issuePlan(house)
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  const open = async (who: string, id: string) => (await as(who)).ask(endpoints.openObligation, { obligationId: id as never })
  const of = async (who: string, bodyName: string, words: string) => (await findObligation(await as(who), directiveId, bodyName, words)).id
  type Given = { text?: string; file?: string; percent?: number; milestoneIds?: string[]; bodyIds?: string[]; version?: number; fileIds?: string[] }
  const tryStep = async (who: string, id: string, event: Event, { file, version, fileIds = [], ...given }: Given = {}) => {
    const visitor = await as(who)
    const files = file ? [(await visitor.upload(file, `Nội dung của ${file}`)).body.id] : fileIds
    const seen = version ?? (await visitor.ask(endpoints.openObligation, { obligationId: id as never })).version
    return visitor.try(endpoints.takeStep, { obligationId: id as never, version: seen, event, fileIds: files, ...given } as never)
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
  const setDay = async (day: string) => (await as('quantri')).ask(people.setClock, { day })

  test('a report or a return sent by mistake is taken back by its body, with words, until it is decided on', async () => {
    const who = 'tudanang.chuyenvien'
    const id = await of(who, 'Thành ủy Đà Nẵng', 'Trong quá trình thực hiện')
    await step(who, id, 'return', { text: 'Bấm nhầm nhiệm vụ' })
    await refused(400, /lý do/, who, id, 'take-back')
    await step(who, id, 'take-back', { text: 'Trả lại nhầm' })
    assert.equal((await open(who, id)).state, 'given')
    await step(who, id, 'accept')
    await step(who, id, 'report', { text: 'Đã xong', file: 'nham.txt' })
    await step(who, id, 'take-back', { text: 'Gửi nhầm tệp' })
    assert.deepEqual([(await open(who, id)).state, (await open(who, id)).steps[0]?.event], ['in-progress', 'take-back'])
  })

  test('a verification given by mistake is taken back by who gave it: it waits again, due and late as before, unless what it is part of is done', async () => {
    const who = 'tudanang.chuyenvien'
    const id = await of(who, 'Thành ủy Đà Nẵng', 'Trong quá trình thực hiện')
    if ((await open(who, id)).state === 'given') await step(who, id, 'accept')
    const before = await open(who, id)
    await step(who, id, 'report', { text: 'Đã trình đề án', file: 'de-an.txt' })
    const reported = await open(who, id)
    await step('btctw.thamdinh', id, 'verify')
    await refused(409, /Rút lại/, who, id, 'take-back', { text: 'Không phải việc của tôi' })
    await refused(400, /lý do/, 'btctw.thamdinh', id, 'take-back')
    await step('btctw.thamdinh', id, 'take-back', { text: 'Xác nhận nhầm tỉnh' })
    const again = await open(who, id)
    const facts = ({ state, standing, nextDue, finalDue, doneOn, milestones }: typeof again) => ({
      state,
      standing,
      nextDue,
      finalDue,
      doneOn,

      milestones,
    })
    assert.deepEqual(facts(again), facts(reported))
    assert.equal(again.nextDue, before.nextDue)
    await step('btctw.thamdinh', id, 'verify')
    assert.deepEqual([(await open(who, id)).state, (await open(who, id)).nextDue], ['verified', null])
  })

  test('goes its way: accepted, in progress with a file and a milestone, reported, sent back, reported again, verified', async () => {
    const id = await of('ddqh.chuyenvien', 'Đảng đoàn Quốc hội', 'Chủ trì nghiên cứu báo cáo')
    await step('ddqh.chuyenvien', id, 'accept')
    await step('ddqh.chuyenvien', id, 'progress', { text: 'Đã có dự thảo', file: 'du-thao.txt', percent: 40 })
    await step('ddqh.chuyenvien', id, 'report', { text: 'Đã báo cáo Bộ Chính trị', file: 'bao-cao.txt' })
    await step('btctw.thamdinh', id, 'send-back', { text: 'Thiếu phần chính quyền địa phương' })
    assert.deepEqual([(await open('ddqh.chuyenvien', id)).state, (await open('ddqh.chuyenvien', id)).standing], ['sent-back', 'open-in-time'])
    await step('ddqh.chuyenvien', id, 'progress', { text: 'Đang bổ sung', percent: 90 })
    await step('ddqh.chuyenvien', id, 'report', { text: 'Đã bổ sung', file: 'bo-sung.txt' })
    await step('btctw.thamdinh', id, 'verify')
    const done = await open('ddqh.chuyenvien', id)
    assert.deepEqual([done.state, done.standing, done.percent, done.doneOn, done.events], ['verified', 'done-on-time', 100, '2013-11-15', []])
    assert.deepEqual(
      done.steps.map(({ event, from, to }) => `${from} ${event} ${to}`),
      [
        'reported verify verified',
        'sent-back report reported',
        'sent-back progress sent-back',
        'reported send-back sent-back',
        'in-progress report reported',
        'accepted progress in-progress',
        'given accept accepted',
      ],
    )
    assert.deepEqual(
      done.steps.at(-2)?.files.map(({ name }) => name),
      ['du-thao.txt'],
    )
    assert.equal(done.steps[0]?.body, 'Ban Tổ chức Trung ương')
    const history = await (await as('ddqh.chuyenvien')).ask(endpoints.obligationHistory, { obligationId: id as never })
    assert.equal(history.filter(({ action }) => action === 'takeStep').length, 7)
    for (const event of ['accept', 'progress', 'report', 'withdraw', 'opinion'] as const)
      await refused(409, /Không thể/, event === 'withdraw' ? 'btctw.chuyenvien' : 'ddqh.chuyenvien', id, event, { text: 'thêm nữa', file: 'x.txt' })
  })

  test('returned with a reason, it is given again by the standing body', async () => {
    const id = await of('tudanang.chuyenvien', 'Thành ủy Đà Nẵng', review)
    await refused(400, /lý do/, 'tudanang.chuyenvien', id, 'return')
    await step('tudanang.chuyenvien', id, 'return', { text: 'Đề nghị làm rõ phạm vi' })
    await refused(409, /Không thể/, 'tudanang.chuyenvien', id, 'accept')
    await refused(409, /Không thể/, 'tudanang.chuyenvien', id, 'give-again', { text: 'tự giao lại' })
    await step('btctw.chuyenvien', id, 'give-again', { text: 'Phạm vi như Kế hoạch' })
    assert.equal((await open('tudanang.chuyenvien', id)).state, 'given')
    await step('tudanang.chuyenvien', id, 'accept')
  })

  test('is withdrawn by the standing body with a reason, and then lies on nobody', async () => {
    const id = await of('bcsdcp.chuyenvien', 'Ban cán sự đảng Chính phủ', 'Chủ trì nghiên cứu việc thành lập')
    await refused(409, /Không thể/, 'bcsdcp.chuyenvien', id, 'withdraw', { text: 'tự rút' })
    await refused(400, /lý do/, 'btctw.chuyenvien', id, 'withdraw')
    await step('btctw.chuyenvien', id, 'withdraw', { text: 'Giao cơ quan khác' })
    const { rows } = await (await as('bcsdcp.chuyenvien')).ask(endpoints.listObligations, { directiveId: directiveId as never, limit: 500 })
    assert.equal(
      rows.some((row) => row.id === id),
      false,
    )
    assert.equal((await open('bcsdcp.chuyenvien', id)).state, 'withdrawn')
  })

  test('nobody reports done without evidence, with another’s file, or takes another’s part', async () => {
    const id = await of('bcsdbnv.chuyenvien', 'Ban cán sự đảng Bộ Nội vụ', 'Tham mưu Chính phủ rà soát, sửa đổi')
    await step('bcsdbnv.chuyenvien', id, 'accept')
    await refused(400, /tệp minh chứng/, 'bcsdbnv.chuyenvien', id, 'report', { text: 'Xong rồi' })
    await refused(400, /lý do|nội dung/, 'bcsdbnv.chuyenvien', id, 'report', { file: 'x.txt' })
    const foreign = (await (await as('btctw.chuyenvien')).upload('cua-nguoi-khac.txt', 'không phải của tôi')).body.id
    await refused(400, /không do đồng chí tải lên/, 'bcsdbnv.chuyenvien', id, 'report', { text: 'Xong rồi', fileIds: [foreign] })
    await refused(409, /Không thể/, 'btctw.thamdinh', id, 'report', { text: 'Báo thay', file: 'x.txt' })
    await refused(409, /Không thể/, 'bcsdbnv.chuyenvien', id, 'verify')
    const { steps, state } = await open('bcsdbnv.chuyenvien', id)
    assert.deepEqual([steps.length, state], [1, 'accepted'])
  })

  test('a milestone of another task is not reached here', async () => {
    const id = await of('bcsdcp.chuyenvien', 'Ban cán sự đảng Chính phủ', 'Chủ trì phối hợp với các cơ quan có liên quan tổng kết')
    const other = await of('btctw.chuyenvien', 'Ban Tổ chức Trung ương', 'Chủ trì phối hợp với Ban cán sự đảng Chính phủ')
    await step('bcsdcp.chuyenvien', id, 'accept')
    const milestoneIds = (await open('btctw.chuyenvien', other)).milestones.map((milestone) => milestone.id)
    await refused(400, /không thuộc nhiệm vụ/, 'bcsdcp.chuyenvien', id, 'progress', { text: 'Nhầm mốc', milestoneIds })
    const { milestones } = await open('bcsdcp.chuyenvien', id)
    await step('bcsdcp.chuyenvien', id, 'progress', { text: 'Đã trình', milestoneIds: milestones.map((milestone) => milestone.id) })
    const reached = await open('bcsdcp.chuyenvien', id)
    assert.deepEqual([reached.milestones.map(({ reachedOn }) => reachedOn), reached.nextDue], [milestones.map(() => '2013-11-15'), null])
    assert.equal(reached.finalDue, '2013-12-31')
  })

  test('on time or late is by the day it was reported, not by the day it was verified', async () => {
    try {
      const words = 'Chủ trì phối hợp với Đảng ủy Khối'
      const id = await of('btctw.chuyenvien', 'Ban Tổ chức Trung ương', words)
      await step('btctw.chuyenvien', id, 'accept')
      await setDay('2013-12-31')
      await step('btctw.chuyenvien', id, 'report', { text: 'Đã trình Bộ Chính trị', file: 'to-trinh.txt' })
      await setDay('2014-02-01')
      assert.equal((await open('btctw.chuyenvien', id)).standing, 'open-in-time')
      await step('bct.thamdinh', id, 'verify')
      const done = await open('btctw.chuyenvien', id)
      assert.deepEqual([done.standing, done.doneOn], ['done-on-time', '2013-12-31'])

      const late = await of('btctw.chuyenvien', 'Ban Tổ chức Trung ương', 'Chủ trì phối hợp với Ban cán sự đảng Chính phủ, Đảng đoàn Quốc hội')
      assert.equal((await open('btctw.chuyenvien', late)).standing, 'open-overdue')
      await step('btctw.chuyenvien', late, 'accept')
      await step('btctw.chuyenvien', late, 'report', { text: 'Đã trình muộn', file: 'to-trinh.txt' })
      assert.equal((await open('btctw.chuyenvien', late)).standing, 'open-overdue')
      await step('bct.thamdinh', late, 'verify')
      assert.equal((await open('btctw.chuyenvien', late)).standing, 'done-late')
    } finally {
      await setDay('2013-11-15')
    }
  })

  test('nobody confirms what they reported themselves, even with the right post', async () => {
    const id = await of('btctw.lanhdao', 'Ban Tổ chức Trung ương', 'Chủ trì nghiên cứu trình Bộ Chính trị về quan hệ')
    await step('btctw.chuyenvien', id, 'accept')
    await step('btctw.lanhdao', id, 'report', { text: 'Đã trình', file: 'to-trinh.txt' })
    const bodyId = (await open('btctw.lanhdao', id)).bodyId
    await house.db.updateTable('obligation').set({ verifierId: bodyId }).where('id', '=', id).execute()
    await refused(403, /Không ai xác nhận việc do chính mình báo cáo/, 'btctw.lanhdao', id, 'verify')
    await step('btctw.thamdinh', id, 'send-back', { text: 'Thiếu phụ lục' })
    await step('btctw.chuyenvien', id, 'report', { text: 'Đã bổ sung phụ lục', file: 'phu-luc.txt' })
    await refused(403, /Không ai xác nhận việc do chính mình báo cáo/, 'btctw.lanhdao', id, 'verify')
    assert.equal((await open('btctw.lanhdao', id)).events.includes('verify'), false)
    await step('btctw.thamdinh', id, 'verify')
  })

  test('of two who act on the same version exactly one wins, and only one step is written', async () => {
    const id = await of('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', review)
    const { version } = await open('tubacninh.chuyenvien', id)
    await as('tubacninh.lanhdao')
    const answers = await Promise.all(
      (['accept', 'return', 'accept', 'return'] as const).map((event, i) =>
        tryStep(i % 2 ? 'tubacninh.lanhdao' : 'tubacninh.chuyenvien', id, event, { text: 'cùng lúc', version }),
      ),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409])
    const { steps, version: now } = await open('tubacninh.chuyenvien', id)
    assert.deepEqual([steps.length, now], [1, version + 1])
  })

  describe('handed down', () => {
    let parent: string
    let district: { id: string; bodyId: string }
    before(async () => {
      parent = await of('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', proposal)
      await step('tubacninh.chuyenvien', parent, 'accept')
    })
    const bodyId = async (words: string) => (await (await as('quantri')).ask(organisations.searchBodies, { words }))[0]?.id as string

    test('goes only to bodies below, and to each once', async () => {
      const hand = (bodyIds: string[]) => ({ text: 'Giao thực hiện tại địa phương', bodyIds })
      const [own, sister, above] = await Promise.all(['Tỉnh ủy Bắc Ninh', 'Thành ủy Đà Nẵng', 'Bộ Chính trị'].map(bodyId))
      const below = await bodyId('Huyện ủy Tiên Du')
      for (const other of [own, sister, above])
        await refused(403, /trực thuộc/, 'tubacninh.chuyenvien', parent, 'hand-down', hand([below, other as string]))
      await refused(400, /Xin chọn ít nhất/, 'tubacninh.chuyenvien', parent, 'hand-down', hand([]))
      assert.deepEqual((await open('tubacninh.chuyenvien', parent)).children, [])
      await step('tubacninh.chuyenvien', parent, 'hand-down', hand([below]))
      await refused(409, /đã giao cho cơ quan đó/, 'tubacninh.chuyenvien', parent, 'hand-down', hand([below]))
      const { children, openChildren, steps } = await open('tubacninh.chuyenvien', parent)
      assert.deepEqual(
        [children.map(({ bodyName, state }) => [bodyName, state]), openChildren, steps.filter(({ event }) => event === 'hand-down').length],
        [[['Huyện ủy Tiên Du', 'given']], 1, 1],
      )
      district = children[0] as { id: string; bodyId: string }
      const child = await open('hutiendu.chuyenvien', district.id)
      assert.deepEqual([child.verifierName, child.parent, child.bodyId], ['Tỉnh ủy Bắc Ninh', null, below]) // what lies above is not theirs to see
      assert.equal((await open('tubacninh.chuyenvien', district.id)).parent?.id, parent)
    })

    test('is not offered where nobody stands below', async () => {
      const { rows } = await sql<{ username: string; id: string }>`
        select person.username, obligation.id from obligation join post on post.body_id = obligation.body_id and 'clerk' = any(post.duties)
        join holding on holding.post_id = post.id join person on person.id = holding.person_id
        where obligation.state = 'given' and not exists (select from body_version below where below.parent_id = obligation.body_id) limit 1`.execute(
        house.db,
      )
      const [leaf] = rows
      assert.ok(leaf, 'everybody who was given something has somebody below')
      await step(leaf.username, leaf.id, 'accept')
      assert.ok(!(await open(leaf.username, leaf.id)).events.includes('hand-down'))
      assert.ok((await open('tubacninh.chuyenvien', parent)).events.includes('hand-down'))
    })

    test('holds the one above open until it is done', async () => {
      await refused(409, /Còn 1 nhiệm vụ giao cấp dưới chưa xong/, 'tubacninh.chuyenvien', parent, 'report', { text: 'Xong', file: 'x.txt' })
      await refused(409, /Còn 1 nhiệm vụ/, 'btctw.chuyenvien', parent, 'withdraw', { text: 'rút lại' })
      await step('hutiendu.chuyenvien', district.id, 'accept')
      await step('hutiendu.chuyenvien', district.id, 'report', { text: 'Đã có đề án của huyện', file: 'de-an.txt' })
      await refused(409, /Còn 1 nhiệm vụ/, 'tubacninh.chuyenvien', parent, 'report', { text: 'Xong', file: 'x.txt' })
      await refused(409, /Không thể/, 'btctw.thamdinh', district.id, 'verify')
      await step('tubacninh.thamdinh', district.id, 'verify')
      await step('tubacninh.chuyenvien', parent, 'report', { text: 'Tỉnh và huyện đã xong', file: 'tong-hop.txt' })
      await step('btctw.thamdinh', parent, 'verify')
      await refused(409, /đã được báo cáo hoàn thành/, 'tubacninh.thamdinh', district.id, 'take-back', { text: 'Xem lại' })
      await step('btctw.thamdinh', parent, 'take-back', { text: 'Huyện cần bổ sung' })
      await step('btctw.thamdinh', parent, 'send-back', { text: 'Huyện cần bổ sung' })
      const { version } = await open('tubacninh.chuyenvien', parent)
      await step('tubacninh.thamdinh', district.id, 'take-back', { text: 'Xem lại' })
      await refused(409, /vừa được cập nhật/, 'tubacninh.chuyenvien', parent, 'report', { text: 'Xong', file: 'y.txt', version })
      await refused(409, /Còn 1 nhiệm vụ/, 'tubacninh.chuyenvien', parent, 'report', { text: 'Xong', file: 'y.txt' })
    })

    test('and reporting done at the same time never leave a closed parent with an open child', async () => {
      const id = await of('tudanang.chuyenvien', 'Thành ủy Đà Nẵng', proposal)
      await step('tudanang.chuyenvien', id, 'accept')
      const { version } = await open('tudanang.chuyenvien', id)
      const [file, below] = [(await (await as('tudanang.chuyenvien')).upload('a.txt', 'a')).body.id, await bodyId('Huyện ủy Hòa Vang')]
      const answers = await Promise.all([
        tryStep('tudanang.chuyenvien', id, 'report', { text: 'Xong', fileIds: [file], version }),
        tryStep('tudanang.chuyenvien', id, 'hand-down', { text: 'Giao huyện', bodyIds: [below], version }),
      ])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
      const { state, openChildren } = await open('tudanang.chuyenvien', id)
      assert.ok(state === 'reported' ? openChildren === 0 : openChildren === 1)
    })
  })

  describe('and who may see it', () => {
    test('evidence is handed out to who may see the obligation, and only under that obligation', async () => {
      const id = await of('bcsdbnv.chuyenvien', 'Ban cán sự đảng Bộ Nội vụ', 'Tham mưu Chính phủ sửa đổi, bổ sung các quy định về thi tuyển')
      await step('bcsdbnv.chuyenvien', id, 'accept')
      await step('bcsdbnv.chuyenvien', id, 'progress', { text: 'Kèm tệp', file: 'rieng-cua-bo.txt' })
      const fileId = (await open('bcsdbnv.chuyenvien', id)).steps[0]?.files[0]?.id as string
      const other = await of('bcsdbnv.chuyenvien', 'Ban cán sự đảng Bộ Nội vụ', 'Tham mưu Chính phủ chỉ đạo')
      const statusOf = async (who: string, obligationId: string) =>
        (await (await as(who)).try(endpoints.downloadEvidence, { obligationId: obligationId as never, fileId })).status
      for (const who of ['bcsdbnv.lanhdao', 'btctw.vanthu', 'bct.lanhdao', 'quantri']) assert.equal(await statusOf(who, id), 200, who)
      for (const who of ['tubacninh.chuyenvien', 'tudanang.lanhdao', 'xalacve.vanthu']) assert.equal(await statusOf(who, id), 404, who)
      assert.equal(await statusOf('bcsdbnv.chuyenvien', other), 404)
      assert.equal((await (await house.visit(null)).try(endpoints.downloadEvidence, { obligationId: id as never, fileId })).status, 401)
    })

    test('a body sees its own and what lies below; sisters see nothing of each other', async () => {
      const id = await of('tudanang.chuyenvien', 'Thành ủy Đà Nẵng', review)
      const sister = await as('tubacninh.chuyenvien')
      assert.equal((await sister.try(endpoints.openObligation, { obligationId: id as never })).status, 404)
      assert.equal((await sister.try(endpoints.obligationHistory, { obligationId: id as never })).status, 404)
      assert.equal((await sister.try(endpoints.takeStep, { obligationId: id as never, version: 1, event: 'accept' })).status, 404)
      const { rows } = await sister.ask(endpoints.listObligations, { directiveId: directiveId as never, limit: 500 })
      const reach = await house.db
        .selectFrom('bodyReach')
        .select('bodyId')
        .where('ancestorId', '=', rows.find(({ bodyName }) => bodyName === 'Tỉnh ủy Bắc Ninh')?.bodyId as string)
        .execute()
      const within = new Set(reach.map(({ bodyId }) => bodyId))
      assert.ok(rows.length > 0 && rows.every(({ bodyId }) => within.has(bodyId)))
    })

    test('an opinion is given by who coordinates, and changes nothing but the record', async () => {
      const id = await of('bcsdbnv.chuyenvien', 'Ban Tổ chức Trung ương', 'Chủ trì phối hợp với Học viện')
      const before = await open('btctw.chuyenvien', id)
      await step('bcsdbnv.chuyenvien', id, 'opinion', { text: 'Nhất trí với dự thảo' })
      const now = await open('btctw.chuyenvien', id)
      assert.deepEqual([now.state, now.steps[0]?.event, now.steps[0]?.body], [before.state, 'opinion', 'Ban cán sự đảng Bộ Nội vụ'])
      await refused(409, /Không thể/, 'bcsdbnv.chuyenvien', id, 'accept')
    })

    test('a secret directive is seen by the bodies named in it alone: not by those above, in no list, count or download', async () => {
      const clerk = await as('tubacninh.chuyenvien')
      const text = 'KẾ HOẠCH\nvề một việc kín\n1- Huyện ủy Tiên Du xây dựng đề án Zêta trước ngày 31-12-2013.'
      const read = await clerk.ask(directives.readDirective, { text })
      const draft = await clerk.ask(directives.openDirective, read)
      const own = { issuerName: 'Tỉnh ủy Bắc Ninh', issuerId: draft.ownerId as never, standingId: draft.ownerId as never, references: [] }
      const { kind, number, title, issuedOn, recipients } = draft
      await clerk.ask(directives.amendDirective, { ...read, version: 1, kind, number, title, issuedOn, recipients, secrecy: 'secret', ...own })
      await clerk.ask(directives.issueDirective, { ...read, version: 2 })
      const { rows } = await clerk.ask(endpoints.listObligations, read)
      const id = rows[0]?.id as never
      for (const [who, sees] of [
        ['hutiendu.chuyenvien', true],
        ['tubacninh.lanhdao', true],
        ['quantri', false],
        ['btctw.lanhdao', false],
        ['ubkttw.kiemtra', false],
        ['xalacve.vanthu', false],
        ['btctubacninh.chuyenvien', false],
      ] as const) {
        const visitor = await as(who)
        const statuses = await Promise.all([
          visitor.try(directives.openDirective, read),
          visitor.try(directives.downloadOriginal, read),
          visitor.try(endpoints.listTasks, read),
          visitor.try(endpoints.openObligation, { obligationId: id }),
          visitor.try(endpoints.obligationHistory, { obligationId: id }),
        ])
        assert.deepEqual(
          statuses.map(({ status }) => status),
          statuses.map(() => (sees ? 200 : 404)),
          who,
        )
        const listed = await visitor.ask(directives.listDirectives, { words: 'việc kín' })
        const held = await visitor.ask(endpoints.listObligations, { words: 'zêta' })
        assert.deepEqual([listed.total, listed.rows.length, held.total, held.rows.length], sees ? [1, 1, 1, 1] : [0, 0, 0, 0], who)
      }
    })
  })
})
