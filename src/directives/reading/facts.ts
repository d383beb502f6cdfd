import { bodiesAt } from './bodyLists.ts'
import { citedIn, type Head, inSentenceCase, KINDS } from './letterhead.ts'
import type { Node } from './outline.ts'
import type { Ending } from './pieces.ts'
import { fold } from './plaintext.ts'
import type { CitedDocument, DocumentFacts } from './reading.ts'
import { tokensOf } from './tokens.ts'

const ISSUES =
  /(?:ban hành (?=kế hoạch|chỉ thị|nghị quyết|quyết định|kết luận|chương trình|hướng dẫn|quy)|yêu cầu|có ý kiến|kết luận|xây dựng kế hoạch|chỉ đạo|đề nghị|thông báo)/
const OWN = new RegExp(`(?:${KINDS.join('|')}) này`, 'gu')

/** Who issues a document without letterhead: the one who in its preamble orders or issues. */
function issuerIn(preamble: readonly Node[]): string | null {
  for (const node of preamble) {
    const { text } = node.words
    const tokens = tokensOf(text)
    for (let i = 0; i < tokens.length && i < 1500; i++) {
      if (i > 0 && !/^[,.;]$/.test(tokens[i - 1]?.text ?? '')) continue
      const list = bodiesAt(text, tokens, i, false)
      const next = list && tokens[list.end]
      const last = list?.bodies[list.bodies.length - 1]
      if (list && next && last && ISSUES.test(node.low.slice(next.from, next.from + 40)) && node.low.slice(next.from).search(ISSUES) === 0)
        return text.slice(list.bodies[0]?.from, last.to)
    }
  }
  return null
}

/** The kind a document calls itself most often: "Kết luận này". */
function ownKind(text: string): string | null {
  const counts = new Map<string, number>()
  for (const m of fold(text).matchAll(OWN)) counts.set(m[0], (counts.get(m[0]) ?? 0) + 1)
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0].slice(0, -4)
  return best ? best.charAt(0).toUpperCase() + best.slice(1) : null
}

const CARRIES_OUT = /(?:thực hiện|triển khai|thi hành|nêu tại|quán triệt)/

/** The documents a directive carries out: those its title names, else those its preamble says it implements. */
function carriedOut(title: string | null, preamble: readonly Node[], own: string | null): CitedDocument[] {
  const plain = ({ kind, number, date }: CitedDocument): CitedDocument => ({ kind, number, date })
  const named = title && CARRIES_OUT.test(fold(title)) ? citedIn(title) : []
  const cited = preamble.flatMap((n) => {
    const at = n.low.search(CARRIES_OUT)
    if (at < 0 || /^căn cứ/.test(n.low)) return []
    const found = citedIn(n.words.text).filter((c) => c.from >= at && c.number !== own)
    return found.filter((c, i) => {
      if (i === 0) return true
      const first = found[0] as CitedDocument
      const between = n.low.slice((found[i - 1] as { to: number }).to, c.from)
      // What a cited document is about may cite others; only a new item of the list, or another of the same kind, is carried out too.
      return (
        !/(?:^| )về /.test(between) ||
        /;[^;]{0,10}$/.test(between) ||
        (c.kind === first.kind &&
          / và $/.test(between) &&
          !/về /.test(
            n.low
              .slice((found[0] as { to: number }).to, c.from)
              .split(';')
              .pop()
              ?.slice(0, 0) ?? '',
          ))
      )
    })
  })
  if (named.length > 0)
    return named
      .map((c) => plain({ ...c, date: c.date ?? cited.find((x) => x.number === c.number)?.date ?? null }))
      .map((c) => ({ ...c, kind: c.kind }))
  const seen = new Set<string>()
  const list = cited.filter((c) => !seen.has(c.number ?? '') && seen.add(c.number ?? ''))
  if (list.length > 0) return list.map(plain)
  return unnumbered(title, preamble)
}

// "thực hiện Kết luận … (số 64-KL/TW, ngày 28-5-2013)": the number stands apart from the kind.
function unnumbered(title: string | null, preamble: readonly Node[]): CitedDocument[] {
  const kind = KINDS.find((k) => new RegExp(`thực hiện ${k}(?![\\p{L}])`, 'u').test(fold(title ?? '')))
  if (!kind) return []
  for (const node of preamble) {
    const at = node.low.search(/\(?số \d/)
    if (at < 0) continue
    const found = citedIn(`${kind} ${node.words.text.slice(at).replace(/^\(/, '')}`)[0]
    if (found) return [{ kind: found.kind, number: found.number, date: found.date }]
  }
  return [{ kind: kind.charAt(0).toUpperCase() + kind.slice(1), number: null, date: null }]
}

const PERSON = /(?:\p{Lu}\p{Ll}+ ){1,5}\p{Lu}\p{Ll}+$/u

/** What a document says about itself. */
export function factsOf(head: Head, root: Node, ending: Ending, text: string): DocumentFacts {
  const first = root.children.findIndex((c) => c.family !== 'paragraph')
  const preamble = root.children.slice(0, first < 0 ? 3 : Math.min(first, 30)).filter((n) => n.words.text.length < 4000)
  const signer = ending.signature.map((s) => PERSON.exec(s.trim())?.[0] ?? null).findLast((s) => s !== null) ?? null
  return {
    kind: head.kind ?? ownKind(text.slice(0, 60_000)),
    number: head.number,
    date: head.date,
    issuer: head.issuer ?? issuerIn(preamble),
    title: head.title ? inSentenceCase(head.title, text) : null,
    place: head.place,
    signer,
    recipients: ending.recipients.map((r) => r.replace(/[;,.]$/, '').trim()).filter((r) => r !== ''),
    implements: carriedOut(head.title, preamble, head.number),
  }
}

/** The year that a document lends to wordings that leave it out. */
export function lendingYear(d: DocumentFacts): number | null {
  const date =
    d.date ??
    d.implements
      .map((i) => i.date)
      .filter((x) => x !== null)
      .sort()
      .pop() ??
    null
  return date ? Number(date.slice(0, 4)) : null
}
