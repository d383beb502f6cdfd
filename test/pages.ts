import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints as people } from '../src/people/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import type { TestHouse } from './kit.ts'
import { findObligation, findPlan, playPlan } from './story.ts'

/** A page to open: what it is called, who opens it (nobody: signed out), its address. */
export type PageToOpen = [name: string, username: string | null, address: string]

/** Every page of the product in three houses: an empty one, the example as it opens, the example with the plan under way. */
export const pagesToOpen: [template: 'example' | 'empty', pages: (house: TestHouse) => Promise<PageToOpen[]>][] = [
  ['empty', async () => [['bat-dau', null, '/start']]],
  [
    'example',
    async (house) => {
      const plan = await findPlan(await house.visit('btctw.chuyenvien'))
      return [
        ['dang-nhap', null, '/sign-in'],
        ['viec-cua-toi-nhap', 'btctw.chuyenvien', '/'],
        ['van-ban-moi', 'btctw.chuyenvien', '/directives/new'],
        ['ra-soat', 'btctw.chuyenvien', `/directives/${plan}/review`],
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
      const [body] = await appraiser.ask(organisations.searchBodies, { words: 'tinh uy bac ninh' })
      const [person] = await (await house.visit('quantri')).ask(people.listPeople, { words: 'tubacninh.chuyenvien' })
      return [
        ['viec-cua-toi', 'tubacninh.chuyenvien', '/'],
        ['viec-tham-dinh', 'btctw.thamdinh', '/'],
        ['van-ban', 'btctw.lanhdao', '/directives'],
        ['bang-theo-doi', 'btctw.lanhdao', `/directives/${plan}`],
        ['van-ban-va-nhiem-vu', 'btctw.lanhdao', `/directives/${plan}?tab=document`],
        ['ma-tran', 'btctw.lanhdao', `/directives/${plan}?tab=matrix`],
        ['moc-thoi-han', 'btctw.lanhdao', `/directives/${plan}?tab=timeline`],
        ['lich-su', 'btctw.lanhdao', `/directives/${plan}?tab=history`],
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
        ['khong-co-trang', 'quantri', '/khong-co'],
      ]
    },
  ],
]
