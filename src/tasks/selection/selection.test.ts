import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { endpoints as tasks } from '../contract.ts'
import { endpoints } from './contract.ts'

const text = `Hà Nội, ngày 5 tháng 3 năm 2013
THÔNG BÁO
về công tác tuyên truyền
I- ĐÁNH GIÁ
1- Công tác tuyên truyền được
quan tâm.
II- NỘI DUNG
1- Ban Tuyên giáo Trung ương:
a) Phối hợp với Ban Dân
vận Trung ương tổ chức hội nghị, báo cáo Ban Bí thư trước ngày 15/12.
b) Hội Tin học biên soạn tài liệu.
2- Văn phòng Trung ương Đảng theo dõi, đôn đốc.`

describe('a selection of a draft', () => {
  let house: TestHouse
  let clerk: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('btctw.chuyenvien')
    directiveId = (await clerk.ask(directives.readDirective, { text, again: true })).directiveId as never
  })
  after(() => house.close())
  const stretch = (first: string, last = first) => {
    const from = text.indexOf(first)
    return { directiveId, from, to: text.indexOf(last, from) + last.length }
  }
  const read = (first: string, last?: string) => clerk.ask(endpoints.readSelection, stretch(first, last))

  test('is read as the tasks were: without its number, in the light of the headings and the day of the document, names matched', async () => {
    const { orders, whole } = await read('a) Phối hợp', 'trước ngày 15/12.')
    assert.equal(whole, null)
    const [order] = orders
    assert.equal(order?.text, 'Phối hợp với Ban Dân vận Trung ương tổ chức hội nghị, báo cáo Ban Bí thư trước ngày 15/12.')
    assert.equal(order?.address, 'II.1.a')
    assert.deepEqual(
      order?.roles.map(({ role, named, bodyId }) => [role, named, bodyId !== null]),
      [
        ['lead', 'Ban Tuyên giáo Trung ương', true],
        ['coordinate', 'Ban Dân vận Trung ương', true],
        ['submit-to', 'Ban Bí thư', true],
      ],
    )
    assert.deepEqual(
      order?.milestones.map(({ due }) => due),
      ['2013-12-14'],
    )
  })

  test('names stand for what the clerk has said they stand for', async () => {
    const [found] = await clerk.ask(organisations.searchBodies, { words: 'Ban Dân vận Trung ương' })
    await clerk.ask(tasks.matchName, { directiveId, named: 'Hội Tin học', bodyId: found?.id as never, classId: null })
    assert.equal((await read('b) Hội Tin học', 'tài liệu.')).orders[0]?.roles.find(({ named }) => named === 'Hội Tin học')?.bodyId, found?.id)
  })

  test('with several orders gives each, and the whole as one task', async () => {
    const { orders, whole } = await read('a) Phối hợp', 'đôn đốc.')
    assert.deepEqual(
      orders.map(({ address }) => address),
      ['II.1.a', 'II.1.b', 'II.2'],
    )
    assert.match(whole?.text ?? '', /^Phối hợp với .* tài liệu\. 2- Văn phòng .* đôn đốc\.$/)
    assert.deepEqual(
      whole?.roles.filter(({ role }) => role === 'lead').map(({ named }) => named),
      ['Ban Tuyên giáo Trung ương', 'Hội Tin học', 'Văn phòng Trung ương Đảng'],
    )
    assert.deepEqual(
      whole?.roles.filter(({ role }) => role === 'follow-up').map(({ named }) => named),
      ['Văn phòng Trung ương Đảng'],
    )
  })

  test('becomes a task whose names and days are marked where they stand, broken over lines or not', async () => {
    const { from, to } = stretch('a) Phối hợp', 'trước ngày 15/12.')
    const [order] = (await read('a) Phối hợp', 'trước ngày 15/12.')).orders
    assert.ok(order)
    const { taskId } = await clerk.ask(tasks.addTask, { ...order, directiveId, roles: order.roles as never, from, to })
    const task = (await clerk.ask(tasks.listTasks, { directiveId })).find(({ id }) => id === taskId)
    const marked = [...(task?.roles ?? []), ...(task?.milestones ?? [])].map((one) => one.from !== null && text.slice(one.from, one.to as number))
    assert.deepEqual(marked, [false, 'Ban Dân\nvận Trung ương', 'Ban Bí thư', 'trước ngày 15/12'])
  })

  test('where the reader sees no order, its words are offered all the same', async () => {
    assert.deepEqual(
      (await read('1- Công tác', 'quan tâm.')).orders.map(({ text, roles }) => [text, roles]),
      [['Công tác tuyên truyền được quan tâm.', []]],
    )
  })

  test('a stretch outside the text, or of another’s draft, is refused', async () => {
    const beyond = await clerk.try(endpoints.readSelection, { directiveId, from: 3, to: text.length + 50 })
    assert.deepEqual([beyond.status, beyond.body.message], [400, 'Đoạn được chọn không nằm trong văn bản.'])
    assert.equal((await clerk.try(endpoints.readSelection, { directiveId, from: 9, to: 9 })).status, 400)
    const stranger = await house.visit('tubacninh.chuyenvien')
    assert.equal((await stranger.try(endpoints.readSelection, stretch('a) Phối hợp'))).status, 404)
  })
})
