import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { clerkOf, findPlanOf, playPlans, step } from '../../test/plans.ts'
import { addressOf } from '../kernel/call.ts'
import { Level } from '../organisations/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as urging } from '../urging/contract.ts'
import { endpoints, type PlanLine, PlanSort, PlanState } from './contract.ts'

describe('the list of plans', () => {
  let house: TestHouse
  let province: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    const played = await playPlans(house)
    directiveId = played.directiveId as never
    province = await house.visit('tubacninh.chuyenvien')
    await setClockDay(house.db, '2013-12-20') // districts were due on 15-12, communes are on 31-12
    const late = await clerkOf(house, 'Huyện ủy Gia Bình')
    await step(late, played.due, 'start')
    await step(late, played.due, 'submit')
  })
  after(() => house.close())

  type Asked = { sort?: PlanSort; late?: 'overdue' | 'submitted'; words?: string; states?: PlanState[]; levels?: never[] }
  const listed = async (asked: Asked = {}, visitor = province) => {
    const rows: PlanLine[] = []
    for (let total = 1; rows.length < total; ) {
      const page = await visitor.ask(endpoints.listPlans, { directiveId, ...asked, limit: 7, offset: rows.length })
      total = page.total
      rows.push(...page.rows)
    }
    return rows
  }
  const sheetOf = async (asked: Asked = {}, visitor = province) => {
    const response = await house.app.inject({
      url: addressOf(endpoints.exportPlans, { directiveId, ...asked }),
      headers: { cookie: visitor.cookie, 'accept-language': 'vi' },
    })
    assert.equal(response.statusCode, 200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(response.rawPayload as never)
    const sheet = book.worksheets[0] as ExcelJS.Worksheet
    const heads = (sheet.getRow(3).values as string[]).map(String)
    const column = (head: string) => {
      assert.ok(heads.includes(head), head)
      return (sheet.getColumn(heads.indexOf(head)).values as unknown[]).slice(4)
    }
    return { sheet, column }
  }

  test('overdue and submitted late are two things, and those overdue are those who may be urged', async () => {
    const [overdue, late] = [await listed({ late: 'overdue' }), await listed({ late: 'submitted' })]
    assert.deepEqual(
      late.map(({ bodyName, submittedOn }) => [bodyName, submittedOn]),
      [['Huyện ủy Gia Bình', '2013-12-20']],
    )
    assert.ok(overdue.length > 1 && overdue.every(({ state, submittedOn }) => submittedOn === null && ['due', 'drafting'].includes(state)))
    assert.deepEqual(
      (await listed())
        .filter(({ isLate }) => isLate)
        .map(({ id }) => id)
        .sort(),
      [...overdue, ...late].map(({ id }) => id).sort(),
    )
    assert.equal((await province.ask(urging.previewUrging, { what: 'plan', directiveId } as never)).things, overdue.length)
    // one that is returned is with whoever mends it, and not overdue again
    const appraiser = await house.visit('tubacninh.thamdinh')
    await step(appraiser, (await findPlanOf(province, directiveId, 'Huyện ủy Gia Bình')).id, 'return', { text: 'Chưa nêu cơ quan chủ trì.' })
    assert.deepEqual([(await listed({ late: 'overdue' })).length, (await listed({ late: 'submitted' })).length], [overdue.length, 1])
  })

  test('comes in the order of every column, both ways, page by page', async () => {
    const keys: Record<string, (row: PlanLine) => string | number> = {
      body: (row) => row.bodyName,
      directive: (row) => row.directiveName,
      level: (row) => Level.options.indexOf(row.level),
      state: (row) => PlanState.options.indexOf(row.state),
      due: (row) => row.dueOn,
    }
    const names = new Intl.Collator('vi')
    const compare = (one: string | number, other: string | number) =>
      typeof one === 'string' ? names.compare(one, String(other)) : one - Number(other)
    const usual = (await listed()).map(({ id }) => id)
    assert.ok(usual.length > 14)
    for (const sort of PlanSort.options) {
      const rows = await listed({ sort })
      assert.deepEqual(rows.map(({ id }) => id).sort(), [...usual].sort(), sort)
      const values = rows.map(keys[sort.replace('-', '')] as (row: PlanLine) => string | number)
      const turn = sort.startsWith('-') ? -1 : 1
      assert.ok(
        values.every((value, i) => i === 0 || turn * compare(values[i - 1] as string, value as string) <= 0),
        sort,
      )
    }
    assert.ok(new Set((await listed({ sort: 'level' })).map(({ level }) => level)).size > 1)
  })

  test('goes into a sheet as it is filtered and ordered, with what is late said, and no more than is seen', async () => {
    const rows = await listed({ sort: '-body' })
    const { sheet, column } = await sheetOf({ sort: '-body' })
    assert.deepEqual(
      column('Cơ quan'),
      rows.map(({ bodyName }) => bodyName),
    )
    assert.deepEqual(column('TT')[0], 1)
    assert.deepEqual(
      new Set(column('Thời hạn trình').filter((said) => said !== '' && said !== undefined && said !== null)),
      new Set(['Quá hạn chưa trình', 'Trình muộn']),
    )
    assert.ok(column('Hạn trình').every((value) => value instanceof Date))
    assert.deepEqual(
      column('Nhiệm vụ đã có đầu việc'),
      rows.map(({ answered }) => answered),
    )
    assert.match(String(sheet.getCell(2, 1).value), /^Số liệu đến ngày 20-12-2013\. Đơn vị tính: kế hoạch\. Bộ lọc: Kế hoạch/)
    const narrow = await sheetOf({ late: 'overdue', words: 'huyện ủy', states: ['due'] })
    const overdue = await listed({ late: 'overdue', words: 'huyện ủy', states: ['due'] })
    assert.ok(overdue.length > 0)
    assert.equal(narrow.column('Cơ quan').length, overdue.length)
    assert.match(String(narrow.sheet.getCell(2, 1).value), /; Chưa bắt đầu; Quá hạn chưa trình; «huyện ủy»$/)
    const district = await house.visit('hutiendu.chuyenvien')
    const own = await listed({}, district)
    assert.ok(own.length > 0 && own.length < rows.length)
    assert.equal((await sheetOf({}, district)).column('Cơ quan').length, own.length)
  })
})
