import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { endpoints as directives } from '../../src/directives/contract.ts'
import { endpoints as changes } from '../../src/dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../../src/dissemination/contract.ts'
import { endpoints as sessions } from '../../src/dissemination/session/contract.ts'
import { onClock } from '../../src/kernel/serve.ts'
import { endpoints as overview } from '../../src/overview/contract.ts'
import { endpoints as people } from '../../src/people/contract.ts'
import { setClockDay } from '../../src/people/queries.ts'
import { endpoints as plans } from '../../src/plans/contract.ts'
import { endpoints as orders } from '../../src/plans/orders/contract.ts'
import { endpoints as tasks } from '../../src/tasks/contract.ts'
import { endpoints as urging } from '../../src/urging/contract.ts'
import { endpoints as reminders } from '../../src/urging/reminders/contract.ts'
import { remind } from '../../src/urging/reminding.ts'
import type { TestHouse } from '../kit.ts'
import { forgetPlans } from '../planRows.ts'
import { orderPlans, step } from '../plans.ts'
import { markOf } from './rights.ts'

/** Something of everything in a house with an issued plan, on its day: secrets, drafts, documents sent and changed, files being read, urgings, plans, administrators of a narrow reach. */
export async function furnish(house: TestHouse, plan: string, day: string): Promise<void> {
  await addSecret(house, plan)
  await addDrafts(house)
  await disseminate(house, plan, day)
  await addExtractions(house)
  await addUrgings(house, day)
  await addPlans(house)
  await addAdministrators(house)
}

/** A secret directive of one province, laid on one of its districts, that takes the place of the plan. */
async function addSecret(house: TestHouse, plan: string): Promise<void> {
  const clerk = await house.visit('tubacninh.chuyenvien')
  const read = await clerk.ask(directives.readDirective, {
    text: 'KẾ HOẠCH\nvề việc kín\n1- Huyện ủy Tiên Du xây dựng đề án kín trước ngày 31-12-2013.',
  })
  const { ownerId, kind, title } = await clerk.ask(directives.openDirective, read)
  const facts = { kind, title, number: null, issuedOn: null, recipients: [], issuerName: 'Tỉnh ủy Bắc Ninh' }
  const references = [{ relation: 'replaces' as const, kind: 'Kế hoạch', number: null, issuedOn: null, targetId: plan }]
  const bodies = { issuerId: ownerId as never, standingId: ownerId as never }
  await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, references, ...bodies, secrecy: 'secret' })
  await clerk.ask(directives.issueDirective, { ...read, version: 2 })
  await clerk.ask(overview.saveView, { page: 'x', name: 'riêng', query: 'a=b' })
  const district = await house.visit('hutiendu.chuyenvien')
  const obligationId = (await district.ask(tasks.listObligations, read)).rows[0]?.id as never
  const fileIds = [(await district.upload('kin.txt', 'rất kín')).body.id]
  await district.ask(tasks.takeStep, { obligationId, version: 1, event: 'accept' })
  await district.ask(tasks.takeStep, { obligationId, version: 2, event: 'progress', text: 'Kèm tệp kín', fileIds })
}

/** The plan sent out level by level, the secret one to the one it names; sessions on both, with papers. */
async function disseminate(house: TestHouse, plan: string, day: string): Promise<void> {
  const { rows } = await sql<{ id: string; secrecy: string }>`select id, secrecy from directive where state = 'issued' order by id`.execute(house.db)
  for (const { id, secrecy } of rows) {
    const directiveId = id as never
    const sender = await house.visit(secrecy === 'none' && id === plan ? 'btctw.chuyenvien' : 'tubacninh.chuyenvien')
    const { recipients } = await sender.ask(dissemination.previewDissemination, { directiveId })
    for (const { named, bodies, isArchive } of recipients)
      if (bodies === 0 && !isArchive) await sender.ask(dissemination.matchRecipient, { directiveId, named, settled: true })
    const started = await sender.try(dissemination.startDissemination, {
      directiveId,
      way: 'level-by-level',
      downTo: secrecy === 'none' ? 'commune' : null,
    })
    if (started.status !== 200 && started.status !== 409) throw new Error(started.body.message)
  }
  for (const username of ['tubacninh.chuyenvien', 'hutiendu.chuyenvien']) {
    const clerk = await house.visit(username)
    const incoming = await clerk.ask(dissemination.listIncoming, {})
    await clerk.ask(dissemination.receiveSeveral, { receiptIds: incoming.rows.map(({ id }) => id as never) })
    for (const { directiveId, id } of incoming.rows) {
      const minutesIds = [(await clerk.upload('bien-ban.txt', `Biên bản ${directiveId}`)).body.id]
      const facts = {
        heldOn: day,
        form: 'online' as const,
        ledBy: 'Đồng chí Bí thư',
        topic: `Quán triệt ${markOf(directiveId)}`,
        present: 9,
        invited: 10,
      }
      await clerk.ask(sessions.holdSession, { directiveId: directiveId as never, ...facts, minutesIds })
      await clerk.try(dissemination.passOn, { receiptId: id as never })
    }
  }
  for (const { id } of rows) await updateTwice(house, id as never, id === plan ? 'btctw.chuyenvien' : 'tubacninh.chuyenvien')
}

