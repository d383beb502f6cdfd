import type { Download } from '../../kernel/serve.ts'
import { dayInWords, type Issuer } from '../../paper/layouts.ts'
import { type Blocks, type Head, officialFile, type PaperColumn } from '../../paper/official.ts'
import type { Edition } from '../contract.ts'
import { flat, moneyOf, sentenceOf, whenOf } from './sentences.ts'
import { documentColumns } from './table/documentLines.ts'
import { bookmarkOf } from './table/ownDocument.ts'

/** A plan as its official document needs it. */
export type Official = Edition & {
  kind: string
  place: Omit<Head, 'about'>
  signer: string
  signerTitle: string
  /** To whom it goes, besides those who keep it. */
  copies: readonly string[]
  /** The version of each item as it stands; none of what was frozen. */
  versions: ReadonlyMap<string, number>
  /** Codes of what the items answer. */
  codes: ReadonlyMap<string, string>
  /** The items stand in a table across, behind the text. */
  isAnnexed: boolean
}
type Planned = Edition['items'][number]

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']
const roman = (at: number): string => romans[at] ?? String(at + 1)

/** Headings are numbered anew: a number that somebody has typed before one goes. */
const bare = (title: string): string => title.replace(/^\s*(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)\-–:]+\s*/u, '').trim()
const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The official document of a plan, laid out for its issuer and day. */
export const documentFile = (name: string, issuer: Issuer, plan: Official): Promise<Download> =>
  officialFile(name, [plan.kind, plan.head.title].join(' '), issuer, plan.place.day, (blocks) => [
    { children: textOf(blocks, plan) },
    ...(plan.isAnnexed ? [{ isWide: true, children: annexOf(blocks, issuer, plan) }] : []),
  ])

function textOf(blocks: Blocks, plan: Official) {
  const { head, items, isAnnexed } = plan
  const sections = [
    { title: 'MỤC ĐÍCH, YÊU CẦU', children: linesOf(head.aims).map(blocks.paragraph) },
    {
      title: 'NỘI DUNG',
      children: isAnnexed
        ? [blocks.paragraph(`Các đầu việc, phân công và thời hạn thực hiện theo Phụ lục kèm theo (${items.length} đầu việc).`)]
        : proseOf(blocks, plan),
    },
    { title: 'TỔ CHỨC THỰC HIỆN', children: linesOf(head.carryingOut).map(blocks.paragraph) },
  ].filter(({ children }) => children.length > 0)
  return [
    ...blocks.head(plan.place),
    ...blocks.title(plan.kind, head.title),
    ...linesOf(head.grounds).map(blocks.paragraph),
    ...sections.flatMap(({ title, children }, i) => [blocks.heading(`${roman(i)}. ${title}`), ...children]),
    blocks.gap(),
    ...blocks.foot(plan.signer, plan.signerTitle, plan.copies),
  ]
}

/** Runs of items under one heading, as they stand. */
function partsOf(items: readonly Planned[]): { title: string; items: Planned[] }[] {
  const parts: { title: string; items: Planned[] }[] = []
  for (const item of items) {
    const title = bare(item.part)
    const last = parts.at(-1)
    if (last && last.title === title) last.items.push(item)
    else parts.push({ title, items: [item] })
  }
  return parts
}

function proseOf(blocks: Blocks, { items, versions }: Official) {
  const parts = partsOf(items)
  const numbered = parts.filter(({ title }) => title)
  return parts.flatMap(({ title, items }) => [
    ...(title ? [blocks.heading(`${numbered.findIndex((one) => one.items === items) + 1}. ${title}`)] : []),
    ...items.flatMap((item) => {
      const said = sentenceOf(item, blocks.daySign)
      return said === '' ? [] : [blocks.marked(`- ${said}`, bookmarkOf(item.id, versions))]
    }),
  ])
}

const columnsOf = (hasMoney: boolean): readonly PaperColumn[] => [
  { title: 'TT', width: 5, isCentred: true },
  { title: documentColumns.text, width: hasMoney ? 25 : 31 },
  { title: documentColumns.lead, width: 14 },
  { title: documentColumns.coordinate, width: hasMoney ? 12 : 14 },
  { title: documentColumns.product, width: hasMoney ? 12 : 13 },
  { title: documentColumns.when, width: 11, isCentred: true },
  ...(hasMoney ? [{ title: documentColumns.money, width: 10, isCentred: true }] : []),
  { title: 'Căn cứ (mục của văn bản)', width: hasMoney ? 11 : 12, isCentred: true },
]

/** A task that stands nowhere in the document has a code for the sheet, which says nothing on paper. */
const cited = (codes: readonly string[]): string => codes.filter((code) => !/^NV(?: #\d+)?$/.test(code)).join('\n')

function annexOf(blocks: Blocks, issuer: Issuer, { kind, head, place, items, codes, versions }: Official) {
  const number = place.number ? `số ${place.number}, ngày ${dayInWords(place.day, blocks.daySign)}` : 'số ……………'
  let count = 0
  const hasMoney = items.some(({ money }) => money !== null)
  const parts = partsOf(items)
  const numbered = parts.filter(({ title }) => title)
  const rows = parts.flatMap((part) => [
    ...(part.title ? [{ cells: [roman(numbered.indexOf(part)), part.title] }] : []),
    ...part.items.map((item) => ({
      mark: bookmarkOf(item.id, versions),
      cells: [
        String(++count),
        flat(item.text),
        [flat(item.lead), item.personName && `(đồng chí ${item.personName})`].filter(Boolean).join('\n'),
        flat(item.coordinate),
        flat(item.product),
        whenOf(item.fromOn, item.dueOn, blocks.daySign),
        ...(hasMoney ? [moneyOf(item.money)] : []),
        cited([...item.obligationIds, ...item.superiorItemIds].flatMap((id) => codes.get(id) ?? [])),
      ],
    })),
  ])
  return [
    blocks.centred('PHỤ LỤC', { bold: true }),
    blocks.centred(`Các đầu việc ${head.title}`, { bold: true }),
    blocks.centred(`(Kèm theo ${kind} ${number} của ${issuer.name})`, { italics: true }, 200),
    blocks.table(columnsOf(hasMoney), rows),
  ]
}
