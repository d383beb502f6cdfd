import { beginsWithAct, namesOnly } from '../orders/orders.ts'
import { isCapitals } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import type { Block } from './lines.ts'

/** Longer is no title. */
const LONGEST = 160

/** What a title with a stop does not hold: a body that acts, a time, a second clause. */
const NO_TITLE =
  /[;:]|\. \p{Lu}|\d{4}|(?<!\p{L})(?:trước ngày|chủ trì|phối hợp với|chịu trách nhiệm|có trách nhiệm|báo cáo|trình|giao|khoản|điều|thực hiện theo)(?!\p{L})/u

/** Whether a numbered block closed by a stop may be the title over what comes next. */
const mayTitle = ({ text, label }: Block): boolean =>
  label !== null && text.length <= LONGEST && /\.$/.test(text) && !NO_TITLE.test(fold(text.slice(label.length)).replace(/\.$/, ''))

/** "Bước 2: Kiểm tra hiện trạng nhà ở.": a step is the title over the paragraph that says who takes it. */
const STEP = /^bước \d{1,2}\s?: ?/
const isStep = ({ text, label }: Block): boolean => {
  const words = fold(text.slice(label?.length ?? 0)).trim()
  return text.length <= LONGEST && STEP.test(words) && !NO_TITLE.test(words.replace(STEP, '').replace(/\.$/, ''))
}

/** What stands right below a title: the first paragraph of its part, not one that closes the document. */
const isBelow = (block: Block | undefined): boolean =>
  block !== undefined && block.label === null && block.text.length > 60 && !/^(?:Trên đây|Nơi nhận|Căn cứ|Yêu cầu|Giao )/u.test(block.text)

/** "10. UBND xã Nhân Cơ, Đăk Wer.": bodies alone, over the paragraphs that say what they have to do. */
const isOfBodies = ({ text, label }: Block, below: Block | undefined): boolean =>
  label?.family === 'number' &&
  text.length <= LONGEST &&
  /\.$/.test(text) &&
  below?.label === null &&
  !/^(?:Trên đây|Nơi nhận)/u.test(below.text) &&
  namesOnly(text.slice(label.length))

/** "2.1. Sở A phối hợp với Sở B trong công tác thoát nước.": who works with whom, over what they have to do. */
const PAIRS = /^[^.;:]{3,80} phối hợp (?:với |cùng )?[^.;:]{3,140} trong (?:công tác|việc) [^.;:]{3,160}\.?$/
export const pairs = (low: string): boolean => low.length < 400 && low.includes(' phối hợp ') && PAIRS.test(low)
const isOfTwo = ({ text, label }: Block, below: Block | undefined): boolean =>
  /^number/.test(label?.family ?? '') &&
  /^(?:dash|letter|bracket|plus)$/.test(below?.label?.family ?? '') &&
  pairs(fold(text.slice(label?.length ?? 0))) &&
  beginsWithAct(below?.text.slice(below.label?.length ?? 0) ?? '')

/**
 * The blocks that are titles though a stop closes them: capitals ("II. NHIỆM VỤ."), and the numbered lines of a list of which each, a short one, has its paragraph below
 * ("1. Nâng cao nhận thức về công tác đào tạo." / "Tổ chức quán triệt …").
 */
export function titlesIn(blocks: readonly (Block | undefined)[]): Set<Block> {
  const titles = new Set<Block>()
  let list: { block: Block; is: boolean }[] = []
  const close = () => {
    const is = list.filter((one) => one.is)
    if (is.length >= 2 && is.length * 3 >= list.length * 2) for (const { block } of is) titles.add(block)
    list = []
  }
  blocks.forEach((block, i) => {
    const label = block?.label
    if (block && ((isStep(block) && isBelow(blocks[i + 1])) || isOfBodies(block, blocks[i + 1]) || isOfTwo(block, blocks[i + 1]))) titles.add(block)
    if (!block || !label) return
    if (/^(?:part|chapter|upper|roman|number)$/.test(label.family) && /\.$/.test(block.text) && isCapitals(block.text)) titles.add(block)
    if (label.family !== 'number') return
    const last = list.at(-1)?.block.label
    if (!last || Number(label.number) !== Number(last.number) + 1) close()
    list.push({ block, is: mayTitle(block) && isBelow(blocks[i + 1]) })
  })
  close()
  return titles
}
