import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, step } from '../../../test/plans.ts'
import { headPostOf, isSigningPost } from '../../paper/layouts.ts'
import { endpoints as orders } from '../orders/contract.ts'

test('who heads a body is known by its name, and nothing is said where it is not', () => {
  const known = {
    'Tỉnh ủy Bắc Ninh': 'Bí thư',
    'Đảng ủy xã Cảnh Hưng': 'Bí thư',
    'UBND huyện Tiên Du': 'Chủ tịch',
    'Ủy ban Kiểm tra Huyện ủy': 'Chủ nhiệm',
    'Sở Nội vụ': 'Giám đốc',
    'Bộ Nội vụ': 'Bộ trưởng',
    'Ban Tổ chức Tỉnh ủy': 'Trưởng ban',
    'Văn phòng Huyện ủy': 'Chánh Văn phòng',
    'Phòng Nội vụ': 'Trưởng phòng',
    'Bộ Chỉ huy Quân sự tỉnh': '',
    'Ban Chấp hành Trung ương': '',
    'Nhà xuất bản': '',
  }
  for (const [name, post] of Object.entries(known)) assert.equal(headPostOf(name), post, name)
  assert.deepEqual(['Phó Bí thư Thường trực', 'Chánh án', 'Chuyên viên'].map(isSigningPost), [true, false, false])
})

describe('the heading and grounds of a plan whose directive has no number', () => {
  let house: TestHouse
  let directiveId: never
  const { sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
  })
  after(() => house.close())

  for (const [title, heading, grounds] of [
    [
      'thực hiện Kết luận số 64-KL/TW',
      'thực hiện Kế hoạch của Tỉnh ủy Bắc Ninh',
      'Căn cứ Kế hoạch của Tỉnh ủy Bắc Ninh thực hiện Kết luận số 64-KL/TW; Huyện ủy Tiên Du ban hành kế hoạch thực hiện như sau:',
    ],
    [
      'về rà soát tổ chức bộ máy',
      'thực hiện Kế hoạch của Tỉnh ủy Bắc Ninh về rà soát tổ chức bộ máy',
      'Thực hiện Kế hoạch của Tỉnh ủy Bắc Ninh về rà soát tổ chức bộ máy; Huyện ủy Tiên Du ban hành kế hoạch thực hiện như sau:',
    ],
  ] as const)
    test(`«${title}»`, async () => {
      directiveId = await sentOut(title)
      const province = await house.visit('tubacninh.chuyenvien')
      const parts = [{ level: 'district' as const, dueOn: '2013-12-30', approver: 'ordering' as const, form: 'kế hoạch' }]
      await province.ask(orders.createPlanOrder, { directiveId, title: 'Xây dựng kế hoạch', parts })
      const clerk = await clerkOf(house, 'Huyện ủy Tiên Du')
      await step(clerk, (await findPlanOf(clerk, directiveId, 'Huyện ủy Tiên Du')).id, 'start')
      const plan = await findPlanOf(clerk, directiveId, 'Huyện ủy Tiên Du')
      assert.deepEqual([plan.title, plan.grounds], [heading, grounds])
    })
})
