import type { Download } from '../kernel/serve.ts'
import { dayInWords, type Issuer } from '../paper/layouts.ts'
import { type Blocks, officialFile, type PaperColumn } from '../paper/official.ts'
import type { UrgedKind } from './contract.ts'
import { words } from './words.ts'

type Late = { kind: UrgedKind; address: string; text: string; directiveName: string; directiveIssuedOn: string | null; due: string }
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

const lines = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** Words in which no line breaks at a hyphen: numbers of documents, days. */
const unbroken = (text: string): string => text.replace(/(?<=\S)-(?=\S)/g, '\u2011')

const columnsOf = (kind: UrgedKind): readonly PaperColumn[] => [
  { title: 'TT', width: 6, isCentred: true },
  { title: words[`column-${kind}`].vi, width: 39 },
  { title: 'Văn bản giao', width: 25 },
  { title: 'Thời hạn', width: 16, isCentred: true },
  { title: 'Số ngày quá hạn', width: 14, isCentred: true },
]

/** Letters of one act of urging as one docx, each beginning on a page of its own. */
export const letterFile = (name: string, issuer: Issuer, letters: readonly Urged[]): Promise<Download> =>
  officialFile(name, 'Công văn đôn đốc', issuer, (letters[0] as Urged).urgedOn, (blocks) =>
    letters.map((letter) => ({ children: letterOf(blocks, letter) })),
  )

function letterOf(blocks: Blocks, { bodyName, number, place, words: said, urgedOn, answerBy, signer, signerTitle, things, listed }: Urged) {
  const daysLate = (due: string) => String(Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(urgedOn)).days)
  const hidden = things - listed.length
  const kind = listed[0]?.kind ?? 'milestone'
  return [
    ...blocks.head({ number, place, day: urgedOn, about: words[`about-${kind}`].vi }),
    blocks.centred(`Kính gửi: ${bodyName}`, {}, 240),
    ...lines(said).map(blocks.paragraph),
    blocks.table(
      columnsOf(kind),
      listed.map(({ kind, address, text, directiveName, directiveIssuedOn, due }, row) => ({
        cells: [
          String(row + 1),
          [words[`thing-${kind}`].vi, address, text].filter(Boolean).join(': '),
          unbroken(directiveIssuedOn ? `${directiveName} ngày ${dayInWords(directiveIssuedOn, blocks.daySign)}` : directiveName),
          unbroken(dayInWords(due, blocks.daySign)),
          daysLate(due),
        ],
      })),
    ),
    ...(hidden > 0
      ? [
          blocks.gap(0),
          blocks.paragraph(`Ngoài ra còn ${hidden} ${kind === 'milestone' ? 'nhiệm vụ' : 'mục'} thuộc văn bản mật, có danh sách riêng.`),
        ]
      : []),
    blocks.gap(),
    blocks.paragraph(
      `Đề nghị ${bodyName} trả lời bằng văn bản hoặc trên hệ thống, chậm nhất ngày ${dayInWords(answerBy, blocks.daySign)}${blocks.end}`,
    ),
    ...blocks.foot(signer, signerTitle),
  ]
}
