import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { endpoints } from '../../src/organisations/contract.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse } from '../kit.ts'

describe('the registry of bodies on the page', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  test('a change entered by mistake is corrected, then taken back, with the reason', async () => {
    const admin = await house.visit('quantri')
    const bodyId = (await admin.ask(endpoints.searchBodies, { words: 'Huyện ủy Tiên Du' }))[0]?.id as never
    const { name, shortName, kind, parentId } = await admin.ask(endpoints.openBody, { bodyId })
    await admin.ask(endpoints.amendBody, { bodyId, name, shortName, kind, level: 'province', parentId: parentId as never, from: '2014-06-01' })
    for (const width of [1440, 390] as const) {
      const window = await openWindow(browser, origin, width, admin)
      const page = await window.newPage()
      await page.goto(`/bodies/${bodyId}`)
      await page.getByText('sẽ có hiệu lực').waitFor()
      const dialog = page.getByRole('dialog')
      if (width === 1440) {
        await page.getByRole('button', { name: 'Sửa lại' }).click()
        await dialog.getByLabel('Tên đầy đủ').fill('Đảng ủy Tiên Du')
        await dialog.getByText('Tên gọn vẫn là «Huyện ủy Tiên Du»').waitFor()
        await dialog.getByLabel('Lý do').fill('Ghi nhầm tên')
        await dialog.getByRole('button', { name: 'Sửa lại' }).click()
        await page.getByText('Đã sửa.').waitFor()
        await page.locator('.version').getByText('Đảng ủy Tiên Du').waitFor()
      } else {
        await page.getByRole('button', { name: 'Rút thay đổi' }).click()
        await dialog.getByLabel('Lý do').fill('Chưa có quyết định')
        await dialog.getByRole('button', { name: 'Rút thay đổi' }).click()
        await page.getByText('Đã rút thay đổi.').waitFor()
        await page.getByText('sẽ có hiệu lực').waitFor({ state: 'detached' })
      }
      await window.close()
    }
  })
})
