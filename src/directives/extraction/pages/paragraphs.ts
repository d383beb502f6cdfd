import { continued, heightOf, type Line, middleOf, opens } from './run.ts'

/** A line with the edges of the column it stands in; `isOnAxis` where all of a short column is set around its middle, as letterheads and signatures are. */
export type SetLine = { line: Line; left: number; right: number; page: number; isOnAxis?: boolean }

const closed = /[.!?:;…]["”»')\]]*$/u

/** Whether lines of different lengths share one middle. */
export function areOnAxis(lines: readonly Line[]): boolean {
  const [first] = lines
  if (!first || lines.length < 2) return false
  const size = heightOf(first)
  const middles = lines.map(({ left, right }) => (left + right) / 2)
  const widths = lines.map(({ left, right }) => right - left)
  return Math.max(...middles) - Math.min(...middles) < size && Math.max(...widths) - Math.min(...widths) > 0.5 * size
}

/** The paragraphs of lines in their order: a line goes on with the one before where the next word had no room there, unless it is set apart. */
export function paragraphsOf(lines: readonly SetLine[]): string[] {
  const pitch = pitchOf(lines)
  const paragraphs: string[] = []
  let own: SetLine[] = []
  for (const [i, next] of lines.entries()) {
    const before = own.at(-1)
    if (before && isOneMore(own, before, next, pitch) && !(own.length === 1 && isFirst(before, next, lines[i + 1]))) {
      paragraphs.push(continued(paragraphs.pop() as string, next.line.text))
      own.push(next)
    } else {
      paragraphs.push(next.line.text)
      own = [next]
    }
  }
  return paragraphs
}

/** The usual distance from one line to the next. */
function pitchOf(lines: readonly SetLine[]): number {
  const steps = lines.flatMap((set, i) => {
    const before = lines[i - 1]
    const step = before && before.page === set.page ? set.line.top - before.line.top : 0
    return step > 0 && step < 6 * heightOf(set.line) ? [step] : []
  })
  return steps.length ? middleOf(steps) : Number.POSITIVE_INFINITY
}

/** Whether a line had room for the first word of the next. */
function hasRoomFor({ line, right }: SetLine, next: Line): boolean {
  const sign = (next.right - next.left) / Math.max(1, next.text.length)
  return right - line.right > ((next.text.split(' ')[0] ?? '').length + 1) * sign + 0.15 * heightOf(line)
}

const inset = (set: SetLine): number => set.line.left - set.left

/** Whether the line that follows shows that a line set in is the first of its paragraph, after a heading that happens to fill its line. */
function isFirst(before: SetLine, set: SetLine, after: SetLine | undefined): boolean {
  const size = heightOf(set.line)
  if (!after || inset(set) < 0.8 * size || inset(after) > inset(set) - 0.6 * size) return false
  // a line set in that happens to end as far from the margin is in the middle only where the heading is, too
  return !opens(after.line.text) && !hasRoomFor(set, after.line) && !(isCentred(set) && isCentred(before)) && !/^\p{Ll}/u.test(set.line.text)
}

function isOneMore(own: readonly SetLine[], before: SetLine, next: SetLine, pitch: number): boolean {
  const [a, b] = [before.line, next.line]
  const size = heightOf(a)
  if (isCentred(before) && isCentred(next)) return isShouted(a.text) === isShouted(b.text) && /^\p{Ll}/u.test(b.text) && !closed.test(a.text)
  if (Math.abs(heightOf(b) - size) > 0.25 * size || ownLine.test(b.text) || ownLine.test(a.text)) return false
  if (isLong(a.text) && isLong(b.text) && isShouted(a.text) !== isShouted(b.text)) return false
  const isSamePage = before.page === next.page && b.top > a.top
  if (isSamePage && b.top - a.top > Math.max(1.5 * pitch, 2.2 * size)) return false
  const room = before.right - a.right
  if (hasRoomFor(before, b)) return false
  // The second line of a paragraph shows how far its lines stand in; the first may stand in more, or less.
  const [first, second] = [own[0] as SetLine, own[1]]
  const isBack = inset(next) < inset(first) - 0.6 * size
  // A dash or a number in the middle of a sentence came to the head of the line by chance.
  if (opens(b.text) && (closed.test(a.text) || !(isBack || (hangs(a.text) && /^\p{Ll}/u.test(b.text.slice(2).trim()))))) return false
  if (closed.test(a.text) && room > 0.5 * size && !isBack && !/^\p{Ll}/u.test(b.text)) return false
  if (second) return inset(next) <= inset(second) + 0.6 * size
  const deepest = inset(first) + (opens(first.line.text) ? 5 : 0.3) * size
  return inset(next) <= deepest && !(inset(next) > 0.8 * size && !isBack && closed.test(a.text))
}

/** What always has a line of its own: the number of a document, its place and day, who signs for whom. */
const ownLine =
  /^(?:Số\s?:?\s?[\d.…]{1,8}\s?[-/]\S{2,30}|\p{Lu}[\p{L}\s.]{1,30}, ngày .{2,12} tháng .{1,6} năm \d{4}|(?:T\/?M|K\/?T|T\/?L|T\/?U?Q)\.? [\p{Lu}\s]{4,40})$/u

const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text)
const isLong = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) > 8

/** Words after which a sentence goes on, whatever stands at the head of the next line. */
const hangs = (text: string): boolean => /(?:^|[\s(“])(?:số|của|và|các|với|về|cho|điểm|khoản|điều|mục|ngày|tháng|năm)$/iu.test(text)

function isCentred({ line, left, right, isOnAxis = false }: SetLine): boolean {
  if (isOnAxis) return true
  const [before, after] = [line.left - left, right - line.right]
  return before > heightOf(line) && Math.abs(before - after) < 1.5 * heightOf(line)
}
