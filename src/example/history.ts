import { endpoints as directives } from '../directives/contract.ts'
import type { Database } from '../kernel/database.ts'
import type { Files } from '../kernel/files.ts'
import type { Office, Person } from '../kernel/serve.ts'
import { type ObligationLine, endpoints as tasks } from '../tasks/contract.ts'
import { actingAs, at, keepEvidence } from './acting.ts'
import { sendProvincialPlan, studyProvincialPlan } from './dissemination.ts'
import { readExample } from './table.ts'

type Happening = {
  day: string
  event: 'accept' | 'return' | 'progress' | 'report' | 'verify' | 'send-back'
  text: string
  percent?: number
  evidence?: string
}

/** How a body goes about what lies on it, as days and words; a course is a sequence of steps. */
type Course = (body: string) => Happening[]

const punctual =
  (accepted: string, reported: string, verified: string, what: string): Course =>
  (body) => [
    { day: accepted, event: 'accept', text: '' },
    { day: reported, event: 'report', text: `${body} đã ${what}; gửi kèm báo cáo.`, evidence: `Báo cáo của ${body}: đã ${what}.` },
    { day: verified, event: 'verify', text: 'Đủ nội dung theo yêu cầu.' },
  ]
const waiting =
  (accepted: string, reported: string, what: string): Course =>
  (body) =>
    punctual(accepted, reported, reported, what)(body).slice(0, 2)
const underWay =
  (accepted: string, day: string, percent: number, text: string): Course =>
  () => [
    { day: accepted, event: 'accept', text: '' },
    { day, event: 'progress', text, percent },
  ]
const mended =
  (what: string, lack: string): Course =>
  (body) => [
    { day: '2013-08-27', event: 'accept', text: '' },
    { day: '2013-10-10', event: 'report', text: `${body} đã ${what}.`, evidence: `Báo cáo của ${body}.` },
    { day: '2013-10-16', event: 'send-back', text: lack },
  ]
const refused =
  (why: string): Course =>
  () => [{ day: '2013-09-04', event: 'return', text: why }]
const silent: Course = () => []

const spread = 'phổ biến, quán triệt Kết luận đến từng chi bộ'
const planned = 'ban hành kế hoạch cụ thể thực hiện Kết luận'
const reviewed = 'rà soát chức năng, nhiệm vụ, biên chế các cơ quan, đơn vị trực thuộc'

/** For each task of the province's plan in order, the courses its bodies take in turn. */
const courses: Course[][] = [
  [punctual('2013-08-23', '2013-09-26', '2013-09-30', 'tổ chức hội nghị cán bộ chủ chốt của tỉnh, 412 trên 430 đồng chí dự')],
  [punctual('2013-08-23', '2013-09-20', '2013-09-24', 'ban hành hướng dẫn tuyên truyền')],
  [underWay('2013-08-26', '2013-11-08', 70, 'Đã rà soát 21 trên 30 cơ quan; còn khối đoàn thể cấp tỉnh chưa gửi đủ số liệu.')],
  [underWay('2013-08-26', '2013-11-11', 50, 'Đã có dự thảo quy định, đang lấy ý kiến các huyện ủy, thị ủy, thành ủy.')],
  [underWay('2013-08-29', '2013-11-05', 30, 'Đã thành lập tổ soạn thảo đề án.')],
  [
    punctual('2013-08-26', '2013-09-30', '2013-10-04', planned),
    punctual('2013-08-27', '2013-10-08', '2013-10-11', planned),
    punctual('2013-08-28', '2013-10-14', '2013-10-17', planned),
    mended(planned, 'Kế hoạch chưa nêu thời hạn và cơ quan chủ trì từng việc; đề nghị bổ sung.'),
    punctual('2013-09-10', '2013-10-22', '2013-10-28', planned),
    waiting('2013-09-12', '2013-11-13', planned),
    silent,
    punctual('2013-08-26', '2013-10-10', '2013-10-14', planned),
  ],
  [
    punctual('2013-08-26', '2013-11-06', '2013-11-11', reviewed),
    underWay('2013-08-27', '2013-11-12', 80, 'Đã rà soát 11 trên 14 cơ quan, đơn vị.'),
    waiting('2013-08-28', '2013-11-14', reviewed),
    underWay('2013-08-29', '2013-11-07', 40, 'Đã rà soát 6 trên 15 cơ quan, đơn vị.'),
    refused('Đề nghị lùi thời hạn: đơn vị vừa tách bộ phận, chưa bàn giao xong hồ sơ biên chế.'),
    underWay('2013-09-12', '2013-10-30', 20, 'Đang tổng hợp số liệu biên chế có mặt.'),
    silent,
    underWay('2013-08-26', '2013-11-13', 90, 'Còn chờ ý kiến của một đơn vị.'),
  ],
  [
    punctual('2013-08-28', '2013-09-27', '2013-10-03', spread),
    punctual('2013-08-29', '2013-10-15', '2013-10-18', spread),
    punctual('2013-08-30', '2013-10-29', '2013-11-04', spread),
    punctual('2013-09-05', '2013-11-06', '2013-11-08', spread),
    waiting('2013-09-06', '2013-10-31', spread),
    underWay('2013-09-09', '2013-10-25', 60, 'Đã quán triệt đến 9 trên 15 chi bộ.'),
    silent,
  ],
  [underWay('2013-08-26', '2013-10-02', 25, 'Đã gửi báo cáo quý III.')],
  [underWay('2013-08-28', '2013-11-04', 10, 'Đã ban hành kế hoạch kiểm tra 4 huyện.')],
]

