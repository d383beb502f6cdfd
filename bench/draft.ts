import { sql } from 'kysely'
import { insertDirective } from '../src/directives/queries.ts'
import type { Database } from '../src/kernel/database.ts'
import { insertTasks, type MilestoneRow, type RoleRow, type TaskRow } from '../src/tasks/queries/drafts.ts'
import { firstOf, usernameOf } from './registry.ts'

export const taskCount = 28

/** A draft of the standing body, ready to be issued: 28 tasks, each led by a class that resolves to all bodies under the root, with milestones, coordinators, and whom to submit to. */
export async function writeDraft(db: Database, today: Temporal.PlainDate): Promise<string> {
  const bodies = await bodiesByNumber(db, [0, firstOf.standing, 10, 11, 12, 13])
  const leads = await classOf(db, 'các cấp ủy, tổ chức đảng', [
    'party-board',
    'inspection-committee',
    'party-affairs-committee',
    'party-delegation',
    'provincial-party-committee',
    'district-party-committee',
    'commune-party-committee',
  ])
  const delegations = await classOf(db, 'các đảng đoàn, ban cán sự đảng', ['party-delegation', 'party-affairs-committee'])
  const tasks = Array.from({ length: taskCount }, (_, i): TaskRow => {
    const role = (role: RoleRow['role'], named: string, bodyId: string | null, classId: string | null = null): RoleRow => ({
      role,
      named,
      bodyId,
      classId,
      settled: false,
      from: null,
      to: null,
    })
    return {
      provisionId: null,
      position: i * 1000,
      address: `II.${1 + Math.floor(i / 7)}.${1 + (i % 7)}`,
      text: `Rà soát chức năng, nhiệm vụ, tổ chức bộ máy của cơ quan, tổ chức, đơn vị theo nội dung thứ ${i + 1} của Kế hoạch; xây dựng đề án sắp xếp, tinh giản, nâng cao hiệu lực, hiệu quả hoạt động, gắn với việc thực hiện nhiệm vụ chính trị được giao; báo cáo kết quả thực hiện theo quy định.`,
      product: `Đề án số ${i + 1}`,
      condition: '',
      isStanding: i % 9 === 8,
      from: null,
      to: null,
      origin: 'hand',
      doubts: [],
      roles: [
        role('lead', 'các cấp ủy, tổ chức đảng', null, leads),
        ...(i % 3 === 0 ? [role('coordinate', 'Ban 10', bodies.get(10) as string), role('coordinate', 'Ban 11', bodies.get(11) as string)] : []),
        ...(i % 5 === 0 ? [role('coordinate', 'các đảng đoàn, ban cán sự đảng', null, delegations)] : []),
        ...(i % 7 === 0 ? [role('advise', 'Ban 12', bodies.get(12) as string)] : []),
        ...(i % 2 === 0 ? [role('submit-to', 'Ban Chấp hành Trung ương', bodies.get(0) as string)] : []),
        ...(i % 4 === 0 ? [role('via', 'Ban 13', bodies.get(13) as string)] : []),
      ],
      milestones: milestonesOf(i, today),
    }
  })
  const directiveId = await insertDirective(db, {
    reading: {
      text: tasks.map((task) => task.text).join('\n'),
      document: {
        kind: 'Kế hoạch',
        number: '07-KH/TW',
        date: today.subtract({ days: 310 }).toString(),
        issuer: null,
        title: null,
        place: null,
        signer: null,
        recipients: [],
        implements: [],
        grounds: [],
        amends: [],
        replaces: [],
        abbreviations: [],
      },
      provisions: [],
      tasks: [],
      doubts: [],
    },
    references: [],
    recognition: null,
    title: 'Kế hoạch thực hiện Kết luận về tổ chức bộ máy của hệ thống chính trị từ Trung ương đến cơ sở',
    issuerName: 'Ban Chấp hành Trung ương',
    issuerId: bodies.get(0) as string,
    secrecy: 'none',
    standingId: bodies.get(firstOf.standing) as string,
    ownerId: bodies.get(firstOf.standing) as string,
    fileId: null,
    at: Temporal.Now.instant().toString(),
  })
  await insertTasks(db, directiveId, tasks)
  return directiveId
}

function milestonesOf(i: number, today: Temporal.PlainDate): MilestoneRow[] {
  const on = (days: number): MilestoneRow => {
    const due = today.add({ days: days + i })
    return {
      worded: `trước ngày ${due.day}-${due.month}-${due.year}`,
      due: due.toString(),
      kind: 'date',
      what: 'báo cáo kết quả',
      from: null,
      to: null,
    }
  }
  const event: MilestoneRow = { worded: 'sau khi có hướng dẫn của Trung ương', due: null, kind: 'event', what: '', from: null, to: null }
  return [[], [on(-60)], [on(-150), on(-20), on(120)], [on(10), event]][i % 4] as MilestoneRow[]
}

async function bodiesByNumber(db: Database, numbers: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ number: number; bodyId: string }>`
    select asked.number, post.body_id from json_to_recordset(${JSON.stringify(numbers.map((number) => ({ number, username: number === firstOf.standing ? 'thuong-truc.van-thu' : usernameOf(number) })))}::json)
      as asked(number int, username text)
    join person using (username) join holding on holding.person_id = person.id join post on post.id = holding.post_id`.execute(db)
  return new Map(rows.map(({ number, bodyId }) => [number, bodyId]))
}

const classOf = (db: Database, name: string, kinds: string[]): Promise<string> =>
  db
    .insertInto('bodyClass')
    .values({ name, kinds })
    .returning('id')
    .executeTakeFirstOrThrow()
    .then(({ id }) => id)
