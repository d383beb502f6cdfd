import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { endpoints as plans } from '../../src/plans/contract.ts'
import { cell, leave, openSheets, type Sheets, saved } from '../sheets.ts'

describe('the sheet in which a plan is written', () => {
  let sheets: Sheets
  before(async () => {
    sheets = await openSheets()
  })
  after(() => sheets.close())

  test('what is typed while the network is away, or just before the lid closes, is there again and arrives', async () => {
    const planId = await sheets.begin()
    const before = (await sheets.rowsOf(planId)).length
    const page = await sheets.enter(sheets.clerk, planId)
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
    assert.equal((await sheets.rowsOf(planId)).length, before)

    await window.setOffline(false)
    const again = await sheets.openIn(window, planId)
    await saved(again)
    await again.getByText('Đầu việc (').waitFor()
    const rows = await sheets.rowsOf(planId)
    assert.deepEqual(
      [rows[0]?.lead, rows[1]?.text, rows[1]?.product, rows.length],
      ['Ban Tổ chức Huyện ủy', 'Họp Ban Thường vụ cho ý kiến', 'Kết luận của Ban Thường vụ', before + 1],
    )
    assert.equal(await cell(again, 'Nội dung công việc', 2).inputValue(), 'Họp Ban Thường vụ cho ý kiến')
    await leave(again)
  })

  test('a day that is none is a fault of its cell, there again after a reload, and nothing is submitted over it', async () => {
    const planId = await sheets.begin()
    const page = await sheets.enter(sheets.clerk, planId)
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
    assert.equal((await sheets.rowsOf(planId))[0]?.dueOn, '2013-12-10')
    assert.equal(await submit.isDisabled(), false)
    await leave(page)
  })

  test('a block copied from Excel becomes rows: cells of several lines, quotes, days, headings', async () => {
    const planId = await sheets.begin()
    const before = await sheets.rowsOf(planId)
    const page = await sheets.enter(sheets.clerk, planId)
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
    const rows = await sheets.rowsOf(planId)
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
    const planId = await sheets.begin()
    const before = await sheets.rowsOf(planId)
    const page = await sheets.enter(sheets.clerk, planId)
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
      (await sheets.rowsOf(planId)).slice(before.length).map(({ text, dueOn, money }) => [text, dueOn, money]),
      [
        ['Tập huấn báo cáo viên', '2013-12-31', 2_500_000],
        ['Sơ kết', '2013-12-20', null],
      ],
    )
    // all of it is taken back at once, and the row that was there before is empty again
    await page.getByRole('button', { name: 'Bỏ phần vừa dán' }).click()
    await page
      .locator('tr[data-row]')
      .nth(before.length + 1)
      .waitFor({ state: 'detached' })
    await saved(page)
    assert.deepEqual(
      (await sheets.rowsOf(planId)).slice(before.length).map(({ text, dueOn, money }) => [text, dueOn, money]),
      [['', null, null]],
    )
    await leave(page)
  })

  test('of what is too long for a cell is said that it is, not that somebody else was there first', async () => {
    const page = await sheets.enter(sheets.clerk, await sheets.begin())
    await cell(page, 'Sản phẩm', 1).fill('dài '.repeat(400))
    await cell(page, 'Nội dung công việc', 1).focus()
    await page.getByText('xin xem lý do ở dòng đó rồi sửa').waitFor()
    await page.getByRole('button', { name: 'Bỏ thay đổi này' }).click()
    await saved(page)
    await leave(page)
  })

  test('a button acts that was pressed, though the page moved under the pointer before it was let go', async () => {
    const page = await sheets.enter(sheets.clerk, await sheets.begin())
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

  test('a link to a tab of another page opens that tab, though the page left has none of its name', async () => {
    const planId = await sheets.begin()
    const page = await sheets.enter(sheets.clerk, planId)
    await page.getByRole('tab', { name: /Nhiệm vụ phải thực hiện/ }).click()
    await page.locator('nav a[href*="tab=plans"]').last().click()
    await page.getByRole('tab', { name: /Kế hoạch/, selected: true }).waitFor()
    await page.waitForTimeout(500)
    assert.match(page.url(), /directives\/[\w-]+\?.*tab=plans/)
    await leave(page)
  })

  test('all by keyboard: along the cells, a new row, what it answers, its day, its place', async () => {
    const planId = await sheets.begin()
    const before = await sheets.rowsOf(planId)
    const page = await sheets.enter(sheets.clerk, planId)
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
    let rows = await sheets.rowsOf(planId)
    assert.deepEqual(
      [rows[1]?.text, rows[1]?.obligationIds.length, rows[1]?.lead, rows[1]?.dueOn, rows.length],
      ['Kiểm tra việc rà soát', 1, 'Ủy ban Kiểm tra', '2013-11-18', before.length + 1],
    )
    await cell(page, 'Nội dung công việc', 2).focus()
    await keyboard.press('Alt+ArrowUp')
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="text"]')?.value === 'Kiểm tra việc rà soát')
    assert.equal(await focused(), 'Nội dung công việc, đầu việc 1')
    rows = await sheets.rowsOf(planId)
    assert.equal(rows[0]?.text, 'Kiểm tra việc rà soát')
    await leave(page)
  })

  test('of rows taken out one after the other one line tells, which gives back the last, then the one before', async () => {
    const planId = await sheets.begin()
    const page = await sheets.enter(sheets.clerk, planId)
    for (const text of ['Việc thứ nhất', 'Việc thứ hai']) {
      await page.getByRole('button', { name: 'Thêm đầu việc' }).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await saved(page)
    const texts = async () => (await sheets.rowsOf(planId)).map(({ text }) => text)
    const before = await texts()
    const last = before.length
    const line = page.locator('.ant-message-notice', { hasText: 'Lấy lại' })
    const back = async (left: string[]) => {
      await line.getByRole('button', { name: 'Lấy lại' }).click()
      await page.waitForFunction((count) => document.querySelectorAll('tr[data-row]').length === count, left.length)
      assert.deepEqual(await texts(), left)
    }
    await page.getByRole('button', { name: `Bỏ đầu việc ${last}` }).click()
    await line.getByText('Đã bỏ «Việc thứ hai»').waitFor()
    await page.getByRole('button', { name: `Bỏ đầu việc ${last - 1}` }).click()
    await line.getByText('Đã bỏ 2 đầu việc, sau cùng là «Việc thứ nhất»').waitFor()
    assert.equal(await line.count(), 1)
    await back(before.slice(0, -1))
    await line.getByText('Đã bỏ «Việc thứ hai»').waitFor()
    await back(before)
    await line.waitFor({ state: 'detached' })
    await leave(page)
  })

  test('several rows are given a link, or lose one, in one act that is taken back as one; with the mouse and by keyboard', async () => {
    const planId = await sheets.begin()
    const page = await sheets.enter(sheets.clerk, planId)
    for (const text of ['Việc thứ nhất', 'Việc thứ hai', 'Việc thứ ba']) {
      await page.getByRole('button', { name: 'Thêm đầu việc' }).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await saved(page)
    const own = (await sheets.rowsOf(planId)).length - 3
    const links = async () => (await sheets.rowsOf(planId)).slice(own).map(({ obligationIds }) => obligationIds.length)
    const before = (await sheets.rowsOf(planId)).slice(0, own)
    assert.deepEqual(await links(), [0, 0, 0])
    const dialog = page.getByRole('dialog')
    const bar = page.getByRole('region', { name: 'Các đầu việc đã chọn' })
    await page.getByRole('checkbox', { name: `Chọn đầu việc ${own + 1}` }).check()
    await page.getByRole('checkbox', { name: `Chọn đầu việc ${own + 3}` }).click({ modifiers: ['Shift'] })
    await bar.getByText('Đã chọn 3 đầu việc').waitFor()
    await bar.getByRole('button', { name: 'Gắn hoặc bỏ nhiệm vụ' }).click()
    await dialog.getByRole('checkbox').first().check()
    await dialog.getByRole('button', { name: 'Ghi cho 3 đầu việc' }).click()
    await bar.getByText('Đã đổi ở 3 đầu việc').waitFor()
    await saved(page)
    assert.deepEqual(await links(), [1, 1, 1])
    await bar.getByRole('button', { name: 'Hoàn tác' }).click()
    await bar.getByText('Đã chọn 3 đầu việc').waitFor()
    await saved(page)
    assert.deepEqual(await links(), [0, 0, 0])
    await bar.getByRole('button', { name: 'Bỏ chọn' }).click()
    await bar.waitFor({ state: 'detached' })

    // no hand leaves the keys
    const { keyboard } = page
    await cell(page, 'Nội dung công việc', own + 2).focus()
    await keyboard.press('Control+Space')
    await keyboard.press('Enter')
    await keyboard.press('Control+Space')
    await bar.getByText('Đã chọn 2 đầu việc').waitFor()
    await keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Thực hiện, 2 đầu việc đã chọn')
    await keyboard.press('Enter')
    await dialog.getByRole('checkbox').nth(1).focus()
    await keyboard.press('Space')
    await dialog.getByRole('button', { name: 'Ghi cho 2 đầu việc' }).focus()
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await saved(page)
    assert.deepEqual(await links(), [0, 1, 1])
    // a row linked otherwise since stays as it is when the act is taken back
    const third = (await sheets.rowsOf(planId)).at(-1)
    const rewritten = { obligationIds: [], superiorItemIds: [] }
    const { obligationIds = [], superiorItemIds = [] } = third ?? {}
    await sheets.clerk.ask(plans.savePlanItem, { itemId: third?.id as never, was: { obligationIds, superiorItemIds }, changes: rewritten })
    await page.getByRole('button', { name: 'Thực hiện, 2 đầu việc đã chọn' }).last().getByText('Chọn…').waitFor()
    await keyboard.press('Control+z')
    await bar.getByText('Đã chọn 2 đầu việc').waitFor()
    await saved(page)
    assert.deepEqual(await links(), [0, 0, 0])
    // a link that is left alone stays with those that have it; one that all lose goes from each
    await bar.getByRole('button', { name: 'Chọn tất cả' }).click()
    const relink = async (isOn: boolean) => {
      await bar.getByRole('button', { name: 'Gắn hoặc bỏ nhiệm vụ' }).click()
      await dialog.getByRole('checkbox').last().setChecked(isOn)
      await dialog.getByRole('button', { name: /^Ghi cho/ }).click()
      await bar.getByText('Đã đổi ở').waitFor()
      await saved(page)
      return sheets.rowsOf(planId)
    }
    const given = await relink(true)
    const added = (row: (typeof given)[number]) => [...row.obligationIds, ...row.superiorItemIds]
    const all = new Set(added(given.at(-1) as (typeof given)[number]))
    assert.equal(all.size, 1)
    for (const [at, { obligationIds }] of before.entries()) for (const id of obligationIds) assert.ok(given[at]?.obligationIds.includes(id))
    for (const row of given) assert.ok(added(row).some((id) => all.has(id)))
    for (const row of await relink(false)) assert.ok(!added(row).some((id) => all.has(id)))
    await leave(page)
  })
})
