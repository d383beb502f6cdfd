import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { download } from '../../kernel/endpoint.ts'

export const endpoints = {
  exportTasks: download({
    path: '/api/directives/:directiveId/tasks/export',
    for: 'holder',
    does: 'The tasks of a directive as xlsx, as they stand after review: words, roles, products, deadlines, days left.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  exportTasksCsv: download({
    path: '/api/directives/:directiveId/tasks/csv',
    for: 'holder',
    does: 'The tasks of a directive as comma-separated values: words, roles, products, deadlines, days left.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  exportAkomaNtoso: download({
    path: '/api/directives/:directiveId/akoma-ntoso',
    for: 'holder',
    does: 'A directive in Akoma Ntoso 3.0: its words, its provisions under their addresses, its tasks.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  exportReading: download({
    path: '/api/directives/:directiveId/reading',
    for: 'holder',
    does: 'A directive as JSON in the form of a reading: its facts, its provisions with their places in its text, its tasks as they were reviewed.',
    input: z.object({ directiveId: DirectiveId }),
  }),
}
