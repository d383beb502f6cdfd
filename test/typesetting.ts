import type { PrintedPage } from './documents.ts'

type Sheet = {
  size: number
  left: number
  right: number
  top: number
  bottom: number
  indent: number
  pitch: number
  head?: (page: number) => PrintedPage['words']
}

const usual: Sheet = { size: 13, left: 85, right: 540, top: 60, bottom: 780, indent: 28, pitch: 18 }

/** Sets paragraphs as a typewriter does, every letter half as wide as it is high: wrapped at the margin, the first line set in, page after page. */
export function typeset(paragraphs: readonly string[], given: Partial<Sheet> = {}): PrintedPage[] {
  const sheet = { ...usual, ...given }
  const pages: [number, number, string, number][][] = [[]]
  let base = sheet.top + sheet.pitch
  const put = (left: number, text: string) => {
    if (base > sheet.bottom) {
      pages.push([])
      base = sheet.top + sheet.pitch
    }
    pages.at(-1)?.push([left, base, text, sheet.size])
    base += sheet.pitch
  }
  for (const paragraph of paragraphs) {
    let left = sheet.left + sheet.indent
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word
      if (line && left + (longer.length * sheet.size) / 2 > sheet.right) {
        put(left, line)
        left = sheet.left
        line = word
      } else line = longer
    }
    put(left, line)
    base += sheet.pitch * 0.3
  }
  return pages.map((words, i) => ({ words: [...(sheet.head?.(i + 1) ?? []), ...words] }))
}
