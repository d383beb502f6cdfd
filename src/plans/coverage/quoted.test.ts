import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../../test/plans.ts'
import { endpoints as plans } from '../contract.ts'
import { endpoints } from './contract.ts'
import { foldCovers } from './queries/folding.ts'

describe('what is answered only in the words of the directive or the superior', () => {
  let house: TestHouse
  let directiveId: never
  let district: Visitor
  let commune: Visitor
  let appraiser: Visitor
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const province = await house.visit('tubacninh.chuyenvien')
    district = await house.visit('hutiendu.chuyenvien')
    appraiser = await house.visit('tubacninh.thamdinh')
    commune = await clerkOf(house, 'Đảng ủy xã Cảnh Hưng')
    directiveId = (await provincialPlan(province)) as never
    await orderPlans(province)
    await step(district, (await above()).id, 'start')
  })
  after(() => house.close())
  const above = () => findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
  const below = () => findPlanOf(commune, directiveId, 'Đảng ủy xã Cảnh Hưng')
  const save = (visitor: Visitor, itemId: string | undefined, changes: object) =>
    visitor.ask(plans.savePlanItem, { itemId: itemId as never, was: {}, changes })

  /** How each obligation that a plan answers by an item is shown, read from what is kept and anew. */
  async function shown(visitor: Visitor, name: string) {
    const read = async () => {
      const { bodies } = await visitor.ask(endpoints.openCoverageMatrix, { directiveId, words: name })
      const counted = (await visitor.ask(endpoints.openCoverage, { directiveId })).totals
      const body = bodies.find((one) => one.name === name)
      return { cells: new Map(body?.cells.map(({ obligationId, state }) => [obligationId, state])), counted }
    }
    const anew = await read()
    await foldCovers(house.db)
    assert.deepEqual(await read(), anew)
    return anew
  }
  const answeredBy = (plan: Awaited<ReturnType<typeof above>>, at: number) => plan.rows[at]?.obligationIds[0] as string

  test('a plan submitted as it was brought in answers nothing in words of its own', async () => {
    await step(district, (await above()).id, 'submit')
    const plan = await above()
    const { cells, counted } = await shown(district, 'Huyện ủy Tiên Du')
    for (const { obligationIds } of plan.rows) assert.equal(cells.get(obligationIds[0] as string), 'quoted')
    assert.equal(counted.quoted, new Set(plan.rows.flatMap(({ obligationIds }) => obligationIds)).size)
    const listed = await district.ask(endpoints.openCoverageMatrix, { directiveId, state: 'quoted' })
    assert.deepEqual(
      listed.bodies.map(({ name }) => name),
      ['Huyện ủy Tiên Du'],
    )
    const cell = await district.ask(endpoints.openCoverageCell, { directiveId, obligationId: answeredBy(plan, 0) as never })
    assert.deepEqual([cell.state, cell.items.map(({ isBare }) => isBare)], ['quoted', [true]])
  })

  test('work, a day or somebody who leads are something of its own; the own name, and a word or two, are not', async () => {
    const plan = await above()
    const [first] = plan.rows
    const tries: [object, string][] = [
      [{ text: `Huyện ủy Tiên Du: ${first?.text} kịp thời` }, 'quoted'],
      [{ text: 'Kiểm tra việc bố trí cán bộ tại bốn chi bộ trực thuộc' }, 'answered'],
      [{ text: first?.text, lead: 'Huyện ủy Tiên Du' }, 'quoted'],
      [{ lead: 'Văn phòng Huyện ủy' }, 'answered'],
      [{ lead: '', dueOn: '2013-11-17' }, 'answered'],
      [{ dueOn: first?.dueOn ?? null, note: '15 chi bộ' }, 'answered'],
      [{ note: '' }, 'quoted'],
    ]
    for (const [changes, expected] of tries) {
      await step(district, plan.id, 'recall')
      assert.equal((await shown(district, 'Huyện ủy Tiên Du')).cells.get(answeredBy(plan, 0)), 'drafted')
      await save(district, first?.id, changes)
      assert.equal((await above()).rows[0]?.isBare, expected === 'quoted', JSON.stringify(changes))
      await step(district, plan.id, 'submit')
      const { cells } = await shown(district, 'Huyện ủy Tiên Du')
      assert.equal(cells.get(answeredBy(plan, 0)), expected, JSON.stringify(changes))
      // the page of the plan says the same, to whoever writes it and to whoever appraises it
      const seen = [await above(), await appraiser.ask(plans.openPlan, { planId: plan.id as never })]
      for (const { rows } of seen) assert.equal(rows.find(({ id }) => id === first?.id)?.isBare, expected === 'quoted', JSON.stringify(changes))
    }
  })

  const ownWork = 'Kiểm tra việc bố trí cán bộ tại bốn chi bộ trực thuộc'

  test('what is copied from the superior’s plan is told apart too, and an amendment that is dropped leaves what was', async () => {
    await step(district, (await above()).id, 'recall')
    await save(district, (await above()).rows[0]?.id, { text: ownWork })
    await step(district, (await above()).id, 'submit')
    await step(appraiser, (await above()).id, 'approve')
    await step(district, (await above()).id, 'issue', { number: '12-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
    await step(commune, (await below()).id, 'start')
    const copied = (await below()).rows.find(({ text }) => text.startsWith('Kiểm tra việc bố trí'))
    const owed = (await below()).obligations.find(({ isPlanItself }) => !isPlanItself)
    const obligationId = copied?.obligationIds[0] ?? owed?.id
    if (copied?.obligationIds.length === 0) await save(commune, copied.id, { obligationIds: [obligationId], dueOn: owed?.finalDue })
    await step(commune, (await below()).id, 'submit')
    assert.equal((await shown(commune, 'Đảng ủy xã Cảnh Hưng')).cells.get(obligationId as string), 'quoted')

    const plan = await above()
    const before = (await shown(district, 'Huyện ủy Tiên Du')).cells
    assert.equal(before.get(answeredBy(plan, 0)), 'answered')
    await step(district, plan.id, 'amend', { text: 'Thử' })
    await save(district, plan.rows[0]?.id, { text: plan.obligations.find(({ id }) => id === answeredBy(plan, 0))?.text })
    // what is being written for the amendment counts for nothing yet
    const told = async () => {
      const { items } = await district.ask(endpoints.openCoverageCell, { directiveId, obligationId: answeredBy(plan, 0) as never })
      return items.map(({ text }) => text)
    }
    assert.deepEqual([(await shown(district, 'Huyện ủy Tiên Du')).cells, await told()], [before, [ownWork]])
    await step(district, plan.id, 'submit')
    assert.equal((await shown(district, 'Huyện ủy Tiên Du')).cells.get(answeredBy(plan, 0)), 'quoted')
    await step(district, plan.id, 'recall')
    await step(district, plan.id, 'drop-amendment')
    assert.deepEqual((await shown(district, 'Huyện ủy Tiên Du')).cells, before)
  })
})
