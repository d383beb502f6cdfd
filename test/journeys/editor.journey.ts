import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { endpoints as organisations } from '../../src/organisations/contract.ts'
import { endpoints as plans } from '../../src/plans/contract.ts'
import { endpoints as orders } from '../../src/plans/orders/contract.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse, type Visitor } from '../kit.ts'
import { findPlanOf, provincialPlan, step } from '../plans.ts'

/** A fresh plan of Huyện ủy Tiên Du for each test, with what lies on the district in it. */
describe('the sheet in which a plan is written', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let clerk: Visitor
  let leader: Visitor
  let province: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    ;[clerk, leader, province] = (await Promise.all(
      ['hutiendu.chuyenvien', 'hutiendu.lanhdao', 'tubacninh.chuyenvien'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor]
    directiveId = (await provincialPlan(province)) as never
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

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
    await cell(page, 'Nội dung công việc', 1).waitFor()
    return page
  }
  const enter = async (who: Visitor, planId: string) => openIn(await openWindow(browser, origin, 1440, who), planId)
  const cell = (page: Page, column: string, row: number) => page.getByRole('textbox', { name: `${column}, đầu việc ${row}` })
  const saved = (page: Page) => page.locator('.editor-saved').getByText('Đã lưu').waitFor()
  const rowsOf = async (planId: string) => (await clerk.ask(plans.openPlan, { planId: planId as never })).rows
  const leave = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()))

  test('what is typed while the network is away, or just before the lid closes, is there again and arrives', async () => {
    const planId = await begin()
    const before = (await rowsOf(planId)).length
    const page = await enter(clerk, planId)
    await page.context().setOffline(true)
    await cell(page, 'Chủ trì', 1).fill('Ban Tổ chức Huyện ủy')
    await cell(page, 'Nội dung công việc', 1).press('Control+Enter')
    await page.keyboard.type('Họp Ban Thường vụ cho ý kiến')
    await page.keyboard.press('Tab')
    await page.getByText(/Chưa gửi được \d+ thay đổi/).waitFor()
    // the lid closes in the middle of a word: nobody has left the cell
    await cell(page, 'Sản phẩm', 2).fill('Kết luận của Ban Thường vụ')
    const window = page.context()
    await page.close()
    assert.equal((await rowsOf(planId)).length, before)

    await window.setOffline(false)
    const again = await openIn(window, planId)
    await saved(again)
    await again.getByText('Đầu việc (').waitFor()
    const rows = await rowsOf(planId)
    assert.deepEqual(
      [rows[0]?.lead, rows[1]?.text, rows[1]?.product, rows.length],
      ['Ban Tổ chức Huyện ủy', 'Họp Ban Thường vụ cho ý kiến', 'Kết luận của Ban Thường vụ', before + 1],
    )
    assert.equal(await cell(again, 'Nội dung công việc', 2).inputValue(), 'Họp Ban Thường vụ cho ý kiến')
    await leave(again)
  })

  test('two people: each sees the other’s change without asking; different cells both stand, the same one is chosen', async () => {
    const planId = await begin()
    const [one, other] = [await enter(clerk, planId), await enter(leader, planId)]
    await cell(one, 'Chủ trì', 1).fill('Ban Tổ chức')
    await cell(one, 'Chủ trì', 1).press('Tab')
    await other.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="lead"]')?.value === 'Ban Tổ chức')

    await cell(one, 'Sản phẩm', 1).fill('Báo cáo')
    await cell(other, 'Nội dung công việc', 1).fill('Rà soát 15 đơn vị')
    await Promise.all([cell(one, 'Sản phẩm', 1).press('Tab'), cell(other, 'Nội dung công việc', 1).press('Tab')])
    await Promise.all([saved(one), saved(other)])
    const [both] = await rowsOf(planId)
    assert.deepEqual([both?.text, both?.product, both?.lead], ['Rà soát 15 đơn vị', 'Báo cáo', 'Ban Tổ chức'])

    // the same cell: the second has begun before the first is done
    await cell(other, 'Chủ trì', 1).fill('Văn phòng Huyện ủy')
    await cell(one, 'Chủ trì', 1).fill('Ủy ban Kiểm tra')
    await cell(one, 'Chủ trì', 1).press('Tab')
    await saved(one)
    await other.waitForTimeout(400) // the change of the first comes by itself
    await cell(other, 'Chủ trì', 1).press('Tab')
    const clash = other.locator('.clash-row')
    await clash.getByText('Người khác vừa sửa đúng chỗ này').waitFor()
    for (const words of ['Ủy ban Kiểm tra', 'Văn phòng Huyện ủy']) await clash.getByText(words).waitFor()
    assert.equal((await rowsOf(planId))[0]?.lead, 'Ủy ban Kiểm tra')
    await clash.getByRole('button', { name: 'Giữ của tôi' }).click()
    await saved(other)
    await clash.waitFor({ state: 'detached' })
    assert.equal((await rowsOf(planId))[0]?.lead, 'Văn phòng Huyện ủy')
    await one.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="lead"]')?.value === 'Văn phòng Huyện ủy')
    await leave(one, other)
  })

  test('the words around the items arrive too: after the page closed on them, and of two people’s a choice is made', async () => {
    const planId = await begin()
    const [one, other] = [await enter(clerk, planId), await enter(leader, planId)]
    for (const page of [one, other]) await page.getByRole('tab', { name: 'Phần lời văn' }).click()
    const aims = (page: Page) => page.getByRole('textbox', { name: 'Mục đích, yêu cầu' })
    const aimsNow = async () => (await clerk.ask(plans.openPlan, { planId: planId as never })).aims
    const arrived = async (words: string) => {
      for (let i = 0; i < 100 && (await aimsNow()) !== words; i++) await other.waitForTimeout(100)
      assert.equal(await aimsNow(), words)
    }

    await aims(one).fill('Quán triệt đến từng chi bộ')
    await one.close()
    const again = await openIn(one.context(), planId)
    await other.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Quán triệt đến từng chi bộ'))
    await arrived('Quán triệt đến từng chi bộ')

    await again.getByRole('tab', { name: 'Phần lời văn' }).click()
    await aims(other).fill('Sát với cơ sở')
    await aims(again).fill('Đúng tiến độ')
    await aims(again).press('Tab')
    await arrived('Đúng tiến độ')
    await aims(other).press('Tab')
    const clash = other.locator('.part-clash')
    await clash.getByText('Đúng tiến độ').waitFor()
    await clash.getByRole('button', { name: 'Giữ của tôi' }).click()
    await clash.waitFor({ state: 'detached' })
    await arrived('Sát với cơ sở')
    await leave(again, other)
  })

  test('a day that is none is a fault of its cell, there again after a reload, and nothing is submitted over it', async () => {
    const planId = await begin()
    const page = await enter(clerk, planId)
    const until = cell(page, 'Hoàn thành', 1)
    await until.fill('31-02-2014')
    await until.press('Tab')
    const submit = page.getByRole('button', { name: 'Trình kế hoạch' })
    await page.getByText('Còn 1 chỗ đã nhập nhưng chưa lưu được').waitFor()
    assert.equal(await submit.isDisabled(), true)
    await page.reload()
    await until.waitFor()
    assert.equal(await until.inputValue(), '31-02-2014')
    await until.fill('10-12-2013')
    await until.press('Tab')
    await page.getByText('Còn 1 chỗ đã nhập nhưng chưa lưu được').waitFor({ state: 'detached' })
    await saved(page)
    assert.equal((await rowsOf(planId))[0]?.dueOn, '2013-12-10')
    assert.equal(await submit.isDisabled(), false)
    await leave(page)
  })

  test('an appraiser’s remarks outlast a reload and a plan taken back meanwhile, and a step of a colleague leaves the words in an open dialog', async () => {
    const planId = await begin()
    for (const { id } of (await clerk.ask(plans.openPlan, { planId: planId as never })).rows)
      await clerk.ask(plans.savePlanItem, { itemId: id as never, was: {}, changes: { lead: 'Ban Tổ chức' } })
    await step(clerk, planId, 'submit')
    const colleague = await house.visit('tubacninh.thamdinh')
    const window = await openWindow(browser, origin, 1440, await house.visit('tubacninh.lanhdao'))
    const page = await window.newPage()
    await page.goto(`/plans/${planId}`)
    await cell(page, 'Nhận xét', 1).fill('Nêu rõ người phụ trách')
    await page.reload()
    await cell(page, 'Nhận xét', 1).waitFor()
    assert.equal(await cell(page, 'Nhận xét', 1).inputValue(), 'Nêu rõ người phụ trách')
    // its body takes the plan back to mend something and submits it again
    await step(clerk, planId, 'recall')
    await cell(page, 'Nhận xét', 1).waitFor({ state: 'detached' })
    await step(clerk, planId, 'submit')
    await cell(page, 'Nhận xét', 1).waitFor()
    assert.equal(await cell(page, 'Nhận xét', 1).inputValue(), 'Nêu rõ người phụ trách')
    await page.getByRole('button', { name: 'Trả lại' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Chưa sát tình hình của huyện')
    await step(colleague, planId, 'approve')
    await dialog.getByText('người khác đã xử lý kế hoạch này; nay: Đã duyệt').waitFor()
    assert.equal(await dialog.getByRole('textbox').inputValue(), 'Chưa sát tình hình của huyện')
    await leave(page)
  })

  test('a block copied from Excel becomes rows: cells of several lines, quotes, days, headings', async () => {
    const planId = await begin()
    const before = await rowsOf(planId)
    const page = await enter(clerk, planId)
    const block = [
      'Nội dung công việc\tSản phẩm\tChủ trì\tBắt đầu\tHoàn thành\tKinh phí',
      'I. Công tác tuyên truyền\t\t\t\t\t',
      '"Mở 2 lớp quán triệt ""Kết luận 64""\ncho cấp ủy cơ sở"\tDanh sách\tBan Tuyên giáo\t1/12/2013\t15/12/2013\t12.500.000',
      'Sơ kết, rút kinh nghiệm\tBáo cáo\tVăn phòng\t\t31/12/2013\t',
    ].join('\r\n')
    await cell(page, 'Nội dung công việc', 1).focus()
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, block)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('2 dòng sẽ thành đầu việc mới').waitFor()
    await dialog.getByRole('button', { name: 'Thêm 2 đầu việc' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page
      .locator('tr[data-row]')
      .nth(before.length + 1)
      .waitFor()
    await saved(page)
    const rows = await rowsOf(planId)
    assert.deepEqual(
      rows.slice(1, 3).map(({ part, text, product, lead, fromOn, dueOn, money }) => [part, text, product, lead, fromOn, dueOn, money]),
      [
        [
          'I. Công tác tuyên truyền',
          'Mở 2 lớp quán triệt "Kết luận 64"\ncho cấp ủy cơ sở',
          'Danh sách',
          'Ban Tuyên giáo',
          '2013-12-01',
          '2013-12-15',
          12_500_000,
        ],
        ['I. Công tác tuyên truyền', 'Sơ kết, rút kinh nghiệm', 'Báo cáo', 'Văn phòng', null, '2013-12-31', null],
      ],
    )
    assert.equal(rows.length, before.length + 2)
    await leave(page)
  })

  test('what is pasted into a row just added begins in it: no empty row stays behind; months and amounts in words are read', async () => {
    const planId = await begin()
    const before = await rowsOf(planId)
    const page = await enter(clerk, planId)
    await page.getByRole('button', { name: 'Thêm đầu việc' }).click()
    await saved(page)
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Nội dung\tHoàn thành\tKinh phí\r\nTập huấn báo cáo viên\tTháng 12/2013\t2,5 triệu\r\nSơ kết\t20/12\t')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm 2 đầu việc' }).click()
    await page
      .locator('tr[data-row]')
      .nth(before.length + 1)
      .waitFor()
    await saved(page)
    assert.deepEqual(
      (await rowsOf(planId)).slice(before.length).map(({ text, dueOn, money }) => [text, dueOn, money]),
      [
        ['Tập huấn báo cáo viên', '2013-12-31', 2_500_000],
        ['Sơ kết', '2013-12-20', null],
      ],
    )
    await leave(page)
  })

  test('a button acts that was pressed, though the page moved under the pointer before it was let go', async () => {
    const page = await enter(clerk, await begin())
    const answers = page.getByRole('button', { name: 'Thực hiện, đầu việc 1' })
    await answers.scrollIntoViewIfNeeded()
    const box = await answers.boundingBox()
    assert.ok(box)
    await page.mouse.move(box.x + 20, box.y + 10)
    await page.mouse.down()
    await page.evaluate(() => {
      const above = document.createElement('div')
      above.style.height = '120px'
      document.querySelector('.editor')?.before(above)
    })
    await page.mouse.up()
    await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    // what is pressed and left again is not meant
    await page.mouse.move(box.x + 20, box.y + 130)
    await page.mouse.down()
    await page.mouse.move(box.x + 20, box.y + 10)
    await page.mouse.up()
    await page.waitForTimeout(300)
    assert.equal(await page.getByRole('dialog').count(), 0)
    await leave(page)
  })

  test('words in a cell when a colleague submits the plan stay in sight, and go in once it is taken back', async () => {
    const planId = await begin()
    const page = await enter(clerk, planId)
    await cell(page, 'Chủ trì', 1).fill('Văn phòng Huyện ủy')
    await step(leader, planId, 'submit')
    const held = page.getByRole('alert').filter({ hasText: 'chưa đưa được vào kế hoạch' })
    await held.getByText('Chủ trì, đầu việc 1').waitFor()
    assert.match((await held.textContent()) ?? '', /Văn phòng Huyện ủy/)
    assert.equal((await rowsOf(planId))[0]?.lead, '')
    await step(leader, planId, 'recall')
    await saved(page)
    await held.waitFor({ state: 'detached' })
    assert.equal((await rowsOf(planId))[0]?.lead, 'Văn phòng Huyện ủy')

    await cell(page, 'Chủ trì', 1).fill('Ban Dân vận Huyện ủy')
    await step(leader, planId, 'submit')
    await held.getByRole('button', { name: 'Bỏ' }).click()
    await held.waitFor({ state: 'detached' })
    await leave(page)
  })

  test('words in a row that a colleague takes out stay in sight with who took it out, and go in once it is put back', async () => {
    const planId = await begin()
    const [first] = await rowsOf(planId)
    const page = await enter(clerk, planId)
    await cell(page, 'Chủ trì', 1).fill('Văn phòng Huyện ủy')
    await leader.ask(plans.removePlanItem, { itemId: first?.id as never })
    const gone = page.getByRole('alert').filter({ hasText: 'vừa bỏ đầu việc' })
    await gone.getByText('Văn phòng Huyện ủy').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Trình kế hoạch' }).isDisabled(), true)
    await page.reload()
    await gone.getByRole('button', { name: 'Lấy lại đầu việc' }).click()
    await gone.waitFor({ state: 'detached' })
    await saved(page)
    assert.equal((await rowsOf(planId)).find(({ id }) => id === first?.id)?.lead, 'Văn phòng Huyện ủy')
    // who takes the row out oneself is asked nothing
    await cell(page, 'Chủ trì', 1).fill('Ban Dân vận')
    await page.getByRole('button', { name: 'Bỏ đầu việc 1' }).click()
    await saved(page)
    await page.waitForTimeout(500)
    assert.equal(await gone.count(), 0)
    await leave(page)
  })

  test('a link to a tab of another page opens that tab, though the page left has none of its name', async () => {
    const planId = await begin()
    const page = await enter(clerk, planId)
    await page.getByRole('tab', { name: /Nhiệm vụ phải thực hiện/ }).click()
    await page.locator('nav a[href*="tab=plans"]').last().click()
    await page.getByRole('tab', { name: /Kế hoạch/, selected: true }).waitFor()
    await page.waitForTimeout(500)
    assert.match(page.url(), /directives\/[\w-]+\?.*tab=plans/)
    await leave(page)
  })

  test('all by keyboard: along the cells, a new row, what it answers, its day, its place', async () => {
    const planId = await begin()
    const before = await rowsOf(planId)
    const page = await enter(clerk, planId)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    const { keyboard } = page
    await cell(page, 'Nội dung công việc', 1).focus()
    await keyboard.press('End')
    await keyboard.press('Control+Enter')
    await keyboard.type('Kiểm tra việc rà soát')
    await keyboard.press('Tab')
    assert.equal(await focused(), 'Thực hiện, đầu việc 2')
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByRole('checkbox').first().focus()
    await keyboard.press('Space')
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(await focused(), 'Thực hiện, đầu việc 2')
    for (const column of ['Sản phẩm', 'Chủ trì']) {
      await keyboard.press('Tab')
      assert.equal(await focused(), `${column}, đầu việc 2`)
    }
    await keyboard.type('Ủy ban Kiểm tra')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.type('18/11/2013')
    await keyboard.press('Enter')
    await saved(page)
    let rows = await rowsOf(planId)
    assert.deepEqual(
      [rows[1]?.text, rows[1]?.obligationIds.length, rows[1]?.lead, rows[1]?.dueOn, rows.length],
      ['Kiểm tra việc rà soát', 1, 'Ủy ban Kiểm tra', '2013-11-18', before.length + 1],
    )
    await cell(page, 'Nội dung công việc', 2).focus()
    await keyboard.press('Alt+ArrowUp')
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="text"]')?.value === 'Kiểm tra việc rà soát')
    assert.equal(await focused(), 'Nội dung công việc, đầu việc 1')
    rows = await rowsOf(planId)
    assert.equal(rows[0]?.text, 'Kiểm tra việc rà soát')
    await leave(page)
  })
})
