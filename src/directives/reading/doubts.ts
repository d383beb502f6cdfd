import { fill } from '../../kernel/words.ts'
import { lacksTasks } from '../rules.ts'
import { words } from '../words.ts'
import type { Doubt, Reading, ReadTask } from './reading.ts'

/** What a clerk should look at again in a task, in sentences a clerk can read. */
export function doubtsOf(task: ReadTask): Doubt[] {
  const doubts: Doubt[] = []
  const say = (field: string, vi: string, en: string) => doubts.push({ field, why: { vi, en } })
  if (task.lead.length === 0)
    say(
      'lead',
      'Không thấy cơ quan nào được giao chủ trì, trong câu này cũng như ở các mục trên.',
      'No body is found that is to lead, neither in this sentence nor in the headings over it.',
    )
  const general = quoted(task.lead.filter((name) => /^(?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức)(?: liên quan|, .*liên quan)?$/i.test(name)))
  if (general)
    say(
      'lead',
      `${general} là cách gọi chung, cần chỉ rõ là những cơ quan nào.`,
      `${general} names nobody in particular; say which bodies are meant.`,
    )
  if (task.lead.length > 0 && task.mentions.every((m) => m.role !== 'lead' || m.from === 'introduction'))
    say(
      'lead',
      'Cơ quan chủ trì lấy từ câu dẫn phía trên, không ghi trong câu này.',
      'Who leads comes from the introduction above; this sentence does not say.',
    )
  for (const m of task.milestones) {
    const worded = `“${m.worded}”`
    const year = m.due?.slice(0, 4)
    if (year && !/\d{4}/.test(m.worded))
      say('due', `Mốc ${worded} không ghi năm; được hiểu là năm ${year}.`, `${worded} tells no year; ${year} is taken.`)
    if (m.kind === 'vague') say('due', `${worded} không nêu ngày cụ thể.`, `${worded} tells no day.`)
    if (m.kind === 'event')
      say('due', `Mốc phụ thuộc vào sự kiện ${worded}, chưa tính được ngày.`, `It depends on ${worded}; no day can be told yet.`)
  }
  const both = quoted(task.lead.filter((name) => task.coordinate.includes(name)))
  if (both) say('coordinate', `${both} vừa chủ trì vừa phối hợp.`, `${both} both leads and coordinates.`)
  return doubts
}

/** What a clerk should look at again in the document as a whole. */
export function doubtsOfWhole(whole: Pick<Reading, 'text' | 'provisions'> & { tasks: readonly unknown[] }, isRecognised: boolean): Doubt[] {
  if (!lacksTasks(whole, isRecognised)) return []
  return [{ field: 'tasks', why: fill(words[isRecognised ? 'noneFoundInScan' : 'noneFound'], { count: whole.text.length }) }]
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')
