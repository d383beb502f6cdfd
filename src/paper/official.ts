import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Download } from '../kernel/serve.ts'
import { dateLine, type Issuer, type Layout, layoutOn, nameLines, openDateLine, signingLines, superiorLines } from './layouts.ts'

/** What stands at the top of every official document. */
export type Head = {
  number: string
  place: string
  day: string
  /** What a letter is about, under its number; other documents have a title instead. */
  about?: string
  /** It is not issued yet: number and day are left open; a draft says that it is one. */
  isOpen?: boolean
  isDraft?: boolean
}

const mm = convertMillimetersToTwip
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const ruled = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }

/** The blocks an official document is made of, laid out as the rule for the issuer's bloc was on a day. */
export type Blocks = ReturnType<typeof blocksOf>
/** A part that begins on a page of its own, with pages numbered from 1. */
export type Part = { isWide?: boolean; children: readonly FileChild[] }

/** A docx in the layout of its issuer and day; each part begins on a page of its own. */
export async function officialFile(
  name: string,
  title: string,
  issuer: Issuer,
  day: string,
  parts: (blocks: Blocks) => readonly Part[],
): Promise<Download> {
  const layout = layoutOn(issuer.bloc, day)
  const { top, bottom, left, right } = layout.margins
  const document = new Document({
    creator: issuer.name,
    title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: layout.bodySize * 2, language: { value: 'vi-VN' } } } } },
    sections: parts(blocksOf(layout, issuer)).map(({ isWide, children }) => ({
      properties: {
        titlePage: true,
        page: {
          size: { width: mm(210), height: mm(297), ...(isWide ? { orientation: PageOrientation.LANDSCAPE } : {}) },
          margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right), header: mm(10) },
          pageNumbers: { start: 1 },
        },
      },
      headers: {
        default: new Header({
          children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
        }),
      },
      children: [...children],
    })),
  })
  return {
    name: `${name}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await Packer.toBuffer(document),
  }
}

function blocksOf(layout: Layout, issuer: Issuer) {
  return {
    head: (head: Head) => headOf(layout, issuer, head),
    /** Words in the middle of the page. */
    centred: (text: string, run: Run = {}, after = 0) => centred(text, { size: layout.bodySize, ...run }, after),
    /** The kind of a document and what it is about, over its text. */
    title: (kind: string, about: string) => [
      centred(kind.toUpperCase(), { bold: true, size: layout.titleSize }),
      ...(about ? [centred(about, { bold: true, size: layout.bodySize })] : []),
      centred(layout.underTitle, { size: layout.bodySize }, 240),
    ],
    /** A paragraph of the text, its first line indented. */
    paragraph: (text: string) => paragraph(layout, text),
    /** A paragraph with a mark that its reader does not see, by which it is known again when the file comes back. */
    marked: (text: string, mark: string) => paragraph(layout, text, false, mark),
    /** The heading of a section or of a part of it, on the page of what follows. */
    heading: (text: string) => paragraph(layout, text, true),
    gap: (before = 120) => new Paragraph({ spacing: { before } }),
    table: ruledTable,
    /** The last block: to whom copies go (whoever a letter is to, unless others are named), and who signs. */
    foot: (signer: string, signerTitle: string, copies?: readonly string[]) =>
      footOf(layout, signer, signingLines(issuer.name, signerTitle, layout), copies),
    /** What ends the last paragraph. */
    end: layout.end,
    /** What stands between day, month and year within the words. */
    daySign: layout.daySign,
  }
}

const paragraph = (layout: Layout, text: string, isHeading = false, mark?: string) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(layout.firstIndent) },
    spacing: spacing(layout),
    keepNext: isHeading,
    children: withMark(new TextRun({ text: clean(text), bold: isHeading }), mark),
  })

const withMark = (run: TextRun, mark: string | undefined) => (mark ? [new Bookmark({ id: mark, children: [run] })] : [run])

/** Words as a document can hold them: characters that stand for nothing make a file that Word does not open. */
const clean = (text: string): string => text.replace(/(?!\t)\p{Cc}/gu, '')

type Run = { bold?: boolean; italics?: boolean; underline?: object; size?: number }

const centred = (text: string, { size, ...run }: Run = {}, after = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [new TextRun({ text: clean(text), ...run, ...(size ? { size: size * 2 } : {}) })],
  })

const cells = (widths: readonly number[], contents: readonly Paragraph[][]) =>
  new TableRow({
    cantSplit: true,
    children: contents.map(
      (children, i) => new TableCell({ borders: bare, width: { size: widths[i] as number, type: WidthType.PERCENTAGE }, children }),
    ),
  })

/** A table without lines, for what stands side by side. */
const sideBySide = (widths: readonly number[], contents: readonly Paragraph[][]) =>
  new Table({ borders: bare, width: { size: 100, type: WidthType.PERCENTAGE }, rows: [cells(widths, contents)] })

function headOf(layout: Layout, issuer: Issuer, { number, place, day, about, isOpen = false, isDraft = false }: Head) {
  const left = [
    ...superiorLines(issuer)
      .flatMap(nameLines)
      .map((line) => centred(line, { size: 13 })),
    ...nameLines(issuer.name).map((line) => centred(line.toUpperCase(), { bold: true, size: 13 })),
    centred(layout.underIssuer || '––––––––', { size: 12 }),
    centred(`${layout.numberLabel} ${number || '……………'}`, { size: 13 }),
    ...(isDraft ? [centred('DỰ THẢO', { bold: true, size: 13 })] : []),
    ...(about ? [centred(`${layout.aboutLabel} ${about}`, { size: 12, italics: layout.bloc === 'party' })] : []),
  ]
  const [last, ...before] = [...layout.motto].reverse() as [string, ...string[]]
  const right = [
    ...before.reverse().map((line) => centred(line, { bold: true, size: layout.mottoSize })),
    centred(last, { bold: true, size: layout.bloc === 'party' ? layout.mottoSize : 13, underline: {} }, 120),
    centred(isOpen ? openDateLine(place, day) : dateLine(place, day), { italics: true, size: layout.bodySize }),
  ]
  return [sideBySide(layout.head, [left, right]), new Paragraph({ spacing: { before: 240 } })]
}

const spacing = ({ line }: Layout) =>
  line < 5 ? { line: Math.round(line * 240), lineRule: LineRuleType.AUTO, after: 120 } : { line: line * 20, lineRule: LineRuleType.EXACT, after: 120 }

/** A column of a table: its head, its share of the width in percent, whether its words stand in the middle. */
export type PaperColumn = { title: string; width: number; isCentred?: boolean }

/** A row of a table, with a mark that is not seen where it is to be known again. */
export type PaperRow = { cells: readonly string[]; mark?: string }

function ruledTable(columns: readonly PaperColumn[], rows: readonly PaperRow[]): Table {
  const cell = (text: string, { width, isCentred = false }: PaperColumn, isHead = false, mark?: string) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: (text.split('\n') as string[]).map(
        (line, i) =>
          new Paragraph({
            alignment: isHead || isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
            children: withMark(new TextRun({ text: clean(line), size: 24, bold: isHead }), i === 0 ? mark : undefined),
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: ruled,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column) => cell(column.title, column, true)) }),
      ...rows.map(
        ({ cells, mark }) =>
          new TableRow({ cantSplit: true, children: columns.map((column, i) => cell(cells[i] ?? '', column, false, i === 0 ? mark : undefined)) }),
      ),
    ],
  })
}

function footOf(layout: Layout, signer: string, posts: readonly string[], to?: readonly string[]) {
  const { underlined, lines, stop, kept } = layout.copies
  const copies = to ? [...to.map((name) => `- ${name}${stop}`), `- ${kept}`] : lines
  const left = [
    new Paragraph({ children: [new TextRun({ text: 'Nơi nhận:', size: 24, ...(underlined ? { underline: {} } : { bold: true, italics: true }) })] }),
    ...copies.map((text) => new Paragraph({ children: [new TextRun({ text, size: 22 })] })),
  ]
  const right = [
    ...posts.map((line, i) => centred(line, { bold: true, size: layout.bodySize }, i === posts.length - 1 ? 1200 : 0)),
    centred(signer, { bold: true, size: layout.bodySize }),
  ]
  return [sideBySide([50, 50], [left, right])]
}
