import { createCanvas, loadImage } from '@napi-rs/canvas'
import UTIF from 'utif2'
import { Refusal } from '../../../kernel/errors.ts'
import { words } from '../../words.ts'
import { limits } from '../limits.ts'
import type { Ruling } from '../pages/run.ts'
import { takeRulings } from './rulings.ts'

/** A picture of a page, ready to be recognised, how large it is, and the lines that were drawn on it. */
export type Picture = { bytes: Buffer; width: number; height: number; rulings: Ruling[] }

/** Below so many points across, the letters of a page are too small to be told. */
const narrowest = 1200

/** The pages of a picture file: one of png and jpeg, each of a tiff. How large a picture is, is known before it is unpacked. */
export async function* picturesIn(bytes: Buffer, name: string, mediaType: string): AsyncGenerator<Picture & { of: number }> {
  if (mediaType === 'image/tiff') {
    yield* pagesOfTiff(bytes, name)
    return
  }
  const size = mediaType === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes)
  if (!size) throw new Error('the picture says nothing of its size')
  admit(size, name)
  const image = await loadImage(bytes)
  const scale = image.width < narrowest ? 2 : 1
  yield {
    ...(await drawn(image.width * scale, image.height * scale, (context, width, height) => context.drawImage(image, 0, 0, width, height))),
    of: 1,
  }
}

async function* pagesOfTiff(bytes: Buffer, name: string): AsyncGenerator<Picture & { of: number }> {
  const pages = UTIF.decode(bytes)
  if (pages.length > limits.recognisedPages) throw new Refusal('too-large', words.tooManyScans, { name, limit: limits.recognisedPages })
  for (const page of pages) {
    const [width = 0, height = 0] = [numberIn(page.t256), numberIn(page.t257)]
    if (!width || !height) continue
    admit({ width, height }, name)
    UTIF.decodeImage(bytes, page)
    const points = UTIF.toRGBA8(page)
    const plain = createCanvas(width, height)
    const data = plain.getContext('2d').createImageData(width, height)
    data.data.set(points.subarray(0, data.data.length))
    plain.getContext('2d').putImageData(data, 0, 0)
    const scale = width < narrowest ? 2 : 1
    yield { ...(await drawn(width * scale, height * scale, (context, w, h) => context.drawImage(plain, 0, 0, w, h))), of: pages.length }
    page.data = new Uint8Array()
  }
}

const numberIn = (tag: unknown): number => (Array.isArray(tag) ? Number(tag[0]) : 0)

function admit({ width, height }: { width: number; height: number }, name: string): void {
  if (width * height > limits.pixels) throw new Refusal('too-large', words.pictureTooLarge, { name, limit: limits.pixels / 1_000_000 })
}

type Drawn = Pick<ReturnType<ReturnType<typeof createCanvas>['getContext']>, 'getImageData' | 'putImageData'>

/** Takes the lines out of what is drawn; gives them. */
export function withoutRulings(context: Drawn, width: number, height: number): Ruling[] {
  const points = context.getImageData(0, 0, width, height)
  const rulings = takeRulings(points)
  if (rulings.length) context.putImageData(points, 0, 0)
  return rulings
}

/** A picture on white paper. */
async function drawn(
  width: number,
  height: number,
  draw: (context: ReturnType<ReturnType<typeof createCanvas>['getContext']>, width: number, height: number) => void,
): Promise<Picture> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  draw(context, width, height)
  const rulings = withoutRulings(context, width, height)
  return { bytes: await canvas.encode('png'), width, height, rulings }
}

const sizeOfPng = (bytes: Buffer) => (bytes.length >= 24 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null)

/** The size stands in the frame of a jpeg, behind parts of any length. */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const kind = bytes[at + 1] as number
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return null
}
