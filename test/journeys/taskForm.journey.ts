import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { endpoints as directives } from '../../src/directives/contract.ts'
import { endpoints as tasks } from '../../src/tasks/contract.ts'
import { enterAs, openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse, type Visitor } from '../kit.ts'
import { findPlan } from '../story.ts'

describe('the form of a task under review', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let clerk: Visitor
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    clerk = await house.visit('btctw.chuyenvien')
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  let times = 0
  const readOne = async (head: readonly string[] = []) => {
    times += 1
    const lines = [1, 2, 3].map((i) => `${i}. Văn phòng Trung ương Đảng rà soát kho số ${i} của năm thứ ${times}.`)
    const text = [...head, 'KẾ HOẠCH', `Sửa kho lần ${times}`, 'I. NHIỆM VỤ', ...lines].join('\n')
    const { directiveId } = await clerk.ask(directives.readDirective, { text })
    return directiveId
  }
  const open = async (window: BrowserContext, directiveId: string): Promise<Page> => {
    const page = await window.newPage()
    await page.goto(`/directives/${directiveId}/review`)
    await page.locator('.task').first().waitFor()
    return page
  }
  const typeInto = async (page: Page, index: number, words: string) => {
    const card = page.locator('.task').nth(index)
    await card.getByRole('button', { name: 'Sửa', exact: true }).click()
    await card.getByLabel('Nội dung nhiệm vụ').fill(words)
    await card.getByLabel('Sản phẩm').fill('Danh mục kho')
  }
  const list = (page: Page) => page.getByRole('region', { name: 'Nội dung nhập dở, chưa lưu' })

  test('what was typed and not saved is there again in another window and after signing out, for whoever typed it alone, and goes once it is saved', async () => {
    const directiveId = await readOne()
    const window = await openWindow(browser, origin, 1440, clerk)
    const page = await open(window, directiveId)
    await typeInto(page, 1, 'Rà soát kho số 2, có danh mục từng món.')
    assert.equal(await list(page).count(), 0, 'what stands in an open form needs no finding')
    await page.close()
    const other = await open(window, directiveId)
    await list(other).getByText('Rà soát kho số 2, có danh mục từng món.').waitFor()

    await other.getByRole('button', { name: /^Tài khoản/ }).click()
    await other.getByText('Đăng xuất').click()
    await other.waitForURL('**/sign-in')
    await other.close()
    await enterAs(window, origin, await house.visit('btctw.lanhdao'))
    const theirs = await open(window, directiveId)
    assert.equal(await list(theirs).count(), 0)
    await theirs.locator('.task').nth(1).getByRole('button', { name: 'Sửa', exact: true }).click()
    assert.match(await theirs.getByLabel('Nội dung nhiệm vụ').inputValue(), /năm thứ/)
    await theirs.close()

    clerk = await house.visit('btctw.chuyenvien')
    await enterAs(window, origin, clerk)
    const again = await open(window, directiveId)
    await list(again).getByRole('button', { name: 'Nhập tiếp: I.2' }).click()
    const form = again.locator('.task-form')
    await form.getByText(/Đã khôi phục nội dung nhập dở/).waitFor()
    assert.equal(await form.getByLabel('Sản phẩm').inputValue(), 'Danh mục kho')
    await form.getByRole('button', { name: 'Lưu', exact: true }).click()
    const told = await again.locator('.ant-message-notice').boundingBox()
    assert.ok(told && told.y > 800 && told.y + told.height <= 900, `what is told covers no head: ${JSON.stringify(told)}`)
    await form.waitFor({ state: 'detached' })
    assert.equal(await list(again).count(), 0)
    const saved = await clerk.ask(tasks.listTasks, { directiveId: directiveId as never })
    assert.equal(saved[1]?.text, 'Rà soát kho số 2, có danh mục từng món.')
    await window.close()
  })

  test('so is what was typed of a new task; dropped by its button or by leaving the form it is gone', async () => {
    const directiveId = await readOne()
    const window = await openWindow(browser, origin, 1440, clerk)
    const page = await open(window, directiveId)
    await page.getByRole('button', { name: 'Thêm nhiệm vụ', exact: true }).click()
    await page.locator('.task-form').getByLabel('Nội dung nhiệm vụ').fill('Kiểm kê cả nhà để xe.')
    await page.reload()
    await list(page).getByRole('button', { name: 'Nhập tiếp: Nhiệm vụ mới' }).click()
    const form = page.locator('.task-form')
    assert.equal(await form.getByLabel('Nội dung nhiệm vụ').inputValue(), 'Kiểm kê cả nhà để xe.')
    await form.getByLabel('Nội dung nhiệm vụ').press('Escape')
    await page.getByRole('button', { name: 'Bỏ, không lưu' }).click()
    await form.waitFor({ state: 'detached' })
    assert.equal(await list(page).count(), 0)

    await typeInto(page, 0, 'Chỉ rà soát kho số 1.')
    await page.reload()
    await list(page).getByRole('button', { name: 'Bỏ nội dung nhập dở: I.1' }).click()
    await list(page).waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('.task').first().waitFor()
    assert.equal(await list(page).count(), 0)
    await window.close()
  })

  test('what was typed is told where the draft can no longer be changed, and never left behind of a secret document', async () => {
    const directiveId = await readOne()
    const window = await openWindow(browser, origin, 1440, clerk)
    const page = await open(window, directiveId)
    await typeInto(page, 2, 'Rà soát kho số 3 trước.')
    await page.close()
    const draft = await clerk.ask(directives.openDirective, { directiveId: directiveId as never })
    await clerk.ask(directives.withdrawDraft, { directiveId: directiveId as never, version: draft.version, why: 'nhập nhầm' })
    const settled = await window.newPage()
    await settled.goto(`/directives/${directiveId}/review`)
    await list(settled).getByText('Rà soát kho số 3 trước.').waitFor()
    assert.equal(
      await list(settled)
        .getByRole('button', { name: /^Nhập tiếp/ })
        .count(),
      0,
    )
    await settled.close()

    const told = await readOne()
    const before = await open(window, told)
    await typeInto(before, 0, 'Nhập trước khi đóng dấu mật.')
    await before.close()
    const { id, kind, number, title, issuedOn, issuerName, issuerId, standingId, recipients, references, version } = await clerk.ask(
      directives.openDirective,
      { directiveId: told as never },
    )
    const facts = { kind, number, title, issuedOn, issuerName: issuerName || 'Văn phòng', issuerId, standingId, recipients, references, version }
    await clerk.ask(directives.amendDirective, { directiveId: id as never, ...facts, secrecy: 'secret' } as never)
    const since = await open(window, told)
    await list(since).getByText('Nhập trước khi đóng dấu mật.').waitFor()
    assert.equal(await since.evaluate(() => JSON.stringify({ ...localStorage }).includes('đóng dấu mật')), false)
    await since.close()

    const secret = await readOne(['MẬT'])
    assert.equal((await clerk.ask(directives.openDirective, { directiveId: secret as never })).secrecy, 'confidential')
    const hidden = await open(window, secret)
    await typeInto(hidden, 0, 'Nội dung không để lại trên máy.')
    assert.equal(await hidden.evaluate(() => JSON.stringify({ ...localStorage }).includes('không để lại')), false)
    await hidden.reload()
    await list(hidden).getByText('Nội dung không để lại trên máy.').waitFor()
    await window.close()
  })

  test('opening a form beside many tasks puts no styles into the page and measures no field by script; its fields grow with their words', async () => {
    const window = await openWindow(browser, origin, 1440, clerk)
    const page = await open(window, await findPlan(clerk))
    await page.locator('[inert] textarea').waitFor({ state: 'attached' })
    await page.evaluate(() => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLStyleElement || (node instanceof HTMLTextAreaElement && node.parentElement === document.body))
              document.body.dataset.restyled = node.outerHTML.slice(0, 300)
      }).observe(document, { childList: true, subtree: true })
    })
    const card = page.locator('.task').nth(4)
    await card.getByRole('button', { name: 'Sửa', exact: true }).click()
    const said = card.getByLabel('Nội dung nhiệm vụ')
    await card.getByLabel('Tên như trong văn bản').first().waitFor()
    assert.equal(await page.evaluate(() => document.body.dataset.restyled), undefined)
    const height = async () => (await said.boundingBox())?.height ?? 0
    const before = await height()
    await said.press('Control+End')
    for (let i = 0; i < 4; i++) await said.press('Enter')
    assert.ok((await height()) > before + 60, `${before} → ${await height()}`)
    await window.close()
  })
})