/** The province's own plan, read, issued on 22-8-2013 and sent out; gives its id. */
export async function issueProvincialPlan(db: Database, office: Office): Promise<string> {
  const clerk = await actingAs(db, 'tubacninh.chuyenvien')
  const { directiveId } = await office.answer(
    directives.readDirective,
    clerk,
    { text: await readExample('ke-hoach-bac-ninh.txt') },
    at('2013-08-21T09:00'),
  )
  const { version } = await office.answer(directives.openDirective, clerk, { directiveId }, at('2013-08-21T09:05'))
  await office.answer(directives.issueDirective, clerk, { directiveId, version }, at('2013-08-22T08:00'))
  await sendProvincialPlan(office, clerk, directiveId)
  return directiveId
}

/** What became of its tasks, and of it, until November: what a board looks like after three months. */
export async function carryOutProvincialPlan(db: Database, office: Office, files: Files, id: string): Promise<void> {
  const directiveId = id as never
  const clerk = await actingAs(db, 'tubacninh.chuyenvien')
  const appraiser = await actingAs(db, 'tubacninh.thamdinh')
  const laid = await office.answer(tasks.listTasks, clerk, { directiveId }, at('2013-08-22T08:01'))
  for (const [i, task] of laid.entries()) {
    const { rows } = await office.answer(tasks.listObligations, clerk, { directiveId, taskId: task.id as never, limit: 500 }, at('2013-08-22T08:02'))
    const inTurn = [...rows].sort((one, other) => one.bodyName.localeCompare(other.bodyName, 'vi'))
    for (const [j, obligation] of inTurn.entries()) {
      const taken = courses[i] ?? []
      const course = taken[j % taken.length]
      if (course) await live({ db, office, files, appraiser }, obligation, course(obligation.bodyName), j)
    }
  }
  await studyProvincialPlan({ db, office, files }, clerk, directiveId)
}

type House = { db: Database; office: Office; files: Files; appraiser: Person }

async function live({ db, office, files, appraiser }: House, obligation: ObligationLine, happenings: Happening[], turn: number): Promise<void> {
  if (happenings.length === 0) return
  const clerk = await actingAs(db, null, obligation.bodyName)
  let version = 1
  for (const { day, event, text, percent, evidence } of happenings) {
    const doer = event === 'verify' || event === 'send-back' ? appraiser : clerk
    const moment = at(`${day}T${String(8 + (turn % 8)).padStart(2, '0')}:${String((turn * 7) % 60).padStart(2, '0')}`)
    const fileIds = evidence ? [await keepEvidence(db, files, clerk.personId, `bao-cao-${turn + 1}.txt`, evidence)] : []
    const input = { obligationId: obligation.id as never, version, event, text, percent: percent ?? null, fileIds }
    version = (await office.answer(tasks.takeStep, doer, input, moment)).version
  }
}
