import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { endpoints as tasks } from '../contract.ts'
import { endpoints } from './contract.ts'

describe('several tasks of a draft at once', () => {
  let house: TestHouse
  let clerk: Visitor
  let directiveId: never
  let ids: never[]
  let body: { id: never; name: string }
  before(async () => {
    house = await openHouse('example')
    clerk = await house.visit('btctw.chuyenvien')
    const lines = [
      'KẾ HOẠCH',
      'Sửa nhà trẻ',
      'I. NHIỆM VỤ',
      '1. Rà soát nhà trẻ.',
      '2. Sở Y tế kiểm tra bếp ăn.',
      '3. Mua sắm đồ chơi.',
      '4. Sơn lại cổng trường.',
    ]
    directiveId = (await clerk.ask(directives.readDirective, { text: lines.join('\n') })).directiveId as never
    ids = (await all()).map(({ id }) => id as never)
    assert.equal(ids.length, 4)
    const [found] = await clerk.ask(organisations.searchBodies, { words: 'Văn phòng Trung ương Đảng' })
    body = found as never
  })
  after(() => house.close())

  const all = () => clerk.ask(tasks.listTasks, { directiveId })
  const leads = async () => (await all()).map(({ roles }) => roles.filter(({ role }) => role === 'lead').map(({ named }) => named))
  const lead = (taskIds: never[], instead: boolean) => ({
    directiveId,
    taskIds,
    role: 'lead' as const,
    named: body.name,
    bodyId: body.id,
    classId: null,
    instead,
  })

  test('a body is named in all of them, beside those named already or in their place, once', async () => {
    assert.deepEqual(await clerk.ask(endpoints.nameInTasks, lead(ids.slice(0, 2), false)), { changed: 2 })
    assert.deepEqual(await leads(), [[body.name], [body.name, 'Sở Y tế'], [], []])
    assert.deepEqual(await clerk.ask(endpoints.nameInTasks, lead(ids.slice(0, 2), false)), { changed: 0 })
    assert.deepEqual(await clerk.ask(endpoints.nameInTasks, lead(ids.slice(1, 3), true)), { changed: 2 })
    assert.deepEqual(await leads(), [[body.name], [body.name], [body.name], []])
    const [first, second] = await all()
    assert.deepEqual([first?.checked, first?.edited, second?.read?.roles.map(({ named }) => named)], [true, true, ['Sở Y tế']])
    // a name that the text has and the registry does not is matched where it stands
    const health = { directiveId, taskIds: [ids[3]] as never[], role: 'coordinate' as const, named: 'Sở Y tế', classId: null, instead: false }
    await clerk.ask(endpoints.nameInTasks, { ...health, bodyId: null })
    await clerk.ask(endpoints.nameInTasks, { ...health, named: 'sở Y tế', bodyId: body.id })
    const partners = (await all())[3]?.roles.filter(({ role }) => role === 'coordinate')
    assert.deepEqual(
      partners?.map(({ bodyId }) => bodyId),
      [body.id],
    )
    const both = await clerk.try(endpoints.nameInTasks, { ...lead(ids, true), classId: body.id })
    assert.equal(both.status, 400)
  })

  test('they are dropped for one reason and restored, and looked over; of what is so already nothing changes', async () => {
    assert.deepEqual(await clerk.ask(endpoints.dropTasks, { directiveId, taskIds: ids.slice(2), why: 'Không phải nhiệm vụ' }), { changed: 2 })
    assert.deepEqual(await clerk.ask(endpoints.dropTasks, { directiveId, taskIds: ids.slice(1), why: 'Không phải nhiệm vụ' }), { changed: 1 })
    assert.deepEqual(
      (await all()).map(({ droppedWhy }) => droppedWhy),
      [null, ...ids.slice(1).map(() => 'Không phải nhiệm vụ')],
    )
    assert.match((await clerk.try(endpoints.nameInTasks, lead(ids, true))).body.message ?? '', /vừa bị bỏ/)
    assert.deepEqual(await clerk.ask(endpoints.restoreTasks, { directiveId, taskIds: ids }), { changed: 3 })
    assert.deepEqual(await clerk.ask(endpoints.checkTasks, { directiveId, taskIds: ids, checked: true }), { changed: 0 })
    assert.deepEqual(await clerk.ask(endpoints.checkTasks, { directiveId, taskIds: ids, checked: false }), { changed: 4 })
  })

  test('what was joined into another is parted by itself; nothing is done where one is not of the draft, or for whoever has no part in it', async () => {
    await clerk.ask(tasks.mergeTasks, { directiveId, taskIds: ids.slice(2) })
    assert.match((await clerk.try(endpoints.restoreTasks, { directiveId, taskIds: ids })).body.message ?? '', /đã gộp/)
    const stray = [ids[0], crypto.randomUUID()] as never[]
    assert.equal((await clerk.try(endpoints.dropTasks, { directiveId, taskIds: stray, why: 'Thử' })).status, 404)
    assert.equal((await all())[0]?.droppedWhy, null)
    const other = await house.visit('tubacninh.chuyenvien')
    assert.equal((await other.try(endpoints.dropTasks, { directiveId, taskIds: ids, why: 'Thử' })).status, 404)
  })
})
