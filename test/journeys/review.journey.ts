import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { endpoints as directives } from '../../src/directives/contract.ts'
import { endpoints as tasks } from '../../src/tasks/contract.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { docxOf } from '../documents.ts'
import { openHouse, type TestHouse, type Visitor } from '../kit.ts'
import { signedPlan } from '../otherFile.ts'
import { findPlan } from '../story.ts'

describe('a draft under review', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let clerk: Visitor
  let plan: never
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    clerk = await house.visit('btctw.chuyenvien')
    plan = (await findPlan(clerk)) as never
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  const enter = async (address: string): Promise<Page> => {
    const page = await (await openWindow(browser, origin, 1440, clerk)).newPage()
    await page.goto(address)
    return page
  }

  test('leads from one doubtful task to the next by keys, says why by the keyboard, and the count falls', async () => {
    const page = await enter(`/directives/${plan}/review`)
    const chip = page.getByRole('button', { name: /^Cần xem lại \d+$/ })
    const count = async () => Number((await chip.textContent())?.replace(/\D/g, ''))
    await page.locator('.task').first().waitFor()
    const doubtful = await count()
    assert.ok(doubtful > 1)
    await page.keyboard.press('n')
    const current = page.locator('.task.is-current')
    await current.getByText('Cần xem lại:').first().waitFor()
    const first = await current.getAttribute('id')
    await current.locator('.field-sign').first().focus()
    await page
      .getByRole('tooltip')
      .getByText(/Lấy từ (câu dẫn|đề mục)/)
      .waitFor()
    await current.focus()
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: `Cần xem lại ${doubtful - 1}` }).waitFor()
    await page.getByRole('button', { name: /^Xem lại tiếp/ }).click()
    assert.notEqual(await current.getAttribute('id'), first)
    await chip.click()
    assert.equal(await page.locator('.task').count(), doubtful - 1)
    await page.context().close()
  })

  test('a reason typed at once after the key for dropping is the reason, and nothing else happens', async () => {
    const before = await clerk.ask(tasks.listTasks, { directiveId: plan })
    const page = await enter(`/directives/${plan}/review`)
    await page.locator('.task').first().waitFor()
    await page.keyboard.press('j')
    const card = page.locator('.task.is-current')
    const taskId = (await card.getAttribute('id'))?.replace('task-', '')
    await page.keyboard.press('x')
    const why = page.getByRole('dialog').getByRole('textbox')
    await why.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('trùng với nhiệm vụ khác, nêu ở mục sau')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const after = await clerk.ask(tasks.listTasks, { directiveId: plan })
    assert.equal(after.find(({ id }) => id === taskId)?.droppedWhy, 'trùng với nhiệm vụ khác, nêu ở mục sau')
    assert.equal(after.length, before.length)
    await clerk.ask(tasks.restoreTask, { taskId: taskId as never })
    // Escape leaves the dialog, and the keys go on where they were
    await page.keyboard.press('s')
    await page.getByRole('dialog').getByRole('textbox').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('.task:focus').waitFor()
    await page.context().close()
  })

  /** Selects words of the document, from the beginning of some to the end of others. */
  const selectWords = (page: Page, first: string, last: string) =>
    page.locator('.document').evaluate(
      (root, [first, last]) => {
        const runs = [...root.querySelectorAll('[data-from]')].flatMap(({ firstChild }) => (firstChild instanceof Text ? [firstChild] : []))
        const [start, end] = [runs.find(({ data }) => data.includes(first)), runs.findLast(({ data }) => data.includes(last))]
        if (!start || !end) throw new Error('these words are not in the document')
        getSelection()?.setBaseAndExtent(start, start.data.indexOf(first), end, end.data.lastIndexOf(last) + last.length)
      },
      [first, last] as const,
    )

  test('gets tasks from a selection, filled in as the reader reads it, one order after the other, by key or button', async () => {
    const text = [
      'Hà Nội, ngày 5 tháng 3 năm 2013',
      'KẾ HOẠCH',
      'I- TỔ CHỨC THỰC HIỆN',
      '1- Ban Tuyên giáo Trung ương:',
      'a) Phối hợp với Ban Dân vận Trung ương tổ chức hội nghị, hoàn thành trước ngày 15/12.',
      'b) Hướng dẫn các cấp ủy trong quý IV.',
    ].join('\n')
    const { directiveId } = await clerk.ask(directives.readDirective, { text, again: true })
    const own = { directiveId: directiveId as never }
    for (const { id, version } of await clerk.ask(tasks.listTasks, own))
      await clerk.ask(tasks.dropTask, { taskId: id as never, version, why: 'để thêm lại từ đoạn chọn' })
    const page = await enter(`/directives/${directiveId}/review`)
    await selectWords(page, 'a) Phối', 'quý IV.')
    await page.keyboard.press('a')
    const form = page.locator('.task-form')
    await form.getByText('Việc 1 trên 2 trong đoạn chọn').waitFor()
    const said = form.getByLabel('Nội dung nhiệm vụ')
    assert.equal(await said.inputValue(), 'Phối hợp với Ban Dân vận Trung ương tổ chức hội nghị, hoàn thành trước ngày 15/12.')
    const named = () => form.getByLabel('Tên như trong văn bản').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
    await form.getByLabel('Tên như trong văn bản').nth(1).waitFor()
    assert.deepEqual(await named(), ['Ban Tuyên giáo Trung ương', 'Ban Dân vận Trung ương'])
    assert.equal(await form.getByLabel('Ngày cuối còn đúng hạn').inputValue(), '14-12-2013')
    await form.getByRole('button', { name: 'Thêm và sang việc sau' }).click()
    await form.getByText('Việc 2 trên 2 trong đoạn chọn').waitFor()
    assert.equal(await said.inputValue(), 'Hướng dẫn các cấp ủy trong quý IV.')
    await form.getByRole('button', { name: 'Thêm', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    const added = (await clerk.ask(tasks.listTasks, own)).filter(({ origin }) => origin === 'hand')
    assert.deepEqual(
      added.map(({ address, roles }) => [address, roles.filter(({ role }) => role === 'lead').map(({ matched }) => matched)]),
      [
        ['I.1.a', ['Ban Tuyên giáo Trung ương']],
        ['I.1.b', ['Ban Tuyên giáo Trung ương']],
      ],
    )
    await page.getByRole('checkbox', { name: 'Chọn nhiệm vụ I.1.b' }).waitFor()
    // the button does the same, and says that a task has these words already
    await selectWords(page, 'Hướng', 'dẫn')
    await page.getByRole('button', { name: 'Thêm nhiệm vụ từ đoạn chọn' }).click()
    await form.getByText('Đoạn này đã có trong nhiệm vụ I.1.b').waitFor()
    await page.context().close()
  })

  test('several tasks are given one lead, dropped for one reason and restored, by keys and mouse', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => `${i + 1}. Rà soát trường học số ${i + 1} của huyện.`)
    const { directiveId } = await clerk.ask(directives.readDirective, { text: ['KẾ HOẠCH', 'Sửa trường học', 'I. NHIỆM VỤ', ...lines].join('\n') })
    const page = await enter(`/directives/${directiveId}/review`)
    await page.locator('.task').first().focus()
    await page.keyboard.press('c')
    await page.getByRole('button', { name: 'Chọn cả 6 nhiệm vụ đang hiện' }).click()
    await page.locator('.task-selected').getByRole('button', { name: 'Ghi cơ quan…' }).click()
    const dialog = page.getByRole('dialog')
    const save = dialog.getByRole('button', { name: 'Ghi', exact: true })
    assert.equal(await save.isDisabled(), true)
    await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('van phong trung uong dang')
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await save.click()
    await dialog.waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.querySelectorAll('.task.is-checked').length === 6)
    const leads = async () => (await clerk.ask(tasks.listTasks, { directiveId })).map(({ roles }) => roles.map(({ named }) => named).join())
    assert.deepEqual(new Set(await leads()), new Set(['Văn phòng Trung ương Đảng']))
    assert.equal(await page.locator('.task-selected').count(), 0)

    for (const at of [1, 2]) await page.locator('.task-select').nth(at).check()
    await page.locator('.task-selected').getByRole('button', { name: 'Bỏ…' }).click()
    await dialog.getByLabel('Lý do').fill('Đã giao ở văn bản khác')
    await dialog.getByRole('button', { name: 'Bỏ', exact: true }).click()
    await page.getByRole('button', { name: 'Đã bỏ 2' }).click()
    for (const at of [0, 1]) await page.locator('.task-select').nth(at).check()
    await page.locator('.task-selected').getByRole('button', { name: 'Khôi phục' }).click()
    await page.getByRole('button', { name: 'Tất cả 6' }).waitFor()
    await page.context().close()
  })

  test('shows its tables as tables: marks and selection work in their cells, and they scroll in their own box', async () => {
    const text = [
      'Hà Nội, ngày 5 tháng 3 năm 2013',
      'KẾ HOẠCH',
      'I- NHIỆM VỤ',
      '',
      'TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm',
      'A. THỂ CHẾ |  |',
      '1 | Rà soát các quy định về chức năng, nhiệm vụ của các cơ quan | Ban Dân vận Trung ương |  | Quý III/2013 | Quy định',
      '2 | Nâng cấp hệ thống mạng | Văn phòng Trung ương Đảng |  | 30/9/2013 |',
    ].join('\n')
    const { directiveId } = await clerk.ask(directives.readDirective, { text, again: true })
    for (const width of [1440, 390] as const) {
      const page = await (await openWindow(browser, origin, width, clerk)).newPage()
      await page.goto(`/directives/${directiveId}/review`)
      await page.locator('.task .task-address').first().click()
      if (width === 390) await page.getByRole('tab', { name: 'Văn bản' }).click()
      const table = page.getByRole('region', { name: 'Bảng trong văn bản' })
      assert.deepEqual(await table.getByRole('columnheader').allTextContents(), text.split('\n')[4]?.split(' | '))
      assert.equal(await table.getByRole('row').count(), 4)
      await table.getByRole('cell', { name: 'Ban Dân vận Trung ương' }).locator('mark.is-lead').waitFor()
      assert.ok(await table.evaluate((box) => box.scrollWidth > box.clientWidth))
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
      await selectWords(page, 'Nâng cấp', '30/9/2013')
      await page.getByRole('button', { name: 'Thêm nhiệm vụ từ đoạn chọn' }).click()
      const form = page.locator('.task-form')
      await form.getByText('Đã đọc từ đoạn chọn').waitFor()
      assert.equal(await form.getByLabel('Nội dung nhiệm vụ').inputValue(), 'Nâng cấp hệ thống mạng')
      assert.equal(await form.getByLabel('Tên như trong văn bản').first().inputValue(), 'Văn phòng Trung ương Đảng')
      assert.equal(await form.getByLabel('Ngày cuối còn đúng hạn').inputValue(), '30-09-2013')
      await page.context().close()
    }
  })

  test('is taken away in every form before it is issued, by mouse or keyboard', async () => {
    const page = await enter(`/directives/${plan}/review`)
    const menu = page.getByRole('button', { name: 'Tải xuống' })
    await menu.click()
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Bảng nhiệm vụ (.xlsx)' }).click()])
    assert.equal(sheet.suggestedFilename(), 'nhiem-vu-trong-van-ban.xlsx')
    await page.getByRole('link', { name: 'Bảng nhiệm vụ (.xlsx)' }).waitFor({ state: 'hidden' })
    await menu.focus()
    await page.keyboard.press('Enter')
    const item = page.getByRole('menuitem').filter({ hasText: '(.json)' })
    await item.waitFor()
    await item.focus()
    const [reading] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    assert.equal(reading.suggestedFilename(), 'van-ban.json')
    await page.context().close()
  })

  test('of a long text without any task says that something may be missing, until a task is added', async () => {
    const articles = Array.from(
      { length: 60 },
      (_, i) => `Điều ${i + 1}. Khái niệm\nThuật ngữ thứ ${i + 1} là tên gọi của một loại hồ sơ lưu trữ có từ thời trước và nay ít gặp.`,
    )
    const { directiveId } = await clerk.ask(directives.readDirective, { text: ['QUY ĐỊNH', 'Về thuật ngữ', ...articles].join('\n'), again: true })
    const page = await enter(`/directives/${directiveId}/review`)
    const caution = page.getByRole('alert').getByText(/Không tìm thấy nhiệm vụ nào trong văn bản dài \d\.\d{3} ký tự/)
    await caution.waitFor()
    const text = 'Sở Nội vụ rà soát'
    await clerk.ask(tasks.addTask, {
      directiveId,
      from: null,
      to: null,
      text,
      product: '',
      condition: '',
      isStanding: false,
      roles: [],
      milestones: [],
    })
    await caution.waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('is not left with something entered and not saved, unless somebody says so; what was entered is still there on return', async () => {
    const page = await enter(`/directives/${plan}/review`)
    const open = async () => {
      const card = page.locator('.task').first()
      await card.getByRole('button', { name: 'Sửa', exact: true }).click()
      return page.locator('.task-form').getByLabel('Nội dung nhiệm vụ')
    }
    const home = page
      .getByRole('menuitem', { name: 'Việc của tôi' })
      .or(page.getByRole('link', { name: 'Việc của tôi' }))
      .first()
    const asked = page.getByRole('dialog').filter({ hasText: 'Rời trang khi chưa lưu?' })
    const left = () => page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    // untouched, the page is left at once
    await open()
    await home.click()
    await left()
    await page.goBack()
    await (await open()).fill('Lời đang sửa dở')
    await home.click()
    await asked.getByRole('button', { name: 'Ở lại' }).click()
    await asked.waitFor({ state: 'detached' })
    assert.match(page.url(), /\/review/)
    // closing the tab is asked by the browser itself
    const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
    assert.equal(question.type(), 'beforeunload')
    await question.dismiss()
    await home.click()
    await asked.getByRole('button', { name: 'Rời trang' }).click()
    await left()
    await page.goBack()
    await page.locator('.task').first().waitFor()
    assert.equal(await (await open()).inputValue(), 'Lời đang sửa dở')
    await page.locator('.task-form').getByRole('button', { name: 'Hủy' }).click()
    await home.click()
    await left()
    await page.context().close()
  })

  test('the form of a task fits a telephone: nothing cut off, what takes a line out beside it', async () => {
    const page = await (await openWindow(browser, origin, 390, clerk)).newPage()
    await page.goto(`/directives/${plan}/review`)
    const card = page
      .locator('.task')
      .filter({ has: page.locator('.milestones') })
      .first()
    await card.getByRole('button', { name: 'Sửa', exact: true }).click()
    const form = page.locator('.task-form')
    await form.locator('.milestone-row').first().waitFor()
    const cut = await form
      .locator('.ant-select-content, textarea')
      .evaluateAll((fields) => fields.filter((field) => field.scrollWidth > field.clientWidth + 1).map(({ textContent }) => textContent))
    assert.deepEqual(cut, [])
    for (const box of await form.locator('.line-remove').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width)))
      assert.ok(box < 60, String(box))
    await page.context().close()
  })

  test('the day of a deadline follows its words, and another that they say is offered', async () => {
    const page = await (await openWindow(browser, origin, 1440, clerk)).newPage()
    await page.goto(`/directives/${plan}/review`)
    const card = page
      .locator('.task')
      .filter({ has: page.locator('.milestones') })
      .first()
    await card.getByRole('button', { name: 'Sửa', exact: true }).click()
    const row = page.locator('.task-form .milestone-row').first()
    const [words, day] = [row.locator('textarea.row-worded'), row.locator('.ant-picker input')]
    await words.fill('trong tháng 11-2013')
    assert.equal(await day.inputValue(), '30-11-2013')
    await day.fill('20-11-2013')
    await day.press('Tab')
    await row.getByText('Lời văn nêu hạn 30-11-2013.').waitFor()
    await row.getByRole('button', { name: 'Dùng ngày này' }).click()
    await row.getByText('Lời văn nêu hạn').waitFor({ state: 'detached' })
    assert.equal(await day.inputValue(), '30-11-2013')
    await page.context().close()
  })

  test('begins within the first screen of a telephone: what else can be done, and the whole title, come once asked for', async () => {
    const page = await (await openWindow(browser, origin, 390, clerk)).newPage()
    await page.goto(`/directives/${plan}/review`)
    const card = page.locator('.task').first()
    await card.waitFor()
    assert.ok(((await card.boundingBox())?.y ?? 999) < 600)
    // what a name or a deadline says has the width of the card
    const widths = await card.evaluate((card) => [card, card.querySelector('.task-facts dd')].map((one) => one?.clientWidth ?? 0))
    assert.ok((widths[1] ?? 0) > 0.85 * (widths[0] ?? 0), widths.join())
    const download = page.getByRole('button', { name: 'Tải xuống' })
    await page.getByText('Chưa rõ: số, ký hiệu').waitFor()
    assert.equal(await download.count(), 0)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await download.waitFor()
    assert.equal(await page.getByRole('button', { name: 'Thông tin văn bản' }).count(), 0)
    await page.getByRole('button', { name: 'Xem đầy đủ' }).click()
    await page.getByRole('button', { name: 'Thông tin văn bản' }).waitFor()
    await page.context().close()
  })

  test('is compared with another file of it and takes its words; what was corrected by hand stays, and says so', async () => {
    const [corrected] = (await clerk.ask(tasks.listTasks, { directiveId: plan })).filter(({ text }) => text.includes('trước tháng 12-2013'))
    const { id, roles, milestones, ...facts } = corrected as NonNullable<typeof corrected>
    await clerk.ask(tasks.editTask, { ...facts, taskId: id as never, roles: roles as never, milestones, product: 'Quy định mẫu' })
    const page = await enter(`/directives/${plan}/review`)
    await page.getByRole('button', { name: 'So sánh với tệp khác' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'ban-ky.docx',
      mimeType: 'application/octet-stream',
      buffer: docxOf((await signedPlan()).split('\n')),
    })
    await page.getByText('Đã tải lên').first().waitFor()
    await page.getByRole('button', { name: 'So sánh', exact: true }).click()
    await page.getByRole('heading', { name: /Nhiệm vụ chịu ảnh hưởng/ }).waitFor({ timeout: 30_000 })
    await page.getByText('đã sửa tay: giữ phần đã sửa, phần khác theo tệp mới').waitFor()
    await page.locator('ins').getByText('ngày 15-01-2014').first().waitFor()
    await page.reload() // the comparison has an address of its own
    await page.getByRole('button', { name: 'Dùng lời văn của tệp này' }).click()
    await page.getByRole('dialog').getByText('1 nhiệm vụ sửa hoặc thêm bằng tay').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Dùng lời văn của tệp này' }).click()
    await page.waitForURL(/\/review$/)
    const card = page.locator(`#task-${id}`)
    await card.getByText('Tệp mới sửa chỗ này của văn bản').waitFor()
    await card.getByText('Quy định mẫu').waitFor()
    await card.getByText('«trước ngày 15-01-2014»').waitFor()
    await card.getByRole('button', { name: 'sửa tay' }).first().hover()
    await page.getByRole('tooltip').getByText('Đọc được trong văn bản:').waitFor()
    await page.context().close()
  })
})
