import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Refusal } from '../../kernel/errors.ts'
import { words } from '../words.ts'

type Line = { text: string; top: number; left: number; right: number }

/** The text of a pdf with a text layer: running heads and page numbers dropped, wrapped lines joined to paragraphs. */
export async function textOfPdf(bytes: Buffer, name: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  try {
    const document = await task.promise
    const pages: Line[][] = []
    for (let number = 1; number <= document.numPages; number++) pages.push(await linesOf(await document.getPage(number)))
    if (pages.every((lines) => lines.length === 0)) throw new Refusal('invalid', words.noText, { name })
    return paragraphs(withoutRunningHeads(pages))
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new Refusal('invalid', words.locked, { name })
    throw error
  } finally {
    await task.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function linesOf(page: Page): Promise<Line[]> {
  const { items } = await page.getTextContent()
  const lines: Line[] = []
  for (const item of items) {
    if (!('str' in item) || !item.str) continue
    const [, , , , left = 0, top = 0] = item.transform as number[]
    const last = lines.at(-1)
    if (last && Math.abs(last.top - top) < 3) {
      const gap = left - last.right
      last.text +=
        (gap > 24 && last.text.trim() && item.str.trim() ? '\t' : gap > 1 && !/\s$/.test(last.text) && !/^\s/.test(item.str) ? ' ' : '') + item.str
      last.right = left + item.width
    } else lines.push({ text: item.str, top, left, right: left + item.width })
  }
  page.cleanup()
  return lines.map((line) => ({ ...line, text: line.text.replace(/ +/g, ' ').trim() })).filter((line) => line.text)
}

function withoutRunningHeads(pages: Line[][]): Line[][] {
  const edge = (lines: Line[]) => [lines[0], lines.at(-1)].flatMap((line) => (line ? [line.text.replace(/\d+/g, '#')] : []))
  const seen = new Map<string, number>()
  for (const lines of pages) for (const text of new Set(edge(lines))) seen.set(text, (seen.get(text) ?? 0) + 1)
  const runs = (line: Line | undefined) =>
    line !== undefined &&
    pages.length > 1 &&
    (/^[-–\s]*\d{1,4}[-–\s]*$/.test(line.text) || (seen.get(line.text.replace(/\d+/g, '#')) ?? 0) > Math.max(2, pages.length / 2))
  return pages.map((lines) => {
    let [from, to] = [0, lines.length]
    while (from < to && runs(lines[from])) from++
    while (to > from && runs(lines[to - 1])) to--
    return lines.slice(from, to)
  })
}

const opens = /^(?:[-+•*–]\s|\(?\d{1,2}(?:\.\d{1,2})*[).:-]|[a-zđ][).]\s|[IVX]{1,5}[.:-]|Điều\s+\d|Chương\s|Phần\s|Nơi nhận)/u

function paragraphs(pages: Line[][]): string {
  const lines = pages.flat()
  const width = Math.max(...lines.map((line) => line.right))
  const out: string[] = []
  let isOpen = false
  for (const line of lines) {
    const before = out.at(-1)
    if (before !== undefined && isOpen && !opens.test(line.text))
      out[out.length - 1] = /[a-zà-ỹđ]-$/u.test(before) ? before.slice(0, -1) + line.text : `${before} ${line.text}`
    else out.push(line.text)
    isOpen = line.right > width * 0.9 && !/[.;:!?]$/.test(line.text)
    if (line.right > width * 0.9 && /[;,]$/.test(line.text)) isOpen = /,$/.test(line.text)
  }
  return out.join('\n')
}
