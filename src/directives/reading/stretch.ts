import { certaintyOf } from './certainty.ts'
import { doubtsOf } from './doubts.ts'
import { blocksOf, linesOf } from './layout/lines.ts'
import { labelOf } from './layout/numbering.ts'
import { type Node, nodesOf, outlineOf } from './layout/outline.ts'
import { isContent } from './orders/content.ts'
import { isTask } from './orders/provisions.ts'
import type { Mention, ReadTask, Span } from './reading.ts'
import type { Reader, Setting } from './roles/inheritance.ts'
import { rolesIn } from './roles/roles.ts'
import { readerOf, readTask } from './tasks.ts'
import { cut, fold, type Passage, spanOf } from './words/plaintext.ts'

/**
 * The orders in a stretch of a document that somebody points to, each with what the words over it and before it lend. Where no order is recognised there, what stands there is taken for
 * one all the same: who points to it knows better.
 */
export function tasksInStretch(root: Node, setting: Setting, text: string, [from, to]: Span): ReadTask[] {
  const known = ordersIn(readerOf(root, setting), nodesOf(root), [from, to])
  if (known.length > 0) return known
  // Letterhead, recipients and forms are no provisions: their words are read by themselves, where they stand.
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const alone = blank(text.slice(0, from)) + text.slice(from, to)
  const own = outlineOf(
    alone,
    blocksOf(linesOf(alone)).map((block) => ({ block })),
  )
  return ordersIn(readerOf(own, setting), nodesOf(own), [from, to]).map((task) => ({ ...task, address: '' }))
}

/** Fewer letters of a provision were taken with the mouse by mistake. */
const least = 3

function ordersIn(r: Reader, nodes: readonly Node[], [from, to]: Span): ReadTask[] {
  const touched = nodes.flatMap((node) => {
    const part = touchedIn(node, from, to)
    return part ? [{ node, part }] : []
  })
  const letters = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '').length
  const meant = touched.filter(({ part }) => touched.length === 1 || letters(part.text) >= least)
  const said = meant.filter(({ node }) => isTask(r, node))
  const orders = said.filter(({ node }) => !said.some((over) => isUnder(node, over.node) && isContent(r, over.node)))
  const taken = orders.length > 0 ? orders : meant.filter(({ node }) => !r.lines.has(node) && !meant.some((one) => isUnder(one.node, node)))
  return taken.map(({ node, part }) => readPart(r, node, part))
}

const isUnder = (node: Node, over: Node): boolean => {
  for (let n = node.parent; n; n = n.parent) if (n === over) return true
  return false
}

/** The words of a provision that lie in a stretch; of a row of a table all, whichever cell was touched. */
function touchedIn(node: Node, from: number, to: number): Passage | null {
  const { words, span } = node
  if (node.family === 'row') return span[0] < to && span[1] > from && words.text !== '' ? words : null
  const first = words.at.findIndex((at) => at >= from)
  const end = words.at.findLastIndex((at) => at < to) + 1
  const part = first < 0 || end <= first ? null : cut(words, first, end)
  return part?.text ? part : null
}

/** Reads a part of a provision as if it stood alone, with what the words before it in the provision say of who acts. */
function readPart(r: Reader, node: Node, part: Passage): ReadTask {
  const whole = { words: node.words, low: node.low }
  if (part.text === whole.words.text) return readTask(r, node)
  const begin = part.at[0] as number
  const label = begin > (whole.words.at[0] as number) ? labelOf(part.text) : null
  const words = label ? cut(part, label.length, part.text.length) : part
  const read = (some: typeof whole) => {
    Object.assign(node, some)
    r.roles.delete(node)
  }
  read({ words, low: fold(words.text) })
  const task = readTask(r, node)
  read(whole)
  const own = task.mentions.some((m) => m.role === 'lead' && (m.from === 'point' || m.from === 'label'))
  const before = own ? [] : leadsBefore(whole.words, begin)
  return before.length > 0 ? ledBy(task, before) : task
}

/** Who leads in the words before a place: the last body, and those in a list with it. */
function leadsBefore(words: Passage, begin: number): Mention[] {
  const end = words.at.findIndex((at) => at >= begin)
  const leads = rolesIn(words).roles.filter((x) => x.role === 'lead' && x.body.to <= end)
  const last = leads.findLastIndex(({ body }, i) => !/^(?:[\s,;]|và)*$/u.test(words.text.slice(leads[i - 1]?.body.to ?? 0, body.from)))
  return leads
    .slice(Math.max(0, last))
    .map(({ body }): Mention => ({ role: 'lead', name: body.name, span: spanOf(words, body.from, body.to), from: 'introduction' }))
}

function ledBy(task: ReadTask, leads: readonly Mention[]): ReadTask {
  const mentions = [...leads, ...task.mentions.filter(({ role }) => role !== 'lead')]
  const led: ReadTask = { ...task, lead: [...new Set(leads.map(({ name }) => name))], mentions }
  return { ...led, certainty: certaintyOf(led), doubts: doubtsOf(led) }
}
