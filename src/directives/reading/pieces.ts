import { isCapitals } from './letterCase.ts'
import type { Head } from './letterhead.ts'
import { type Block, blocksOf, type Line, wrapOf } from './lines.ts'
import type { Piece } from './outline.ts'
import { fold } from './plaintext.ts'
import type { Span } from './reading.ts'
import { apart, isPostAndName, isSigner, POSTS, SIGNS } from './signatures.ts'
import { stretchesOf } from './tables.ts'

type State = 'body' | 'recipients' | 'signature' | 'title' | 'skip'

/** The blocks after the body: the recipients and the signature. */
export type Ending = { recipients: string[]; signature: string[] }

const ANNEX =
  /^(?:phụ lục|danh mục|biểu|bảng phân công|phân công nhiệm vụ|mẫu|đề cương|kế hoạch|chương trình|quy chế|quy định|đề án|lộ trình|bảng tổng hợp|tổng hợp nhiệm vụ|nhiệm vụ)(?![\p{L}])/u
const ATTACHED = /^\(?(?:kèm theo|ban hành kèm theo|kèm|ban hành theo)(?![\p{L}])/u
const NO_TASKS = /^(?:mẫu|biểu mẫu|đề cương|biểu(?: số)? \d)/

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
    state = NO_TASKS.test(fold(title)) ? 'skip' : 'title'
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
      (capitals || /^Phụ lục(?: [IVX\d]+| số)?/.test(block.text)) &&
      !block.label &&
      block.text.length < 300 &&
      ANNEX.test(low) &&
      (over || /^(?:phụ lục|danh mục)/.test(low)) &&
      (over || low.length < 120)
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
