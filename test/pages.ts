import { sql } from 'kysely'
import { endpoints as dissemination } from '../src/dissemination/contract.ts'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints as people } from '../src/people/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import { endpoints as urging } from '../src/urging/contract.ts'
import { playAlike } from './alike.ts'
import type { TestHouse } from './kit.ts'
import { signedPlan, workOut } from './otherFile.ts'
import { fillPlans } from './planRows.ts'
import { playPlans } from './plans.ts'
import { planCalled, playChanges } from './playedChanges.ts'
import { findObligation, findPlan, playPlan } from './story.ts'

/** A page to open: what it is called, who opens it (nobody: signed out), its address. */
export type PageToOpen = [name: string, username: string | null, address: string]

/** Every page of the product in three houses: an empty one, the example as it opens, the example with the plan under way. */
export const pagesToOpen: [template: 'example' | 'empty', pages: (house: TestHouse) => Promise<PageToOpen[]>][] = [
  ['empty', async () => [['bat-dau', null, '/start']]],
  [
    'example',
    async (house) => {
      const clerk = await house.visit('btctw.chuyenvien')
      const plan = await findPlan(clerk)
      const other = await workOut(clerk, 'ban-ky.txt', await signedPlan())
      return [
        ['dang-nhap', null, '/sign-in'],
        ['viec-cua-toi-nhap', 'btctw.chuyenvien', '/'],
        ['van-ban-moi', 'btctw.chuyenvien', '/directives/new'],
        ['ra-soat', 'btctw.chuyenvien', `/directives/${plan}/review`],
        ['so-sanh-chon-tep', 'btctw.chuyenvien', `/directives/${plan}/compare`],
        ['so-sanh', 'btctw.chuyenvien', `/directives/${plan}/compare?file=${other}`],
      ]
    },
  ],
  [
    'example',
    async (house) => {
      const plan = await playPlan(house)
      const appraiser = await house.visit('btctw.thamdinh')
      const done = await findObligation(appraiser, plan, 'Tỉnh ủy Bắc Ninh', 'Xây dựng đề án điều chỉnh')
      const waiting = (await appraiser.ask(tasks.listObligations, { directiveId: plan as never, states: ['reported'] })).rows[0]
      const city = await house.visit('tudanang.chuyenvien')
      const asking = await findObligation(city, plan, 'Thành ủy Đà Nẵng', 'Rà soát, điều chỉnh số lượng')
      const { version } = await city.ask(tasks.openObligation, { obligationId: asking.id as never })
      await city.ask(tasks.takeStep, {
        obligationId: asking.id as never,
        version,
        event: 'ask-extension',
        text: 'Còn 7 cơ quan chờ phê duyệt vị trí việc làm.',
        until: '2017-06-30',
      })
      const returned = (await appraiser.ask(tasks.listObligations, { directiveId: plan as never, states: ['returned'] })).rows[0]
      const district = await house.visit('hutiendu.chuyenvien')
      const arrived = (await district.ask(dissemination.listIncoming, {})).rows[0]
      const sentOut = `/directives/${arrived?.directiveId}?tab=dissemination`
      const [body] = await appraiser.ask(organisations.searchBodies, { words: 'tinh uy bac ninh' })
      const [person] = await (await house.visit('quantri')).ask(people.listPeople, { words: 'tubacninh.chuyenvien' })
      const clerk = await house.visit('tubacninh.chuyenvien')
      const sent = (await clerk.ask(urging.listUrgings, { side: 'sent' })).rows
      const answered = sent.find(({ state }) => state === 'answered')
      const open = sent.find(({ state }) => state === 'open')
      const late = (await clerk.ask(urging.openUrging, { urgingId: open?.id as never })).seen[0]
      const received = await urgedOf(house)
      await playChanges(house, arrived?.directiveId as string)
      const called = await planCalled(house, arrived?.directiveId as string)
      return [
        ['viec-cua-toi', 'tubacninh.chuyenvien', '/'],
        ['viec-tham-dinh', 'btctw.thamdinh', '/'],
        ['van-ban', 'btctw.lanhdao', '/directives'],
        ['bang-theo-doi', 'btctw.lanhdao', `/directives/${plan}`],
        ['van-ban-va-nhiem-vu', 'btctw.lanhdao', `/directives/${plan}?tab=document`],
        ['ma-tran', 'btctw.lanhdao', `/directives/${plan}?tab=matrix`],
        ['moc-thoi-han', 'btctw.lanhdao', `/directives/${plan}?tab=timeline`],
        ['lich-su', 'btctw.lanhdao', `/directives/${plan}?tab=history`],
        ['chua-pho-bien', 'btctw.chuyenvien', `/directives/${plan}?tab=dissemination`],
        ['pho-bien', 'tubacninh.lanhdao', sentOut],
        ['pho-bien-mot-huyen', 'tubacninh.chuyenvien', `${sentOut}&under=${arrived?.bodyId}`],
        ['pho-bien-danh-sach', 'tubacninh.lanhdao', `${sentOut}&view=list&group=silent`],
        ['pho-bien-hoi-nghi', 'tubacninh.chuyenvien', `${sentOut}&view=sessions`],
        ['pho-bien-theo-ke-hoach', 'tubacninh.lanhdao', `${sentOut}&by=plans`],
        ['pho-bien-thieu-ke-hoach', 'tubacninh.lanhdao', `${sentOut}&view=list&group=planless`],
        ['ke-hoach-can-dieu-chinh', called.username, `/plans/${called.planId}`],
        ['thay-doi', 'tubacninh.chuyenvien', `${sentOut}&view=changes`],
        ['thay-doi-nhan-duoc', 'hutiendu.chuyenvien', `/receipts/${arrived?.id}`],
        ['van-ban-den', 'hutiendu.chuyenvien', '/incoming'],
        ['tiep-nhan', 'hutiendu.chuyenvien', `/receipts/${arrived?.id}?act=assign`],
        ['dieu-hanh', 'btctw.lanhdao', '/overview'],
        ['danh-sach-nhiem-vu', 'btctw.lanhdao', '/obligations'],
        ['nhiem-vu', 'tubacninh.chuyenvien', `/obligations/${done.id}`],
        ['nhiem-vu-cho-xac-nhan', 'btctw.thamdinh', `/obligations/${waiting?.id}`],
        ['nhiem-vu-xin-gia-han', 'btctw.thamdinh', `/obligations/${asking.id}?act=grant-extension`],
        ['nhiem-vu-bi-tra-lai', 'btctw.chuyenvien', `/obligations/${returned?.id}?act=give-on`],
        ['nguoi-ngoai', 'ubndsontra.vanthu', `/directives/${plan}`],
        ['co-quan', 'quantri', '/bodies'],
        ['mot-co-quan', 'quantri', `/bodies/${body?.id}`],
        ['nhom-co-quan', 'quantri', '/classes'],
        ['can-bo', 'quantri', '/people'],
        ['mot-can-bo', 'quantri', `/people/${person?.id}`],
        ['mat-khau', 'quantri', '/password'],
        ['don-doc', 'tubacninh.chuyenvien', '/urgings'],
        ['mot-lan-don-doc', 'tubacninh.chuyenvien', `/urgings/${answered?.id}`],
        ['don-doc-nhan-duoc', received.username, `/urgings/${received.urgingId}`],
        ['thong-bao', 'tubacninh.chuyenvien', '/notices'],
        ['nhac-viec-thu-lich', 'tubacninh.chuyenvien', '/notices/settings'],
        ['quy-tac-nhac', 'quantri', '/reminders'],
        ['quy-tac-nhac-van-ban', 'tubacninh.chuyenvien', '/reminders'],
        ['nhiem-vu-duoc-don-doc', 'tubacninh.chuyenvien', `/obligations/${late?.thingId}`],
        ['khong-co-trang', 'quantri', '/khong-co'],
      ]
    },
  ],
  [
    'example',
    async (house) => {
      const plan = await playPlan(house)
      const visitor = await house.visit('tubacninh.lanhdao')
      const idOf = async (words: string) => (await visitor.ask(organisations.searchBodies, { words }))[0]?.id as string
      await fillPlans(house.db, { directiveId: plan, orderedBy: await idOf('Ban Tổ chức Trung ương'), underId: await idOf('Tỉnh ủy Bắc Ninh') })
      const { rows } = await visitor.ask(tasks.listObligations, { directiveId: plan as never, words: 'Tỉnh ủy Bắc Ninh', limit: 1 })
      const coverage = `/directives/${plan}/coverage`
      return [
        ['do-phu', 'tubacninh.lanhdao', coverage],
        ['do-phu-trung-uong', 'btctw.lanhdao', coverage],
        ['do-phu-ma-tran-nhanh', 'tubacninh.lanhdao', `${coverage}?as=matrix`],
        ['do-phu-nhiem-vu', 'tubacninh.lanhdao', `${coverage}?tab=tasks`],
        ['do-phu-ma-tran', 'tubacninh.lanhdao', `${coverage}?tab=matrix`],
        ['do-phu-o', 'tubacninh.lanhdao', `${coverage}?tab=matrix&cell=${rows[0]?.id}`],
        ['do-phu-chuoi', 'tubacninh.lanhdao', `${coverage}?tab=chains`],
        ['do-phu-dau-viec', 'tubacninh.lanhdao', `${coverage}?tab=idle`],
        ['do-phu-chua-lap', 'tubacninh.lanhdao', `${coverage}?tab=planless`],
        ['giong-nhau-chua-so', 'tubacninh.lanhdao', `/directives/${plan}/likeness`],
      ]
    },
  ],
  [
    'example',
    async (house) => {
      const { directiveId, copy, original, superior } = await playAlike(house)
      return [
        ['giong-nhau', 'tubacninh.thamdinh', `/directives/${directiveId}/likeness`],
        ['giong-nhau-hai-ban', 'tubacninh.thamdinh', `/plans/${copy}/likeness/${original}`],
        ['giong-nhau-cua-mot-ke-hoach', 'tubacninh.thamdinh', `/plans/${copy}?tab=alike`],
        ['giong-nhau-voi-cap-tren', 'tubacninh.thamdinh', `/plans/${copy}/likeness/${superior}`],
      ]
    },
  ],
  [
    'example',
    async (house) => {
      const { directiveId, drafting, waiting, issued, due } = await playPlans(house)
      return [
        ['ke-hoach-cho-toi', 'tubacninh.thamdinh', '/plans'],
        ['ke-hoach-tat-ca', 'tubacninh.thamdinh', '/plans?tab=all'],
        ['ke-hoach-cua-van-ban', 'tubacninh.chuyenvien', `/directives/${directiveId}?tab=plans`],
        ['ke-hoach-soan', 'hutiendu.chuyenvien', `/plans/${drafting}`],
        ['ke-hoach-phai-tra-loi', 'hutiendu.chuyenvien', `/plans/${drafting}?tab=owed`],
        ['ke-hoach-loi-van', 'hutiendu.chuyenvien', `/plans/${drafting}?tab=text`],
        ['ke-hoach-tham-dinh', 'tubacninh.thamdinh', `/plans/${waiting}`],
        ['ke-hoach-thay-doi', 'tubacninh.thamdinh', `/plans/${issued}?tab=editions`],
        ['ke-hoach-cac-buoc', 'tubacninh.thamdinh', `/plans/${issued}?tab=steps`],
        ['ke-hoach-chua-bat-dau', 'tubacninh.lanhdao', `/plans/${due}`],
      ]
    },
  ],
]

/** A clerk who was urged and has not answered, and by what. */
async function urgedOf(house: TestHouse): Promise<{ username: string; urgingId: string }> {
  const { rows } = await sql<{ username: string; urgingId: string }>`
    select person.username, urging.id as urging_id from urging join post on post.body_id = urging.body_id and 'clerk' = any(post.duties)
    join holding on holding.post_id = post.id join person on person.id = holding.person_id where urging.answered_on is null order by person.username limit 1`.execute(
    house.db,
  )
  if (!rows[0]) throw new Error('the example has nobody urged')
  return rows[0]
}
