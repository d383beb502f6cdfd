import type { Ruling } from '../pages/run.ts'

/** A picture, four bytes a point: red, green, blue and how opaque. */
type Points = { data: Uint8ClampedArray; width: number; height: number }
/** What is darker than this is print. */
const dark = 150
/** A drawn line is at least so much of the paper's width long: longer than any stroke of a letter… */
const [shortestAcross, shortestDown] = [0.04, 0.03]
/** … and so thin at most. */
const thickest = 0.004
/** A line may be broken by so many points, and step aside by as many where the paper lay askew. */
const [hole, step] = [2, 10]

type Stretch = { at: number; from: number; to: number }
type Stroke = { stretches: Stretch[]; from: number; to: number; ink: number }

/** The lines drawn on a page, which are taken out of the picture: letters are recognised better without them, and tables are put together by them. */
export function takeRulings({ data, width, height }: Points): Ruling[] {
  const ink = new Uint8Array(width * height)
  for (let i = 0; i < ink.length; i++) {
    const at = 4 * i
    ink[i] = Number((data[at] as number) + (data[at + 1] as number) + (data[at + 2] as number) < 3 * dark)
  }
  const thin = Math.max(6, thickest * width)
  const across = strokesOf(height, width, shortestAcross * width, thin, (y, x) => ink[y * width + x] as number)
  const down = strokesOf(width, height, shortestDown * width, thin, (x, y) => ink[y * width + x] as number)
  const clear = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) data.fill(255, 4 * (y * width + x), 4 * (y * width + x) + 3)
  }
  for (const { stretches } of across)
    for (const { at, from, to } of stretches) for (let x = from; x < to; x++) for (const y of [at - 1, at, at + 1]) clear(x, y)
  for (const { stretches } of down)
    for (const { at, from, to } of stretches) for (let y = from; y < to; y++) for (const x of [at - 1, at, at + 1]) clear(x, y)
  return [...across.map(rulingOf(true)), ...down.map(rulingOf(false))]
}

const rulingOf =
  (isAcross: boolean) =>
  ({ stretches, from, to, ink }: Stroke): Ruling => ({
    isAcross,
    at: stretches.reduce((sum, one) => sum + one.at * (one.to - one.from), 0) / ink,
    from,
    to,
  })

/** Strokes along one direction: stretches of ink in neighbouring rows that run on into each other, long and thin together. */
function strokesOf(rows: number, length: number, shortest: number, thin: number, inkAt: (row: number, place: number) => number): Stroke[] {
  const done: Stroke[] = []
  let open: { stroke: Stroke; last: Stretch }[] = []
  for (let row = 0; row < rows; row++) {
    const next: typeof open = []
    for (const stretch of stretchesOf(row, length, shortest, inkAt)) {
      const held = open.find(({ last }) => stretch.from <= last.to + step && stretch.to >= last.from - step)
      const stroke = held?.stroke ?? { stretches: [], from: stretch.from, to: stretch.to, ink: 0 }
      if (!held) done.push(stroke)
      stroke.stretches.push(stretch)
      stroke.from = Math.min(stroke.from, stretch.from)
      stroke.to = Math.max(stroke.to, stretch.to)
      stroke.ink += stretch.to - stretch.from
      next.push({ stroke, last: stretch })
    }
    open = [...next, ...open.filter(({ last }) => row - last.at < hole)]
  }
  return done.filter(({ from, to, ink }) => ink / (to - from) <= thin)
}

function stretchesOf(row: number, length: number, shortest: number, inkAt: (row: number, place: number) => number): Stretch[] {
  const found: Stretch[] = []
  let from = -1
  let last = -1
  for (let place = 0; place <= length; place++) {
    if (place < length && inkAt(row, place)) {
      if (from < 0) from = place
      last = place
    } else if (from >= 0 && (place === length || place - last > hole)) {
      if (last + 1 - from >= shortest) found.push({ at: row, from, to: last + 1 })
      from = -1
    }
  }
  return found
}
