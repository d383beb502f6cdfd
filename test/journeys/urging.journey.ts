import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright-core'
import { setClockDay } from '../../src/people/queries.ts'
import { endpoints } from '../../src/urging/contract.ts'
import { openReminding } from '../../src/urging/reminding.ts'
import { openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse, type TestHouse } from '../kit.ts'
import { issueOrders } from '../orders.ts'
import { findObligation, take } from '../story.ts'

describe('urging, from a list of the late to an answer, the superior, or the thing done', () => {
  let house: TestHouse
  let browser: Browser
  let origin: string
  let directiveId: string
  let urged: { id: string; bodyName: string }[]
  const late = ['Huyện ủy Gia Bình', 'Huyện ủy Quế Võ', 'Huyện ủy Tiên Du']
  before(async () => {
    house = await openHouse('example', { withPage: true })
    browser = await openBrowser()
    origin = await serveHouse(house)
    ;({ directiveId } = await issueOrders(house, [`${late.join(', ')} xây dựng đề án sắp xếp trong ngày 30-11-2013.`]))
    await on('2013-12-02')
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  /** A day comes: the clock, and what the product does by itself on it. */
  const on = async (day: string) => {
    await setClockDay(house.db, day)
    await openReminding(house.db, () => undefined)()
  }
  const enter = async (username: string, address: string): Promise<Page> => {
    const window = await openWindow(browser, origin, 1440, await house.visit(username))
    const page = await window.newPage()
    await page.goto(address)
    return page
  }
  const urgingOf = (bodyName: string) => `/urgings/${urged.find((one) => one.bodyName === bodyName)?.id}`
  const state = (page: Page) => page.locator('.page-badge')

  test('a province ticks the late in the list and sees beforehand whom it would reach', async () => {
    const page = await enter('tubacninh.chuyenvien', `/obligations?directiveId=${directiveId}&standings=open-overdue`)
    for (const body of late) await page.getByRole('checkbox', { name: new RegExp(`^Chọn: ${body}`) }).check()
    await page.getByText('Đã chọn 3 dòng').waitFor()
    await page.getByRole('button', { name: 'Đôn đốc dòng đã chọn' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('3 nhiệm vụ quá hạn ở 3 cơ quan.').waitFor()
    await dialog.getByRole('checkbox', { name: 'Huyện ủy Gia Bình – 1 nhiệm vụ, quá hạn nhiều nhất 2 ngày' }).uncheck()
    await dialog.getByText('2 nhiệm vụ quá hạn ở 2 cơ quan.').waitFor()
    assert.equal(await dialog.getByLabel('Hạn trả lời').inputValue(), '09-12-2013')
    assert.match(await dialog.getByLabel('Nội dung').inputValue(), /đến ngày 02-12-2013 .* đã quá thời hạn/)
    await dialog.getByRole('checkbox', { name: /tự chuyển lên cấp trên/ }).check()
    await dialog.getByLabel('Số công văn').fill('216-CV/TU')
    await dialog.getByLabel('Chức vụ người ký').fill('Phó Bí thư Thường trực')
    await dialog.getByLabel('Người ký', { exact: false }).last().fill('Nguyễn Văn A')
    await dialog.getByRole('button', { name: 'Gửi đôn đốc' }).click()
    await page.waitForURL(/\/urgings\?side=sent/)
    await page.getByText('216-CV/TU').nth(1).waitFor()
    urged = (await (await house.visit('tubacninh.chuyenvien')).ask(endpoints.listUrgings, { side: 'sent' })).rows.filter(
      ({ number }) => number === '216-CV/TU',
    )
    assert.deepEqual(urged.map(({ bodyName }) => bodyName).sort(), ['Huyện ủy Quế Võ', 'Huyện ủy Tiên Du'])

    await page.goto(`/obligations?directiveId=${directiveId}&standings=open-overdue`)
    await page.getByRole('button', { name: 'Đôn đốc việc quá hạn' }).click()
    await page.getByRole('dialog').getByText('Đã đôn đốc, còn trong hạn trả lời: 2 nhiệm vụ ở 2 cơ quan').waitFor()
    await page.context().close()
  })

  test('a body whose day is past is pointed to asking for a later one, once it has accepted', async () => {
    const username = await house.db
      .selectFrom('person')
      .innerJoin('holding', 'holding.personId', 'person.id')
      .innerJoin('post', 'post.id', 'holding.postId')
      .innerJoin('bodyVersion as body', 'body.bodyId', 'post.bodyId')
      .select('person.username')
      .where('body.name', '=', 'Huyện ủy Gia Bình')
      .orderBy('person.username')
      .executeTakeFirstOrThrow()
      .then((row) => row.username)
    const clerk = await house.visit(username)
    const obligation = await findObligation(clerk, directiveId, 'Huyện ủy Gia Bình', '')
    const page = await enter(username, `/obligations/${obligation.id}`)
    await page.getByText('Nhiệm vụ đã quá thời hạn 30-11-2013 (quá hạn 2 ngày).').waitFor()
    await page.getByText('Sau khi tiếp nhận, nếu chưa hoàn thành được, cơ quan có thể đề nghị gia hạn đến hết ngày 30-12-2013').waitFor()
    await take(clerk, obligation.id, { event: 'accept' })
    await page.reload()
    const hint = page.getByRole('alert').filter({ hasText: 'còn được gia hạn 2 lần' })
    await hint.getByRole('button', { name: 'Đề nghị gia hạn' }).click()
    await page.getByLabel('Xin gia hạn đến').or(page.getByLabel('Đề nghị đến ngày')).first().waitFor()
    await hint.waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('its letter comes as docx and says what an official letter says', async () => {
    const page = await enter('tubacninh.chuyenvien', urgingOf('Huyện ủy Tiên Du'))
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải công văn (docx)' }).click()])
    assert.equal(download.suggestedFilename(), 'don-doc-huyen-uy-tien-du-2013-12-02.docx')
    const { value: letter } = await mammoth.extractRawText({ path: await download.path() })
    for (const words of [
      'TỈNH ỦY BẮC NINH',
      'Số 216-CV/TU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Bắc Ninh, ngày 02 tháng 12 năm 2013',
      'Về việc đôn đốc thực hiện nhiệm vụ quá hạn',
      'Kính gửi: Huyện ủy Tiên Du',
      'xây dựng đề án sắp xếp',
      '30-11-2013',
      'Đề nghị Huyện ủy Tiên Du trả lời bằng văn bản hoặc trên hệ thống, chậm nhất ngày 09-12-2013',
      'PHÓ BÍ THƯ THƯỜNG TRỰC',
      'Nguyễn Văn A',
    ])
      assert.ok(letter.includes(words), `${words}\n${letter}`)
    assert.equal(letter.match(/Kính gửi/g)?.length, 1)
    await page.context().close()
  })

  test('an urged body hears of it at the bell and among its work, and answers', async () => {
    const page = await enter('hutiendu.chuyenvien', '/')
    await page.getByText('Tỉnh ủy Bắc Ninh đôn đốc 1 việc quá hạn').last().waitFor()
    await page.getByRole('button', { name: /thông báo chưa đọc/ }).click()
    await page.locator('.bell-panel').getByText('Được đôn đốc').first().click()
    await page.waitForURL(/\/urgings\//)
    assert.ok(page.url().endsWith(urgingOf('Huyện ủy Tiên Du')))
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await page.getByLabel('Nội dung trả lời').fill('Chậm do chờ số liệu; hoàn thành trước ngày 15-12-2013.')
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lời', exact: true }).click()
    await state(page).getByText('Đã trả lời').waitFor()
    await page.context().close()

    const urger = await enter('tubacninh.chuyenvien', '/notices')
    await urger.getByText('Chậm do chờ số liệu; hoàn thành trước ngày 15-12-2013.').waitFor()
    await urger.context().close()
  })

  test('what nobody answered by its day goes to the superior by itself, not a day before', async () => {
    await on('2013-12-09')
    const page = await enter('tubacninh.lanhdao', urgingOf('Huyện ủy Quế Võ'))
    await state(page).getByText('Chờ trả lời').waitFor()
    await on('2013-12-10')
    await page.reload()
    await state(page).getByText('Đã chuyển cấp trên').waitFor()
    await page.getByText('Tỉnh ủy Bắc Ninh, ngày 10-12-2013 (tự động)').waitFor()
    await page.goto('/notices')
    await page.getByText('Chuyển lên cấp trên vì không trả lời').first().waitFor()
    await page.goto(urgingOf('Huyện ủy Tiên Du'))
    await state(page).getByText('Đã trả lời').waitFor()
    await page.context().close()
  })

  test('notices of one act open to a row a body, its name first, under the words that all of them say', async () => {
    const leader = await house.visit('tubacninh.lanhdao')
    const { rows } = await leader.ask(endpoints.listNotices, { limit: 50 })
    const several = rows.find(({ kind, count }) => kind === 'escalated' && count > 5)
    assert.ok(several)
    for (const width of [1440, 390] as const) {
      const window = await openWindow(browser, origin, width, leader)
      const page = await window.newPage()
      await page.goto(`/notices?of=${several.id}`)
      await page.getByRole('heading', { name: 'Chuyển lên cấp trên vì không trả lời' }).waitFor()
      await page.getByText(several.bodyName, { exact: true }).waitFor()
      assert.equal(await page.getByText(several.text).count(), 1)
      const entries = await page.locator('main .notice').allInnerTexts()
      assert.equal(entries.length, Math.min(several.count, 25))
      for (const entry of entries) assert.doesNotMatch(entry.trim(), /Chuyển lên|\n/)
      await window.close()
    }
  })

  test('the thing done closes its urging', async () => {
    const district = await house.visit('hutiendu.chuyenvien')
    const page = await enter('hutiendu.chuyenvien', urgingOf('Huyện ủy Tiên Du'))
    await page.getByRole('link', { name: /xây dựng đề án sắp xếp/ }).click()
    await page.waitForURL(/\/obligations\//)
    await take(district, page.url().split('/').at(-1) as string, { event: 'accept' })
    await page.reload()
    await page.locator('.acts').getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).click()
    const form = page.locator('.step-form')
    await form.locator('textarea').first().fill('Đã ban hành đề án.')
    await form.locator('input[type=file]').setInputFiles({ name: 'de-an.txt', mimeType: 'text/plain', buffer: Buffer.from('Đề án') })
    await form.getByText('Đã tải lên').waitFor()
    await form.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await page.goto(urgingOf('Huyện ủy Tiên Du'))
    await state(page).getByText('Đã xong').waitFor()
    await page.getByText('0 trên 1').waitFor()
    await page.context().close()
  })
})
