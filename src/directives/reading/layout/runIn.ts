import { cut, fold, type Passage, spanOf } from '../words/plaintext.ts'
import { blank, type Node } from './outline.ts'

const RUN_IN = Array.from({ length: 60 }, (_, i) => `(${i + 1})`)
const LETTERED_RUN_IN = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'].map((n) => `(${n})`)
const ROMAN_RUN_IN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((n) => `(${n})`)

/** Points written one after the other inside a paragraph become provisions of their own where the words before them only say who acts. */
export function splitRunIn(node: Node, introduces: (before: Passage) => boolean): boolean {
  const text = node.words.text
  const series = text.includes('(1)') ? RUN_IN : text.includes('(a)') ? LETTERED_RUN_IN : ROMAN_RUN_IN
  const at = text.indexOf(series[0] as string)
  if (at < 0 || !/:\s?$/.test(text.slice(0, at)) || node.children.length > 0) return false
  const cuts = [at]
  const marks = [series[0] as string]
  for (const mark of series.slice(1)) {
    const after = (cuts[cuts.length - 1] as number) + 1
    const whole = text.indexOf(mark, after)
    // one may have lost its first bracket: "(c) …; d) …", of which the space before it is as long
    const half = series === LETTERED_RUN_IN ? text.indexOf(`; ${mark.slice(1)}`, after) : -1
    const next = half > 0 && (whole < 0 || half < whole) ? half + 1 : whole
    // «(c), (d), (e)»: not everybody counts with «đ»
    if (next < 0 && mark === '(đ)') continue
    if (next < 0) break
    cuts.push(next)
    marks.push(mark)
  }
  const before = cut(node.words, 0, at)
  if (cuts.length < 2 || !introduces(before)) return false
  const whole = node.words
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? text.length
    const label = marks[i] as string
    const words = cut(whole, from + label.length, to)
    const child = blank('bracket', 'point', node)
    child.address = `${node.address}__point_${i + 1}`
    child.label = label
    child.number = String(i + 1)
    child.words = words
    child.low = fold(words.text)
    child.span = spanOf(whole, from, from + text.slice(from, to).trimEnd().length)
    node.children.push(child)
  })
  node.words = before
  node.low = fold(before.text)
  node.span = spanOf(whole, 0, before.text.length)
  return true
}
