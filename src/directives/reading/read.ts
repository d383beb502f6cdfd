import { bodiesOf } from './bodies/bodyLists.ts'
import { namesLearntFrom } from './bodies/learnt.ts'
import { knowing } from './bodies/ownNames.ts'
import { doubtsOfWhole } from './doubts.ts'
import { factsOf, lendingYear } from './head/facts.ts'
import { headOf } from './head/letterhead.ts'
import { linesOf } from './layout/lines.ts'
import { type Node, nodesOf, outlineOf } from './layout/outline.ts'
import { piecesOf } from './layout/pieces.ts'
import type { DocumentFacts, Provision, Reading, ReadTask, Span } from './reading.ts'
import type { Setting } from './roles/inheritance.ts'
import { tasksInStretch } from './stretch.ts'
import { tasksIn } from './tasks.ts'
import type { Dating } from './time/deadlines.ts'
import { spellingOf } from './words/letterCase.ts'
import { plaintext } from './words/plaintext.ts'

/** Reads a directive: what it is, its provisions with their addresses, and its tasks. Takes any text; what is no string is a `TypeError`. */
export function readDirective(raw: string): Reading {
  if (typeof raw !== 'string')
    throw new TypeError(`readDirective takes the text of a document as a string, not ${raw === null ? 'null' : typeof raw}`)
  return readWith(plaintext(raw), {}, tasksIn)
}

/** What somebody knows of a document better than its words tell. */
export type Known = { date?: string | null; issuer?: string | null }

/** Reads a stretch of a text that was read before (`Reading.text`): the orders that stand in it, with the document around it. Never throws. */
export const readStretch = (text: string, stretch: Span, known: Known): Reading =>
  readWith(text, known, (root, setting) => tasksInStretch(root, setting, text, stretch))

function readWith(text: string, known: Known, tasksOf: (root: Node, setting: Setting) => ReadTask[]): Reading {
  const { blocks, pieces, ending } = piecesOf(linesOf(text), headOf, text)
  const head = headOf(blocks, text)
  const root = outlineOf(text, pieces)
  const read = factsOf(head, root, ending, text)
  const document: DocumentFacts = { ...read, date: known.date ?? read.date, issuer: known.issuer || read.issuer }
  const dating: Dating = { date: document.date, year: lendingYear(document, text) }
  const decides = document.kind === null || /^(?:Quyết định|Nghị quyết|Thông báo|Công văn|Quy định|Quy chế)/.test(document.kind)
  const praises = document.kind === null || !/^(?:Kế hoạch|Chương trình|Đề án|Phương án|Hướng dẫn|Chỉ thị|Dự án)/.test(document.kind)
  const addressees = document.kind === 'Công văn' ? head.addressees.flatMap((a) => bodiesOf(a).map((b) => ({ name: b.name }))) : []
  const own = document.abbreviations.map(({ short }) => short)
  const tasks = knowing(own, namesLearntFrom(text), () =>
    tasksOf(root, { dating, decides, praises, addressees, issuer: document.issuer, spelling: spellingOf(text) }),
  )
  const provisions = nodesOf(root).map(
    (n): Provision => ({
      address: n.address,
      parent: n.parent && n.parent.address !== '' ? n.parent.address : null,
      label: n.label,
      kind: n.kind,
      text: n.words.text,
      span: n.span,
    }),
  )
  return { text, document, provisions, tasks, doubts: doubtsOfWhole({ text, provisions, tasks }, false) }
}
