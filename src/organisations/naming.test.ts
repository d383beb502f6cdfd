import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import mammoth from 'mammoth'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { take } from '../../test/story.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as plans } from '../plans/contract.ts'
import { endpoints as orders } from '../plans/orders/contract.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints as urging } from '../urging/contract.ts'
import { endpoints } from './contract.ts'

describe('bodies are called as they are on the day', () => {
  let house: TestHouse
  let admin: Visitor
  let province: Visitor
  let district: Visitor
  let bodyId: never
  let directiveId: never
  let obligationId: never
  before(async () => {
    house = await openHouse()
    ;[admin, province, district] = (await Promise.all(
      ['quantri', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor]
    await setClockDay(house.db, '2013-11-12')
    bodyId = (await admin.ask(endpoints.searchBodies, { words: 'Huyện ủy Tiên Du' }))[0]?.id as never
    const issued = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trong ngày 13-11-2013.'])
    directiveId = issued.directiveId as never
    obligationId = issued.obligations[0]?.id as never
  })
  after(() => house.close())

  const old = 'Huyện ủy Tiên Du'
  const rename = async (name: string, from: string) => {
    const { shortName, kind, level, parentId } = await admin.ask(endpoints.openBody, { bodyId, asOf: from })
    await admin.ask(endpoints.amendBody, { bodyId, name, shortName, kind, level, parentId: parentId as never, from })
  }
  const lines = async (words?: string) =>
    (await province.ask(tasks.listObligations, { directiveId, ...(words ? { words } : {}) })).rows.map(({ bodyName }) => bodyName)
  const stepsBy = async () =>
    (await province.ask(tasks.openObligation, { obligationId })).steps.filter(({ event }) => event === 'accept').map(({ body }) => body)

  test('a name in force only later is shown nowhere before; one of today is shown in lists; letters, steps and orders keep that of their day', async () => {
    await take(district, obligationId, { event: 'accept' })
    await province.ask(dissemination.startDissemination, { directiveId, way: 'at-once', receiveBy: '2013-11-20' } as never)
    await province.ask(orders.createPlanOrder, {
      directiveId,
      title: 'Xây dựng kế hoạch thực hiện',
      parts: [{ bodyId, dueOn: '2013-12-30', approver: 'superior', form: 'kế hoạch' }],
    } as never)
    await setClockDay(house.db, '2013-11-14')
    const { actId } = await province.ask(urging.urge, {
      obligationIds: [obligationId],
      answerBy: '2013-11-25',
      words: 'Đề nghị khẩn trương.',
      number: '915-CV/TU',
    } as never)

    await rename('Đảng ủy TƯƠNG LAI', '2014-06-01')
    const plan = async () => (await province.ask(plans.listPlans, { directiveId, limit: 5, offset: 0 } as never)).rows[0]?.bodyName
    const receipt = async () => {
      const { rows } = await district.ask(dissemination.listIncoming, {})
      return rows.find((row) => row.directiveId === directiveId)?.bodyName
    }
    const letter = async () =>
      (await mammoth.extractRawText({ buffer: (await province.ask(urging.downloadUrgingLetters, { actId })) as never })).value
    const urged = async () => (await province.ask(urging.listUrgings, { obligationId } as never)).rows[0]?.bodyName
    assert.deepEqual([await lines(), await lines('tuong lai')], [[old], []])
    assert.deepEqual([await plan(), await receipt(), await urged(), await stepsBy()], [old, old, old, [old]])
    assert.match(await letter(), /Kính gửi: Huyện ủy Tiên Du/)
    const [commune] = await admin.ask(endpoints.searchBodies, { words: 'Đảng ủy xã Lạc Vệ' })
    assert.equal((await admin.ask(endpoints.openBody, { bodyId: commune?.id as never })).versions[0]?.parentName, old)
    assert.equal((await province.ask(overview.listBoardBodies, { directiveId } as never)).rows[0]?.name, old)

    await setClockDay(house.db, '2014-06-02')
    const next = 'Đảng ủy TƯƠNG LAI'
    assert.deepEqual([await lines(), await lines('tuong lai')], [[next], [next]])
    assert.deepEqual([await plan(), await receipt(), await urged(), await stepsBy()], [next, next, old, [old]])
    assert.match(await letter(), /Kính gửi: Huyện ủy Tiên Du/)
    const history = await province.ask(tasks.obligationHistory, { obligationId })
    assert.ok(history.length > 0 && history.every(({ body }) => !/TƯƠNG LAI/.test(body ?? '')))
  })

  test('a body is found by a name it had, after the one that has it now; not by one it will have', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { kind, level, parentId } = await admin.ask(endpoints.openBody, { bodyId })
    const facts = { shortName: '', kind, level, parentId: parentId as never }
    const other = await admin.ask(endpoints.createBody, { ...facts, name: 'Huyện ủy Tiên Sơn', from: '2013-06-01' })
    await admin.ask(endpoints.amendBody, { bodyId: other.bodyId, ...facts, name: 'Huyện ủy Từ Sơn Mới', from: '2013-09-01' })
    await admin.ask(endpoints.amendBody, { bodyId: other.bodyId, ...facts, name: 'Huyện ủy Mai Sau', from: '2014-09-01' })
    const found = async (words: string) => (await admin.ask(endpoints.searchBodies, { words })).map((body) => body.name)
    assert.equal((await found('huyen uy tien son'))[0], 'Huyện ủy Từ Sơn Mới')
    assert.ok((await admin.ask(endpoints.listBodies, { words: 'huyen uy tien son' })).rows.some((body) => body.name === 'Huyện ủy Từ Sơn Mới'))
    assert.ok(!(await found('huyen uy mai sau')).includes('Huyện ủy Từ Sơn Mới'))
    await admin.ask(endpoints.createBody, { ...facts, name: 'Huyện ủy Tiên Sơn', from: '2013-11-15' })
    assert.deepEqual((await found('huyen uy tien son')).slice(0, 2), ['Huyện ủy Tiên Sơn', 'Huyện ủy Từ Sơn Mới'])
  })

  test('for the issuer of a directive what is called so in its field and bloc comes first, and classes count its field', async () => {
    const issuer = async (name: string) => (await admin.ask(endpoints.searchBodies, { words: name }))[0]?.id as never
    const nearest = async (words: string, issuerId: never) => (await admin.ask(endpoints.searchBodies, { words, issuerId }))[0]?.name
    const [party, state] = [await issuer('Tỉnh ủy Bắc Ninh'), await issuer('Ủy ban nhân dân tỉnh Bắc Ninh')]
    assert.deepEqual(
      [await nearest('văn phòng', party), await nearest('văn phòng', state), await nearest('thanh tra', state)],
      ['Văn phòng Tỉnh ủy Bắc Ninh', 'Văn phòng Ủy ban nhân dân tỉnh Bắc Ninh', 'Thanh tra tỉnh Bắc Ninh'],
    )
    // what is called exactly so goes first, wherever it is
    assert.equal(await nearest('Văn phòng Chính phủ', party), 'Văn phòng Chính phủ')
    const count = async (asked: object) =>
      (await admin.ask(endpoints.listClasses, asked)).find(({ name }) => name === 'đảng ủy xã, phường, thị trấn')?.bodies ?? 0
    const [all, own] = [await count({}), await count({ issuerId: party })]
    assert.ok(own > 0 && own < all, `${own} of ${all}`)
  })
})
