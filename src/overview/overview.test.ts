import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { findObligation, playPlan, take } from '../../test/story.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { addressOf } from '../kernel/call.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { workbook } from '../paper/sheets.ts'
import { endpoints as people } from '../people/contract.ts'
import { type Standing, endpoints as tasks } from '../tasks/contract.ts'
import { foldTally } from '../tasks/queries/tally.ts'
import { standingOf } from '../tasks/rules.ts'
import { type Counts, endpoints } from './contract.ts'
import { allOf, sumOf } from './rules.ts'

const none = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0, given: 0, reported: 0, returned: 0, sentBack: 0 }
type Tally = typeof none
const fieldOf = { 'done-on-time': 'doneOnTime', 'done-late': 'doneLate', 'open-in-time': 'openInTime', 'open-overdue': 'openOverdue' } as const
const stageOf: Record<string, keyof Tally> = { given: 'given', reported: 'reported', returned: 'returned', 'sent-back': 'sentBack' }
const only = (row: Tally): Tally => Object.fromEntries(Object.keys(none).map((key) => [key, row[key as keyof Tally]])) as Tally

describe('the overview', () => {
  let house: TestHouse
  let directiveId: never
  const visitors = new Map<string, Visitor>()
  before(async () => {
    house = await openHouse()
    directiveId = (await playPlan(house)) as never
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  const setDay = async (day: string) => (await as('quantri')).ask(people.setClock, { day })

  /** Recounts from the plain rows, by the rules. */
  async function recount(bodies: ReadonlySet<string> | null, day: string) {
    const rows = await house.db
      .selectFrom('obligation')
      .selectAll()
      .where('directiveId', '=', directiveId)
      .where('state', '!=', 'withdrawn')
      .execute()
    const [byTask, byBody, all] = [new Map<string, Tally>(), new Map<string, Tally>(), { ...none }]
    for (const row of rows.filter(({ bodyId }) => bodies === null || bodies.has(bodyId))) {
      const standing: Standing = standingOf({ ...row, state: row.state as 'given' }, day)
      const [task, body] = [byTask.get(row.taskId) ?? { ...none }, byBody.get(row.bodyId) ?? { ...none }]
      for (const tally of [task, body, all]) {
        tally[fieldOf[standing]]++
        const stage = stageOf[row.state]
        if (stage) tally[stage]++
      }
      byTask.set(row.taskId, task)
      byBody.set(row.bodyId, body)
    }
    return { byTask, byBody, all }
  }

  /** All bodies of the board, page after page. */
  async function bodiesOf(visitor: Visitor) {
    const found = []
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const page = await visitor.ask(endpoints.listBoardBodies, { directiveId, limit: 200, offset })
      total = page.total
      found.push(...page.rows)
    }
    return found
  }

  async function agree(who: string, bodies: ReadonlySet<string> | null, day: string): Promise<void> {
    const visitor = await as(who)
    const [board, rows, expected] = [await visitor.ask(endpoints.openBoard, { directiveId }), await bodiesOf(visitor), await recount(bodies, day)]
    assert.deepEqual(board.totals, expected.all)
    assert.deepEqual(sumOf(board.tasks), expected.all)
    assert.deepEqual(sumOf(rows), expected.all)
    assert.equal(board.bodies, rows.length)
    assert.deepEqual(new Map(board.tasks.map((task) => [task.taskId, only(task)])), expected.byTask)
    assert.deepEqual([...new Map(rows.map((row) => [row.bodyId, only(row)]))].sort(), [...expected.byBody].sort())
    const leader = (await visitor.ask(endpoints.openLeaderPage, {})).directives.find(({ id }) => id === directiveId)
    assert.deepEqual(leader && only(leader), expected.all)
    for (const [standing, field] of Object.entries(fieldOf))
      assert.equal(
        (await visitor.ask(tasks.listObligations, { directiveId, standings: [standing as Standing], limit: 1 })).total,
        expected.all[field],
      )
  }

  const within = async (words: string) => {
    const [body] = await (await as('quantri')).ask(organisations.searchBodies, { words })
    const rows = await house.db
      .selectFrom('bodyReach')
      .select('bodyId')
      .where('ancestorId', '=', body?.id as string)
      .execute()
    return new Set(rows.map(({ bodyId }) => bodyId))
  }

  test('totals are the sum over tasks, the sum over bodies, and a recount by the rules; on any day', async () => {
    try {
      for (const day of ['2013-11-15', '2014-01-15', '2015-01-01']) {
        await setDay(day)
        await agree('btctw.chuyenvien', null, day)
      }
    } finally {
      await setDay('2013-11-15')
    }
  })

  test('a province counts its own and what lies below, nothing else', async () => {
    const province = await within('Tỉnh ủy Bắc Ninh')
    await agree('tubacninh.chuyenvien', province, '2013-11-15')
    const board = await (await as('tubacninh.chuyenvien')).ask(endpoints.openBoard, { directiveId })
    assert.equal(board.seesWhole, false)
    assert.equal((await (await as('btctw.chuyenvien')).ask(endpoints.openBoard, { directiveId })).seesWhole, true)
    assert.ok(allOf(board.totals) > 100 && board.bodies <= province.size)
  })

  test('the counts hold after any steps, in any order', async () => {
    const events = ['accept', 'return', 'progress', 'report', 'verify', 'send-back', 'give-again', 'withdraw', 'opinion'] as const
    const walkers = await Promise.all(
      ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'tudanang.chuyenvien', 'btctw.chuyenvien', 'btctw.thamdinh'].map(as),
    )
    const fileOf = new Map(await Promise.all(walkers.map(async (walker) => [walker, (await walker.upload('x.txt', 'minh chứng')).body.id] as const)))
    const { rows } = await (walkers[3] as Visitor).ask(tasks.listObligations, { directiveId, words: 'tỉnh ủy bắc ninh', limit: 40 })
    let [taken, at] = [0, 7]
    const next = (below: number) => {
      at = (at * 1103515245 + 12345) % 2147483648
      return Math.floor((at / 2147483648) * below)
    }
    for (let i = 0; i < 120; i++) {
      const [walker, row, event] = [
        walkers[next(walkers.length)] as Visitor,
        rows[next(rows.length)],
        events[next(events.length)] as (typeof events)[number],
      ]
      const obligationId = row?.id as never
      const seen = await walker.try(tasks.openObligation, { obligationId })
      if (seen.status !== 200 || !seen.body.events.includes(event)) continue
      const milestoneIds = event === 'progress' ? seen.body.milestones.filter(() => next(2) === 0).map(({ id }) => id as never) : []
      const step = { obligationId, version: seen.body.version, event, text: 'một bước bất kỳ', fileIds: [fileOf.get(walker) as string], milestoneIds }
      if ((await walker.try(tasks.takeStep, step)).status === 200) taken++
    }
    assert.ok(taken > 10, `${taken} steps`)
    await agree('btctw.chuyenvien', null, '2013-11-15')
    await agree('tubacninh.chuyenvien', await within('Tỉnh ủy Bắc Ninh'), '2013-11-15')
    const rowsOfTally = async () =>
      (await house.db.selectFrom('obligationTally').select('count').where('directiveId', '=', directiveId).execute()).length
    const before = await rowsOfTally()
    await foldTally(house.db, 1)
    assert.ok((await rowsOfTally()) < before)
    await agree('btctw.chuyenvien', null, '2013-11-15')
  })

  test('the matrix holds every obligation once, in its body’s row, as it stands', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const { total, bodies, tasks: columns } = await visitor.ask(endpoints.openMatrix, { directiveId, limit: 200 })
    const listed = await visitor.ask(tasks.listObligations, { directiveId, limit: 500 })
    assert.equal(total, bodies.length)
    assert.equal(columns.length, 28)
    const cells = bodies.flatMap((body) => body.cells.map((cell) => `${body.id} ${cell.obligationId} ${cell.taskId} ${cell.state} ${cell.standing}`))
    assert.ok(listed.total <= 500)
    assert.deepEqual(cells.sort(), listed.rows.map((row) => `${row.bodyId} ${row.id} ${row.taskId} ${row.state} ${row.standing}`).sort())
    const [one] = await (await as('quantri')).ask(organisations.searchBodies, { words: 'Huyện ủy Tiên Du' })
    const below = await visitor.ask(endpoints.openMatrix, { directiveId, under: one?.id as never, limit: 200 })
    const reach = await within('Huyện ủy Tiên Du')
    assert.ok(below.total > 1 && below.bodies.every(({ id }) => reach.has(id)))
    assert.ok(
      (await visitor.ask(endpoints.openMatrix, { directiveId, words: 'tien du', level: 'district' })).bodies.every(({ name }) =>
        /Tiên Du/.test(name),
      ),
    )
  })

  test('the timeline tells each milestone once, in order of days, with how many have reached it', async () => {
    const visitor = await as('btctw.chuyenvien')
    await setDay('2014-06-01')
    const rows = await visitor.ask(endpoints.openTimeline, { directiveId })
    await setDay('2013-11-15')
    const days = rows.map(({ due }) => due ?? '9999')
    assert.deepEqual(days, [...days].sort())
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
    const reached = await house.db.selectFrom('milestoneReached').selectAll().execute()
    const held = await house.db
      .selectFrom('obligation')
      .select(['id', 'taskId', 'state', 'reportedOn'])
      .where('directiveId', '=', directiveId)
      .where('state', '!=', 'withdrawn')
      .execute()
    for (const row of rows) {
      assert.equal(row.all, held.filter(({ taskId }) => taskId === row.taskId).length)
      assert.equal(row.reached, reached.filter(({ milestoneId }) => milestoneId === row.id).length)
      const isLate = (one: (typeof held)[number]) => (row.due ?? '9999') < ((one.state === 'reported' && one.reportedOn) || '2014-06-01')
      const ahead = held.filter(
        ({ id, taskId }) => taskId === row.taskId && !reached.some((one) => one.milestoneId === row.id && one.obligationId === id),
      )
      assert.equal(row.overdue, ahead.filter(isLate).length)
    }
  })

  test('every export opens, and has as many rows as the list', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const rowsOf = async (endpoint: Endpoint, input: Record<string, unknown>) => {
      const response = await house.app.inject({ url: addressOf(endpoint, input as never), headers: { cookie: visitor.cookie } })
      assert.equal(response.statusCode, 200, endpoint.path)
      assert.match(String(response.headers['content-disposition']), /\.xlsx/)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(response.rawPayload as never)
      return book.worksheets.map((sheet) => sheet.actualRowCount - 3) // the title, the note and the head
    }
    const board = await visitor.ask(endpoints.openBoard, { directiveId })
    const matrix = await visitor.ask(endpoints.openMatrix, { directiveId, limit: 200 })
    const lists: [Endpoint, Record<string, unknown>, number[]][] = [
      [endpoints.exportObligations, { directiveId }, [(await visitor.ask(tasks.listObligations, { directiveId, limit: 1 })).total]],
      [
        endpoints.exportObligations,
        { directiveId, states: ['given'], words: 'tiên du' },
        [(await visitor.ask(tasks.listObligations, { directiveId, states: ['given'], words: 'tiên du' })).total],
      ],
      [endpoints.exportBoard, { directiveId }, [board.tasks.length, board.bodies]],
      [endpoints.exportMatrix, { directiveId }, [matrix.total]],
      [endpoints.exportTimeline, { directiveId }, [(await visitor.ask(endpoints.openTimeline, { directiveId })).length]],
      [endpoints.exportMyWork, {}, [(await visitor.ask(endpoints.listMyWork, {})).total]],
      [endpoints.exportDirectives, {}, [(await visitor.ask(directives.listDirectives, {})).total]],
    ]
    for (const [endpoint, input, expected] of lists) assert.deepEqual(await rowsOf(endpoint, input), expected, endpoint.path)
    const named = (await import('./contract.ts')).endpoints
    const exports = Object.entries(named).filter(([name, endpoint]) => name.startsWith('export') && endpoint.kind === 'download')
    assert.deepEqual(new Set<Endpoint>(exports.map(([, endpoint]) => endpoint)), new Set<Endpoint>(lists.map(([endpoint]) => endpoint)))
  })

  test('a sheet says of which day and filter its figures are; its days are dates, its matrix codes with colours and their meaning', async () => {
    const visitor = await as('btctw.lanhdao')
    const sheetOf = async (endpoint: Endpoint, input: Record<string, unknown>) => {
      const response = await house.app.inject({
        url: addressOf(endpoint, input as never),
        headers: { cookie: visitor.cookie, 'accept-language': 'vi' },
      })
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(response.rawPayload as never)
      return book.worksheets[0] as ExcelJS.Worksheet
    }
    const list = await sheetOf(endpoints.exportObligations, { directiveId, standings: ['open-overdue'], words: 'tỉnh ủy' })
    assert.match(
      String(list.getCell(2, 1).value),
      /^Số liệu đến ngày 15-11-2013\. Đơn vị tính: lượt giao\. Bộ lọc: Kế hoạch.*Chưa hoàn thành quá hạn; «tỉnh ủy»$/,
    )
    const all = await sheetOf(endpoints.exportObligations, { directiveId })
    const heads = (all.getRow(3).values as string[]).map(String)
    const due = heads.indexOf('Hạn cuối')
    const dated = all
      .getColumn(due)
      .values.slice(4)
      .filter((value) => value !== null && value !== undefined)
    assert.ok(dated.length > 0 && dated.every((value) => (value as object) instanceof Object && 'toISOString' in (value as object)))
    assert.equal(all.getColumn(due).numFmt, 'dd-mm-yyyy')
    const directive = await sheetOf(endpoints.exportDirectives, {})
    for (const head of ['Giao từ ngày', 'Cơ quan thường trực', 'Trạng thái']) assert.ok((directive.getRow(3).values as string[]).includes(head), head)
    const matrix = await sheetOf(endpoints.exportMatrix, { directiveId })
    assert.match(String(matrix.getCell(2, 1).value), /QH: Chưa hoàn thành quá hạn/)
    const codes = new Set<string>()
    matrix.eachRow(
      (row, at) => at > 3 && row.eachCell((cell, column) => column > 2 && cell.value && codes.add(String(cell.value).split(' ')[0] as string)),
    )
    assert.ok(codes.size > 1 && [...codes].every((code) => ['HT', 'HTQ', 'TH', 'QH'].includes(code)), [...codes].join())
    assert.deepEqual([matrix.pageSetup.orientation, matrix.pageSetup.fitToWidth], ['landscape', 1])
  })

  test('the list is put in order as asked', async () => {
    const visitor = await as('btctw.lanhdao')
    const names = async (sort: 'body' | '-body') =>
      (await visitor.ask(tasks.listObligations, { directiveId, sort, limit: 500 })).rows.map(({ bodyName }) => bodyName)
    const order = new Intl.Collator('vi')
    const up = await names('body')
    assert.deepEqual(up, [...up].sort(order.compare))
    const down = await names('-body')
    assert.notEqual(down[0], up[0])
    const days = (await visitor.ask(tasks.listObligations, { directiveId, sort: '-due', limit: 500 })).rows.flatMap(({ nextDue }) => nextDue ?? [])
    assert.deepEqual(days, [...days].sort().reverse())
  })

  test('a long sheet is written without holding up others', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const rows = Array.from({ length: 3000 }, (_, i) => i)
    const column = { title: 'số', width: 10, value: (row: number) => `việc ${row}` }
    await workbook('dai', [{ name: 'a', title: 'a', note: '', columns: [column], rows }] as never)
    clearInterval(timer)
    assert.ok(turns >= 5, `${turns} turns`)
  })

  test('saved views are one’s own: listed, replaced by name, removed', async () => {
    const [mine, other] = [await as('btctw.chuyenvien'), await as('btctw.vanthu')]
    const page = 'obligations'
    const { id } = await mine.ask(endpoints.saveView, { page, name: 'Quá hạn', query: 'standings=open-overdue' })
    await mine.ask(endpoints.saveView, { page, name: 'Quá hạn', query: 'standings=open-overdue&words=a' })
    const listed = [{ id, name: 'Quá hạn', query: 'standings=open-overdue&words=a' }]
    assert.deepEqual(await mine.ask(endpoints.listViews, { page }), listed)
    assert.deepEqual(await other.ask(endpoints.listViews, { page }), [])
    assert.equal((await other.try(endpoints.dropView, { viewId: id })).status, 404)
    assert.deepEqual(await mine.ask(endpoints.listViews, { page }), listed)
    await mine.ask(endpoints.dropView, { viewId: id })
    assert.deepEqual(await mine.ask(endpoints.listViews, { page }), [])
  })

  test('an empty tally is the sum of nothing', () => {
    assert.deepEqual(sumOf([]), none)
    const one: Counts = { doneOnTime: 1, doneLate: 2, openInTime: 3, openOverdue: 4 }
    assert.equal(allOf(one), 10)
    assert.deepEqual(
      sumOf([
        { ...none, ...one },
        { ...none, given: 5, doneLate: 1 },
      ]),
      { ...none, ...one, doneLate: 3, given: 5 },
    )
  })
})

