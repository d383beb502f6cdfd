import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Download } from '../../kernel/serve.ts'
import type { Issuer } from '../queries/issuers.ts'
import { dateLine, type Layout, layoutOn } from './layouts.ts'

type Late = { address: string; text: string; directiveTitle: string; due: string }
/** An urging as its letter needs it; what it lists was narrowed to what the reader may see. */
export type Urged = {
  bodyName: string
  number: string
  place: string
  words: string
  urgedOn: string
  answerBy: string
  signer: string
  signerTitle: string
  things: number
  listed: readonly Late[]
}

const written = (day: string) => day.split('-').reverse().join('-')
const mm = convertMillimetersToTwip
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const ruled = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }
const lines = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** Letters of one act of urging as one docx: each begins on a page of its own, laid out as the rule for the issuer's bloc was on its day. */
export async function letterFile(name: string, issuer: Issuer, letters: readonly Urged[]): Promise<Download> {
  const [first] = letters as readonly [Urged]
  const layout = layoutOn(issuer.bloc, first.urgedOn)
  const { top, bottom, left, right } = layout.margins
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right), header: mm(10) },
  }
  const document = new Document({
    creator: issuer.name,
    title: 'Công văn đôn đốc',
    styles: { default: { document: { run: { font: 'Times New Roman', size: layout.bodySize * 2, language: { value: 'vi-VN' } } } } },
    sections: letters.map((letter) => ({
      properties: { titlePage: true, page: { ...page, pageNumbers: { start: 1 } } },
      headers: {
        default: new Header({
          children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
        }),
      },
      children: [...head(layout, issuer, letter), ...body(layout, letter), ...foot(layout, letter)],
    })),
  })
  return {
    name: `${name}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await Packer.toBuffer(document),
  }
}

type Run = { bold?: boolean; italics?: boolean; underline?: object; size?: number }

const centred = (text: string, { size, ...run }: Run = {}, after = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [new TextRun({ text, ...run, ...(size ? { size: size * 2 } : {}) })],
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

/** The superior of a province's own committee is not named in its head. */
const namesSuperior = ({ level, superiorName }: Issuer) => superiorName !== null && level !== 'province'

function head(layout: Layout, issuer: Issuer, { number, place, urgedOn, bodyName }: Urged) {
  const left = [
    ...(namesSuperior(issuer) ? [centred((issuer.superiorName as string).toUpperCase(), { size: 13 })] : []),
    centred(issuer.name.toUpperCase(), { bold: true, size: 13 }),
    centred(layout.underIssuer || '––––––––', { size: 12 }),
    centred(`${layout.numberLabel} ${number || '……………'}`, { size: 13 }),
    centred(`${layout.aboutLabel} đôn đốc thực hiện nhiệm vụ quá hạn`, { size: 12, italics: layout.bloc === 'party' }),
  ]
  const [last, ...before] = [...layout.motto].reverse() as [string, ...string[]]
  const right = [
    ...before.reverse().map((line) => centred(line, { bold: true, size: layout.mottoSize })),
    centred(last, { bold: true, size: layout.bloc === 'party' ? layout.mottoSize : 14, underline: {} }, 120),
    centred(dateLine(place, urgedOn), { italics: true, size: layout.bodySize }),
  ]
  return [
    sideBySide([45, 55], [left, right]),
    new Paragraph({ spacing: { before: 240 } }),
    centred(`Kính gửi: ${bodyName}`, { size: layout.bodySize }, 240),
  ]
}

const spacing = ({ line }: Layout) =>
  line < 5 ? { line: Math.round(line * 240), lineRule: LineRuleType.AUTO, after: 120 } : { line: line * 20, lineRule: LineRuleType.EXACT, after: 120 }

function body(layout: Layout, { words, things, listed, urgedOn, answerBy, bodyName }: Urged) {
  const paragraph = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(layout.firstIndent) },
      spacing: spacing(layout),
      children: [new TextRun(text)],
    })
  const hidden = things - listed.length
  return [
    ...lines(words).map(paragraph),
    lateTable(listed, urgedOn),
    ...(hidden > 0 ? [paragraph(`Ngoài ra còn ${hidden} nhiệm vụ thuộc văn bản mật, có danh sách riêng.`)] : []),
    new Paragraph({ spacing: { before: 120 } }),
    paragraph(`Đề nghị ${bodyName} trả lời bằng văn bản hoặc trên hệ thống trước hết ngày ${written(answerBy)}${layout.end}`),
  ]
}

const columns = [
  { title: 'TT', width: 6 },
  { title: 'Nội dung nhiệm vụ', width: 44 },
  { title: 'Văn bản giao', width: 24 },
  { title: 'Thời hạn', width: 14 },
  { title: 'Số ngày quá hạn', width: 12 },
] as const

function lateTable(listed: readonly Late[], urgedOn: string): Table {
  const cell = (text: string, column: number, isHead = false) =>
    new TableCell({
      width: { size: columns[column]?.width as number, type: WidthType.PERCENTAGE },
      verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: isHead || column === 0 || column > 2 ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, size: 24, bold: isHead })],
        }),
      ],
    })
  const daysLate = (due: string) => String(Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(urgedOn)).days)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: ruled,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, i) => cell(title, i, true)) }),
      ...listed.map(
        ({ address, text, directiveTitle, due }, row) =>
          new TableRow({
            cantSplit: true,
            children: [String(row + 1), [address, text].filter(Boolean).join(': '), directiveTitle, written(due), daysLate(due)].map((said, i) =>
              cell(said, i),
            ),
          }),
      ),
    ],
  })
}

function foot(layout: Layout, { signer, signerTitle }: Urged) {
  const { underlined, lines: copies } = layout.copies
  const left = [
    new Paragraph({ children: [new TextRun({ text: 'Nơi nhận:', size: 24, ...(underlined ? { underline: {} } : { bold: true, italics: true }) })] }),
    ...copies.map((text) => new Paragraph({ children: [new TextRun({ text, size: 22 })] })),
  ]
  const right = [
    centred(signerTitle.toUpperCase() || '……………………', { bold: true, size: layout.bodySize }, 1200),
    centred(signer, { bold: true, size: layout.bodySize }),
  ]
  return [sideBySide([50, 50], [left, right])]
}
