import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import UTIF from 'utif2'

const fonts = join(dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')), 'files')
for (const part of ['latin', 'vietnamese']) GlobalFonts.registerFromPath(join(fonts, `be-vietnam-pro-${part}-400-normal.woff2`), `Scan ${part}`)

/** A page of A4 as a scanner sees it at 200 dots an inch: black words on white paper, each line at its place from the upper left corner. */
function drawn(
  lines: readonly (readonly [left: number, base: number, text: string])[],
  rules: readonly (readonly [number, number, number, number])[] = [],
) {
  const canvas = createCanvas(1654, 2339)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 1654, 2339)
  context.fillStyle = 'black'
  context.font = '36px "Scan vietnamese", "Scan latin"'
  for (const [left, base, text] of lines) context.fillText(text, left, base)
  for (const [left, top, width, height] of rules) context.fillRect(left, top, width, height)
  return canvas
}

const placed = (lines: readonly string[]) => lines.map((text, i) => [200, 220 + i * 64, text] as const)

export const pngOf = (lines: readonly string[]): Promise<Buffer> => drawn(placed(lines)).encode('png')

/** A page with a table: lines round every cell, the words of a cell one under the other. */
export function tableOf(xs: readonly number[], rows: readonly (readonly string[])[], top = 300, height = 150): Promise<Buffer> {
  const [left, right, bottom] = [xs[0] as number, xs.at(-1) as number, top + rows.length * height]
  const rules = [
    ...rows.concat([[]]).map((_, i) => [left, top + i * height, right - left, 3] as const),
    ...xs.map((x) => [x, top, 3, bottom - top] as const),
  ]
  const words = rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => text.split('/').map((line, i) => [(xs[column] as number) + 18, top + row * height + 52 + i * 48, line] as const)),
  )
  return drawn(words, rules).encode('png')
}

/** A scanned page as a pdf holds it. */
export async function scanOf(lines: readonly string[]): Promise<{ bytes: Buffer; width: number; height: number }> {
  return { bytes: await drawn(placed(lines)).encode('jpeg', 90), width: 1654, height: 2339 }
}

export function tiffOf(lines: readonly string[]): Buffer {
  const canvas = drawn(placed(lines))
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return Buffer.from(UTIF.encodeImage(new Uint8Array(data.buffer) as never, canvas.width, canvas.height))
}