describe('my work', () => {
  let house: TestHouse
  let directiveId: never
  before(async () => {
    house = await openHouse()
    directiveId = (await playPlan(house)) as never
  })
  after(() => house.close())

  const work = async (username: string) => (await house.visit(username)).ask(endpoints.listMyWork, { limit: 200 })

  test('is what the post may do next: the lead’s clerk works, the appraiser confirms, the standing body’s clerk deals with what came back', async () => {
    const [lead, appraiser, standing] = await Promise.all(['tudanang.chuyenvien', 'btctw.thamdinh', 'btctw.chuyenvien'].map(work))
    const kinds = (one?: Awaited<ReturnType<typeof work>>) =>
      Object.entries(one?.counts ?? {})
        .filter(([, count]) => count > 0)
        .map(([kind]) => kind)
    assert.deepEqual(kinds(lead).sort(), ['accept', 'mend', 'work'])
    assert.deepEqual(kinds(appraiser), ['verify'])
    assert.ok(kinds(standing).includes('accept') && kinds(standing).includes('returned') && !kinds(standing).includes('verify'))
    assert.deepEqual([lead?.counts.mend, lead?.counts.work, appraiser?.counts.verify, standing?.counts.returned], [1, 1, 1, 1])
    for (const one of [lead, appraiser, standing]) {
      assert.equal(
        one?.total,
        Object.values(one?.counts ?? {}).reduce((sum, count) => sum + count, 0),
      )
      assert.equal(one?.rows.length, one?.total)
      assert.equal(one?.overdue, one?.rows.filter(({ isOverdue }) => isOverdue).length)
    }
  })

  test('is overdue first, then what is to be decided, then by date, and by kind on request', async () => {
    const visitor = await house.visit('btctw.chuyenvien')
    const { rows, counts } = await visitor.ask(endpoints.listMyWork, { limit: 200 })
    const order = rows.map(({ isOverdue, kind, due }) => `${isOverdue ? 0 : kind === 'returned' ? 1 : 2} ${due ?? '9999'}`)
    assert.deepEqual(order, [...order].sort())
    assert.ok(rows.some(({ isOverdue }) => isOverdue) && counts.returned > 0)
    const accepts = await visitor.ask(endpoints.listMyWork, { kind: 'accept', limit: 200 })
    assert.deepEqual([accepts.total, accepts.rows.length], [counts.accept, counts.accept])
    assert.ok(accepts.rows.every(({ kind }) => kind === 'accept'))
  })

  test('what was returned waits since that day in Viet Nam, also when it is still yesterday in Greenwich', async () => {
    const updatedAt = '2013-11-14T18:30:00Z' // half past one in the morning of the 15th
    await house.db.updateTable('obligation').set({ updatedAt }).where('directiveId', '=', directiveId).where('state', '=', 'returned').execute()
    const { rows } = await (await house.visit('btctw.chuyenvien')).ask(endpoints.listMyWork, { kind: 'returned' })
    assert.deepEqual(
      rows.map(({ since }) => since),
      ['2013-11-15'],
    )
  })

  test('nobody is asked to confirm what they reported, and what is done is gone from it', async () => {
    const leader = await house.visit('btctw.lanhdao')
    const { id, bodyId } = await findObligation(leader, directiveId, 'Ban Tổ chức Trung ương', 'Tham mưu Ban Bí thư sơ kết')
    await house.db.updateTable('obligation').set({ verifierId: bodyId }).where('id', '=', id).execute()
    await take(leader, id, { event: 'accept' }, { event: 'report', text: 'Đã trình', file: 'x.txt' })
    const waiting = async (username: string) => (await work(username)).rows.filter((row) => row.id === id).map(({ kind }) => kind)
    assert.deepEqual([await waiting('btctw.lanhdao'), await waiting('btctw.thamdinh'), await waiting('btctw.chuyenvien')], [[], ['verify'], []])
    await take(await house.visit('btctw.thamdinh'), id, { event: 'verify' })
    assert.deepEqual([await waiting('btctw.thamdinh'), await waiting('btctw.chuyenvien')], [[], []])
  })

  test('a draft waits for the clerks of the body that reads it', async () => {
    const clerk = await house.visit('ddqh.chuyenvien')
    const { directiveId: draft } = await clerk.ask(directives.readDirective, { text: 'THÔNG BÁO\nvề một việc mới' })
    const drafts = async (username: string) => (await work(username)).rows.filter(({ kind }) => kind === 'draft').map((row) => row.id)
    assert.deepEqual([await drafts('ddqh.chuyenvien'), await drafts('ddqh.lanhdao'), await drafts('bcsdcp.chuyenvien')], [[draft], [draft], []])
    const [row] = (await work('ddqh.chuyenvien')).rows.filter(({ kind }) => kind === 'draft')
    assert.equal(row?.since, '2013-11-15')
  })
})
