import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { endpoints as changes } from '../../src/dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../../src/dissemination/contract.ts'
import { endpoints as organisations } from '../../src/organisations/contract.ts'
import { clockDay, setClockDay } from '../../src/people/queries.ts'
import { endpoints as plans } from '../../src/plans/contract.ts'
import { endpoints as coverage } from '../../src/plans/coverage/contract.ts'
import { comparePlan } from '../../src/plans/likeness/comparing.ts'
import { endpoints as orders } from '../../src/plans/orders/contract.ts'
import { endpoints as tasks } from '../../src/tasks/contract.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse, type Visitor } from '../kit.ts'
import { issueOrders } from '../orders.ts'
import { clerkOf, findPlanOf, provincialPlan, step } from '../plans.ts'

const districtName = 'Huyện ủy Tiên Du'

describe('what comes from above, as whoever gets it sees it, on a telephone too', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let province: Visitor
  let district: Visitor
  let directiveId: never
  let own: string
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    ;[province, district] = (await Promise.all(['tubacninh.chuyenvien', 'hutiendu.chuyenvien'].map((name) => house.visit(name)))) as [
      Visitor,
      Visitor,
    ]
    directiveId = (await provincialPlan(province)) as never
    const [body] = await province.ask(organisations.searchBodies, { words: 'Tỉnh ủy Bắc Ninh' })
    const parts = [{ bodyId: body?.id as never, dueOn: '2013-12-20', approver: 'own' as const }]
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Kế hoạch của Tỉnh ủy', parts })
    own = (await findPlanOf(province, directiveId, 'Tỉnh ủy Bắc Ninh')).id
    await step(province, own, 'start')
    const items = Array.from({ length: 12 }, (_, i) => ({ id: crypto.randomUUID(), text: `Kiểm tra việc rà soát, đợt ${i + 1}` }))
    await province.ask(plans.addPlanItems, { planId: own as never, behindId: null, items })
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  const enter = async (username: string, address: string, width: 1440 | 390 = 390): Promise<Page> => {
    const window = await openWindow(browser, origin, width, await house.visit(username))
    const page = await window.newPage()
    await page.goto(address)
    return page
  }
  const leave = (page: Page) => page.context().close()
  /** What an element takes of the screen, once it is there. */
  const boxOf = async (page: Page, what: string) => {
    await page.locator(what).first().waitFor()
    const box = await page.locator(what).first().boundingBox()
    assert.ok(box)
    return box
  }

  test('whoever decides on a plan sees at once which it is most like; once it is returned, that its body is mending it', async () => {
    const plan = await findPlanOf(province, directiveId, 'Huyện ủy Yên Phong')
    const { id: other } = await findPlanOf(province, directiveId, 'Huyện ủy Gia Bình')
    for (const planId of [other, plan.id]) await comparePlan(house.db, planId, '2013-11-15T02:00:00Z')
    const page = await enter('tubacninh.thamdinh', `/plans/${plan.id}`)
    await page.getByRole('link', { name: 'So với kế hoạch của Huyện ủy Gia Bình' }).waitFor()
    await page.locator('table textarea').first().fill('Nêu rõ ai phụ trách.')
    await page.getByRole('button', { name: 'Trả lại' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Còn giống kế hoạch của Huyện ủy Gia Bình.')
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
    await page.getByText('Huyện ủy Yên Phong đang sửa theo ý kiến trả lại.').waitFor()
    await page.getByRole('tab', { name: 'So với kế hoạch khác' }).click()
    await page.getByText('Cùng cấp trên, trình trước, ngày 24-09-2013').waitFor()
    await leave(page)
    // whoever decides on it again sees why it was returned
    const clerk = await clerkOf(house, 'Huyện ủy Yên Phong')
    const { rows } = await clerk.ask(plans.openPlan, { planId: plan.id as never })
    await clerk.ask(plans.savePlanItem, { itemId: rows[0]?.id as never, was: {}, changes: { note: 'Đã sửa lại lời văn', dueOn: '2013-12-05' } })
    const day = await clockDay(house.db)
    await setClockDay(house.db, '2013-11-25') // the task was due on the nineteenth
    await step(clerk, plan.id, 'submit')
    const again = await enter('tubacninh.thamdinh', `/plans/${plan.id}`)
    await again.locator('.plan-next').getByText('Còn giống kế hoạch của Huyện ủy Gia Bình.').waitFor()
    const remark = again.locator('.plan-next li').filter({ hasText: 'Nêu rõ ai phụ trách.' })
    await remark.getByRole('link', { name: 'Đầu việc 1' }).waitFor()
    assert.equal(await remark.getByText('chưa sửa từ khi trả lại').count(), 0)
    await again.getByText('đã quá hạn 19-11-2013; đầu việc này hoàn thành muộn hơn.').waitFor()
    await again.getByText('1 đầu việc muộn hơn hạn (đã qua) của nhiệm vụ').waitFor()
    await leave(again)
    await setClockDay(house.db, day)
  })

  test('the way to the document stands within the first screen, a session has its topic, and the items of a plan are not under its facts', async () => {
    const { rows } = await district.ask(dissemination.listIncoming, {})
    const page = await enter('hutiendu.chuyenvien', `/receipts/${rows.find((row) => row.directiveId === directiveId)?.id}`)
    const way = page.getByRole('link', { name: 'Xem văn bản và nhiệm vụ' })
    await way.waitFor()
    assert.ok(((await way.boundingBox())?.y ?? 999) < 500)
    await page.goto(`${new URL(page.url()).pathname}?act=study`)
    const dialog = page.getByRole('dialog')
    assert.match(await dialog.getByLabel('Nội dung').inputValue(), /^Học tập, quán triệt Kế hoạch số 45-KH\/TU$/)
    await dialog.getByLabel('Số triệu tập').fill('-5')
    await dialog.getByRole('button', { name: 'Ghi nhận hội nghị' }).click()
    await dialog.getByText('Không được nhỏ hơn 1.').waitFor()
    await page.goto(`/plans/${(await findPlanOf(province, directiveId, districtName)).id}`)
    await page.getByText('Thông tin kế hoạch').waitFor()
    assert.equal(await page.getByText('Cơ quan duyệt').isVisible(), false)
    await page.getByText('Thông tin kế hoạch').click()
    await page.getByText('Cơ quan duyệt').waitFor()
    await leave(page)
  })

  test('the bell opens within the screen, and the filters of a list leave room for the list', async () => {
    const page = await enter('tubacninh.chuyenvien', '/plans?tab=all')
    await page.locator('.bell').click()
    const { x, width } = await boxOf(page, '.bell-panel')
    assert.ok(x >= 0 && x + width <= 390, `${x} + ${width}`)
    await page.locator('.bell').click()
    const branch = page.getByRole('combobox', { name: 'Thuộc nhánh' })
    assert.equal(await branch.count(), 0)
    await page.getByRole('button', { name: 'Mở bộ lọc' }).click()
    await branch.waitFor()
    await page.getByRole('button', { name: 'Thu gọn bộ lọc' }).click()
    await branch.waitFor({ state: 'detached' })
    // one in use stays in sight
    await page.goto('/plans?tab=all&late=overdue')
    await page.getByText('Quá hạn chưa trình').first().waitFor()
    await page.goto('/plans')
    // nothing of nothing is no share
    await page.locator('.cards').getByRole('link', { name: 'Tỉnh ủy Bắc Ninh', exact: true }).waitFor()
    assert.equal(await page.getByText('0 trên 0').count(), 0)
    await leave(page)
  })

  test('a plan that nothing was laid on says so, and why there is nothing to choose', async () => {
    const page = await enter('tubacninh.chuyenvien', `/plans/${own}`)
    await page.getByText('Không có nhiệm vụ được giao nào phải đưa vào kế hoạch').waitFor()
    await page.getByRole('button', { name: 'Thực hiện, đầu việc 1', exact: true }).click()
    await page.getByRole('dialog').getByText('để trống ô này vẫn trình được').waitFor()
    await leave(page)
  })

  test('a link to an item leads to it, in a plan that is written and in one that is read', async () => {
    const { rows } = await province.ask(plans.openPlan, { planId: own as never })
    const row = `#item-${rows.at(-1)?.id}`
    for (const username of ['tubacninh.chuyenvien', 'tubacninh.thamdinh']) {
      const page = await enter(username, `/plans/${own}?tab=items${row}`)
      await page.locator(row).waitFor()
      await page.waitForFunction((row) => (document.querySelector(row)?.getBoundingClientRect().top ?? 9999) < innerHeight, row)
      await leave(page)
    }
    // from the items that serve no task, to where such an item stands
    const { rows: idle } = await province.ask(coverage.listIdleItems, { directiveId })
    assert.ok(idle.length > 0)
    const page = await enter('tubacninh.chuyenvien', `/directives/${directiveId}/coverage?tab=idle`, 1440)
    await page.getByRole('link', { name: idle[0]?.text as string, exact: true }).click()
    await page.locator(`#item-${idle[0]?.id}`).waitFor()
    assert.ok(page.url().endsWith(`/plans/${idle[0]?.planId}?tab=items#item-${idle[0]?.id}`), page.url())
    await leave(page)
  })

  test('the only plan there is to take a template from is chosen already, with its items; of two, none', async () => {
    const id = (await issueOrders(house, ['Các huyện ủy xây dựng đề án trong ngày 31-12-2013.'])).directiveId as never
    const [body] = await province.ask(organisations.searchBodies, { words: 'Tỉnh ủy Bắc Ninh' })
    const [below] = await province.ask(organisations.searchBodies, { words: districtName })
    const order = (title: string, bodyId: string | undefined, approver: 'own' | 'ordering', form: string) =>
      province.ask(orders.createPlanOrder, {
        directiveId: id,
        title,
        parts: [{ bodyId: bodyId as never, dueOn: '2013-12-20', approver, form }],
        again: true,
      })
    const write = async (form: string) => {
      await order(`Xây dựng ${form} của tỉnh`, body?.id, 'own', form)
      const { rows } = await province.ask(plans.listPlans, { directiveId: id, bodyId: body?.id as never })
      const planId = rows.find((row) => row.form === form)?.id as never
      await step(province, planId, 'start')
      await province.ask(plans.addPlanItems, { planId, behindId: null, items: [{ id: crypto.randomUUID(), text: `Rà soát theo ${form}` }] })
    }
    await order('Xây dựng kế hoạch của huyện', below?.id, 'ordering', 'kế hoạch')
    await write('chương trình')
    const given = async () => {
      const page = await enter('tubacninh.chuyenvien', `/directives/${id}?tab=plans`)
      await page.locator('.order-line', { hasText: 'của huyện' }).getByRole('button', { name: 'Gửi kèm mẫu' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox').first().waitFor()
      return { page, dialog }
    }
    const alone = await given()
    await alone.dialog.getByTitle('chương trình – Tỉnh ủy Bắc Ninh').waitFor()
    await alone.dialog.getByRole('checkbox', { name: 'Rà soát theo chương trình', checked: true }).waitFor()
    await leave(alone.page)
    await write('đề án')
    const several = await given()
    await several.dialog.getByRole('combobox').first().click()
    await several.page.getByText('đề án – Tỉnh ủy Bắc Ninh').first().waitFor()
    assert.equal(await several.dialog.getByRole('checkbox').count(), 0)
    await leave(several.page)
  })

  test('a template given for the first time is told as that', async () => {
    const plan = await findPlanOf(district, directiveId, districtName)
    const order = (await province.ask(orders.listPlanOrders, { directiveId })).orders.find(({ plans: count }) => count > 1)
    const { items } = await province.ask(orders.previewPlanTemplate, { planId: own as never })
    const given = items.slice(0, 1).map(({ id, version, taskIds }) => ({ id, version, taskIds: taskIds as never }))
    const template = { planId: own as never, items: given }
    await province.ask(orders.givePlanTemplate, { orderId: order?.id as never, version: order?.version as number, template })
    const page = await enter('hutiendu.chuyenvien', `/plans/${plan.id}`)
    await page.getByText('Cấp trên đã gửi kèm mẫu').waitFor()
    await page.getByText(/Tỉnh ủy Bắc Ninh đã gửi kèm mẫu ngày 15-11-2013/).waitFor()
    await leave(page)
  })

  test('whoever is asked to agree to an update sees what it does to the own plan, and then what is left to look at', async () => {
    const all = await province.ask(tasks.listTasks, { directiveId })
    const reviewed = all.find(({ text }) => text.startsWith('Rà soát chức năng'))
    const milestones = [{ worded: 'trước ngày 15-01-2014', due: '2014-01-14', kind: 'date' as const, what: '' }]
    const { changeId, version } = await province.ask(changes.draftChange, {
      directiveId,
      kind: 'update',
      reason: 'Lùi thời hạn rà soát.',
      items: [{ kind: 'amend', taskId: reviewed?.id as never, text: reviewed?.text as string, milestones }],
    })
    // the words of the task still say the old day, and the sender is told so
    const drafter = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=changes`)
    await drafter.getByText('Lời văn còn ghi «trước ngày 20-11-2013», không khớp thời hạn mới.').waitFor()
    await leave(drafter)
    await province.ask(changes.sendChange, { changeId, version })
    // what was not answered takes no line on a telephone
    const sender = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=changes`)
    await sender.locator('.cards').getByText('Chờ trả lời').first().waitFor()
    assert.equal(await sender.locator('.cards dt').filter({ hasText: 'Lý do từ chối' }).count(), 0)
    await leave(sender)
    const plan = await findPlanOf(district, directiveId, districtName)
    const touched = plan.rows.filter(({ obligationIds }) => obligationIds.length > 0)
    assert.ok(touched.length > 0)
    const page = await enter('hutiendu.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=changes`)
    const mine = page.getByRole('region', { name: 'Kế hoạch của cơ quan đồng chí' })
    await mine.getByText(`khi đồng ý, ${touched.length} đầu việc được đánh dấu cần xem lại`).waitFor()
    for (const { text } of touched) await mine.getByText(text).waitFor()
    await page.getByRole('button', { name: 'Đồng ý', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý', exact: true }).click()
    await mine.getByText(`còn ${touched.length} đầu việc cần xem lại`).waitFor()
    await mine.getByRole('link').click()
    await page.waitForURL(new RegExp(plan.id))
    await leave(page)
  })

  test('the name and figures of a branch too small on the picture are said below it', async () => {
    const page = await enter('tubacninh.lanhdao', `/directives/${directiveId}?tab=dissemination`, 1440)
    const cell = page.locator('.cascade-cell').last()
    const spoken = await cell.locator('.unseen').textContent()
    await page.locator('.cascade-said').getByText('Trỏ vào một ô').waitFor()
    await cell.focus()
    await page
      .locator('.cascade-said')
      .getByText(spoken as string, { exact: true })
      .waitFor()
    await leave(page)
  })

  test('two plans side by side first say how much is alike, not that nothing is', async () => {
    const [one, other] = await Promise.all(
      ['Đảng ủy phường Đồng Kỵ', 'Đảng ủy phường Đông Ngàn'].map((name) => findPlanOf(province, directiveId, name)),
    )
    const page = await enter('tubacninh.thamdinh', `/plans/${one?.id}/likeness/${other?.id}`)
    await page
      .locator('.pair-steps')
      .getByText(/^[1-9]\d* đầu việc giống$/)
      .waitFor()
    await page.locator('.is-fact .unbroken').first().waitFor() // a day does not break across lines
    await page.getByRole('button', { name: 'Tiếp theo' }).click()
    await page
      .locator('.pair-steps')
      .getByText(/^1 trên \d+ đầu việc giống$/)
      .waitFor()
    await leave(page)
  })

  test('those who studied it and have not said how many members have are urged from their list', async () => {
    const page = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=list&group=uncounted`)
    await page.getByRole('button', { name: 'Đôn đốc ghi số đảng viên' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/cơ quan đã quán triệt nhưng chưa ghi số đảng viên/).waitFor()
    await dialog.getByRole('button', { name: 'Gửi đôn đốc' }).click()
    await page.waitForURL(/\/urgings\?side=sent/)
    await page.locator('.cards').getByText('Ghi số đảng viên đã quán triệt').first().waitFor()
    await leave(page)
  })

  test('those of whose members some are left to study it are urged from their list', async () => {
    const page = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=list&group=members-left`)
    await page.getByRole('button', { name: 'Đôn đốc học bổ sung' }).click()
    await page
      .getByRole('dialog')
      .getByText(/cơ quan đã quán triệt nhưng còn đảng viên chưa được học/)
      .waitFor()
    await leave(page)
  })

  test('what is chosen of a directive begins within the first screen; its whole title and who issued it are told when asked for', async () => {
    const page = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=list`)
    const list = await boxOf(page, 'search.filters')
    assert.ok(list.y < 480, `${list.y}`)
    assert.equal(await page.locator('.tiles').count(), 0)
    await page.getByRole('tab', { name: 'Ma trận' }).click()
    assert.ok((await boxOf(page, 'ul.matrix-legend')).y < 560)
    const about = page.getByText(/cơ quan thường trực: Tỉnh ủy Bắc Ninh/)
    assert.equal(await about.count(), 0)
    await page.getByRole('button', { name: 'Xem đầy đủ' }).click()
    await about.waitFor()
    await leave(page)
  })

  test('who has no plan waiting sees all of them at once; coverage leads to its cells without the numbers of the whole before them', async () => {
    const other = await enter('btctw.lanhdao', '/plans')
    await other.getByRole('tab', { name: 'Tất cả kế hoạch', selected: true }).waitFor()
    await leave(other)
    const page = await enter('tubacninh.chuyenvien', `/directives/${directiveId}/coverage?tab=matrix`)
    await page.getByText('Chạm vào một ô để mở nội dung.').waitFor()
    assert.equal(await page.locator('ul.matrix-legend').count(), 1)
    assert.ok((await boxOf(page, 'search.filters')).y < 844)
    assert.equal(await page.getByText('Tính là đã phủ').isVisible(), false)
    // of an order that asks a plan of one's own body alone no template is given
    await page.goto(`/directives/${directiveId}?tab=plans`)
    const ownOrder = page.locator('.order-line', { hasText: 'Kế hoạch của Tỉnh ủy' })
    await ownOrder.getByRole('button', { name: 'Rút yêu cầu' }).waitFor()
    await page.locator('.order-line', { hasText: 'Kế hoạch 45-KH/TU' }).getByRole('button', { name: 'mẫu' }).waitFor()
    assert.equal(await ownOrder.getByRole('button', { name: 'mẫu' }).count(), 0)
    await leave(page)
  })

  test('a recall says to sender and receiver what it ends; afterwards nothing else is asked over it', async () => {
    const sender = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=dissemination&view=changes`)
    await sender.getByRole('button', { name: 'Chuẩn bị thay đổi' }).click()
    const dialog = sender.getByRole('dialog')
    await dialog.getByText('Thu hồi: văn bản').click()
    await dialog.getByRole('textbox').fill('Ban hành sai thẩm quyền.')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await sender.getByText(/kế hoạch đã duyệt giữ nguyên để tra cứu/).waitFor()
    await sender.getByRole('button', { name: 'Gửi đến các cơ quan' }).click()
    await dialog.getByText(/Mọi cơ quan đã được gửi văn bản sẽ được hỏi ý kiến/).waitFor()
    assert.equal(await dialog.getByText('cần điều chỉnh').count(), 0)
    await dialog.getByRole('button', { name: 'Gửi đến các cơ quan' }).click()
    await sender.getByText('Đã thu hồi ngày').first().waitFor()
    await leave(sender)
    const page = await enter('hutiendu.chuyenvien', '/')
    await page.getByRole('link', { name: 'Trả lời thay đổi' }).click()
    const mine = page.getByRole('region', { name: 'Kế hoạch của cơ quan đồng chí' })
    await mine.getByText('khi đồng ý, không phải lập kế hoạch này nữa').waitFor()
    assert.equal(await mine.count(), 1) // nothing of the update before it
    await mine.getByRole('link').click()
    await page.getByText('Văn bản giao nhiệm vụ đã bị thu hồi ngày 15-11-2013').waitFor()
    assert.equal(await page.getByText('3 đầu việc cần xem lại').count(), 0)
    assert.equal(await page.getByText('đã gửi kèm mẫu').count(), 0)
    await leave(page)
  })

  test('a list of plans stands within a telephone in English too', async () => {
    const page = await enter('tubacninh.chuyenvien', `/directives/${directiveId}?tab=plans`)
    await page.getByText('trình muộn').first().waitFor()
    await page.getByText('EN', { exact: true }).first().click()
    await page.getByText('submitted late').first().waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
    await leave(page)
  })

  test('whoever has not got what replaces a directive is told that it is still to come', async () => {
    const other = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trong ngày 31-12-2013.'])
    const inPlace = await issueOrders(house, ['Huyện ủy Gia Bình xây dựng đề án trong ngày 31-12-2013.'])
    await province.ask(dissemination.startDissemination, { directiveId: other.directiveId as never, way: 'at-once' })
    const replacing = { kind: 'replace' as const, reason: 'Điều chỉnh nhiệm vụ', replacementId: inPlace.directiveId as never }
    const { changeId, version } = await province.ask(changes.draftChange, { directiveId: other.directiveId as never, ...replacing })
    await province.ask(changes.sendChange, { changeId, version })
    const page = await enter('hutiendu.chuyenvien', `/directives/${other.directiveId}?tab=dissemination&view=changes`)
    await page.getByText('Đã thay thế ngày 15-11-2013').waitFor()
    // on a telephone in a line, and why once asked for
    assert.ok((await boxOf(page, '.ant-alert-warning')).height < 60)
    await page.getByRole('button', { name: 'Xem thêm' }).click()
    await page.getByText('Văn bản này đã được thay thế').waitFor()
    assert.equal(await page.locator('.ant-alert-warning').getByText('Điều chỉnh nhiệm vụ').count(), 1)
    await page.getByText('Văn bản thay thế chưa gửi đến cơ quan đồng chí.').first().waitFor()
    await leave(page)
    const sender = await enter('tubacninh.chuyenvien', `/directives/${other.directiveId}?tab=dissemination&view=changes`)
    await sender.getByText('Văn bản thay thế chưa gửi đến các cơ quan').first().waitFor()
    await sender.getByRole('tab', { name: 'Văn bản và nhiệm vụ' }).click()
    await sender.getByRole('button', { name: 'Tải xuống' }).click()
    await sender.getByRole('link', { name: 'Bảng nhiệm vụ (.xlsx)' }).waitFor()
    await leave(sender)
  })
})
