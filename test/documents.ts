import { crc32 } from 'node:zlib'

/** Content of an entry: as it is, or packed already, with the size it claims to unfold to. */
type Content = string | Buffer | { packed: Buffer; size: number }

/** A zip archive of some files, stored as they are unless packed already. */
export function zipOf(files: Record<string, Content>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, given] of Object.entries(files)) {
    const nameBytes = Buffer.from(name)
    const isPacked = typeof given === 'object' && 'packed' in given
    const content = isPacked ? given.packed : Buffer.from(given as string)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(isPacked ? 8 : 0, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(isPacked ? given.size : content.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, nameBytes, content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, rest, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, entries, Buffer.from('PK\x05\x06'), end])
}

const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document of parts written out in XML, what stands inside `w:body`, `w:styles` and so on. */
export function wordOf(parts: { body: string; styles?: string; numbering?: string; footnotes?: string }): Buffer {
  const others = (['styles', 'numbering', 'footnotes'] as const).filter((name) => parts[name] !== undefined)
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${officeRelation}/${kind}" Target="${target}"/>`
  const relations = (lines: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines}</Relationships>`
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('a', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0"?><w:document ${wordNames}><w:body>${parts.body}</w:body></w:document>`,
    ...(others.length ? { 'word/_rels/document.xml.rels': relations(others.map((name) => relation(name, name, `${name}.xml`)).join('')) } : {}),
    ...Object.fromEntries(others.map((name) => [`word/${name}.xml`, `<?xml version="1.0"?><w:${name} ${wordNames}>${parts[name]}</w:${name}>`])),
  })
}

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A run of words, and a paragraph of some, with their properties in XML. */
export const runOf = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
export const paragraphOf = (words: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${words.startsWith('<') || words === '' ? words : runOf(words)}</w:p>`

/** The smallest Word document of some paragraphs. */
export const docxOf = (paragraphs: readonly string[]): Buffer => wordOf({ body: paragraphs.map((text) => paragraphOf(runOf(text))).join('') })

/** A page as it is printed: words at a place (from the upper left corner, the base of the letters; each letter half as wide as it is high), lines drawn, a picture over the whole; letters that the font lacks (`lacks`) come from another, one by one, after the rest of their line. */
export type PrintedPage = {
  words?: readonly (readonly [left: number, base: number, text: string, size?: number])[]
  rules?: readonly (readonly [left: number, top: number, right: number, bottom: number])[]
  jpeg?: { bytes: Buffer; width: number; height: number }
  lacks?: RegExp
}

/** A pdf of some printed pages of A4. `locked` puts it under a password. */
export function printedOf(pages: readonly PrintedPage[], { locked = false } = {}): Buffer {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end'
  const stream = (text: string, facts = '') => `<< ${facts}/Length ${text.length} >>\nstream\n${text}\nendstream`
  const fixed = 8
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${fixed + i * 3} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>',
    stream(map),
    '<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>',
    `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`,
  ]
  const shown = (left: number, base: number, text: string, size: number, lacks?: RegExp) => {
    const at = (x: number) => `1 0 0 1 ${x} ${842 - base} Tm`
    const known = lacks ? text.split(lacks).map((part) => `<${hex(part)}>`) : [`<${hex(text)}>`]
    const others = lacks ? [...text].flatMap((letter, i) => (lacks.test(letter) ? [`${at(left + (i * size) / 2)} <${hex(letter)}> Tj`] : [])) : []
    return `BT /F1 ${size} Tf ${at(left)} [${known.join(' -500 ')}] TJ /F2 ${size} Tf ${others.join(' ')} ET`
  }
  pages.forEach(({ words = [], rules = [], jpeg, lacks }, i) => {
    const own = fixed + i * 3
    const content = [
      ...(jpeg ? ['q 595 0 0 842 0 0 cm /P Do Q'] : []),
      ...rules.map(([left, top, right, bottom]) => `${left} ${842 - top} m ${right} ${842 - bottom} l S`),
      ...words.map(([left, base, text, size = 12]) => shown(left, base, text, size, lacks)),
    ].join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 3 0 R >> ${jpeg ? `/XObject << /P ${own + 2} 0 R >> ` : ''}>> >>`,
      stream(content),
      jpeg
        ? stream(
            jpeg.bytes.toString('latin1'),
            `/Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode `,
          )
        : 'null',
    )
  })
  const pieces = ['%PDF-1.7\n']
  let length = (pieces[0] as string).length
  const offsets = objects.map((object, i) => {
    const at = length
    const piece = `${i + 1} 0 obj\n${object}\nendobj\n`
    pieces.push(piece)
    length += piece.length
    return at
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const encrypted = locked ? ` /Encrypt 7 0 R /ID [<${'c3'.repeat(16)}> <${'c3'.repeat(16)}>]` : ''
  return Buffer.from(
    `${pieces.join('')}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypted} >>\nstartxref\n${length}\n%%EOF\n`,
    'latin1',
  )
}

/** A one-page pdf with a text layer of some lines; without lines, a page with a black square. `locked` puts it under a password. */
export const pdfOf = (lines: readonly string[], options: { locked?: boolean } = {}): Buffer =>
  printedOf([lines.length ? { words: lines.map((line, i) => [72, 72 + i * 20, line]) } : { rules: [[0, 0, 100, 100]] }], options)

/** The head of a compound file, as old Word files and locked Office files have it; old Word says itself that a document is locked. */
export function compoundFile(part: string, { lockedWord = false } = {}): Buffer {
  const word = Buffer.alloc(512)
  if (lockedWord) word.set([0xec, 0xa5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.concat([Buffer.from(part, 'utf16le'), Buffer.alloc(512)], 512),
    word,
  ])
}

/** An archive with the mark that each of its files is under a password. */
export function lockedZip(zip: Buffer): Buffer {
  const locked = Buffer.from(zip)
  for (let at = 0; at >= 0; at = locked.indexOf('PK\x01\x02', at + 1, 'latin1'))
    if (at > 0) locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8)
  return locked
}

/** A file of another program of the Office family, as it says of itself. */
export const officeZip = (kind: string, part: string): Buffer =>
  zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
    [part]: '<a/>',
  })
