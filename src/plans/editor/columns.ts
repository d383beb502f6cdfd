import type { Item } from '../contract.ts'

const few = ['text', 'answers', 'product', 'lead', 'personId', 'dueOn'] as const
const all = ['text', 'answers', 'product', 'lead', 'coordinate', 'personId', 'fromOn', 'dueOn', 'money', 'note'] as const
export type SheetColumn = (typeof all)[number]

/** The columns of the sheet: those everybody needs, or all. */
export const columnsOf = (isWide: boolean): readonly SheetColumn[] => (isWide ? all : few)

/** Words by which a remark names a column that a sheet of few columns leaves out. */
const naming = {
  coordinate: /phối hợp/iu,
  fromOn: /bắt đầu|từ ngày|khởi công/iu,
  money: /kinh phí|dự toán|ngân sách|chi phí|số tiền|mức chi/iu,
  note: /ghi chú/iu,
} as const
type LeftOut = keyof typeof naming

/** The cells of an item that a sheet of few columns leaves out and a remark on it may be about: those in which something stands, and those it names. */
export const remarkedCells = (row: Pick<Item, LeftOut | 'remarks'>): LeftOut[] =>
  row.remarks.length === 0
    ? []
    : (Object.keys(naming) as LeftOut[]).filter(
        (column) => (row[column] !== null && row[column] !== '') || row.remarks.some((remark) => naming[column].test(remark.normalize('NFC'))),
      )
