import { endpoints as directives } from '../src/directives/contract.ts'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import type { TestHouse, Visitor } from './kit.ts'

/** The draft of the plan in the example. */
export async function findPlan(visitor: Visitor): Promise<string> {
  const { rows } = await visitor.ask(directives.listDirectives, { words: 'kế hoạch thực hiện kết luận hội nghị', limit: 10 })
  const plan =
    rows.find((row) => row.issuerName === 'Bộ Chính trị') ??
    (await visitor.ask(directives.listDirectives, {})).rows.find((row) => row.issuerName === 'Bộ Chính trị')
  if (!plan) throw new Error('the plan is not in the example')
  return plan.id
}

/** Gives III.1 a lead, the one thing to fix, and issues the plan; answers with its id. */
export async function issuePlan(house: TestHouse): Promise<string> {
  const clerk = await house.visit('btctw.chuyenvien')
  const directiveId = (await findPlan(clerk)) as never
  const lacking = (await clerk.ask(tasks.previewIssue, { directiveId })).withoutLead
  const all = await clerk.ask(tasks.listTasks, { directiveId })
  const [body] = await clerk.ask(organisations.searchBodies, { words: 'Văn phòng Trung ương Đảng' })
  for (const { taskId } of lacking) {
    const task = all.find((one) => one.id === taskId)
    if (!task || !body) throw new Error('nothing to fix')
    const roles = [
      ...task.roles.map(({ role, named, bodyId, classId, settled }) => ({ role, named, bodyId, classId, settled })),
      { role: 'lead' as const, named: body.name, bodyId: body.id, classId: null },
    ]
    await clerk.ask(tasks.editTask, { ...task, taskId: task.id as never, roles: roles as never, milestones: task.milestones })
  }
  const { version } = await clerk.ask(directives.openDirective, { directiveId })
  await clerk.ask(directives.issueDirective, { directiveId, version })
  return directiveId
}

/** The obligation of a body for the task that begins with some words. */
export async function findObligation(visitor: Visitor, directiveId: string, bodyName: string, words: string) {
  const { rows } = await visitor.ask(tasks.listObligations, { directiveId: directiveId as never, words: `${words} ${bodyName}`, limit: 100 })
  const found = rows.find((row) => row.bodyName === bodyName && row.text.startsWith(words))
  if (!found) throw new Error(`${bodyName} has no obligation «${words}…»`)
  return found
}

type Step = {
  event: 'accept' | 'return' | 'progress' | 'report' | 'verify' | 'send-back' | 'take-back'
  text?: string
  percent?: number
  file?: string
  milestoneIds?: string[]
}

/** Takes steps on an obligation, one after the other. */
export async function take(visitor: Visitor, obligationId: string, ...steps: Step[]): Promise<void> {
  for (const { event, text = '', percent, file, milestoneIds = [] } of steps) {
    const { version } = await visitor.ask(tasks.openObligation, { obligationId: obligationId as never })
    const fileIds = file ? [(await visitor.upload(file, `Nội dung của ${file}`)).body.id] : []
    await visitor.ask(tasks.takeStep, {
      obligationId: obligationId as never,
      version,
      event,
      text,
      fileIds,
      milestoneIds: milestoneIds as never,
      percent: percent ?? null,
    })
  }
}

const proposal = 'Xây dựng đề án điều chỉnh'
const review = 'Rà soát, điều chỉnh số lượng'

/** The plan issued and under way: accepted, reported, returned, sent back and verified by those whose part it is. */
export async function playPlan(house: TestHouse): Promise<string> {
  const directiveId = await issuePlan(house)
  const [province, city, government, appraiser] = await Promise.all(
    ['tubacninh.chuyenvien', 'tudanang.chuyenvien', 'bcsdcp.chuyenvien', 'btctw.thamdinh'].map((name) => house.visit(name)),
  )
  if (!province || !city || !government || !appraiser) throw new Error('somebody is missing')
  const first = await findObligation(province, directiveId, 'Tỉnh ủy Bắc Ninh', proposal)
  await take(
    province,
    first.id,
    { event: 'accept' },
    { event: 'progress', text: 'Đã thành lập tổ soạn thảo đề án, phân công 6 đồng chí.', percent: 30, file: 'quyet-dinh-to-soan-thao.txt' },
  )
  await take(province, first.id, { event: 'report', text: 'Đã ban hành đề án, gửi kèm đề án và tờ trình.', file: 'de-an.txt' })
  await take(appraiser, first.id, { event: 'verify', text: 'Đủ nội dung theo yêu cầu của Kế hoạch.' })
  const second = await findObligation(city, directiveId, 'Thành ủy Đà Nẵng', proposal)
  await take(city, second.id, { event: 'accept' }, { event: 'report', text: 'Đã xây dựng đề án.', file: 'de-an-da-nang.txt' })
  await take(appraiser, second.id, {
    event: 'send-back',
    text: 'Đề án chưa có phần mối quan hệ công tác của các cơ quan trực thuộc; đề nghị bổ sung.',
  })
  const third = await findObligation(city, directiveId, 'Thành ủy Đà Nẵng', review)
  await take(city, third.id, { event: 'accept' }, { event: 'progress', text: 'Đã rà soát 18 trên 25 cơ quan.', percent: 70 })
  const fourth = await findObligation(province, directiveId, 'Tỉnh ủy Bắc Ninh', review)
  await take(
    province,
    fourth.id,
    { event: 'accept' },
    { event: 'report', text: 'Đã rà soát xong, biên chế không tăng.', file: 'bao-cao-bien-che.txt' },
  )
  const fifth = await findObligation(government, directiveId, 'Ban cán sự đảng Chính phủ', 'Chủ trì nghiên cứu việc thành lập')
  await take(government, fifth.id, { event: 'return', text: 'Nội dung thuộc thẩm quyền nhiều cơ quan; đề nghị làm rõ cơ quan phối hợp.' })
  return directiveId
}
