import { fill, type Word } from '../../../kernel/words.ts'
import { type Column, type Edition, noteOf, numbered, sheet } from '../../../paper/sheets.ts'
import type { Above, Facts, Item, Owed } from '../../contract.ts'
import { words as columnWords } from '../../words.ts'
import { codesOf } from '../rules.ts'
import { words } from '../words.ts'

/** The columns of a plan’s sheet, in their order, and how wide they are. */
export const sheetFields = {
  part: 26,
  text: 60,
  obligationIds: 20,
  superiorItemIds: 16,
  product: 26,
  lead: 26,
  coordinate: 26,
  personId: 22,
  fromOn: 13,
  dueOn: 13,
  money: 16,
  note: 26,
} as const satisfies Record<keyof Facts, number>

export type Planned = { title: string; rows: readonly Item[]; obligations: readonly Owed[]; above: readonly Above[] }
type Coded = { code: string; of: Word; text: string; dueOn: string | null; id: string }

/** The id of an item and the version written down, by which its row is known again. */
export const markOf = ({ id, version }: Pick<Item, 'id' | 'version'>): string => `${id} v${version}`

/** What a cell of an item says in a sheet: days as ISO, answers as codes. */
export function cellOf(item: Omit<Facts, 'personId'> & { personName: string | null }, field: keyof Facts, codes: Map<string, string>) {
  if (field === 'obligationIds' || field === 'superiorItemIds') return item[field].flatMap((id) => codes.get(id) ?? []).join('; ')
  return field === 'personId' ? item.personName : item[field]
}

/** A plan as two sheets: its items, and what the codes in them stand for. Ids stand in hidden columns, so that the file can be read back in. */
export function planSheets(edition: Edition, { title, rows, obligations, above }: Planned) {
  const { language } = edition
  const codes = codesOf(obligations, above)
  const fields = Object.entries(sheetFields) as [keyof Facts, number][]
  const columns = fields.map(([field, width]): Column<Item> => {
    const isDay = field === 'fromOn' || field === 'dueOn'
    return { title: columnWords[field][language], width, ...(isDay ? { isDay } : {}), value: (row) => cellOf(row, field, codes) as string }
  })
  const coded: Coded[] = [
    ...obligations
      .filter(({ id }) => codes.has(id))
      .map(({ id, text, finalDue }) => ({ code: codes.get(id) as string, of: words.ofObligation, text, dueOn: finalDue, id })),
    ...above.map(({ id, text, dueOn }) => ({ code: codes.get(id) as string, of: words.ofSuperior, text, dueOn, id })),
  ]
  return [
    sheet<Item>(
      words.itemsSheet[language],
      title,
      noteOf(edition, words.unitItems, fill(words.howToFill, { sheet: words.codesSheet[language] })[language]),
      [numbered(columnWords.number[language]), ...columns, { title: columnWords.itemCode[language], width: 10, isHidden: true, value: markOf }],
      rows,
    ),
    sheet<Coded>(
      words.codesSheet[language],
      words.codesTitle[language],
      noteOf(edition, words.unitCodes),
      [
        { title: words.code[language], width: 24, value: (row) => row.code },
        { title: words.codeOf[language], width: 22, value: (row) => row.of[language] },
        { title: columnWords.text[language], width: 80, value: (row) => row.text },
        { title: words.due[language], width: 14, isDay: true, value: (row) => row.dueOn },
        { title: columnWords.itemCode[language], width: 10, isHidden: true, value: (row) => row.id },
      ],
      coded,
    ),
  ]
}
