import { limits } from './limits.ts'

const newline = 10

const isBlank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0xfeff

/** A text in which a run of blanks beyond measure is one, or a gap of two lines where it held line ends. One pass: a file may hold nothing else, a hundred million times. */
export function withoutVoids(text: string): string {
  const kept: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (!isBlank(text.charCodeAt(at))) continue
    let end = at
    let lines = 0
    for (; end < text.length && isBlank(text.charCodeAt(end)); end++) if (text.charCodeAt(end) === newline) lines++
    if (end - at > limits.blanks) {
      kept.push(text.slice(from, at), lines === 0 ? ' ' : '\n'.repeat(Math.min(lines, 3)))
      from = end
    }
    at = end
  }
  return from === 0 ? text : kept.join('') + text.slice(from)
}
