import type { Doubt, ReadTask } from './reading.ts'

/** What a clerk should look at again in a task, in sentences a clerk can read. */
export function doubtsOf(task: ReadTask): Doubt[] {
  const doubts: Doubt[] = []
  const say = (field: string, why: string) => doubts.push({ field, why })
  if (task.lead.length === 0) say('lead', 'Không thấy cơ quan nào được giao chủ trì, trong câu này cũng như ở các mục trên.')
  const general = task.lead.filter((name) => /^(?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức)(?: liên quan|, .*liên quan)?$/i.test(name))
  if (general.length > 0) say('lead', `“${general.join('”, “')}” là cách gọi chung, cần chỉ rõ là những cơ quan nào.`)
  if (task.lead.length > 0 && task.mentions.every((m) => m.role !== 'lead' || m.from === 'introduction'))
    say('lead', 'Cơ quan chủ trì lấy từ câu dẫn phía trên, không ghi trong câu này.')
  for (const m of task.milestones) {
    if (m.due !== null && !/\d{4}/.test(m.worded)) say('due', `Mốc “${m.worded}” không ghi năm; được hiểu là năm ${m.due.slice(0, 4)}.`)
    if (m.kind === 'vague') say('due', `“${m.worded}” không nêu ngày cụ thể.`)
    if (m.kind === 'event') say('due', `Mốc phụ thuộc vào sự kiện “${m.worded}”, chưa tính được ngày.`)
  }
  const both = task.lead.filter((name) => task.coordinate.includes(name))
  if (both.length > 0) say('coordinate', `“${both.join('”, “')}” vừa chủ trì vừa phối hợp.`)
  return doubts
}
