import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import UTIF from 'utif2'

const fonts = join(dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')), 'files')
for (const part of ['latin', 'vietnamese']) GlobalFonts.registerFromPath(join(fonts, `be-vietnam-pro-${part}-400-normal.woff2`), `Scan ${part}`)

/** A page of A4 as a scanner sees it at 200 dots an inch: black words on white paper, each line at its place from the upper left corner. */
function drawn(lines: readonly (readonly [left: number, base: number, text: string])[]) {
  const canvas = createCanvas(1654, 2339)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 1654, 2339)
  context.fillStyle = 'black'
  context.font = '36px "Scan vietnamese", "Scan latin"'
  for (const [left, base, text] of lines) context.fillText(text, left, base)
  return canvas
}

const placed = (lines: readonly string[]) => lines.map((text, i) => [200, 220 + i * 64, text] as const)

export const pngOf = (lines: readonly string[]): Promise<Buffer> => drawn(placed(lines)).encode('png')

/** A scanned page as a pdf holds it. */
export async function scanOf(lines: readonly string[]): Promise<{ bytes: Buffer; width: number; height: number }> {
  return { bytes: await drawn(placed(lines)).encode('jpeg', 90), width: 1654, height: 2339 }
}

export function tiffOf(lines: readonly string[]): Buffer {
  const canvas = drawn(placed(lines))
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return Buffer.from(UTIF.encodeImage(new Uint8Array(data.buffer) as never, canvas.width, canvas.height))
}
