import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { endpoints as dissemination } from '../../src/dissemination/contract.ts'
import { endpoints as sessions } from '../../src/dissemination/session/contract.ts'
import { endpoints as tasks } from '../../src/tasks/contract.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse, type Visitor } from '../kit.ts'
import { issueOrders } from '../orders.ts'
import { clerkOf } from '../plans.ts'
import { take } from '../story.ts'

const communeName = 'Đảng ủy xã Cảnh Hưng'
const facts = { heldOn: '2013-11-15', form: 'in-person', ledBy: 'Đồng chí Bí thư', present: 45, invited: 50 } as const

describe('a task to have a directive studied', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let district: Visitor
  let directiveId: never
  let studying: string
  let other: string
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    district = await house.visit('hutiendu.chuyenvien')
    const orders = ['học tập, quán triệt Kế hoạch này', 'rà soát chức năng'].map((work) => `Huyện ủy Tiên Du tổ chức ${work} trong ngày 31-12-2013.`)
    const issued = await issueOrders(house, [...orders, `${communeName} kiểm tra các chi bộ trong ngày 31-12-2013.`])
    directiveId = issued.directiveId as never
    const idOf = (words: string) => issued.obligations.find(({ text }) => text.includes(words))?.id as string
    ;[studying, other] = [idOf('quán triệt'), idOf('rà soát')]
    await (await house.visit('tubacninh.chuyenvien')).ask(dissemination.startDissemination, { directiveId, way: 'at-once' })
    for (const id of [studying, other]) await take(district, id, { event: 'accept' })
    const hold = (topic: string, minutesIds: string[]) => district.ask(sessions.holdSession, { directiveId, ...facts, topic, minutesIds })
    await hold('Hội nghị cán bộ chủ chốt', [(await district.upload('bien-ban-hoi-nghi.txt', 'Biên bản')).body.id])
    const { sessionId } = await hold('Ghi nhầm', [])
    await district.ask(sessions.withdrawSession, { sessionId, version: 1, why: 'Ghi nhầm văn bản' })
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  for (const width of [390, 1440] as const)
    test(`is reported with the session that was held, whose minutes come along, ${width} px wide; another task is not`, async () => {
      const page = await (await openWindow(browser, origin, width, district)).newPage()
      if (width === 390) {
        await page.goto(`/obligations/${other}?act=report`)
        await page.locator('.step-form').getByText('Tệp minh chứng').waitFor()
        await page.waitForTimeout(500)
        assert.equal(await page.getByText('Hội nghị cơ quan đã ghi nhận').count(), 0)
      }
      await page.goto(`/obligations/${studying}?act=report`)
      const form = page.locator('.step-form')
      await form.getByText('15-11-2013: Hội nghị cán bộ chủ chốt, 45 trên 50 người dự').waitFor()
      assert.equal(await form.getByText('Ghi nhầm').count(), 0)
      await form.locator('textarea').first().fill('Đã quán triệt.')
      await form.getByRole('button', { name: /^Đưa vào báo cáo/ }).click()
      await form.getByText('Đã tải lên').waitFor()
      await form.getByText('bien-ban-hoi-nghi.txt').waitFor()
      assert.equal(
        await form.locator('textarea').first().inputValue(),
        'Đã quán triệt.\nĐã tổ chức hội nghị «Hội nghị cán bộ chủ chốt» ngày 15-11-2013, 45 trên 50 người dự.',
      )
      assert.equal(await form.getByRole('button', { name: /^Đưa vào báo cáo/ }).isDisabled(), true)
      if (width === 1440) {
        await form.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).click()
        await form.waitFor({ state: 'detached' })
        const { state, steps } = await district.ask(tasks.openObligation, { obligationId: studying as never })
        assert.deepEqual([state, steps[0]?.files.map(({ name }) => name)], ['reported', ['bien-ban-hoi-nghi.txt']])
      }
      await page.context().close()
    })

  test('a commune with nobody below is asked for no bodies, and for no make-up session before it has held one', async () => {
    const commune = await clerkOf(house, communeName)
    const { rows } = await commune.ask(dissemination.listIncoming, {})
    const receiptId = rows.find((row) => row.directiveId === directiveId)?.id as never
    await commune.ask(dissemination.receiveSeveral, { receiptIds: [receiptId] })
    const page = await (await openWindow(browser, origin, 390, commune)).newPage()
    const dialog = page.getByRole('dialog')
    const asked = async () => {
      await page.goto(`/receipts/${receiptId}?act=study`)
      await dialog.getByLabel('Người chủ trì').waitFor()
      return Promise.all(['Lớp học bổ sung', 'Tổ chức chung'].map((label) => dialog.getByText(label).count()))
    }
    assert.deepEqual(await asked(), [0, 0])
    await commune.ask(sessions.holdSession, { directiveId, ...facts, topic: 'Hội nghị Đảng ủy' })
    assert.deepEqual(await asked(), [1, 0])
    await page.context().close()
  })
})
