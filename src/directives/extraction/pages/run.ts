import { labelOf } from '../../reading/layout/numbering.ts'
import { fold } from '../../reading/words/plaintext.ts'
import { isSyllable } from '../letters/syllables.ts'

/** Words at their place on a page, in points from its upper left corner. */
export type Run = { text: string; left: number; right: number; top: number; bottom: number }

/** A printed line: the runs that stand beside each other. */
export type Line = Run & { runs: Run[] }

/** A line drawn on a page, across or down. */
export type Ruling = { isAcross: boolean; at: number; from: number; to: number }

/** A page as it is printed. */
export type Page = { width: number; height: number; runs: Run[]; rulings: Ruling[] }

export const heightOf = ({ top, bottom }: Run): number => bottom - top
export const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** So much of the height of the letters parts two words. */
const wordGap = 0.16

/** Runs beside each other as one: a blank where there is room for one. */
export function joinedRuns(runs: readonly Run[]): Line {
  const ordered = [...runs].sort((a, b) => a.left - b.left)
  const first = ordered[0] as Run
  let text = ''
  let right = first.left
  for (const run of ordered) {
    if (text && run.left - right > wordGap * heightOf(run) && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' '
    text += run.text
    right = Math.max(right, run.right)
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: first.left,
    right,
    top: Math.min(...ordered.map((run) => run.top)),
    bottom: Math.max(...ordered.map((run) => run.bottom)),
    runs: ordered,
  }
}

/** The lines of some runs from top to bottom: runs whose middles stand on one height. */
export function linesOf(runs: readonly Run[]): Line[] {
  const rows: { middle: number; height: number; runs: Run[] }[] = []
  for (const run of [...runs].sort((a, b) => a.top + a.bottom - (b.top + b.bottom))) {
    const middle = (run.top + run.bottom) / 2
    const row = rows.at(-1)
    if (row && Math.abs(middle - row.middle) < 0.5 * Math.max(row.height, heightOf(run)) * 0.8) {
      row.runs.push(run)
      row.middle = (row.middle * (row.runs.length - 1) + middle) / row.runs.length
      row.height = Math.max(row.height, heightOf(run))
    } else rows.push({ middle, height: heightOf(run), runs: [run] })
  }
  return rows.map((row) => joinedRuns(row.runs.filter((run) => !isNoteMark(run, row.runs)))).filter(({ text }) => text !== '')
}

/** The small raised number that points to a footnote is no word of its line. */
function isNoteMark(run: Run, beside: readonly Run[]): boolean {
  if (!/^[\d*]{1,3}$/.test(run.text.trim()) || beside.length < 2) return false
  const tallest = beside.reduce((best, other) => (heightOf(other) > heightOf(best) ? other : best), run)
  return heightOf(run) < 0.75 * heightOf(tallest) && run.bottom < tallest.bottom - 0.15 * heightOf(tallest) && tallest.text.length > 3
}

/** «64-KL/TW» at the head of a line is the number of a document, not of a point. */
const documentNumber = /^\d{1,5}[-/][\p{Lu}\d]\S*[-/]/u

/** Whether a line begins with a number or bullet of its own, or with words that always begin a line. */
export const opens = (text: string): boolean =>
  (labelOf(text) !== null && !documentNumber.test(text)) || /^(?:nơi nhận|kính gửi|căn cứ|phụ lục)(?![\p{L}])/u.test(fold(text.slice(0, 20)))

/** Numbers of documents and days that a narrow column breaks: "71/2022/Q | H15", "1156/2016 | /UBTVQH", "UBTVQH | 13", "10/01/202 | 5". */
const breaksNumber = (before: string, after: string): boolean =>
  (/\d\/\p{Lu}+$/u.test(before) && /^\p{Lu}+\d/u.test(after)) ||
  (/\d$/.test(before) && /^\/\p{Lu}/u.test(after)) ||
  (/(?:QH|HĐND)$/.test(before) && /^\d{1,2}(?!\d)/.test(after)) ||
  /(?:^|\D)\d{1,2}\/\d{1,2}\/(?:\d\n\d{3}|\d\d\n\d\d|\d{3}\n\d)(?!\d)/.test(`${before.slice(-12)}\n${after.slice(0, 5)}`)

/** Two halves of a paragraph put together. A hyphen at the end of a line goes where only the whole is a word: «tri-/ển», not «Mác-/xít». */
export function continued(before: string, after: string): string {
  if (breaksNumber(before, after)) return before + after
  const broken = /(\p{L}+)-$/u.exec(before)
  const next = /^\p{Ll}+/u.exec(after)
  if (!broken || !next) return /[-/]$/.test(before) && /[\p{L}\p{N}][-/]$/u.test(before) ? before + after : `${before} ${after}`
  return isSyllable(`${broken[1]}${next[0]}`) ? before.slice(0, -1) + after : before + after
}
