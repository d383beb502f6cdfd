import type { Milestone } from '../reading.ts'
import type { Role } from '../roles/roles.ts'
import { fold, type Passage, spanOf } from '../words/plaintext.ts'
import { type Dating, type Deadline, deadlinesIn, occasionsIn } from './deadlines.ts'

const STARTS = /^(?:và|đồng thời|,|;|\(|\)|-|–|\s)+/

/** What has to have happened by a deadline: the words of its clause before it. */
function whatBefore(text: string, low: string, from: number, floor: number, helpers: readonly Role[]): { what: string | null; start: number } {
  const base = Math.max(floor, from - 240)
  const before = low.slice(base, from)
  let start = floor
  for (const mark of ['(', ';', '. ', ': ']) {
    const at = before.lastIndexOf(mark)
    if (mark === '(' && at >= 0 && before.indexOf(')', at) > 0) continue
    if (at >= 0) start = Math.max(start, base + at + mark.length)
  }
  const last = before.lastIndexOf(', ')
  const comma = last < 0 ? 0 : base + last + 2
  const wide = start
  // A comma inside a bracket that is already closed parts nothing.
  const inBracket = last >= 0 && /^[^(]*\)/.test(before.slice(last))
  if (comma > start && comma < from - 3 && !inBracket) start = comma
  // Bodies that help, closing the list the comma stands in, are not what has to have happened.
  for (const { body } of helpers) if (body.from >= start && body.to < from && /^(?:và |các |\s)*$/.test(low.slice(start, body.from))) start = body.to
  const what = text
    .slice(start, from)
    .replace(STARTS, '')
    .replace(/(?<![\s,(])[\s,(]+$/, '')
    .trim()
  return { what: what === '' || what.length > 200 ? null : what, start: wide }
}

const PLANNED = /dự kiến(?: vào)?(?: ngày)? $/
const LATEST = /^\s?\((?:chậm nhất|muộn nhất|không quá|trước)(?!\p{L})/u

/** The milestones of a passage, from a place on; in a label or cell all of it is about time. */
export function milestonesOf(words: Passage, from: number, roles: readonly Role[], dating: Dating, label = false): Milestone[] {
  const { text } = words
  const low = fold(text)
  const dated = deadlinesIn(low, dating, label)
  // An occasion that lies inside a dated wording ("định kỳ trước ngày 15 hằng tháng") is told by it.
  const kept: Deadline[] = []
  let d = 0
  for (const o of occasionsIn(low)) {
    while (d < dated.length && (dated[d] as Deadline).to + 12 < o.from) d++
    const near = dated[d]
    if (near && o.kind === 'recurring' && near.kind === 'recurring' && o.from <= near.to + 12 && o.to >= near.from - 40) continue
    if (near && o.from < near.to && o.to > near.from && near.due !== null) continue
    kept.push(o)
  }
  const all = [...dated, ...kept]
    .filter((m) => m.from >= from || m.to > from)
    .sort((a, b) => a.from - b.from)
    // "Dự kiến ngày 05/12/2025 (chậm nhất ngày 10/12/2025)": the day in the bracket is the last one
    .filter((m, i, those) => !(PLANNED.test(low.slice(Math.max(0, m.from - 14), m.from)) && LATEST.test(low.slice(m.to, those[i + 1]?.to ?? m.to))))
  const received = roles.filter((r) => r.role === 'submit-to').sort((a, b) => a.body.from - b.body.from)
  const helpers = roles.filter((r) => r.role === 'coordinate')
  let floor = from
  let next = 0
  return all.map((m) => {
    const { what, start } = label ? { what: null, start: 0 } : whatBefore(text, low, m.from, floor, helpers)
    const submitTo: string[] = []
    for (; next < received.length && (received[next] as Role).body.to <= m.to; next++) {
      const { body } = received[next] as Role
      if (body.from >= start) submitTo.push(body.name)
    }
    floor = m.to
    return {
      worded: text.slice(m.from, m.to).replace(/^(?:và\s|[,\s:])+|(?<![,\s:])[,\s:]+$/g, ''),
      due: m.due,
      kind: m.kind,
      what,
      submitTo: [...new Set(submitTo)],
      span: spanOf(words, m.from, m.to),
      from: label ? 'label' : 'point',
    }
  })
}