/** An update of a directive that was sent, and the draft of another. */
async function updateTwice(house: TestHouse, directiveId: never, username: string): Promise<void> {
  const sender = await house.visit(username)
  const [task] = await sender.ask(tasks.listTasks, { directiveId })
  const items = [{ kind: 'amend' as const, taskId: task?.id as never, text: `Làm rõ ${markOf(directiveId)}` }]
  const update = { directiveId, kind: 'update' as const, reason: `Bổ sung ${markOf(directiveId)}`, items }
  const draft = await sender.try(changes.draftChange, update)
  if (draft.status === 403) return
  await sender.ask(changes.sendChange, draft.body)
  const next = (await sender.ask(tasks.listTasks, { directiveId })).find(({ endedOn }) => endedOn === null)
  await sender.ask(changes.draftChange, { ...update, items: [{ kind: 'withdraw', taskId: next?.id as never }] })
}

/** Drafts of three bodies, one of them laid aside. */
async function addDrafts(house: TestHouse): Promise<void> {
  for (const [i, name] of ['ddqh.chuyenvien', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien'].entries()) {
    const clerk = await house.visit(name)
    const read = await clerk.ask(directives.readDirective, {
      text: `KẾ HOẠCH\nvề việc thứ ${i}\n1- Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.`,
    })
    if (i === 2) await clerk.ask(directives.withdrawDraft, { ...read, version: 1, why: 'Đọc nhầm' })
  }
}

/** Files of three clerks whose text is being worked out: taken by a process that will say no more for a day. */
async function addExtractions(house: TestHouse): Promise<void> {
  for (const name of ['btctw.chuyenvien', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien']) {
    const clerk = await house.visit(name)
    const { body: file } = await clerk.upload('dang-doc.txt', `Văn bản của ${name}`)
    const { uploadedBy } = await house.db.selectFrom('file').select('uploadedBy').where('id', '=', file.id).executeTakeFirstOrThrow()
    const seenAt = sql<string>`now() + interval '1 day'`
    await house.db.insertInto('extraction').values({ fileId: file.id, askedBy: uploadedBy, state: 'running', seenAt }).execute()
  }
}

/** Notices, rules and urgings on a day when much is late, the secret directive's too; some not answered in time. */
async function addUrgings(house: TestHouse, day: string): Promise<void> {
  const letter = { words: 'Đề nghị khẩn trương thực hiện.', escalates: true }
  for (const [on, answerBy] of [
    ['2014-01-02', '2014-01-05'],
    ['2014-01-10', '2014-01-20'],
  ] as const) {
    await setClockDay(house.db, on)
    for (const name of ['tubacninh.chuyenvien', 'btctw.chuyenvien']) await (await house.visit(name)).try(urging.urge, { ...letter, answerBy })
    await remind(house.db, onClock(on))
  }
  await setClockDay(house.db, day)
  await remind(house.db, onClock(day))
  const province = await house.visit('tubacninh.chuyenvien')
  const rule = { kind: 'milestone' as const, daysBefore: [3], daysAfter: [1], byEmail: true }
  for (const { id } of (await province.ask(reminders.listReminderRules, {})).directives)
    await province.ask(reminders.setReminderRule, { ...rule, directiveId: id as never })
  const { rows } = await sql<{ secret: number; all: number }>`select count(secret_of) as secret, count(*) as all from urging`.execute(house.db)
  assert.ok((rows[0]?.secret ?? 0) > 0 && (rows[0]?.all ?? 0) > 10, JSON.stringify(rows))
}

/** Administrators with a narrow reach, besides the one who reaches everything. */
async function addAdministrators(house: TestHouse): Promise<void> {
  for (const username of ['tubacninh.thamdinh', 'tudanang.lanhdao', 'hutiendu.lanhdao', 'bcsdbnv.lanhdao'])
    await sql`
      with post as (
        insert into post (body_id, reach_id, title, duties, valid)
        select post.body_id, post.body_id, 'Quản trị', array['administrator'], post.valid from post join holding on holding.post_id = post.id join person on person.id = holding.person_id
        where person.username = ${username} returning id, valid
      ) insert into holding (post_id, person_id, valid) select post.id, person.id, post.valid from post, person where person.username = ${username}`.execute(
      house.db,
    )
}

/** Plans of a province's districts and communes in several states, and one ordered for the secret directive. */
async function addPlans(house: TestHouse): Promise<void> {
  const [province, appraiser, district] = await Promise.all(
    ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien'].map((name) => house.visit(name)),
  )
  if (!province || !appraiser || !district) throw new Error('somebody is missing')
  await forgetPlans(house.db)
  await orderPlans(province)
  const secret = await house.db.selectFrom('directive').select('id').where('secrecy', '=', 'secret').executeTakeFirstOrThrow()
  const part = { level: 'district' as const, dueOn: '2013-12-20', approver: 'ordering' as const }
  const laid = await province.ask(orders.createPlanOrder, { directiveId: secret.id as never, title: 'Kế hoạch kín', again: true, parts: [part] })
  assert.equal(laid.plans, 1) // the one district that has a part in it, not all
  for (const { id } of (await district.ask(plans.listPlans, { bodyId: (await district.ask(people.getMe, {})).person?.acting?.bodyId as never }))
    .rows) {
    await step(district, id, 'start')
    await step(district, id, 'submit')
    await step(appraiser, id, 'approve')
  }
}
