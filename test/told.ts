import { readDirective } from '../src/directives/reading/read.ts'

/** The tasks of a plan with these lines under its title: what is to be done, by whom, with whom and by when. */
export const told = (...lines: string[]) =>
  readDirective(['KẾ HOẠCH', 'về việc chung của tỉnh', 'Số: 12/KH-UBND', '', ...lines].join('\n')).tasks.map(({ text, lead, coordinate, due }) => ({
    text,
    lead,
    coordinate,
    due,
  }))
