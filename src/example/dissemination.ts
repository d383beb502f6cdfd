import { endpoints } from '../dissemination/contract.ts'
import { endpoints as members } from '../dissemination/members/contract.ts'
import { endpoints as sessions } from '../dissemination/session/contract.ts'
import type { Database } from '../kernel/database.ts'
import type { Files } from '../kernel/files.ts'
import type { Office, Person } from '../kernel/serve.ts'
import { actingAs, at, keepEvidence } from './acting.ts'

/** Sends the province's plan to everybody it names and down to the communes, on the day it was issued. */
export async function sendProvincialPlan(office: Office, clerk: Person, directiveId: string): Promise<void> {
  const id = directiveId as never
  const { recipients } = await office.answer(endpoints.previewDissemination, clerk, { directiveId: id }, at('2013-08-22T08:20'))
  for (const { named, bodies, isArchive } of recipients)
    if (bodies === 0 && !isArchive)
      await office.answer(endpoints.matchRecipient, clerk, { directiveId: id, named, settled: true }, at('2013-08-22T08:25'))
  await office.answer(
    endpoints.startDissemination,
    clerk,
    {
      directiveId: id,
      way: 'at-once',
      downTo: 'commune',
      receiveBy: '2013-09-05',
      studyBy: '2013-10-31',
      note: 'Đề nghị các cấp ủy xác nhận đã tiếp nhận và tổ chức quán triệt đến từng chi bộ.',
    },
    at('2013-08-22T08:30'),
  )
}

type House = { db: Database; office: Office; files: Files }

/** What became of it until November: those without a task of it confirm reception, some late; one refuses; a few stay silent; sessions are held, and most say how many of their members have studied it. */
export async function studyProvincialPlan({ db, office, files }: House, clerk: Person, directiveId: string): Promise<void> {
  const id = directiveId as never
  const list = async (group: 'silent' | 'received') =>
    (await office.answer(endpoints.listReceipts, clerk, { directiveId: id, group, limit: 500 }, at('2013-11-14T08:00'))).rows
  for (const [turn, { id: receiptId, bodyName, level }] of (await list('silent')).entries()) {
    if (level === 'commune' || level === 'district') continue
    const doer = await actingAs(db, null, bodyName)
    const isRefused = bodyName === 'Ban Dân vận Tỉnh ủy Bắc Ninh'
    const text = isRefused ? 'Gửi trùng: đã nhận bản giấy qua Văn phòng Tỉnh ủy, đề nghị không gửi lại.' : ''
    if (!isRefused && turn % 6 === 5) continue
    const day = turn % 4 === 3 ? '2013-09-11' : `2013-08-${23 + (turn % 6)}`
    const step = { receiptId: receiptId as never, version: 1, event: isRefused ? ('refuse' as const) : ('receive' as const), text }
    await office.answer(endpoints.takeReceiptStep, doer, step, at(`${day}T09:${String(10 + (turn % 45))}`))
  }
  await holdSession({ db, office, files }, clerk, id, {
    day: '2013-09-24',
    present: 412,
    invited: 430,
    topic: 'Hội nghị cán bộ chủ chốt của tỉnh học tập Kết luận',
  })
  for (const [turn, { bodyName, level }] of (await list('received')).entries()) {
    if (level === 'province' || (level === 'commune' && turn % 5 > 1)) continue
    const invited = level === 'district' ? 160 + turn * 7 : 40 + ((turn * 13) % 60)
    const present = invited - ((turn * 5) % 17)
    const day = level === 'district' ? `2013-09-${26 + (turn % 4)}` : `2013-10-${10 + (turn % 19)}`
    const topic = level === 'district' ? 'Hội nghị quán triệt Kế hoạch của Tỉnh ủy' : 'Quán triệt Kế hoạch của Tỉnh ủy đến các chi bộ'
    const doer = await actingAs(db, null, bodyName)
    await holdSession({ db, office, files }, doer, id, { day, present, invited, topic })
    if (turn % 4 === 3) continue
    const all = level === 'district' ? 64 + ((turn * 7) % 40) : 150 + ((turn * 37) % 240)
    const told = { directiveId: id, members: all, studied: all - ((turn * 3) % 19) }
    await office.answer(members.sayMembers, doer, told, at(`${day}T16:30`))
  }
}

type Held = { day: string; present: number; invited: number; topic: string }

async function holdSession({ db, office, files }: House, doer: Person, directiveId: never, { day, topic, ...figures }: Held): Promise<void> {
  const minutes = await keepEvidence(
    db,
    files,
    doer.personId,
    'bien-ban-hoi-nghi.txt',
    `Biên bản: ${topic}, ${figures.present} trên ${figures.invited} đồng chí dự.`,
  )
  const facts = { directiveId, heldOn: day, form: 'in-person' as const, ledBy: 'Đồng chí Bí thư', topic, ...figures, minutesIds: [minutes] }
  await office.answer(sessions.holdSession, doer, facts, at(`${day}T16:00`))
}
