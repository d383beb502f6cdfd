import { bodiesAt } from '../bodies/bodyLists.ts'
import { type Node, nodesOf } from '../layout/outline.ts'
import type { Ending } from '../layout/pieces.ts'
import { GROUND } from '../orders/sections.ts'
import type { CitedDocument, DocumentFacts } from '../reading.ts'
import { inSentenceCase } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { tokensOf } from '../words/tokens.ts'
import { abbreviationsIn } from './abbreviations.ts'
import { KINDS } from './kinds.ts'
import { citedIn, type Head } from './letterhead.ts'

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
      if (next && ISSUES.test(node.low.slice(next.from, next.from + 40))) return [...new Set(list.bodies.map((b) => b.name))].join(', ')
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

const plain = ({ kind, number, date, issuer }: CitedDocument): CitedDocument => ({ kind, number, date, issuer })

const CARRIES_OUT = /(?:thực hiện|triển khai|thi hành|nêu tại|quán triệt)[^(.;]{0,70}$/

/** The documents one paragraph of a preamble says it carries out. */
function carriedOutIn(low: string, text: string, own: string | null): CitedDocument[] {
  if (/^căn cứ/.test(low)) return []
  const cited = citedIn(text).filter((c) => c.number !== own)
  const start = cited.findIndex((c) => CARRIES_OUT.test(low.slice(Math.max(0, c.from - 90), c.from)))
  const found: CitedDocument[] = []
  let nested = false
  let end = 0
  for (const c of start < 0 ? [] : cited.slice(start)) {
    const between = end === 0 ? '' : low.slice(end, c.from)
    // What a cited document is about may cite others; only a new item of the list, or another of the same kind, is carried out too.
    if (between.includes(';')) nested = false
    else if (/(?:^| )về /.test(between)) nested = true
    if (!nested || (c.kind === found[0]?.kind && / và (?:các )?$/.test(between))) found.push(plain(c))
    end = c.to
  }
  return found
}

/** The documents a directive carries out: those its title names, else those its preamble says it implements. */
function carriedOut(title: string | null, preamble: readonly Node[], own: string | null): CitedDocument[] {
  const named = title && /thực hiện|triển khai|thi hành/.test(fold(title)) ? citedIn(title) : []
  const cited = preamble.flatMap((n) => carriedOutIn(n.low, n.words.text, own))
  if (named.length > 0)
    return named.slice(0, 1).map((c) => {
      // a title in capitals does not tell how a number is written
      const again = cited.find((x) => x.number?.toLowerCase() === c.number?.toLowerCase())
      return { ...plain(c), number: again?.number ?? c.number, date: c.date ?? again?.date ?? null, issuer: c.issuer ?? again?.issuer ?? null }
    })
  const seen = new Set<string | null>()
  const list = cited.filter((c) => !seen.has(c.number) && seen.add(c.number))
  return list.length > 0 ? list : unnumbered(title, preamble)
}

// "thực hiện Kết luận … (số 64-KL/TW, ngày 28-5-2013)": the number stands apart from the kind.
function unnumbered(title: string | null, preamble: readonly Node[]): CitedDocument[] {
  const kind = KINDS.find((k) => new RegExp(`thực hiện ${k}(?![\\p{L}])`, 'u').test(fold(title ?? '')))
  if (!kind) return []
  for (const node of preamble) {
    const at = node.low.search(/\(?số \d/)
    // The number of a document of another kind is not this one's.
    if (at < 0 || KINDS.some((other) => other !== kind && node.low.slice(0, at).endsWith(`${other} `))) continue
    const found = citedIn(`${kind} ${node.words.text.slice(at).replace(/^\(/, '')}`)[0]
    if (found) return [plain(found)]
  }
  return [{ kind: kind.charAt(0).toUpperCase() + kind.slice(1), number: null, date: null, issuer: null }]
}

const REPLACES = /(?:thay thế|bãi bỏ|hủy bỏ|hết hiệu lực)(?![\p{L}])/u
const AMENDS = /(?:sửa đổi, bổ sung|sửa đổi|bổ sung|điều chỉnh)(?![\p{L}])/u
const FORCE =
  /^(?:(?:nghị quyết|quyết định|kế hoạch|chỉ thị|kết luận|quy chế|quy định|thông tư|hướng dẫn|chương trình) này|bãi bỏ|thay thế|hủy bỏ|các (?:quyết định|văn bản))/

/** The documents that one takes the place of: those named after "thay thế", "bãi bỏ" where it tells its own force. */
function replacedBy(root: Node): CitedDocument[] {
  return nodesOf(root).flatMap((node) => {
    const at = FORCE.test(node.low) ? node.low.slice(0, 2000).search(REPLACES) : -1
    return at < 0
      ? []
      : citedIn(node.words.text.slice(0, 2000))
          .filter((c) => c.from > at || /hết hiệu lực/.test(node.low.slice(c.to, c.to + 60)))
          .map(plain)
  })
}

/** The documents that one changes, by its title. */
function amendedBy(title: string | null): CitedDocument[] {
  const low = fold(title ?? '')
  const at = low.search(AMENDS)
  return at < 0 || at > 40
    ? []
    : citedIn(title ?? '')
        .slice(0, 1)
        .map(plain)
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
    title: head.title ? inSentenceCase(head.title.replace(/^v\/v\s?:?\s+/iu, ''), text) : null,
    place: head.place,
    signer,
    recipients: ending.recipients.map((r) => r.replace(/[;,.]$/, '').trim()).filter((r) => r !== ''),
    implements: carriedOut(head.title, preamble, head.number),
    grounds: preamble.filter((n) => GROUND.test(n.low)).map((n) => n.words.text.replace(/[;.]$/, '')),
    amends: amendedBy(head.title),
    replaces: replacedBy(root),
    abbreviations: abbreviationsIn(nodesOf(root).map(({ words }) => words.text)),
  }
}

/** The year of most of the days that a text names in full, where it names several. */
function yearNamed(text: string): number | null {
  const counts = new Map<number, number>()
  let all = 0
  for (const m of text.matchAll(/(?<!\d)\d{1,2}[/-]\d{1,2}[/-]((?:19|20)\d{2})(?!\d)/g)) {
    all++
    counts.set(Number(m[1]), (counts.get(Number(m[1])) ?? 0) + 1)
  }
  const most = [...counts].find(([, count]) => count * 3 >= all * 2)
  return all > 2 && most ? most[0] : null
}

/** The year that a document lends to wordings that leave it out; one without a date lends that of the days it names. */
export function lendingYear(d: DocumentFacts, text: string): number | null {
  const date =
    d.date ??
    d.implements
      .map((i) => i.date)
      .filter((x) => x !== null)
      .sort()
      .pop() ??
    null
  return date ? Number(date.slice(0, 4)) : yearNamed(text)
}
