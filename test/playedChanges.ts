import { sql } from 'kysely'
import { endpoints } from '../src/dissemination/changes/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import type { TestHouse } from './kit.ts'

const milestone = { worded: 'trước ngày 15-01-2014', due: '2014-01-14', kind: 'date' as const, what: '' }

/** An update of the province's plan that was sent out: two tasks changed, one withdrawn, one added; some agree, one refuses; and the draft of another. */
export async function playChanges(house: TestHouse, directiveId: string): Promise<void> {
  const id = directiveId as never
  const clerk = await house.visit('tubacninh.chuyenvien')
  const live = async () =>
    (await clerk.ask(tasks.listTasks, { directiveId: id })).filter(({ endedOn, droppedWhy }) => endedOn === null && droppedWhy === null)
  const all = await live()
  const [planned, counted, reviewed] = [
    all.find(({ text }) => text.includes('kế hoạch')),
    all.find(({ text }) => text.startsWith('Rà soát chức năng')),
    all.at(-1),
  ]
  const [district] = (await sql<{ bodyId: string }>`select body_id from body_version where name = 'Huyện ủy Tiên Du' limit 1`.execute(house.db)).rows
  if (!planned || !counted || !reviewed || !district) throw new Error('nothing to change')
  const { changeId, version } = await clerk.ask(endpoints.draftChange, {
    directiveId: id,
    kind: 'update',
    reason: 'Bộ Chính trị yêu cầu bổ sung báo cáo biên chế và lùi thời hạn xây dựng kế hoạch của cấp huyện.',
    items: [
      { kind: 'amend', taskId: planned.id as never, text: planned.text, product: 'Kế hoạch kèm phụ lục phân công', milestones: [milestone] },
      { kind: 'amend', taskId: counted.id as never, text: counted.text, product: counted.product, milestones: [milestone] },
      { kind: 'withdraw', taskId: reviewed.id as never },
      {
        kind: 'add',
        text: 'Báo cáo số biên chế có mặt đến ngày 31-12-2013 của các cơ quan, đơn vị trực thuộc.',
        milestones: [milestone],
        bodyIds: [district.bodyId as never],
      },
    ],
  })
  await clerk.ask(endpoints.sendChange, { changeId, version })
  const { rows } = await sql<{ id: string; username: string }>`
    select distinct on (answer.id) answer.id, person.username from change_receipt answer join post on post.body_id = answer.body_id and 'clerk' = any(post.duties)
    join holding on holding.post_id = post.id join person on person.id = holding.person_id
    where answer.change_id = ${changeId} and answer.state = 'asked' and person.username <> 'hutiendu.chuyenvien' order by answer.id, person.username limit 4`.execute(
    house.db,
  )
  for (const [turn, { id: answerId, username }] of rows.entries()) {
    const receiver = await house.visit(username)
    const answer = { changeReceiptId: answerId as never, version: 1 }
    if (turn === 1) await receiver.ask(endpoints.refuseChange, { ...answer, reason: 'Kế hoạch đã được Ban Thường vụ thông qua theo thời hạn cũ.' })
    else await receiver.ask(endpoints.agreeChange, answer)
  }
  const next = (await live())[0]
  await clerk.ask(endpoints.draftChange, {
    directiveId: id,
    kind: 'update',
    reason: 'Làm rõ sản phẩm phải có.',
    items: next
      ? [{ kind: 'amend', taskId: next.id as never, text: `${next.text} Gửi kèm danh sách đồng chí dự.`, milestones: next.milestones }]
      : [],
  })
}

/** A district whose issued plan calls for an amendment, since it has agreed to the update: its clerk, and the plan. */
export async function planCalled(house: TestHouse, directiveId: string): Promise<{ username: string; planId: string }> {
  const { rows } = await sql<{ username: string; planId: string; answerId: string; state: string }>`
    select person.username, plan.id as plan_id, answer.id as answer_id, answer.state from plan
    join directive_change change on change.directive_id = plan.directive_id and change.state = 'sent' join change_receipt answer on answer.change_id = change.id and answer.body_id = plan.body_id
    join post on post.body_id = plan.body_id and 'clerk' = any(post.duties) join holding on holding.post_id = post.id join person on person.id = holding.person_id
    where plan.directive_id = ${directiveId} and plan.state in ('issued', 'approved') and answer.state <> 'refused' and exists (
      select from plan_item item join plan_answer given on given.item_id = item.id join obligation on obligation.id = given.obligation_id
      where item.plan_id = plan.id and (item.touched_why is not null or (obligation.state not in ('verified', 'withdrawn') and obligation.task_id in (select task_id from task_change where change_id = change.id))))
    order by answer.state, person.username limit 1`.execute(house.db)
  const [found] = rows
  if (!found) throw new Error('nobody has issued a plan and may agree')
  if (found.state === 'asked')
    await (await house.visit(found.username)).ask(endpoints.agreeChange, { changeReceiptId: found.answerId as never, version: 1 })
  return found
}
