import { z } from 'zod'
import { download, read, write } from '../../kernel/endpoint.ts'
import { Facts } from '../contract.ts'
import { PlanId } from '../orders/contract.ts'

/** The cells of a plan as a sheet or a document brings them. */
export const Cells = Facts.partial()
export type Cells = z.infer<typeof Cells>

/**
 * What a file would do to a plan by one item: a new one, cells of one changed, one no longer in the file; `stale` where somebody has changed or removed the item since
 * the file was written, `there` where the same words stand in the plan already.
 */
export const FileChange = z.object({
  id: z.uuid(),
  kind: z.enum(['new', 'changed', 'missing', 'stale', 'there']),
  /** The row of the sheet; null for what is not in it, and for documents. */
  row: z.number().nullable(),
  /** Where in a document it stands. */
  address: z.string(),
  version: z.number().nullable(),
  text: z.string(),
  was: Cells,
  facts: Cells,
  /** Who has changed it since. */
  by: z.string().nullable(),
})
export type FileChange = z.infer<typeof FileChange>

/** A cell that can’t be read, and why; it is left as it was. */
export const CellFault = z.object({
  row: z.number(),
  field: Facts.keyof(),
  value: z.string(),
  problem: z.enum(['day', 'money', 'person', 'answer', 'long', 'no-text']),
})
export type CellFault = z.infer<typeof CellFault>

export const PlanFile = z.object({
  name: z.string(),
  /** This plan’s own sheet, any other table, or a document. */
  kind: z.enum(['own', 'table', 'document']),
  changes: z.array(FileChange),
  same: z.number(),
  faults: z.array(CellFault),
  /** All items in the order of the file, where that differs from the plan’s. */
  order: z.array(z.uuid()),
  /** The rows of a table from its heading on, for columns to be named. */
  cells: z.array(z.array(z.string())),
})
export type PlanFile = z.infer<typeof PlanFile>

const editors = ['clerk', 'leader'] as const
const plan = { planId: PlanId }
const Named = z.object({ id: z.uuid(), version: z.number().int() })

export const endpoints = {
  exportPlan: download({
    path: '/api/plans/:planId/sheet',
    for: 'holder',
    does: 'The items of a plan as xlsx, with the ids and versions that let the same file be read back in.',
    input: z.object(plan),
  }),
  readPlanFile: read({
    path: '/api/plans/:planId/file',
    for: editors,
    does: 'What an uploaded file (its own xlsx, any other xlsx, or a document) would do to a plan; changes nothing.',
    input: z.object({ ...plan, fileId: z.uuid() }),
    output: PlanFile,
  }),
  importPlanRows: write({
    path: '/api/plans/:planId/import',
    for: editors,
    does: 'Writes what was chosen of a file: items of the plan anew (refused as a whole where one has another version by now), further items, items to take out, and their order.',
    input: z.object({
      ...plan,
      rows: z.array(Cells.extend({ id: z.uuid(), version: z.number().int().nullable() })).max(1000),
      removed: z.array(Named).max(1000).default([]),
      order: z.array(z.uuid()).max(3000).default([]),
    }),
    output: z.object({ added: z.number(), changed: z.number(), removed: z.number() }),
  }),
}
