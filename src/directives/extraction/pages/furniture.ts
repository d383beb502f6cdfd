import type { Line } from './run.ts'

/** A line of the upper or lower edge of a page. */
type Edge = { line: Line; place: string }

/** So many lines of each edge may be the head or the foot of a page. */
const deep = 3
/** Printed on so many pages at the same height, a line is no word of the document. */
const fewest = 3

const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
const number = /^[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?[-–—\s.]*$/iu
const gazette = /^(?:\d{1,4}\s+)?CÔNG BÁO\s?\/.{0,60}$/u

/**
 * The lines that are heads and feet of pages: those that come again at the same height of many pages, whatever numbers they hold (left and right pages may have their own), the head of
 * the gazette, and numbers alone at the edge that count on with the pages.
 */
export function furnitureOf(pages: readonly { height: number; lines: readonly Line[] }[]): Set<Line> {
  const edges = pages.map(({ height, lines }) => edgesOf(lines, height))
  const seen = new Map<string, number>()
  for (const page of edges)
    for (const key of new Set(page.map(({ line, place }) => `${place} ${shapeOf(line.text)}`))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const offsets = new Map<number, number>()
  edges.forEach((page, index) => {
    for (const { line } of page) {
      const printed = number.exec(line.text)?.[1]
      if (printed !== undefined) offsets.set(Number(printed) - index, (offsets.get(Number(printed) - index) ?? 0) + 1)
    }
  })
  const found = new Set<Line>()
  edges.forEach((page, index) => {
    for (const side of ['top', 'bottom']) {
      // From the edge inwards, up to the first line that is of the document.
      for (const { line, place } of page.filter((edge) => edge.place.startsWith(side))) {
        const printed = number.exec(line.text)?.[1]
        const counts =
          printed !== undefined && pages.length > 1 && ((offsets.get(Number(printed) - index) ?? 0) >= 2 || Number(printed) === index + 1)
        const repeats = (seen.get(`${place} ${shapeOf(line.text)}`) ?? 0) >= Math.max(fewest, pages.length * 0.25)
        if (!counts && !repeats && !gazette.test(line.text)) break
        found.add(line)
      }
    }
  })
  return found
}

function edgesOf(lines: readonly Line[], height: number): Edge[] {
  const ordered = [...lines].sort((a, b) => a.top - b.top)
  const placed =
    (side: string) =>
    (line: Line): Edge => ({ line, place: `${side} ${Math.round(line.top / Math.max(1, height / 60))}` })
  const top = ordered.filter((line) => line.bottom < height * 0.2).slice(0, deep)
  const bottom = ordered
    .filter((line) => line.top > height * 0.8)
    .slice(-deep)
    .reverse()
  return [...top.map(placed('top')), ...bottom.map(placed('bottom'))]
}
