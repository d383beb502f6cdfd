const committees = /^(?:Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy (?:xã|phường|thị trấn)) (?=\p{L})/u

type Named = { bodyId: string; name: string; shortName: string }

/** What each of some sisters is called where there is little room: its short name, of a committee only the place it is of, unless two would then be called alike. */
export function labelsOf(sisters: readonly Named[]): Map<string, string> {
  const placeOf = ({ shortName }: Named) => shortName.replace(committees, '').replace(/^Thành phố /, 'TP. ')
  const times = Map.groupBy(sisters, placeOf)
  return new Map(sisters.map((one) => [one.bodyId, times.get(placeOf(one))?.length === 1 ? placeOf(one) : one.name]))
}

/** The room of a label in pixels: what letters and lines of its size take at most, and what the cell keeps free around it. */
const room = { capital: 10, letter: 7.4, space: 4, line: 17, aside: 16, above: 10 }
const widthOf = (word: string): number => [...word].reduce((sum, letter) => sum + (/[\p{Lu}&…]/u.test(letter) ? room.capital : room.letter), 0)

/** How many lines a text takes in a width without breaking a word; none where a word alone is wider. */
export function linesOf(text: string, width: number): number | undefined {
  const free = width - room.aside
  let [lines, used] = [1, 0]
  for (const word of text.split(' ').map(widthOf)) {
    if (word > free) return undefined
    const along = used === 0 ? word : used + room.space + word
    if (along > free) lines += 1
    used = along > free ? word : along
  }
  return lines
}

/** What of a label fits into a cell whole: the name with the count, the name alone, the count alone, or nothing. */
export function fitting(name: string, count: string, width: number, height: number): { name: boolean; count: boolean } {
  const lines = Math.floor((height - room.above) / room.line)
  const forName = linesOf(name, width) ?? Number.POSITIVE_INFINITY
  const forCount = linesOf(count, width) === 1 ? 1 : Number.POSITIVE_INFINITY
  return { name: forName <= lines, count: forCount + (forName <= lines ? forName : 0) <= lines }
}
