import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints } from './contract.ts'

/** The forms in which a directive is handed on; the original first. */
export const forms = [
  ['original', directives.downloadOriginal],
  ['asExcel', endpoints.exportTasks],
  ['asCsv', endpoints.exportTasksCsv],
  ['asAkomaNtoso', endpoints.exportAkomaNtoso],
  ['asJson', endpoints.exportReading],
] as const
