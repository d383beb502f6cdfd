import type { Browser, BrowserContext, Page } from 'playwright-core'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints as plans } from '../src/plans/contract.ts'
import { endpoints as orders } from '../src/plans/orders/contract.ts'
import { openBrowser, openWindow, serveHouse } from './browser.ts'
import { openHouse, type Visitor } from './kit.ts'
import { findPlanOf, provincialPlan, step } from './plans.ts'

export type Sheets = Awaited<ReturnType<typeof openSheets>>

/** A house in which Huyện ủy Tiên Du writes its plans, a fresh one for each test, with what lies on the district in it. */
export async function openSheets() {
  const house = await openHouse('example', { withPage: true })
  const browser: Browser = await openBrowser()
  const origin = await serveHouse(house)
  const [clerk, leader, province] = (await Promise.all(
    ['hutiendu.chuyenvien', 'hutiendu.lanhdao', 'tubacninh.chuyenvien'].map((name) => house.visit(name)),
  )) as [Visitor, Visitor, Visitor]
  const directiveId = (await provincialPlan(province)) as never

  const begin = async (): Promise<string> => {
    const [body] = await province.ask(organisations.searchBodies, { words: 'Huyện ủy Tiên Du' })
    const parts = [{ bodyId: body?.id as never, dueOn: '2013-12-20', approver: 'ordering' as const }]
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Kế hoạch của huyện', again: true, parts })
    const { id } = await findPlanOf(clerk, directiveId, 'Huyện ủy Tiên Du')
    await step(clerk, id, 'start')
    return id
  }
  const openIn = async (window: BrowserContext, planId: string): Promise<Page> => {
    const page = await window.newPage()
    await page.goto(`/plans/${planId}`)
    return page
  }
  const open = async (who: Visitor, planId: string) => openIn(await openWindow(browser, origin, 1440, who), planId)
  return {
    clerk,
    leader,
    province,
    directiveId,
    begin,
    openIn,
    open,
    /** Opens the sheet to write in. */
    enter: async (who: Visitor, planId: string): Promise<Page> => {
      const page = await open(who, planId)
      await cell(page, 'Nội dung công việc', 1).waitFor()
      return page
    },
    rowsOf: async (planId: string) => (await clerk.ask(plans.openPlan, { planId: planId as never })).rows,
    visit: (name: string) => house.visit(name),
    close: async () => {
      await browser.close()
      await house.close()
    },
  }
}

export const cell = (page: Page, column: string, row: number) => page.getByRole('textbox', { name: `${column}, đầu việc ${row}` })
export const saved = (page: Page) => page.locator('.editor-saved').getByText('Đã lưu').waitFor()
export const leave = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()))
