import { endpoints as dissemination } from '../src/dissemination/contract.ts'
import { endpoints as organisations } from '../src/organisations/contract.ts'
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
      const district = await house.visit('hutiendu.chuyenvien')
      const arrived = (await district.ask(dissemination.listIncoming, {})).rows[0]
      const sent = `/directives/${arrived?.directiveId}?tab=dissemination`
      const [body] = await appraiser.ask(organisations.searchBodies, { words: 'tinh uy bac ninh' })
      return [
        ['viec-cua-toi', 'tubacninh.chuyenvien', '/'],
        ['viec-tham-dinh', 'btctw.thamdinh', '/'],
        ['van-ban', 'btctw.lanhdao', '/directives'],
        ['bang-theo-doi', 'btctw.lanhdao', `/directives/${plan}`],
        ['van-ban-va-nhiem-vu', 'btctw.lanhdao', `/directives/${plan}?tab=text`],
        ['ma-tran', 'btctw.lanhdao', `/directives/${plan}?tab=matrix`],
        ['moc-thoi-han', 'btctw.lanhdao', `/directives/${plan}?tab=timeline`],
        ['lich-su', 'btctw.lanhdao', `/directives/${plan}?tab=history`],
        ['chua-pho-bien', 'btctw.chuyenvien', `/directives/${plan}?tab=dissemination`],
        ['pho-bien', 'tubacninh.lanhdao', sent],
        ['pho-bien-mot-huyen', 'tubacninh.chuyenvien', `${sent}&under=${arrived?.bodyId}`],
        ['pho-bien-danh-sach', 'tubacninh.lanhdao', `${sent}&view=list&group=silent`],
        ['pho-bien-hoi-nghi', 'tubacninh.chuyenvien', `${sent}&view=sessions`],
        ['van-ban-den', 'hutiendu.chuyenvien', '/incoming'],
        ['tiep-nhan', 'hutiendu.chuyenvien', `/receipts/${arrived?.id}?act=assign`],
        ['dieu-hanh', 'btctw.lanhdao', '/overview'],
        ['danh-sach-nhiem-vu', 'btctw.lanhdao', '/obligations'],
        ['nhiem-vu', 'tubacninh.chuyenvien', `/obligations/${done.id}`],
        ['nhiem-vu-cho-xac-nhan', 'btctw.thamdinh', `/obligations/${waiting?.id}`],
        ['nguoi-ngoai', 'ubndsontra.vanthu', `/directives/${plan}`],
        ['co-quan', 'quantri', '/bodies'],
        ['mot-co-quan', 'quantri', `/bodies/${body?.id}`],
        ['nhom-co-quan', 'quantri', '/classes'],
        ['con-nguoi', 'quantri', '/people'],
        ['mat-khau', 'quantri', '/password'],
        ['khong-co-trang', 'quantri', '/khong-co'],
      ]
    },
  ],
]
