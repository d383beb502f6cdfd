import { blank, type Node } from './outline.ts'
import { cut, fold, type Passage, spanOf } from './plaintext.ts'

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
  for (const mark of series.slice(1)) {
    const next = text.indexOf(mark, (cuts[cuts.length - 1] as number) + 1)
    // «(c), (d), (e)»: not everybody counts with «đ»
    if (next < 0 && mark === '(đ)') continue
    if (next < 0) break
    cuts.push(next)
  }
  const before = cut(node.words, 0, at)
  if (cuts.length < 2 || !introduces(before)) return false
  const whole = node.words
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? text.length
    const label = series[i] as string
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
