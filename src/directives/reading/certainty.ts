import type { Certainty, Mention, MentionRole, ReadTask } from './reading.ts'

const WHERE: Record<Mention['from'], [Certainty['sure'], string]> = {
  label: ['high', 'Ghi ở dòng hoặc cột riêng'],
  point: ['high', 'Ghi trong chính câu này'],
  heading: ['middle', 'Lấy từ đề mục phía trên'],
  introduction: ['middle', 'Lấy từ câu dẫn phía trên'],
}

const ORDER: Certainty['sure'][] = ['high', 'middle', 'low']

const quoted = (names: readonly string[]): string => `“${[...new Set(names)].slice(0, 3).join('”, “')}”`

/** What a field of bodies rests on: the least sure of its mentions tells. */
function ofBodies(task: ReadTask, field: 'lead' | 'coordinate' | 'submitTo', role: MentionRole): Certainty | null {
  const mentions = task.mentions.filter((m) => m.role === role)
  const worst = [...mentions].sort((a, b) => ORDER.indexOf(WHERE[b.from][0]) - ORDER.indexOf(WHERE[a.from][0]))[0]
  if (!worst)
    return field === 'lead' ? { field, sure: 'low', why: 'Không có cơ quan nào được nêu trong câu này và ở các mục trên.', span: null } : null
  const [sure, where] = WHERE[worst.from]
  const names = mentions.filter((m) => m.from === worst.from).map((m) => m.name)
  return { field, sure: worst.span === null ? 'low' : sure, why: `${where}: ${quoted(names)}.`, span: worst.span }
}

function ofDates(task: ReadTask): Certainty {
  const dated = task.milestones.filter((m) => m.due !== null)
  const guessed = dated.find((m) => !/\d{4}/.test(m.worded))
  const open = task.milestones.find((m) => m.due === null && m.kind !== 'recurring' && m.kind !== 'horizon')
  if (guessed) return { field: 'due', sure: 'middle', why: `“${guessed.worded}” không ghi năm; năm lấy theo văn bản.`, span: guessed.span }
  if (open) return { field: 'due', sure: 'low', why: `“${open.worded}” không tính được thành ngày.`, span: open.span }
  const first = dated[0]
  if (!first) return { field: 'due', sure: 'high', why: 'Không thấy câu chữ nào về thời hạn.', span: null }
  const over = first.span[0] < task.span[0] || first.span[1] > task.span[1]
  return {
    field: 'due',
    sure: over ? 'middle' : 'high',
    why: `${over ? 'Lấy từ câu dẫn hoặc dòng riêng' : 'Ghi trong chính câu này'}: ${quoted(dated.map((m) => m.worded))}.`,
    span: first.span,
  }
}

/** How sure each field of a task is, and the words it rests on. */
export function certaintyOf(task: ReadTask): Certainty[] {
  return [ofBodies(task, 'lead', 'lead'), ofBodies(task, 'coordinate', 'coordinate'), ofBodies(task, 'submitTo', 'submit-to'), ofDates(task)].filter(
    (c) => c !== null,
  )
}
