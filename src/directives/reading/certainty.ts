import type { Certainty, Mention, MentionRole, ReadTask, Why } from './reading.ts'

const WHERE: Record<Mention['from'], [Certainty['sure'], Why]> = {
  label: ['high', { vi: 'Ghi ở dòng hoặc cột riêng', en: 'Stands in a line or column of its own' }],
  point: ['high', { vi: 'Ghi trong chính câu này', en: 'Stands in this sentence' }],
  heading: ['middle', { vi: 'Lấy từ đề mục phía trên', en: 'Comes from the heading above' }],
  introduction: ['middle', { vi: 'Lấy từ câu dẫn phía trên', en: 'Comes from the introduction above' }],
}
const OVER: Why = { vi: 'Lấy từ câu dẫn hoặc dòng riêng', en: 'Comes from the introduction or a line of its own' }
const NO_LEAD: Why = {
  vi: 'Không có cơ quan nào được nêu trong câu này và ở các mục trên.',
  en: 'No body is named in this sentence or in the headings over it.',
}
const NO_DATE: Why = { vi: 'Không thấy câu chữ nào về thời hạn.', en: 'No words about a deadline are found.' }

const ORDER: Certainty['sure'][] = ['high', 'middle', 'low']

/** Where something stands, and its words. */
const seen = ({ vi, en }: Why, names: readonly string[]): Why => {
  const quoted = [...new Set(names)].slice(0, 3).map((name) => `“${name}”`)
  return { vi: `${vi}: ${quoted.join(', ')}.`, en: `${en}: ${quoted.join(', ')}.` }
}

/** What a field of bodies rests on: the least sure of its mentions tells. */
function ofBodies(task: ReadTask, field: 'lead' | 'coordinate' | 'submitTo', role: MentionRole): Certainty | null {
  const mentions = task.mentions.filter((m) => m.role === role)
  const worst = [...mentions].sort((a, b) => ORDER.indexOf(WHERE[b.from][0]) - ORDER.indexOf(WHERE[a.from][0]))[0]
  if (!worst) return field === 'lead' ? { field, sure: 'low', why: NO_LEAD, span: null } : null
  const [sure, where] = WHERE[worst.from]
  const names = mentions.filter((m) => m.from === worst.from).map((m) => m.name)
  return { field, sure: worst.span === null ? 'low' : sure, why: seen(where, names), span: worst.span }
}

function ofDates(task: ReadTask): Certainty {
  const dated = task.milestones.filter((m) => m.due !== null)
  const guessed = dated.find((m) => !/\d{4}/.test(m.worded))
  const open = task.milestones.find((m) => m.due === null && m.kind !== 'recurring' && m.kind !== 'horizon')
  if (guessed) {
    const why = {
      vi: `“${guessed.worded}” không ghi năm; năm lấy theo văn bản.`,
      en: `“${guessed.worded}” tells no year; that of the document is taken.`,
    }
    return { field: 'due', sure: 'middle', why, span: guessed.span }
  }
  if (open) {
    const why = { vi: `“${open.worded}” không tính được thành ngày.`, en: `From “${open.worded}” no day can be told.` }
    return { field: 'due', sure: 'low', why, span: open.span }
  }
  // what comes back, or bounds a duty, is a time as well, though no day
  const told = dated.length > 0 ? dated : task.milestones
  const first = told[0]
  if (!first) return { field: 'due', sure: 'high', why: NO_DATE, span: null }
  const [sure, where] = first.from === 'introduction' ? (['middle', OVER] as const) : WHERE[first.from]
  const worded = told.map((m) => m.worded)
  return { field: 'due', sure, why: seen(where, worded), span: first.span }
}

/** How sure each field of a task is, and the words it rests on. */
export function certaintyOf(task: ReadTask): Certainty[] {
  return [ofBodies(task, 'lead', 'lead'), ofBodies(task, 'coordinate', 'coordinate'), ofBodies(task, 'submitTo', 'submit-to'), ofDates(task)].filter(
    (c) => c !== null,
  )
}
