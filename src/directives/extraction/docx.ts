import mammoth from 'mammoth'
import { textOfHtml } from './html.ts'

/** The text of a docx: a line a paragraph, list items marked, the cells of a table row parted by tabs. */
export async function textOfDocx(bytes: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { includeDefaultStyleMap: true, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return textOfHtml(
    value
      .replace(/<td>(?:<p>)?([\s\S]*?)(?:<\/p>)?<\/td>/g, (_, cell: string) => `<td>${cell.replace(/<\/p>\s*<p>/g, ' ')}</td>`)
      .replace(/<li>/g, '<li>- '),
  )
}
