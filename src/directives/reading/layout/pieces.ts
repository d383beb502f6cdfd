import type { Head } from '../head/letterhead.ts'
import { apart, isPostAndName, isSigner, POSTS, SIGNS } from '../head/signatures.ts'
import type { Span } from '../reading.ts'
import { isCapitals } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { type Block, blocksOf, type Line, wrapOf } from './lines.ts'
import type { Piece } from './outline.ts'
import { stretchesOf } from './tables.ts'

type State = 'body' | 'recipients' | 'signature' | 'title' | 'skip'

/** The blocks after the body: the recipients and the signature. */
export type Ending = { recipients: string[]; signature: string[] }

const ANNEX =
  /^(?:phụ lục|danh mục|biểu|bảng phân công|phân công nhiệm vụ|mẫu|đề cương|kế hoạch|chương trình|quy chế|quy định|đề án|lộ trình|bảng tổng hợp|tổng hợp nhiệm vụ|nhiệm vụ)(?![\p{L}])/u
const ATTACHED = /^\(?(?:kèm theo|ban hành kèm theo|kèm|ban hành theo)(?![\p{L}])/u
/** Forms, outlines, and lists of procedures with who handles them day by day. */
const NO_TASKS =
  /^(?:mẫu|biểu mẫu|đề cương|biểu(?: số)? \d)|^(?:phụ lục(?: [ivx\d]+)?:? ?)?(?:danh mục |bảng |hệ thống )?(?:các )?chỉ tiêu (?!.*(?:nhiệm vụ|phân công))|^(?:phụ lục(?: [ivx\d]+)?:? ?)?(?:danh mục|quy trình)[^(]*(?:thủ tục hành|tthc|quy trình nội bộ)/

const SHARES_OUT = /^(?!.*(?:kiến nghị|thủ tục|mức chi|mẫu )).*(?:nhiệm vụ|phân công|công việc|tiến độ|lộ trình)/

/** "PHỤ LỤC DANH MỤC NHIỆM VỤ … (Kèm theo Kế hoạch số …)": a title in capitals with what it is attached to behind it. */
const isTitled = (text: string): boolean => {
  const at = text.search(/ ?\((?:Kèm|Ban hành) /u)
  const title = at > 8 ? text.slice(0, at) : ''
  return isCapitals(title) && SHARES_OUT.test(fold(title))
}

/** Where no dash begins a line, "•" stands for it: both are the outermost bullet of those who use one of them alone. */
function dotsAsDashes(blocks: readonly Block[]): void {
  if (blocks.some(({ label }) => label?.family === 'dash')) return
  for (const block of blocks) if (block.label?.family === 'dot') block.label = { ...block.label, family: 'dash' }
}

/** Takes a document's lines apart into its pieces, without letterhead, recipients and signature. */
export function piecesOf(
  lines: Line[],
  headOf: (blocks: readonly Block[], text: string) => Head,
  text: string,
): { blocks: Block[]; pieces: Piece[]; ending: Ending } {
  const wrap = wrapOf(lines)
  const found: ({ block: Block } | { table: Extract<Piece, { table: unknown }>['table']; span: Span })[] = []
  for (const stretch of stretchesOf(lines)) {
    if ('table' in stretch) found.push(stretch)
    else for (const block of blocksOf(stretch.lines, wrap)) found.push({ block })
  }
  const blocks = found.flatMap((f) => ('block' in f ? [f.block] : []))
  dotsAsDashes(blocks)
  const skip = headOf(blocks, text).body
  const ending: Ending = { recipients: [], signature: [] }
  const pieces: Piece[] = []
  let state = 'body' as State
  let seen = 0
  const goesTo = (recipient: string) => {
    const { own, signature } = apart(recipient)
    ending.recipients.push(own)
    if (signature) ending.signature.push(signature)
  }
  const annex = (from: Span) => {
    const title = text.slice(...from)
    pieces.push({ annex: title, span: from })
    state = NO_TASKS.test(fold(title).replace(/\s+/g, ' ')) ? 'skip' : 'title'
  }
  for (const f of found) {
    if ('table' in f) {
      if (state !== 'skip') {
        state = 'body'
        pieces.push(f)
      }
      continue
    }
    const { block } = f
    if (seen++ < skip) continue
    const low = fold(block.text)
    const capitals = isCapitals(block.text)
    if (/^nơi nhận\s?:?/.test(low) && low.length < (/^nơi nhận\s?:/.test(low) ? 3000 : 200)) {
      state = 'recipients'
      // all of them may stand on the one line: "Nơi nhận: - Như trên; - Lưu: VT."
      const rest = block.text.replace(/^[^:]{0,12}:?\s*/, '').split(/(?<=[;.])\s+(?=[-–] )/)
      for (const one of rest.map((one) => one.replace(/^[-–]\s*/, '')).filter((one) => one !== '')) goesTo(one)
      continue
    }
    const over = state === 'recipients' || state === 'signature' || state === 'skip'
    const signs = capitals || (over && isPostAndName(block.text, low))
    if (signs && block.text.length < 120 && !block.label && (SIGNS.test(low) || (over && POSTS.test(low))) && state !== 'skip') {
      state = 'signature'
      ending.signature.push(block.text)
      continue
    }
    if (
      (capitals || /^Phụ lục(?: [IVX\d]+| số)?/.test(block.text) || isTitled(block.text)) &&
      !block.label &&
      block.text.length < 400 &&
      ANNEX.test(low) &&
      (over || /^(?:phụ lục|danh mục|bảng phân công)/.test(low)) &&
      (over || low.length < 120 || isTitled(block.text))
    ) {
      annex([(block.spans[0] as Span)[0], (block.spans[block.spans.length - 1] as Span)[1]])
      continue
    }
    if (state === 'recipients') {
      if (!block.label && isSigner(block.text, ending.recipients, ending.signature)) ending.signature.push(block.text)
      else if (!capitals || block.label) goesTo(block.label ? block.text.slice(block.label.length) : block.text)
      continue
    }
    if (state === 'signature') {
      // Recipients may be printed beside the signature, line by line.
      if (block.label?.family === 'dash') goesTo(block.text.slice(block.label.length))
      else ending.signature.push(block.text)
      continue
    }
    if (state === 'skip') continue
    if (state === 'title') {
      // The title of an annex runs on until its first provision.
      if (!block.label && (capitals || ATTACHED.test(low) || block.text.length < 120) && !/[.:;]$/.test(block.text)) continue
      state = 'body'
      if (ATTACHED.test(low) && !block.label) continue
    }
    if (ATTACHED.test(low) && block.text.startsWith('(')) continue
    pieces.push({ block })
  }
  return { blocks, pieces, ending }
}
