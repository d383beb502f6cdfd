import mammoth from 'mammoth'
import { textOfHtml } from './html.ts'

/** How many bytes a zip archive unfolds to, as its directory says. */
export function unfoldedSize(zip: Buffer): number {
  const end = zip.lastIndexOf('PK\x05\x06', zip.length, 'latin1')
  let at = end >= 0 && end + 20 <= zip.length ? zip.readUInt32LE(end + 16) : zip.length
  let size = 0
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    size += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return size
}

/** The text of a docx: a line a paragraph, list items marked, the cells of a table row parted by tabs. */
export async function textOfDocx(bytes: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { includeDefaultStyleMap: true, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return textOfHtml(
    value
      .replace(/<t[dh](?:\s[^<>]*)?>(?:<p>)?([\s\S]*?)(?:<\/p>)?<\/t[dh]>/g, (_, cell: string) => `<td>${cell.replace(/<\/p>\s*<p>/g, ' ')}</td>`)
      .replace(/<li>/g, '<li>- '),
  )
}
