import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { endpoints as plans } from '../../src/plans/contract.ts'
import { step } from '../plans.ts'
import { cell, leave, openSheets, type Sheets, saved } from '../sheets.ts'

describe('a plan that several people write, or whose answers come late', () => {
  let sheets: Sheets
  before(async () => {
    sheets = await openSheets()
  })
  after(() => sheets.close())

  test('two people: each sees the other’s change without asking; different cells both stand, the same one is chosen', async () => {
    const planId = await sheets.begin()
    const [one, other] = [await sheets.enter(sheets.clerk, planId), await sheets.enter(sheets.leader, planId)]
    await cell(one, 'Chủ trì', 1).fill('Ban Tổ chức')
    await cell(one, 'Chủ trì', 1).press('Tab')
    await other.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="lead"]')?.value === 'Ban Tổ chức')

    await cell(one, 'Sản phẩm', 1).fill('Báo cáo')
    await cell(other, 'Nội dung công việc', 1).fill('Rà soát 15 đơn vị')
    await Promise.all([cell(one, 'Sản phẩm', 1).press('Tab'), cell(other, 'Nội dung công việc', 1).press('Tab')])
    await Promise.all([saved(one), saved(other)])
    const [both] = await sheets.rowsOf(planId)
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
    assert.equal((await sheets.rowsOf(planId))[0]?.lead, 'Ủy ban Kiểm tra')
    await clash.getByRole('button', { name: 'Giữ của tôi' }).click()
    await saved(other)
    await clash.waitFor({ state: 'detached' })
    assert.equal((await sheets.rowsOf(planId))[0]?.lead, 'Văn phòng Huyện ủy')
    await one.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="lead"]')?.value === 'Văn phòng Huyện ủy')
    await leave(one, other)
  })

  test('the words around the items arrive too: after the page closed on them, and of two people’s a choice is made', async () => {
    const planId = await sheets.begin()
    const [one, other] = [await sheets.enter(sheets.clerk, planId), await sheets.enter(sheets.leader, planId)]
    for (const page of [one, other]) await page.getByRole('tab', { name: 'Phần lời văn' }).click()
    const aims = (page: Page) => page.getByRole('textbox', { name: 'Mục đích, yêu cầu' })
    const aimsNow = async () => (await sheets.clerk.ask(plans.openPlan, { planId: planId as never })).aims
    const arrived = async (words: string) => {
      for (let i = 0; i < 100 && (await aimsNow()) !== words; i++) await other.waitForTimeout(100)
      assert.equal(await aimsNow(), words)
    }

    await aims(one).fill('Quán triệt đến từng chi bộ')
    await one.close()
    const again = await sheets.openIn(one.context(), planId)
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

  test('an appraiser’s remarks outlast a reload and a plan taken back meanwhile, and a step of a colleague leaves the words in an open dialog', async () => {
    const planId = await sheets.begin()
    for (const { id } of (await sheets.clerk.ask(plans.openPlan, { planId: planId as never })).rows)
      await sheets.clerk.ask(plans.savePlanItem, { itemId: id as never, was: {}, changes: { lead: 'Ban Tổ chức' } })
    await step(sheets.clerk, planId, 'submit')
    const colleague = await sheets.visit('tubacninh.thamdinh')
    const page = await sheets.open(await sheets.visit('tubacninh.lanhdao'), planId)
    await cell(page, 'Nhận xét', 1).fill('Nêu rõ người phụ trách')
    await page.reload()
    await cell(page, 'Nhận xét', 1).waitFor()
    assert.equal(await cell(page, 'Nhận xét', 1).inputValue(), 'Nêu rõ người phụ trách')
    // its body takes the plan back to mend something and submits it again
    await step(sheets.clerk, planId, 'recall')
    await cell(page, 'Nhận xét', 1).waitFor({ state: 'detached' })
    await step(sheets.clerk, planId, 'submit')
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

  test('words in a cell when a colleague submits the plan stay in sight, and go in once it is taken back', async () => {
    const planId = await sheets.begin()
    const page = await sheets.enter(sheets.clerk, planId)
    await cell(page, 'Chủ trì', 1).fill('Văn phòng Huyện ủy')
    await step(sheets.leader, planId, 'submit')
    const held = page.getByRole('alert').filter({ hasText: 'chưa đưa được vào kế hoạch' })
    await held.getByText('Chủ trì, đầu việc 1').waitFor()
    assert.match((await held.textContent()) ?? '', /Văn phòng Huyện ủy/)
    assert.equal((await sheets.rowsOf(planId))[0]?.lead, '')
    await step(sheets.leader, planId, 'recall')
    await saved(page)
    await held.waitFor({ state: 'detached' })
    assert.equal((await sheets.rowsOf(planId))[0]?.lead, 'Văn phòng Huyện ủy')

    await cell(page, 'Chủ trì', 1).fill('Ban Dân vận Huyện ủy')
    await step(sheets.leader, planId, 'submit')
    await held.getByRole('button', { name: 'Bỏ' }).click()
    await held.waitFor({ state: 'detached' })
    await leave(page)
  })

  test('words in a row that a colleague takes out stay in sight with who took it out, and go in once it is put back', async () => {
    const planId = await sheets.begin()
    const [first] = await sheets.rowsOf(planId)
    const page = await sheets.enter(sheets.clerk, planId)
    await cell(page, 'Chủ trì', 1).fill('Văn phòng Huyện ủy')
    await sheets.leader.ask(plans.removePlanItem, { itemId: first?.id as never })
    const gone = page.getByRole('alert').filter({ hasText: 'vừa bỏ đầu việc' })
    await gone.getByText('Văn phòng Huyện ủy').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Trình kế hoạch' }).isDisabled(), true)
    await page.reload()
    await gone.getByRole('button', { name: 'Lấy lại đầu việc' }).click()
    await gone.waitFor({ state: 'detached' })
    await saved(page)
    assert.equal((await sheets.rowsOf(planId)).find(({ id }) => id === first?.id)?.lead, 'Văn phòng Huyện ủy')
    // who takes the row out oneself is asked nothing
    await cell(page, 'Chủ trì', 1).fill('Ban Dân vận')
    await page.getByRole('button', { name: 'Bỏ đầu việc 1' }).click()
    await saved(page)
    await page.waitForTimeout(500)
    assert.equal(await gone.count(), 0)
    await leave(page)
  })

  test('a row just added stays under the hands, though an answer about the plan before it comes late', async () => {
    const planId = await sheets.begin()
    const page = await sheets.enter(sheets.clerk, planId)
    const gates: (() => void)[] = []
    const hold = (address: string, isAnswerHeld: boolean) => {
      const gate = new Promise<void>((go) => gates.push(go))
      return page.route(
        address,
        async (route) => {
          if (!isAnswerHeld) await gate
          const response = await route.fetch()
          if (isAnswerHeld) await gate
          await route.fulfill({ response }).catch(() => undefined)
        },
        { times: isAnswerHeld ? 2 : 1 },
      )
    }
    // twice the plan is asked for after a change
    await hold(`**/api/plans/${planId}`, true)
    await cell(page, 'Chủ trì', 1).fill('Ban Tổ chức Huyện ủy')
    await page.keyboard.press('Tab')
    await saved(page)
    // the row goes out with a change of another cell behind it, which takes long
    await hold(`**/api/plans/${planId}/items`, false)
    await cell(page, 'Nội dung công việc', 1).press('Control+Enter')
    await cell(page, 'Sản phẩm', 1).fill('Đề án')
    await cell(page, 'Nội dung công việc', 2).focus()
    await page.route('**/api/plan-items/**', async (route) => {
      await page.waitForTimeout(1500)
      await route.continue()
    })
    gates[1]?.()
    await page.waitForTimeout(300)
    gates[0]?.()
    await page.waitForTimeout(300)
    await page.keyboard.type('Họp Ban Thường vụ cho ý kiến')
    await page.keyboard.press('Tab')
    await saved(page)
    const [first, second] = await sheets.rowsOf(planId)
    assert.deepEqual([first?.lead, first?.product, second?.text], ['Ban Tổ chức Huyện ủy', 'Đề án', 'Họp Ban Thường vụ cho ý kiến'])
    await leave(page)
  })
})
