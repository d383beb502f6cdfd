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
  const [planned, reviewed] = [all.find(({ text }) => text.includes('kế hoạch')), all.at(-1)]
  const [district] = (await sql<{ bodyId: string }>`select body_id from body_version where name = 'Huyện ủy Tiên Du' limit 1`.execute(house.db)).rows
  if (!planned || !reviewed || !district) throw new Error('nothing to change')
  const { changeId, version } = await clerk.ask(endpoints.draftChange, {
    directiveId: id,
    kind: 'update',
    reason: 'Bộ Chính trị yêu cầu bổ sung báo cáo biên chế và lùi thời hạn xây dựng kế hoạch của cấp huyện.',
    items: [
      { kind: 'amend', taskId: planned.id as never, text: planned.text, product: 'Kế hoạch kèm phụ lục phân công', milestones: [milestone] },
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
