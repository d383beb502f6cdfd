import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { compoundFile, docxOf, printedOf } from '../documents.ts'
import { openHouse, type TestHouse } from '../kit.ts'
import { scanOf } from '../scans.ts'

const lines = ['KẾ HOẠCH', 'Về việc rà soát tổ chức', '1. Sở Nội vụ chủ trì rà soát các đơn vị trước ngày 15/12/2025.', '2. Sở Tài chính tổng kết.']

describe('a document handed in as a file', () => {
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

  const enter = async (width: 1440 | 390 = 1440): Promise<Page> => {
    const page = await (await openWindow(browser, origin, width, await house.visit('btctw.chuyenvien'))).newPage()
    await page.goto('/directives/new')
    return page
  }
  const choose = async (page: Page, name: string, buffer: Buffer) => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByText('Đã tải lên').first().waitFor()
    await page.locator('form').getByRole('button', { name: 'Đọc văn bản' }).click()
  }

  test('is read, and its review opens with its tasks', async () => {
    const page = await enter()
    await choose(page, 'ke-hoach.docx', docxOf(lines))
    await page.waitForURL(/\/directives\/[0-9a-f-]+\/review/, { timeout: 30_000 })
    await page.getByText('Sở Nội vụ chủ trì rà soát các đơn vị').first().waitFor()
    await page.context().close()
  })

  test('that is of another document is said to be, where it is compared', async () => {
    const page = await enter()
    await choose(page, 'ke-hoach.docx', docxOf([...lines, '3. Thanh tra tỉnh theo dõi.']))
    await page.waitForURL(/\/review/, { timeout: 30_000 })
    await page.goto(page.url().replace(/\/review.*/, '/compare'))
    await page.locator('input[type=file]').setInputFiles({
      name: 'khac.docx',
      mimeType: 'application/octet-stream',
      buffer: docxOf(['QUYẾT ĐỊNH', 'về việc phòng cháy', '1. Công an tỉnh kiểm tra các chợ trước ngày 15-3-2014.']),
    })
    await page.getByText('Đã tải lên').waitFor()
    await page.getByRole('button', { name: 'So sánh', exact: true }).click()
    await page.getByText('Có thể đây là tệp của một văn bản khác').waitFor({ timeout: 30_000 })
    await page.context().close()
  })

  test('that can’t be read says why, and another may be chosen', async () => {
    const page = await enter(390)
    await choose(page, 'cu.doc', compoundFile('WordDocument'))
    await page.getByRole('alert').getByText('là tệp Word cũ').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Bỏ tệp cu.doc' }).click()
    await choose(page, 'ke-hoach.docx', docxOf([...lines, '3. Văn phòng theo dõi.']))
    await page.waitForURL(/\/review/, { timeout: 30_000 })
    await page.context().close()
  })

  test('a long scan shows how far it is, is stopped, and can be read again', async () => {
    const page = await enter()
    const scan = await scanOf(lines)
    await choose(page, 'quet.pdf', printedOf(Array.from({ length: 40 }, () => ({ jpeg: scan }))))
    await page.getByText(/Đang nhận dạng chữ: xong \d+ trên 40 trang chụp/).waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Hủy đọc' }).click()
    await page.getByText('Đã hủy.').waitFor()
    await page.locator('.reading-now').waitFor({ state: 'detached' })
    const { state } = await house.db.selectFrom('extraction').select('state').orderBy('askedAt', 'desc').limit(1).executeTakeFirstOrThrow()
    assert.equal(state, 'cancelled')
    await page.getByText('quet.pdf').waitFor()
    assert.ok(await page.locator('form').getByRole('button', { name: 'Đọc văn bản' }).isEnabled())
    await page.context().close()
  })

  test('a scan of one page says in its review that it was recognised', async () => {
    const page = await enter()
    await choose(page, 'quet.pdf', printedOf([{ jpeg: await scanOf(lines) }]))
    await page.waitForURL(/\/review/, { timeout: 90_000 })
    await page.getByText('Chữ nhận dạng từ bản chụp').waitFor()
    await page.getByText(/1 trang là bản chụp hoặc có phông chữ hỏng; độ tin cậy \d+ %; \d+ trên \d+ từ chưa chắc/).waitFor()
    await page.context().close()
  })
})
