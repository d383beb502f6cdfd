import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { fileLimit } from '../../src/kernel/files.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse } from '../kit.ts'
import { findObligation, issuePlan } from '../story.ts'

describe('forms, whatever happens while they are filled in', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let obligation: string
  let plan: string
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    plan = await issuePlan(house)
    obligation = `/obligations/${(await findObligation(await house.visit('tubacninh.chuyenvien'), plan, 'Tỉnh ủy Bắc Ninh', 'Xây dựng đề án điều chỉnh')).id}`
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
  const openStep = async (page: Page, event: string) => {
    await page.locator('.acts').getByRole('button', { name: event, exact: true }).click()
    return page.locator('.step-form')
  }
  const accept = async (page: Page) => {
    const form = await openStep(page, 'Tiếp nhận')
    await form.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await page.getByText('Đã tiếp nhận').first().waitFor()
  }

  test('with little motion, what pops up is where it can be seen', async () => {
    const page = await enter('quantri', '/bodies')
    const within = async (what: string) => {
      const box = await page.locator(what).last().boundingBox()
      assert.ok(box && box.y >= 0 && box.y + box.height <= 900, `${what}: ${JSON.stringify(box)}`)
    }
    await page.locator('.page-actions .day-input input').click()
    await page.locator('.ant-picker-dropdown').waitFor()
    await within('.ant-picker-dropdown')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Tài khoản/ }).click()
    await page.locator('.ant-dropdown').waitFor()
    await within('.ant-dropdown')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Lập cơ quan' }).click()
    await page.getByRole('dialog').getByLabel('Cấp').click()
    await page.locator('.ant-select-dropdown').waitFor()
    await within('.ant-select-dropdown')
    await page.context().close()
  })

  test('what was typed is there again after another step was looked at, and after the page was opened anew', async () => {
    const page = await enter('tubacninh.chuyenvien', obligation)
    await accept(page)
    await (await openStep(page, 'Cập nhật tiến độ')).locator('textarea').first().fill('Đang lấy ý kiến các ban.')
    await (await openStep(page, 'Báo cáo hoàn thành')).locator('textarea').first().fill('Sắp xong.')
    const progress = await openStep(page, 'Cập nhật tiến độ')
    assert.equal(await progress.locator('textarea').first().inputValue(), 'Đang lấy ý kiến các ban.')
    await progress.getByText(/Đã khôi phục nội dung nhập dở/).waitFor()
    await page.reload()
    assert.equal(await page.locator('.step-form textarea').first().inputValue(), 'Đang lấy ý kiến các ban.')
    await page.locator('.step-form').getByRole('button', { name: 'Bỏ, nhập lại từ đầu' }).click()
    assert.equal(await page.locator('.step-form textarea').first().inputValue(), '')
    await page.reload()
    assert.equal(await page.locator('.step-form textarea').first().inputValue(), '')
    await page.context().close()
  })

  test('a body that was chosen stays chosen when the field is left by a key', async () => {
    const page = await enter('tubacninh.chuyenvien', obligation)
    const picker = (await openStep(page, 'Giao cấp dưới')).getByRole('combobox', { name: 'Cơ quan khác thuộc phạm vi' })
    const tags = page.locator('.step-form .ant-select-selection-item')
    for (const [typed, key] of [
      ['canh hung', 'click'],
      ['xa phu lam', 'Enter'],
    ] as const) {
      await picker.fill(typed)
      const option = page
        .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: key === 'click' ? 'Cảnh Hưng' : 'Phú Lâm' })
        .first()
      await option.waitFor()
      if (key === 'click') await option.click()
      else await page.keyboard.press(key)
      await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
      await page.keyboard.press('Tab')
      assert.equal(await picker.inputValue(), '')
    }
    assert.deepEqual(await tags.allTextContents(), ['Đảng ủy xã Cảnh Hưng', 'Đảng ủy xã Phú Lâm'])
    await page.context().close()
  })

  test('a step whose answer is lost on the way is said to be recorded, not to be somebody else’s', async () => {
    const page = await enter('tubacninh.chuyenvien', obligation)
    const form = await openStep(page, 'Cập nhật tiến độ')
    await form.locator('textarea').first().fill('Đã họp các ban.')
    await page.route('**/steps', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await form.getByRole('button', { name: 'Cập nhật tiến độ', exact: true }).click()
    await form.getByText(/Bước «Cập nhật tiến độ» của đồng chí đã được ghi nhận lúc .*không cần gửi lại/).waitFor()
    await form.getByRole('button', { name: 'Đóng', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    assert.equal(await (await openStep(page, 'Cập nhật tiến độ')).locator('textarea').first().inputValue(), '')
    await page.context().close()
  })

  test('a report does not go without a file that is on its way or has failed, and a fault goes once its field is filled', async () => {
    const page = await enter('tubacninh.chuyenvien', obligation)
    const form = await openStep(page, 'Báo cáo hoàn thành')
    const submit = form.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true })
    await submit.click()
    await form.getByText('Xin chọn ít nhất một tệp.').waitFor()
    await form.getByText('Xin nhập mục này.').waitFor()
    await form.locator('textarea').first().fill('Đã ban hành đề án.')
    await form.getByText('Xin nhập mục này.').waitFor({ state: 'hidden' })

    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`Nội dung ${name}`) })
    await form.locator('input[type=file]').setInputFiles(file('co.txt'))
    await form.getByText('Đã tải lên').waitFor()
    let go = () => undefined as unknown
    await page.route('**/api/files', async (route) => {
      await new Promise<void>((resolve) => {
        go = () => resolve()
      })
      await route.abort()
    })
    await form.locator('input[type=file]').setInputFiles(file('cham.txt'))
    await form.getByRole('progressbar').waitFor()
    await submit.click()
    await form.getByText(/Còn tệp đang gửi/).waitFor()
    go()
    await form.getByText('Tệp chưa gửi được do mất kết nối.').waitFor()
    await submit.click()
    await form.getByText(/Có tệp chưa gửi được/).waitFor()
    await form.getByRole('button', { name: 'Bỏ tệp cham.txt' }).click()
    await form.getByText(/Có tệp chưa gửi được/).waitFor({ state: 'hidden' })
    await submit.click()
    await form.waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('a file over the limit is refused with a sentence, by the page before sending and by the server after', async () => {
    const page = await enter('btctw.chuyenvien', '/directives/new')
    await page.getByText('Mỗi tệp tối đa 50 MB.').waitFor()
    await page.evaluate((size) => {
      const chosen = new DataTransfer()
      chosen.items.add(new File([new Uint8Array(size)], 'to.txt'))
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) throw new Error('there is no file input')
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }, fileLimit + 1)
    await page.getByText('Tệp lớn hơn 50 MB nên không tải lên được.').waitFor()
    const answer = await page.evaluate(async (size) => {
      const body = new FormData()
      body.append('file', new File([new Uint8Array(size)], 'to.txt'))
      const response = await fetch('/api/files', { method: 'POST', body, headers: { 'accept-language': 'vi' } })
      return { status: response.status, ...((await response.json()) as { message: string }) }
    }, fileLimit + 10_000_000)
    assert.deepEqual([answer.status, answer.message], [413, 'Tệp lớn hơn 50 MB nên không nhận được.'])
    await page.context().close()
  })

  test('what is written while something is asked for the first time stands in it all the same', async () => {
    const page = await enter('btctw.chuyenvien', `/directives/${plan}?tab=dissemination`)
    await page.getByRole('button', { name: 'Gửi đi phổ biến', exact: true }).first().click()
    const open = page.getByRole('dialog').locator('.recipients .is-open')
    await open.first().waitFor()
    const before = await open.count()
    // whom it would reach below is worked out before a name is settled, and arrives after
    let written = () => {}
    const until = new Promise<void>((resolve) => {
      written = resolve
    })
    let worked = () => {}
    const asked = new Promise<void>((resolve) => {
      worked = resolve
    })
    await page.route(
      /preview\?.*downTo=commune/,
      async (route) => {
        const response = await route.fetch()
        worked()
        await until
        await route.fulfill({ response })
      },
      { times: 1 },
    )
    await page.getByRole('dialog').getByLabel('Gửi xuống đến cấp').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: 'Xã, phường' }).click()
    await asked
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await open.first().getByRole('button', { name: 'Không thuộc danh mục' }).click()
    assert.equal((await answer).status(), 200)
    await page.waitForTimeout(500)
    written()
    await page
      .getByRole('dialog')
      .getByText(/Xã, phường: \d/)
      .waitFor()
    await page.waitForFunction((count) => document.querySelectorAll('.recipients .is-open').length < count, before)
    await page.context().close()
  })

  test('a page whose code does not come says that the server is away, and opens by itself when it is back', async () => {
    for (const [link, heading] of [
      ['Điều hành', 'Điều hành'], // a page with styles of its own
      ['Cơ quan', 'Cơ quan, tổ chức, đơn vị'], // and one without
    ] as const) {
      const page = await enter('btctw.lanhdao', '/password')
      await page.getByRole('heading', { name: 'Đổi mật khẩu' }).waitFor()
      await page.route(/\/(assets|health)/, (route) => route.abort())
      await page.getByRole('link', { name: link, exact: true }).click()
      await page.getByText('Không nối được tới máy chủ').first().waitFor()
      await page.waitForTimeout(4000) // it has looked again, and stays
      await page.getByText('Không nối được tới máy chủ').first().waitFor()
      await page.unroute(/\/(assets|health)/)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.context().close()
    }
  })

  test('a number out of bounds is named, not changed', async () => {
    const page = await enter('tudanang.chuyenvien', '/')
    const plan = await findObligation(await house.visit('tudanang.chuyenvien'), undefined as never, 'Thành ủy Đà Nẵng', 'Xây dựng đề án điều chỉnh')
    await page.goto(`/obligations/${plan.id}`)
    await accept(page)
    const form = await openStep(page, 'Cập nhật tiến độ')
    await form.getByLabel('Tiến độ (%)').fill('130')
    await form.locator('textarea').first().fill('Vượt kế hoạch.')
    assert.equal(await form.getByLabel('Tiến độ (%)').inputValue(), '130')
    await form.getByRole('button', { name: 'Cập nhật tiến độ', exact: true }).click()
    await form.getByText('Không được lớn hơn 100.').waitFor()
    await page.context().close()
  })

  test('a day that may not be, or that the calendar does not have, stays as typed and is named; no other is sent in its place', async () => {
    const { id } = await findObligation(
      await house.visit('tudanang.chuyenvien'),
      undefined as never,
      'Thành ủy Đà Nẵng',
      'Rà soát, điều chỉnh số lượng',
    )
    const page = await enter('tudanang.chuyenvien', `/obligations/${id}`)
    await accept(page)
    const form = await openStep(page, 'Đề nghị gia hạn')
    const day = form.locator('.day-input input')
    const submit = form.getByRole('button', { name: 'Đề nghị gia hạn', exact: true })
    await form.locator('textarea').first().fill('Còn chờ ý kiến của bộ.')
    await day.fill('31-12-2099')
    await day.press('Tab')
    let asked = 0
    page.on('request', (request) => request.url().includes('steps') && request.method() === 'POST' && asked++)
    for (const [typed, said] of [
      ['20-11-2013', /^Ngày phải không sớm hơn \d\d-\d\d-\d{4}\.$/],
      ['31-02-2099', /^Không có ngày này/],
      ['ngày mai', /^Không có ngày này/],
    ] as const) {
      await day.click()
      await day.fill(typed)
      await form.locator('textarea').first().focus()
      await form.getByText(said).waitFor()
      assert.equal(await day.inputValue(), typed)
      await submit.click()
      await page.waitForFunction(() => document.activeElement?.closest('.day-input'))
      assert.equal(await day.inputValue(), typed)
    }
    assert.equal(asked, 0)
    await day.fill('30/11/2099')
    await submit.click()
    await page.getByText('Xin gia hạn đến 30-11-2099').first().waitFor()
    await page.context().close()
  })

  test('a field that the step at hand needs is not called optional, and is not sent empty', async () => {
    const { rows } = await sql<{ id: string; username: string }>`
      select receipt.id, person.username from receipt join post on post.body_id = receipt.body_id and 'clerk' = any(post.duties)
      join holding on holding.post_id = post.id join person on person.id = holding.person_id where receipt.state = 'arrived' order by person.username limit 1`.execute(
      house.db,
    )
    const [receipt] = rows
    assert.ok(receipt, 'nothing has arrived anywhere')
    const page = await enter(receipt.username, `/receipts/${receipt.id}`)
    const received = await openStep(page, 'Tiếp nhận, kèm ghi chú')
    await received.getByText('(không bắt buộc)').waitFor()
    const refused = await openStep(page, 'Từ chối nhận')
    await refused.getByLabel('Lý do').waitFor()
    assert.equal(await refused.getByText('(không bắt buộc)').count(), 0)
    await refused.getByRole('button', { name: 'Từ chối nhận', exact: true }).click()
    await refused.getByText('Xin nhập mục này.').waitFor()
    await page.context().close()
  })

  test('dialogs and menus are without barriers while they are open', async () => {
    const barriers = async (page: Page) =>
      (await new AxeBuilder({ page }).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      )
    const page = await enter('btctw.chuyenvien', `/directives/${plan}?tab=dissemination`)
    await page.getByRole('button', { name: 'Gửi đi phổ biến' }).click()
    await page.getByRole('dialog').getByText('Theo loại cơ quan').click()
    assert.deepEqual(await barriers(page), [])
    await page.goto('/obligations')
    await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click()
    await page.getByText('Chưa lưu bộ lọc nào').waitFor()
    assert.deepEqual(await barriers(page), [])
    await page.context().close()
  })
})
