import { comparePlan } from '../src/plans/likeness/comparing.ts'
import type { TestHouse } from './kit.ts'
import { addOrder, addPlan, forgetPlans, type ItemToAdd } from './planRows.ts'
import { provincialPlan } from './plans.ts'

const at = '2013-11-15T02:00:00Z'

const itemsOf = (place: string, days: readonly [string, string, string, string], own: readonly ItemToAdd[] = []): ItemToAdd[] => [
  {
    text: `Tổ chức hội nghị cán bộ chủ chốt toàn huyện ${place} để quán triệt, mời báo cáo viên của Tỉnh ủy; chi bộ nơi cư trú sinh hoạt chuyên đề trong cùng tháng`,
    product: 'Biên bản hội nghị, danh sách dự',
    lead: `Ban Tuyên giáo Huyện ủy ${place}`,
    dueOn: days[0],
  },
  {
    text: 'Lập bảng đối chiếu chức năng, nhiệm vụ của từng phòng, ban; đánh dấu chỗ trùng lặp, chỗ bỏ trống và đề xuất nơi giữ, nơi thôi',
    product: 'Bảng đối chiếu',
    lead: `Ban Tổ chức Huyện ủy ${place}`,
    fromOn: '2013-11-18',
    dueOn: days[1],
  },
  {
    text: 'Rà soát cán bộ không chuyên trách ở xã, thôn, khu phố; xây dựng phương án kiêm nhiệm gắn với khoán kinh phí',
    product: 'Phương án kiêm nhiệm',
    dueOn: days[2],
  },
  {
    text: 'Kiểm tra việc thực hiện tại các đảng bộ trực thuộc, báo cáo Ban Thường vụ trước kỳ họp cuối năm',
    lead: `Ủy ban Kiểm tra Huyện ủy ${place}`,
    dueOn: days[3],
  },
  ...own,
]

/** Plans of a province and three of its districts, one of which has taken another's over with days of its own; compared as at submission. */
export async function playAlike(house: TestHouse) {
  await forgetPlans(house.db)
  const directiveId = await provincialPlan(await house.visit('tubacninh.chuyenvien'))
  const bodyOf = async (name: string) =>
    (await house.db.selectFrom('bodyVersion').select('bodyId').where('name', '=', name).limit(1).executeTakeFirstOrThrow()).bodyId
  const province = await bodyOf('Tỉnh ủy Bắc Ninh')
  const orderId = await addOrder(house.db, { directiveId, orderedBy: province })
  const add = async (name: string, items: ItemToAdd[], superiorId: string | null, submittedOn: string) => {
    const bodyId = await bodyOf(name)
    const title = `Kế hoạch của ${name}`
    const { planId } = await addPlan(house.db, { orderId, directiveId, bodyId, approverId: province, superiorId, items, submittedOn, title })
    return planId
  }
  const superior = await add(
    'Tỉnh ủy Bắc Ninh',
    [
      {
        text: 'Kiểm tra việc thực hiện tại các đảng bộ trực thuộc, báo cáo Ban Thường vụ Tỉnh ủy trước ngày 25-12-2013; chọn 2 huyện làm điểm',
        lead: 'Ủy ban Kiểm tra Tỉnh ủy',
        dueOn: '2013-12-25',
      },
    ],
    null,
    '2013-10-20',
  )
  const original = await add('Huyện ủy Tiên Du', itemsOf('Tiên Du', ['2013-11-22', '2013-12-06', '2013-12-16', '2013-12-20']), superior, '2013-11-04')
  const copy = await add(
    'Huyện ủy Quế Võ',
    itemsOf(
      'Quế Võ',
      ['2013-11-29', '2013-12-06', '2013-12-18', '2013-12-27'],
      [
        {
          text: 'Sáp nhập 3 trạm thú y, bảo vệ thực vật, khuyến nông thành một trung tâm tại thị trấn Phố Mới; điều chuyển 11 viên chức',
          product: 'Quyết định thành lập',
          lead: 'Phòng Nội vụ',
          dueOn: '2013-12-30',
        },
      ],
    ),
    superior,
    '2013-11-12',
  )
  const stranger = await add(
    'Huyện ủy Gia Bình',
    [
      {
        text: 'Khảo sát 14 xã về mô hình bí thư đồng thời là chủ tịch, chọn Đông Cứu và Xuân Lai làm điểm rồi nhân rộng trong quý I năm 2014',
        lead: 'Ban Tổ chức Huyện ủy Gia Bình',
        dueOn: '2014-03-31',
      },
    ],
    superior,
    '2013-11-08',
  )
  for (const planId of [superior, original, copy, stranger]) await comparePlan(house.db, planId, at)
  return { directiveId, superior, original, copy }
}
