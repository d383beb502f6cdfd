import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { endpoints as directives } from '../src/directives/contract.ts'
import { endpoints } from '../src/dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../src/dissemination/contract.ts'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import type { TestHouse, Visitor } from './kit.ts'
import { findObligation } from './story.ts'

/** What tests of changed directives do again and again, in a house and with a directive that are there once the tests begin. */
export function changesDesk(house: () => TestHouse, directiveId: () => never) {
  const visitors = new Map<string, Visitor>()
  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house().visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  const bodyOf = async (name: string) => {
    const [body] = await (await as('btctw.chuyenvien')).ask(organisations.searchBodies, { words: name })
    assert.equal(body?.name, name)
    return body?.id as never
  }
  const obligationOf = async (who: string, body: string, words: string) => findObligation(await as(who), directiveId(), body, words)
  const opened = async (who: string, obligationId: string) => (await as(who)).ask(tasks.openObligation, { obligationId: obligationId as never })
  const received = async (who: string, of = directiveId()) => {
    const { changes } = await (await as(who)).ask(endpoints.listReceivedChanges, { directiveId: of })
    const [newest] = changes
    assert.ok(newest, `${who} was asked nothing`)
    return newest
  }
  const tryAgree = async (who: string, of = directiveId()) => {
    const { id, version } = await received(who, of)
    return (await as(who)).try(endpoints.agreeChange, { changeReceiptId: id as never, version })
  }
  const agree = async (who: string, of = directiveId()) => {
    const { status, body } = await tryAgree(who, of)
    assert.equal(status, 200, body.message ?? '')
    return body
  }
  const listed = async (who = 'btctw.chuyenvien', of = directiveId()) => (await as(who)).ask(endpoints.listChanges, { directiveId: of })
  const send = async (who: string, id: string) => {
    const { changes } = await listed(who, await homeOf(id))
    const draft = changes.find((change) => change.id === id)
    return (await as(who)).ask(endpoints.sendChange, { changeId: id as never, version: draft?.version as number })
  }
  const homeOf = async (changeId: string) =>
    (await house().db.selectFrom('directiveChange').select('directiveId').where('id', '=', changeId).executeTakeFirstOrThrow()).directiveId as never

  /** The tally that boards read against the obligations as they are. */
  async function checkTally(): Promise<void> {
    const { rows } = await sql`
      select directive_id, task_id, state, is_late, next_due, reported_on, reached, sum(count)::int as count from (
        select directive_id, task_id, state, is_late, next_due, reported_on, reached, count from obligation_tally
        union all select directive_id, task_id, state, is_late, next_due, case when state = 'reported' then reported_on end, reached, -count(*) from obligation group by 1, 2, 3, 4, 5, 6, 7
      ) both_ways group by 1, 2, 3, 4, 5, 6, 7 having sum(count) <> 0`.execute(house().db)
    assert.deepEqual(rows, [])
  }

  /** A directive of the province, laid on its districts unless it orders something else. */
  async function issued(title: string, orders = ['Các huyện ủy xây dựng đề án trước ngày 31-12-2013.']): Promise<never> {
    const clerk = await as('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: `KẾ HOẠCH\n${title}\n${orders.map((order, i) => `${i + 1}- ${order}`).join('\n')}\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.`,
    })
    const { ownerId, kind, recipients } = await clerk.ask(directives.openDirective, read)
    const facts = { kind, title, number: null, issuedOn: null, recipients, references: [], issuerName: 'Tỉnh ủy Bắc Ninh', secrecy: 'none' as const }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, issuerId: ownerId as never, standingId: ownerId as never })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    return read.directiveId as never
  }

  const sendOut = async (directiveId: never) =>
    (await as('tubacninh.chuyenvien')).ask(dissemination.startDissemination, {
      directiveId,
      way: 'level-by-level',
      downTo: 'commune',
      receiveBy: '2013-12-20',
    })

  /** The same, sent out to them. */
  async function sentOut(title: string, orders?: string[]): Promise<never> {
    const id = await issued(title, orders)
    await sendOut(id)
    return id
  }

  return { as, bodyOf, obligationOf, opened, received, tryAgree, agree, listed, send, homeOf, checkTally, issued, sendOut, sentOut }
}
