/** A piece of a picture, in hundredths of its width and height. */
export type Piece<T> = { item: T; left: number; top: number; width: number; height: number }

type Space = { left: number; top: number; width: number; height: number }

/**
 * Lays items out as pieces that fill a space of a shape (width over height), each as large as its weight and as square as it gets
 * (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000). Items without weight are left out.
 */
export function squarify<T>(items: readonly T[], weightOf: (item: T) => number, shape: number): Piece<T>[] {
  const left = items.filter((item) => weightOf(item) > 0).sort((one, other) => weightOf(other) - weightOf(one))
  const whole = left.reduce((sum, item) => sum + weightOf(item), 0)
  const pieces: Piece<T>[] = []
  let space: Space = { left: 0, top: 0, width: shape, height: 1 }
  const areaOf = (item: T) => (weightOf(item) / whole) * shape
  while (left.length > 0) {
    const side = Math.min(space.width, space.height)
    let count = 1
    while (count < left.length && worst(left.slice(0, count + 1).map(areaOf), side) <= worst(left.slice(0, count).map(areaOf), side)) count++
    const row = left.splice(0, count)
    const area = row.reduce((sum, item) => sum + areaOf(item), 0)
    const isColumn = space.width >= space.height
    const depth = area / side
    let at = isColumn ? space.top : space.left
    for (const item of row) {
      const length = areaOf(item) / depth
      const piece = isColumn
        ? { left: space.left, top: at, width: depth, height: length }
        : { left: at, top: space.top, width: length, height: depth }
      pieces.push({ item, left: (piece.left / shape) * 100, top: piece.top * 100, width: (piece.width / shape) * 100, height: piece.height * 100 })
      at += length
    }
    space = isColumn
      ? { left: space.left + depth, top: space.top, width: space.width - depth, height: space.height }
      : { left: space.left, top: space.top + depth, width: space.width, height: space.height - depth }
  }
  return pieces
}

/** How far the least square of a row of areas along a side is from a square. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((all, area) => all + area, 0)
  const [most, least] = [Math.max(...areas), Math.min(...areas)]
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least))
}
