import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints } from './contract.ts'

let house: TestHouse
let clerk: Visitor
before(async () => {
  house = await openHouse('example')
  clerk = await house.visit('btctw.chuyenvien')
})
after(() => house.close())

test('a task that is parted leaves each part those named in it, and both whoever stands in both or in neither', async () => {
  const order = 'Văn phòng Tỉnh ủy rà soát hồ sơ; Ban Tổ chức Tỉnh ủy phối hợp với Sở Nội vụ lập danh sách cán bộ.'
  const text = ['KẾ HOẠCH', 'Sắp xếp hồ sơ cán bộ', 'I. NHIỆM VỤ', `1. ${order}`].join('\n')
  const { directiveId } = await clerk.ask(directives.readDirective, { text })
  const [task] = await clerk.ask(endpoints.listTasks, { directiveId })
  assert.ok(task)
  const { product, condition, isStanding } = task
  const role = (role: 'lead' | 'coordinate' | 'follow-up', named: string) => ({ role, named, bodyId: null, classId: null })
  const roles = [
    role('lead', 'Văn phòng Tỉnh ủy'),
    role('lead', 'Ban Tổ chức Tỉnh uỷ'),
    role('coordinate', 'Sở Nội vụ'),
    role('follow-up', 'Bí thư Tỉnh ủy'),
  ]
  const { version } = await clerk.ask(endpoints.editTask, {
    ...{ text: task.text, product, condition, isStanding, milestones: [] },
    ...{ taskId: task.id as never, version: task.version, roles },
  })
  await clerk.ask(endpoints.splitTask, { taskId: task.id as never, version, at: task.text.indexOf('Ban Tổ chức') })
  assert.deepEqual(
    (await clerk.ask(endpoints.listTasks, { directiveId })).map(({ roles }) => roles.map(({ named }) => named)),
    [
      ['Văn phòng Tỉnh ủy', 'Bí thư Tỉnh ủy'],
      ['Ban Tổ chức Tỉnh uỷ', 'Sở Nội vụ', 'Bí thư Tỉnh ủy'],
    ],
  )
})
