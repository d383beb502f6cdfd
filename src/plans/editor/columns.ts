const few = ['text', 'answers', 'product', 'lead', 'personId', 'dueOn'] as const
const all = ['text', 'answers', 'product', 'lead', 'coordinate', 'personId', 'fromOn', 'dueOn', 'money', 'note'] as const
export type SheetColumn = (typeof all)[number]

/** The columns of the sheet: those everybody needs, or all. */
export const columnsOf = (isWide: boolean): readonly SheetColumn[] => (isWide ? all : few)
