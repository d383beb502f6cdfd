import { randomUUID } from 'node:crypto'
import type { Database } from '../kernel/database.ts'
import type { Office, Person } from '../kernel/serve.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints, type Facts, type PlanEvent } from '../plans/contract.ts'
import { endpoints as orders } from '../plans/orders/contract.ts'
import { actingAs, at } from './acting.ts'

type Said = { text?: string; remarks?: { itemId: never; text: string }[]; number?: string; issuedOn?: string; signer?: string }
type Step = { day: string; event: PlanEvent; by?: 'approver' } & Said

/** What a body writes into its plan beside what lies on it: figures and days of its own. */
type Work = { units: number; lead: string; until: string; own: readonly string[] }

/** How a body goes about its plan, as days and moves; without work of its own it leaves what was brought in as it is. */
type Course = { body: string; work: Work | null; steps: readonly Step[] }

const dayOf = (day: string, event: PlanEvent, said: Said & { by?: 'approver' } = {}): Step => ({ day, event, ...said })
const passed = (number: string, days: readonly [string, string, string, string, string], signer: string): Step[] => [
  dayOf(days[0], 'start'),
  dayOf(days[1], 'submit'),
  dayOf(days[2], 'appraise', { by: 'approver' }),
  dayOf(days[3], 'approve', { by: 'approver', text: 'Đủ nội dung theo hướng dẫn.' }),
  dayOf(days[4], 'issue', { number, issuedOn: days[4], signer }),
]

const district = (units: number, until: string, ...own: string[]): Work => ({ units, until, own, lead: 'Ban Tổ chức' })

/** The districts first, as they plan; then communes under one that has issued its plan. */
const courses: readonly Course[] = [
  {
    body: 'Huyện ủy Gia Bình',
    work: district(14, '2013-11-08', 'Giao Trung tâm Bồi dưỡng chính trị huyện mở 2 lớp quán triệt Kết luận cho 186 cấp ủy viên cơ sở'),
    steps: passed('21-KH/HU', ['2013-09-03', '2013-09-24', '2013-09-26', '2013-10-01', '2013-10-03'], 'Nguyễn Đức Toàn'),
  },
  {
    body: 'Huyện ủy Lương Tài',
    work: district(13, '2013-11-12', 'Sáp nhập thí điểm Trạm Khuyến nông với Trạm Bảo vệ thực vật huyện, trình Thường trực Huyện ủy phương án'),
    steps: [
      ...passed('17-KH/HU', ['2013-09-05', '2013-10-02', '2013-10-07', '2013-10-09', '2013-10-11'], 'Phạm Văn Thịnh'),
      dayOf('2013-11-11', 'amend', { text: 'Điều chỉnh thời hạn rà soát theo tiến độ bàn giao hồ sơ biên chế của 2 đơn vị.' }),
    ],
  },
  {
    body: 'Huyện ủy Quế Võ',
    work: district(15, '2013-11-15', 'Khảo sát việc bố trí bí thư đồng thời là chủ tịch tại 3 xã: Phượng Mao, Việt Hùng, Bồng Lai'),
    steps: passed('19-KH/HU', ['2013-09-10', '2013-10-11', '2013-10-16', '2013-11-05', '2013-11-07'], 'Nguyễn Nhân Chiến').slice(0, 4),
  },
  {
    body: 'Huyện ủy Thuận Thành',
    work: { ...district(14, '2013-11-18'), lead: '' },
    steps: [
      dayOf('2013-09-16', 'start'),
      dayOf('2013-10-14', 'submit'),
      dayOf('2013-10-18', 'return', {
        by: 'approver',
        text: 'Kế hoạch còn chép lại nội dung kế hoạch của tỉnh, chưa nêu cơ quan chủ trì và thời hạn riêng từng việc; đề nghị bổ sung, trình lại trước ngày 22-11-2013.',
      }),
    ],
  },
  {
    body: 'Huyện ủy Yên Phong',
    work: district(16, '2013-11-14', 'Rà soát 27 trưởng, phó phòng giữ chức quá hai nhiệm kỳ, đề xuất luân chuyển'),
    steps: [dayOf('2013-09-20', 'start'), dayOf('2013-11-13', 'submit')],
  },
  {
    body: 'Thị ủy Từ Sơn',
    work: district(12, '2013-11-10', 'Xây dựng đề án khoán biên chế 12 phường, xã gắn với quỹ lương'),
    steps: passed('33-KH/TU', ['2013-08-30', '2013-09-18', '2013-09-20', '2013-09-25', '2013-09-27'], 'Nguyễn Xuân Thu'),
  },
  {
    body: 'Huyện ủy Tiên Du',
    work: district(15, '2013-11-16', 'Lập bảng tổng hợp biên chế giao và có mặt của 15 cơ quan, đơn vị thuộc huyện đến ngày 31-10-2013'),
    steps: [dayOf('2013-10-02', 'start')],
  },
  ...['Đảng ủy phường Đông Ngàn', 'Đảng ủy phường Đồng Kỵ', 'Đảng ủy phường Trang Hạ', 'Đảng ủy xã Hương Mạc'].map(
    (body, i): Course => ({
      body,
      work:
        i === 2
          ? null
          : {
              units: 7 + i,
              lead: 'Thường trực Đảng ủy',
              until: `2013-10-2${3 + i}`,
              own: [`Tổ chức ${2 + i} hội nghị quán triệt Kết luận tại ${7 + i} chi bộ khu phố, thôn`],
            },
      steps: [dayOf('2013-10-07', 'start'), ...(i < 3 ? [dayOf(`2013-10-1${5 + i}`, 'submit')] : [])],
    }),
  ),
]

