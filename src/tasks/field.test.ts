import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { provincialPlan } from '../../test/plans.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as changes } from '../dissemination/changes/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as orders } from '../plans/orders/contract.ts'
import { endpoints } from './contract.ts'

/** A province speaks of its own city as «thành ủy», and lays nothing on another province. */
describe('the field of a directive', () => {
  let house: TestHouse
  let province: Visitor
  before(async () => {
    house = await openHouse('example')
    province = await house.visit('tubacninh.chuyenvien')
  })
  after(() => house.close())

  const bodyId = async (words: string) => (await province.ask(organisations.searchBodies, { words }))[0]?.id as never
  const text = [
    'KẾ HOẠCH',
    'Sơ kết công tác dân vận',
    'I. TỔ CHỨC THỰC HIỆN',
    '1. Các huyện ủy, thị ủy, thành ủy xây dựng kế hoạch của cấp mình trước ngày 30/12/2013.',
    '2. Các quận ủy báo cáo kết quả về Tỉnh ủy trước ngày 30/12/2013.',
  ]
  const rolesOf = async (directiveId: never) =>
    new Map((await province.ask(endpoints.listTasks, { directiveId })).flatMap(({ roles }) => roles.map((role) => [role.named, role] as const)))

  test('«thành ủy» is the city of the province, once it is known who issues; a class with no body there is to be settled first', async () => {
    const { directiveId } = (await province.ask(directives.readDirective, { text: text.join('\n') })) as { directiveId: never }
    assert.equal((await rolesOf(directiveId)).get('thành ủy')?.bodies, 5)
    const draft = await province.ask(directives.openDirective, { directiveId })
    const issuerId = await bodyId('Tỉnh ủy Bắc Ninh')
    const facts = {
      ...draft,
      issuedOn: '2013-11-15',
      issuerId,
      issuerName: 'Tỉnh ủy Bắc Ninh',
      standingId: issuerId,
      references: draft.references as never,
    }
    await province.ask(directives.amendDirective, { ...facts, directiveId } as never)
    const roles = await rolesOf(directiveId)
    assert.equal(roles.get('thành ủy')?.bodies, 1)
    assert.equal(roles.get('huyện ủy')?.bodies, 6)
    assert.deepEqual(
      (await province.ask(endpoints.previewIssue, { directiveId })).unmatched.map(({ named }) => named),
      ['quận ủy'],
    )
    const { version } = await province.ask(directives.openDirective, { directiveId })
    const refused = await province.try(directives.issueDirective, { directiveId, version })
    assert.match(refused.body.message ?? '', /quận ủy/)
  })

  test('once issuer and day are known, names of bodies are found and times without a year are read anew, but for what a clerk has corrected', async () => {
    const orders = [
      '1. Văn phòng Tỉnh ủy rà soát hồ sơ, hoàn thành trước ngày 30 tháng 12.',
      '2. Văn phòng Tỉnh ủy báo cáo kết quả trước ngày 20 tháng 12.',
      '3. Ban Tổ chức Tỉnh ủy tổng hợp số liệu của năm 2006.',
    ]
    const { directiveId } = (await province.ask(directives.readDirective, {
      text: ['KẾ HOẠCH', 'Sơ kết công tác văn thư', 'I. NHIỆM VỤ', ...orders].join('\n'),
    })) as {
      directiveId: never
    }
    const tasks = () => province.ask(endpoints.listTasks, { directiveId })
    const [first, second] = await tasks()
    assert.ok(first && second)
    assert.deepEqual(
      [first, second].map(({ roles, milestones }) => [roles[0]?.bodyId ?? null, milestones[0]?.due?.slice(0, 4) === '2013']),
      [
        [null, false],
        [null, false],
      ],
    )
    const { text, product, condition, isStanding, roles, milestones } = second
    const edited = { text, product, condition, isStanding, roles, milestones: milestones.map((one) => ({ ...one, due: '2013-11-30' })) }
    await province.ask(endpoints.editTask, { ...edited, taskId: second.id, version: second.version } as never)
    const draft = await province.ask(directives.openDirective, { directiveId })
    const issuerId = await bodyId('Tỉnh ủy Bắc Ninh')
    const own = { issuedOn: '2013-11-15', issuerId, issuerName: 'Tỉnh ủy Bắc Ninh', standingId: issuerId, references: [] }
    await province.ask(directives.amendDirective, { ...draft, ...own, directiveId } as never)
    const now = await tasks()
    assert.deepEqual(
      now.slice(0, 2).map(({ milestones }) => milestones[0]?.due),
      ['2013-12-29', '2013-11-30'],
    )
    assert.equal(now[0]?.roles[0]?.matched, 'Văn phòng Tỉnh ủy Bắc Ninh')
  })

  test('a province with nobody below it speaks for nobody, not for the whole country', async () => {
    const { rows } = await sql<{ field: string | null; own: string }>`
      select directive_field(body.body_id, '2013-11-15') as field, body.body_id as own from body_version body
      where body.level = 'province' and body.valid @> '2013-11-15'::date and not exists (select from body_version below where below.parent_id = body.body_id)
        and exists (select from body_version above where above.body_id = body.parent_id and above.level = 'central')`.execute(house.db)
    assert.ok(rows.length > 0)
    for (const { field, own } of rows) assert.equal(field, own)
  })

  test('no plan is ordered of another province, and no task of an update goes there', async () => {
    const directiveId = (await provincialPlan(province)) as never
    const elsewhere = await bodyId('Thành ủy Đà Nẵng')
    const parts = [{ bodyId: elsewhere, dueOn: '2013-12-20', approver: 'superior' as const }]
    const refused = await province.try(orders.createPlanOrder, { directiveId, title: 'Kế hoạch của nơi khác', parts })
    assert.equal(refused.status, 403)
    assert.match(refused.body.message ?? '', /Không yêu cầu được Thành ủy Đà Nẵng lập kế hoạch/)
    const added = { kind: 'add' as const, taskId: null, text: 'Báo cáo kết quả', due: '2013-12-30', bodyIds: [elsewhere] }
    const update = await province.try(changes.draftChange, { directiveId, kind: 'update', reason: 'Bổ sung', items: [added] } as never)
    assert.equal(update.status, 400)
    assert.match(update.body.message ?? '', /Đà Nẵng/)
    assert.equal((await province.try(endpoints.listObligations, { directiveId, words: 'Đà Nẵng' })).status, 200)
  })
})
