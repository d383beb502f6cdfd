import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { examplePassword } from '../src/people/example.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import { openBrowser, openWindow } from './browser.ts'
import { openHouse } from './kit.ts'
import { globalSetup, globalTeardown } from './setup.ts'
import { findObligation, findPlan, playPlan } from './story.ts'

const folder = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? 'screens')
const pageDir = fileURLToPath(new URL('../dist', import.meta.url))
type Screen = [name: string, username: string | null, address: string]

/** Opens every page on the example's data, wide and narrow, and writes its picture. */
async function main(): Promise<void> {
  await mkdir(folder, { recursive: true })
  await globalSetup()
  const browser = await openBrowser()
  try {
    await picture('empty', async () => [['bat-dau', null, '/start']])
    await picture('example', async (house) => {
      const clerk = await house.visit('btctw.chuyenvien')
      const plan = await findPlan(clerk)
      return [
        ['dang-nhap', null, '/sign-in'],
        ['viec-cua-toi-nhap', 'btctw.chuyenvien', '/'],
        ['van-ban-moi', 'btctw.chuyenvien', '/directives/new'],
        ['ra-soat', 'btctw.chuyenvien', `/directives/${plan}/review`],
      ]
    })
    await picture('example', async (house) => {
      const plan = await playPlan(house)
      const appraiser = await house.visit('btctw.thamdinh')
      const done = await findObligation(appraiser, plan, 'Tỉnh ủy Bắc Ninh', 'Xây dựng đề án điều chỉnh')
      const waiting = (await appraiser.ask(tasks.listObligations, { directiveId: plan as never, states: ['reported'] })).rows[0]
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
    })
  } finally {
    await browser.close()
    await globalTeardown()
  }

  async function picture(template: 'example' | 'empty', list: (house: Awaited<ReturnType<typeof openHouse>>) => Promise<Screen[]>): Promise<void> {
    const house = await openHouse(template, { pageDir })
    try {
      const screens = await list(house)
      await house.app.listen({ port: 0, host: '127.0.0.1' })
      const origin = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
      for (const width of [1440, 390] as const)
        for (const [name, username, address] of screens) {
          const window = await openWindow(browser, origin, width)
          if (username) await window.request.post('/api/sign-in', { data: { username, password: examplePassword } })
          const page = await window.newPage()
          page.on('pageerror', (error) => process.stderr.write(`${name}: ${error.message}\n`))
          await page.goto(address)
          await page.waitForTimeout(1500) // what is asked after the first answer, and the pictures
          await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
          await window.close()
          process.stderr.write(`${name}-${width}.png\n`)
        }
    } finally {
      await house.close()
    }
  }
}

await main()