/** The province orders plans of its districts and communes, and they make them: issued, amended, approved, returned, waiting, being written, owed. */
export async function loadPlans(db: Database, office: Office, provincial: string): Promise<void> {
  const directiveId = provincial as never
  const clerk = await actingAs(db, 'tubacninh.chuyenvien')
  const approver = await actingAs(db, 'tubacninh.thamdinh')
  const moment = at('2013-08-23T10:00')
  const classes = await office.answer(organisations.listClasses, clerk, {}, moment)
  const classId = (name: string) => classes.find((one) => one.name === name)?.id as never
  const [asked] = await office.answer(orders.suggestPlanOrder, clerk, { directiveId }, moment)
  const order = {
    directiveId,
    taskId: (asked?.taskId ?? null) as never,
    title: asked?.title ?? 'Xây dựng kế hoạch cụ thể của cấp mình',
    note: 'Nêu rõ việc, người chủ trì, sản phẩm và thời hạn; không chép lại kế hoạch của cấp trên.',
    parts: [
      { classId: classId('cấp ủy huyện'), dueOn: '2013-10-15', approver: 'ordering' as const, form: 'kế hoạch' },
      { classId: classId('đảng ủy xã, phường, thị trấn'), dueOn: '2013-11-30', approver: 'superior' as const, form: 'kế hoạch' },
    ],
  }
  await office.answer(orders.createPlanOrder, clerk, order, moment)
  for (const [turn, course] of courses.entries()) await live({ db, office, directiveId, approver }, course, turn)
}

type House = { db: Database; office: Office; directiveId: never; approver: Person }

async function live({ db, office, directiveId, approver }: House, { body, work, steps }: Course, turn: number): Promise<void> {
  const clerk = await actingAs(db, null, body)
  const { rows } = await office.answer(endpoints.listPlans, clerk, { directiveId, words: body }, at('2013-08-24T08:00'))
  const planId = rows.find(({ bodyName }) => bodyName === body)?.id as never
  for (const { day, event, by, ...said } of steps) {
    const moment = at(`${day}T${String(8 + (turn % 8)).padStart(2, '0')}:${String((turn * 11) % 60).padStart(2, '0')}`)
    const { version } = await office.answer(endpoints.openPlan, clerk, { planId }, moment)
    await office.answer(endpoints.takePlanStep, by ? approver : clerk, { planId, version, event, ...said }, moment)
    if (event === 'start' && work) await write({ office, clerk, planId, moment }, work)
    if (event === 'amend') await postpone({ office, clerk, planId, moment })
  }
}

type Desk = { office: Office; clerk: Person; planId: never; moment: ReturnType<typeof at> }

/** Fills a plan that was just begun: what was brought in gets its lead and product, what is the body's own is added under headings. */
async function write({ office, clerk, planId, moment }: Desk, { units, lead, until, own }: Work): Promise<void> {
  const plan = await office.answer(endpoints.openPlan, clerk, { planId }, moment)
  const [spread, review, check] = ['Công tác tuyên truyền, quán triệt', 'Rà soát tổ chức, biên chế', 'Kiểm tra, báo cáo']
  const product = `Báo cáo kết quả rà soát ${units} cơ quan, đơn vị`
  for (const { id, dueOn } of plan.rows) {
    const changes: Partial<Facts> = { part: review, product, lead, dueOn: dueOn && dueOn < until ? dueOn : until }
    await office.answer(endpoints.savePlanItem, clerk, { itemId: id as never, was: {}, changes }, moment)
  }
  const answers = {
    obligationIds: plan.obligations
      .filter(({ isPlanItself }) => !isPlanItself)
      .map(({ id }) => id)
      .slice(0, 1),
    superiorItemIds: plan.above.slice(0, 1).map(({ id }) => id),
  }
  const checked = {
    part: check,
    text: `Kiểm tra việc rà soát tại ${Math.ceil(units / 4)} đơn vị, thông báo kết quả đến cấp ủy cơ sở`,
    product: 'Thông báo kết quả kiểm tra',
    lead: 'Ủy ban Kiểm tra',
  }
  const items = [...own.map((text) => ({ part: spread, text, lead })), ...(lead ? [checked] : [])]
  if (items.length === 0) return
  const sent = items.map((item) => ({ id: randomUUID(), dueOn: until, ...item, ...answers }))
  await office.answer(endpoints.addPlanItems, clerk, { planId, behindId: (plan.rows.at(-1)?.id ?? null) as never, items: sent }, moment)
}

/** Puts the end of a plan's first item off to the last day that what it answers leaves. */
async function postpone({ office, clerk, planId, moment }: Desk): Promise<void> {
  const { rows, obligations } = await office.answer(endpoints.openPlan, clerk, { planId }, moment)
  const [item] = rows
  const last = obligations.find(({ id }) => item?.obligationIds.includes(id))?.finalDue ?? null
  const changes = { dueOn: last, note: 'Điều chỉnh theo tiến độ bàn giao hồ sơ biên chế.' }
  if (item) await office.answer(endpoints.savePlanItem, clerk, { itemId: item.id as never, was: {}, changes }, moment)
}
