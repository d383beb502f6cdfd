import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { changesDesk } from '../../test/changes.ts'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { clerkOf } from '../../test/plans.ts'
import { endpoints as changes } from '../dissemination/changes/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'

describe('what lies on bodies that have not agreed to a recall yet', () => {
  let house: TestHouse
  let directiveId: never
  const { as, sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )
  before(async () => {
    house = await openHouse()
    directiveId = await sentOut('về việc rà soát', ['Các huyện ủy xây dựng đề án trước ngày 25-11-2013.'])
    const province = await as('tubacninh.chuyenvien')
    const { changeId, version } = await province.ask(changes.draftChange, { directiveId, kind: 'recall', reason: 'Ban hành nhầm' } as never)
    await setClockDay(house.db, '2013-12-10')
    const seen = async () => (await province.ask(overview.openLeaderPage, {})).directives.some(({ id }) => id === directiveId)
    assert.ok(await seen())
    await province.ask(changes.sendChange, { changeId, version })
    assert.ok(!(await seen()), 'nothing of it is followed any more')
  })
  after(() => house.close())

  test('is urged over by nobody, and whoever tries reads why', async () => {
    const province = await as('tubacninh.chuyenvien')
    const { bodies, leftOut } = await province.ask(endpoints.previewUrging, { directiveId })
    assert.deepEqual(bodies, [])
    assert.deepEqual(
      leftOut.map(({ why }) => why),
      ['taken-back'],
    )
    const letter = { directiveId, answerBy: '2013-12-20', words: 'Đề nghị báo cáo kết quả thực hiện.' }
    assert.equal((await province.try(endpoints.urge, letter as never)).status, 409)
  })

  test('is taken up by nobody any more, which its page says; what was done may still be reported', async () => {
    const clerk = await clerkOf(house, 'Huyện ủy Quế Võ')
    const [own] = (await clerk.ask(tasks.listObligations, { directiveId })).rows
    const { events, blocked, takenBack, version } = await clerk.ask(tasks.openObligation, { obligationId: own?.id as never })
    assert.equal(takenBack, 'recalled')
    assert.ok(!events.includes('accept'))
    assert.match(blocked.find(({ event }) => event === 'accept')?.why ?? '', /đã bị thu hồi/)
    const step = { obligationId: own?.id as never, version, event: 'accept' as const }
    const { status, body } = await clerk.try(tasks.takeStep, step as never)
    assert.equal(status, 409)
    assert.match(body.message ?? '', /đã bị thu hồi/)
  })
})
