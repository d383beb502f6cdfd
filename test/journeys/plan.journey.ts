import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { endpoints as directives } from '../../src/directives/contract.ts'
import { endpoints as overview } from '../../src/overview/contract.ts'
import { endpoints as tasks } from '../../src/tasks/contract.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse } from '../kit.ts'
import { findObligation, findPlan } from '../story.ts'

const proposal = 'Xây dựng đề án điều chỉnh'
const review = 'Rà soát, điều chỉnh số lượng'

describe('the plan, from its text to verified results', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let plan: string
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  const enter = async (username: string, address: string): Promise<Page> => {
    const window = await openWindow(browser, origin, 1440, await house.visit(username))
    const page = await window.newPage()
    await page.goto(address)
    return page
  }
  const obligationOf = async (username: string, body: string, words: string) =>
    (await findObligation(await house.visit(username), plan, body, words)).id
  /** Opens the form of a step and sends it with words, and a file where one is needed. */
  const step = async (page: Page, event: string, text: string | null, file?: string) => {
    await page.locator('.acts').getByRole('button', { name: event, exact: true }).click()
    const form = page.locator('.step-form')
    if (text !== null) await form.locator('textarea').first().fill(text)
    if (file) {
      await form.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'text/plain', buffer: Buffer.from(`Nội dung ${file}`) })
      await form.getByText('Đã tải lên').waitFor()
    }
    await form.getByRole('button', { name: event, exact: true }).click()
    await form.waitFor({ state: 'detached' }).catch(async () => assert.fail(`«${event}» did not go through:\n${await form.textContent()}`))
  }

  test('a clerk signs in from the sign-in page and finds the draft among what waits', async () => {
    const window = await openWindow(browser, origin)
    const page = await window.newPage()
    await page.goto('/')
    await page.getByRole('button', { name: /Nguyễn Thị Thanh Hương/ }).click()
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
    await page
      .getByRole('link', { name: /Thực hiện Kết luận/i })
      .first()
      .click()
    await page.waitForURL(/\/review$/)
    plan = await findPlan(await house.visit('btctw.chuyenvien'))
    assert.ok(page.url().includes(plan))
    await window.close()
  })

  test('the document is read into 28 tasks; the Academy’s has two milestones and two coordinating bodies; words and task light up together', async () => {
    const page = await enter('btctw.chuyenvien', `/directives/${plan}/review`)
    await page.getByText('Đã xem 0 trên 28 nhiệm vụ').waitFor()
    const card = page.locator('article, section, li').filter({ hasText: 'II.2.2, gạch đầu dòng 1' }).last()
    for (const words of ['31-10-2013', '30-11-2013', 'Học viện Chính trị - Hành chính quốc gia Hồ Chí Minh', 'Ban cán sự đảng Bộ Nội vụ'])
      await card.getByText(words).first().waitFor()
    const { rows } = await (await house.visit('btctw.chuyenvien')).ask(directives.listDirectives, { states: ['draft'] })
    assert.equal(rows.length, 1)
    await page.context().close()
  })

  test('issuing is refused while a task has nobody to lead it; the clerk gives it a lead, and issues', async () => {
    const page = await enter('btctw.chuyenvien', `/directives/${plan}/review`)
    await page.getByRole('button', { name: /^Ban hành/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText(/chưa có cơ quan chủ trì/i)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    const clerk = await house.visit('btctw.chuyenvien')
    const [lacking] = (await clerk.ask(tasks.previewIssue, { directiveId: plan as never })).withoutLead
    assert.ok(lacking)
    assert.ok(lacking.text.startsWith('Các đồng chí ủy viên Bộ Chính trị'))

    const card = page
      .locator('article, section, li')
      .filter({ hasText: lacking.text.slice(0, 60) })
      .last()
    await card.getByRole('button', { name: /^Sửa/ }).click()
    const editor = card.locator('.task-form')
    await editor.getByRole('button', { name: 'Thêm cơ quan' }).click()
    const row = editor.locator('.role-row').last()
    const role = row.getByLabel('Vai trò')
    await role.click()
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: /^Chủ trì$/ })
      .last()
      .click()
    await row.getByLabel('Tên như trong văn bản').fill('Văn phòng Trung ương Đảng')
    await row.getByRole('combobox').last().fill('van phong trung uong')
    await page.locator('.ant-select-item-option').filter({ hasText: 'Văn phòng Trung ương Đảng' }).first().click()
    await editor.getByRole('button', { name: 'Lưu' }).click()
    await editor.waitFor({ state: 'detached' })

    await page
      .getByRole('button', { name: /^Ban hành/ })
      .first()
      .click()
    const issue = page.getByRole('dialog')
    await issue.getByRole('button', { name: /^Ban hành/ }).click()
    await page.waitForURL(new RegExp(`/directives/${plan}$`))
    await page
      .getByText(/28 nhiệm vụ/)
      .first()
      .waitFor()
    await page.context().close()
  })

  test('a province accepts, reports progress, and reports done with a file', async () => {
    const page = await enter('tubacninh.chuyenvien', '/')
    await page.getByText(proposal).first().waitFor()
    await page.goto(`/obligations/${await obligationOf('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', proposal)}`)
    await step(page, 'Tiếp nhận', null)
    await page.getByText('Đã tiếp nhận').first().waitFor()
    await step(page, 'Cập nhật tiến độ', 'Đã thành lập tổ soạn thảo.', 'quyet-dinh.txt')
    await page.getByText('Đã thành lập tổ soạn thảo.').waitFor()
    await step(page, 'Báo cáo hoàn thành', 'Đã ban hành đề án.', 'de-an.txt')
    await page.getByText('Kết quả đang chờ Ban Tổ chức Trung ương xác nhận').waitFor()
    await page.context().close()
  })

  test('the Government’s party committee returns one with a reason; it waits for the standing body', async () => {
    const page = await enter(
      'bcsdcp.chuyenvien',
      `/obligations/${await obligationOf('bcsdcp.chuyenvien', 'Ban cán sự đảng Chính phủ', 'Chủ trì nghiên cứu việc thành lập')}`,
    )
    await step(page, 'Trả lại', 'Đề nghị làm rõ cơ quan phối hợp.')
    await page.getByText('Trả lại').first().waitFor()
    const waiting = await (await house.visit('btctw.chuyenvien')).ask(overview.listMyWork, { kind: 'returned' })
    assert.equal(waiting.rows.length, 1)
    await page.context().close()
  })

  test('the standing body verifies one and sends one back, and an open board shows it by itself', async () => {
    const city = await enter('tudanang.chuyenvien', `/obligations/${await obligationOf('tudanang.chuyenvien', 'Thành ủy Đà Nẵng', proposal)}`)
    await step(city, 'Tiếp nhận', null)
    await step(city, 'Báo cáo hoàn thành', 'Đã xây dựng đề án.', 'de-an-da-nang.txt')
    const board = await enter('btctw.lanhdao', `/directives/${plan}`)
    await board
      .getByText(/Chờ xác nhận/)
      .first()
      .waitFor()
    const done = board.locator('.ant-tabs-tabpane-active, main').first()
    await done
      .getByText(/^0 trên 1[.,]?24\d/)
      .first()
      .waitFor()

    const page = await enter('btctw.thamdinh', `/obligations/${await obligationOf('btctw.thamdinh', 'Tỉnh ủy Bắc Ninh', proposal)}`)
    await step(page, 'Xác nhận hoàn thành', 'Đủ nội dung.')
    await board
      .getByText(/^1 trên 1[.,]?24\d đã hoàn thành/)
      .first()
      .waitFor()
    await page.goto(`/obligations/${await obligationOf('btctw.thamdinh', 'Thành ủy Đà Nẵng', proposal)}`)
    await step(page, 'Yêu cầu bổ sung', 'Chưa có phần quan hệ công tác.')
    await city.getByText('Chưa có phần quan hệ công tác.').first().waitFor()
    for (const one of [city, board, page]) await one.context().close()
  })

  test('what was due before the day of the example is shown as overdue', async () => {
    const { totals } = await (await house.visit('btctw.lanhdao')).ask(overview.openBoard, { directiveId: plan as never })
    assert.equal(totals.openOverdue, 1)
    const { rows } = await (await house.visit('btctw.lanhdao')).ask(tasks.listObligations, {
      directiveId: plan as never,
      standings: ['open-overdue'],
    })
    assert.equal(rows[0]?.bodyName, 'Ban Tổ chức Trung ương')
    assert.equal(rows[0]?.nextDue, '2013-10-31')
    assert.ok(rows[0]?.text.includes(review) === false)
  })

  test('an outsider sees nothing of it: not by page, not by address, not by API', async () => {
    const page = await enter('ubndsontra.vanthu', '/directives')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(500)
    assert.equal(await page.getByText(/Thực hiện Kết luận/i).count(), 0)
    for (const address of [
      `/directives/${plan}`,
      `/directives/${plan}/review`,
      `/obligations/${await obligationOf('btctw.thamdinh', 'Tỉnh ủy Bắc Ninh', proposal)}`,
    ]) {
      await page.goto(address)
      await page
        .getByText(/không có phần việc/)
        .first()
        .waitFor()
    }
    const outsider = await house.visit('ubndsontra.vanthu')
    assert.equal((await outsider.try(directives.openDirective, { directiveId: plan as never })).status, 404)
    assert.equal((await outsider.try(overview.openBoard, { directiveId: plan as never })).status, 404)
    assert.equal((await outsider.ask(tasks.listObligations, {})).total, 0)
    assert.equal((await outsider.ask(directives.listDirectives, {})).total, 0)
    await page.context().close()
  })
})
