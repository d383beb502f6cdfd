import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { issuePlan } from '../../test/story.ts'
import { endpoints as people } from '../people/contract.ts'
import { endpoints, type ReceiptCounts, type ReceiptEvent } from './contract.ts'
import { endpoints as members } from './members/contract.ts'
import { endpoints as study } from './session/contract.ts'

describe('what is counted of receipts', () => {
  let house: TestHouse
  let directiveId: never
  before(async () => {
    house = await openHouse()
    directiveId = (await issuePlan(house)) as never
    const clerk = await house.visit('btctw.chuyenvien')
    const { recipients } = await clerk.ask(endpoints.previewDissemination, { directiveId })
    for (const { named, bodies, isArchive } of recipients)
      if (bodies === 0 && !isArchive) await clerk.ask(endpoints.matchRecipient, { directiveId, named, settled: true })
    const days = { receiveBy: '2013-11-20', studyBy: '2013-12-20' } as const
    await clerk.ask(endpoints.startDissemination, { directiveId, way: 'level-by-level', downTo: 'commune', ...days })
    const held = {
      directiveId,
      heldOn: '2013-11-15',
      form: 'online',
      ledBy: 'Đồng chí Trưởng Ban',
      topic: 'Quán triệt',
      present: 230,
      invited: 240,
    } as const
    await clerk.ask(study.holdSession, held)
  })
  after(() => house.close())

  test('after steps at random every count equals a recount, on the whole, by level and by branch', async () => {
    const { rows } = await sql<{ id: string; bodyId: string; personId: string; holdingId: string }>`
      select distinct on (receipt.id) receipt.id, receipt.body_id, holding.person_id, holding.id as holding_id
      from receipt join post on post.body_id = receipt.body_id and 'clerk' = any(post.duties) join holding on holding.post_id = post.id
      where receipt.directive_id = ${directiveId} order by receipt.id, holding.id`.execute(house.db)
    const office = house.office
    // passed on before the days are over, by some with days of their own: their receivers are late sooner
    const early = { now: Temporal.Instant.from('2013-11-17T02:00:00Z'), language: 'vi' as const }
    const ownDays = (at: number) => [{}, { receiveBy: `2013-11-${17 + (at % 4)}` }, { studyBy: `2013-11-${18 + (at % 7)}` }][at % 3]
    const circumstances = { now: Temporal.Instant.from('2013-11-25T02:00:00Z'), language: 'vi' as const }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(), event: fc.constantFrom('receive', 'refuse', 'assign', 'start', 'finish', 'pass', 'study', 'members') }), {
          minLength: 20,
          maxLength: 40,
        }),
        async (acts) => {
          for (const { at, event } of acts) {
            const { id, bodyId, personId, holdingId } = rows[at % rows.length] as (typeof rows)[number]
            const user = { personId, sessionId: personId, name: '', holdingId, bodyId, reachId: bodyId, duties: ['clerk'] }
            const receiptId = id as never
            const { version } = await house.db.selectFrom('receipt').select('version').where('id', '=', id).executeTakeFirstOrThrow()
            const act =
              event === 'pass'
                ? office.answer(endpoints.passOn, user, { receiptId, ...ownDays(at) }, early)
                : event === 'members'
                  ? office.answer(members.sayMembers, user, { directiveId, members: 40 + (at % 9), studied: at % 40 }, circumstances)
                  : event === 'study'
                    ? office.answer(
                        study.holdSession,
                        user,
                        {
                          directiveId,
                          heldOn: '2013-11-22',
                          form: 'online',
                          ledBy: 'Bí thư',
                          topic: `Quán triệt, lớp ${crypto.randomUUID()}`,
                          present: at % 50,
                          invited: 50,
                          isMakeUp: at % 3 === 0,
                        },
                        circumstances,
                      )
                    : office.answer(
                        endpoints.takeReceiptStep,
                        user,
                        { receiptId, version, event: event as ReceiptEvent, text: 'Có lý do' },
                        circumstances,
                      )
            await act.catch((error) => assert.ok('kind' in error, String(error)))
          }
          await sql`select fold_receipt_tally(30)`.execute(house.db) // some folded, some as they came
          await recount('2013-11-21')
        },
      ),
      { numRuns: 4 },
    )
  })

  type Counted = Omit<ReceiptCounts, `plans${string}`>
  async function recount(day: string): Promise<void> {
    await (await house.visit('quantri')).ask(people.setClock, { day })
    const leader = await house.visit('btctw.lanhdao')
    const shown = await leader.ask(endpoints.openReceiptBoard, { directiveId })
    const { rows } = await sql<{
      state: string
      level: string
      receivedOn: string | null
      receiveBy: string
      studyBy: string
      bodyId: string
      above: string[]
    }>`
      select receipt.*, array(select ancestor_id from body_reach where body_reach.body_id = receipt.body_id and valid @> ${day}::date) as above from receipt where directive_id = ${directiveId}`.execute(
      house.db,
    )
    const { rows: sessions } = await sql<{ bodyId: string; present: number; invited: number; bodies: string[]; heldOn: string }>`
      select session.body_id, present, invited, held_on, array(select body_id from study_session_body part where part.session_id = session.id) as bodies
      from study_session session where directive_id = ${directiveId} and withdrawn_on is null`.execute(house.db)
    const { rows: senders } = await sql<{ bodyId: string; level: string; above: string[] }>`
      select body_id, level, array(select ancestor_id from body_reach where body_reach.body_id = body_version.body_id and valid @> ${day}::date) as above
      from body_version where valid @> ${day}::date and body_id in (select sender_id from dissemination where directive_id = ${directiveId})
        and body_id not in (select body_id from receipt where directive_id = ${directiveId})`.execute(house.db)
    const { rows: told } = await sql<{ bodyId: string; members: number; studied: number | null }>`
      select distinct on (body_id) body_id, coalesce(said.members, known.members) as members, said.studied
      from body_members known left join (select distinct on (body_id) * from study_members where directive_id = ${directiveId} order by body_id, at desc) said using (body_id) order by body_id, as_of desc`.execute(
      house.db,
    )
    const count = (of: typeof rows, sent: typeof senders): Counted => {
      const live = of.filter(({ state }) => state !== 'recalled')
      const received = live.filter(({ receivedOn }) => receivedOn !== null)
      const silent = live.filter(({ state }) => ['expected', 'arrived'].includes(state))
      const ids = new Set([...of, ...sent].map(({ bodyId }) => bodyId))
      const studied = live.filter(({ bodyId }) => sessions.some(({ bodies }) => bodies.includes(bodyId)))
      const held = sessions.filter(({ bodyId }) => ids.has(bodyId))
      return {
        expected: live.length,
        arrived: live.filter(({ state }) => state !== 'expected').length,
        received: received.length,
        onTime: received.filter(({ receivedOn, receiveBy }) => (receivedOn as string) <= receiveBy).length,
        refused: live.filter(({ state }) => state === 'refused').length,
        silent: silent.length,
        overdue: live.filter(({ state, receiveBy }) => state === 'arrived' && receiveBy < day).length,
        unsent: live.filter(({ state }) => state === 'expected').length,
        done: live.filter(({ state }) => state === 'done').length,
        studied: studied.length,
        studiedOnTime: studied.filter(({ bodyId, studyBy }) => sessions.some(({ bodies, heldOn }) => bodies.includes(bodyId) && heldOn <= studyBy))
          .length,
        present: held.reduce((sum, { present }) => sum + present, 0),
        invited: held.reduce((sum, { invited }) => sum + invited, 0),
        members: told.filter(({ bodyId }) => ids.has(bodyId)).reduce((sum, { members }) => sum + members, 0),
        membersStudied: told
          .filter(({ bodyId }) => ids.has(bodyId) && sessions.some(({ bodies }) => bodies.includes(bodyId)))
          .reduce((sum, { studied }) => sum + (studied ?? 0), 0),
        counted: live.filter(({ bodyId }) => told.some((one) => one.bodyId === bodyId)).length,
      }
    }
    const only = (counts: Counted): Counted =>
      Object.fromEntries(Object.keys(count([], [])).map((key) => [key, counts[key as keyof Counted]])) as never
    assert.deepEqual(only(shown.totals), count(rows, senders))
    const inLevel = (level: string) => (row: { level: string }) => row.level === level
    for (const level of shown.levels) assert.deepEqual(only(level), count(rows.filter(inLevel(level.level)), senders.filter(inLevel(level.level))))
    for (const { name, bodyId, ...branch } of shown.branches) {
      const isIn = (row: { bodyId: string; above: string[] }) => row.above.includes(bodyId)
      const isSenders = senders.some((sender) => sender.bodyId === bodyId)
      assert.deepEqual(only(branch), isSenders ? count([], senders) : count(rows.filter(isIn), senders.filter(isIn)), name)
    }
    const { rows: listed } = await leader.ask(study.listSessions, { directiveId, limit: 500 })
    const held = listed.filter(({ withdrawnOn }) => withdrawnOn === null)
    assert.equal(
      held.reduce((sum, { invited }) => sum + invited, 0),
      shown.totals.invited,
    )
    for (const group of ['received', 'refused', 'silent', 'overdue', 'unsent', 'studied', 'done'] as const)
      assert.equal((await leader.ask(endpoints.listReceipts, { directiveId, group, limit: 1 })).total, shown.totals[group], group)
    assert.equal((await leader.ask(endpoints.listReceipts, { directiveId, group: 'on-time', limit: 1 })).total, shown.totals.onTime)
  }
})
