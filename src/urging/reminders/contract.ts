import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'
import { Day, Level } from '../../organisations/contract.ts'
import { DueKind } from '../contract.ts'

export const ReminderRuleId = z.uuid().brand('ReminderRuleId')

const Offsets = z.array(z.number().int().min(0).max(365)).max(12)
export const ReminderRule = z.object({
  id: z.uuid(),
  directiveId: z.uuid().nullable(),
  directiveTitle: z.string().nullable(),
  level: Level.nullable(),
  kind: DueKind,
  daysBefore: z.array(z.number()),
  daysAfter: z.array(z.number()),
  byEmail: z.boolean(),
  from: Day.nullable(),
  /** The caller may change it. */
  canSet: z.boolean(),
})
export type ReminderRule = z.infer<typeof ReminderRule>

export const DayOff = z.object({ day: Day, name: z.string(), isWorking: z.boolean() })

const rulers = ['administrator', 'clerk', 'leader'] as const

/** When who owes something is reminded, and the days on which nobody is. */
export const endpoints = {
  listReminderRules: read({
    path: '/api/reminder-rules',
    for: rulers,
    does: 'The rules of reminding in force: those for all, and those of directives the caller may see; for which directives they may set one.',
    input: z.object({}),
    output: z.object({
      rules: z.array(ReminderRule),
      canSetForAll: z.boolean(),
      directives: z.array(z.object({ id: z.uuid(), title: z.string() })),
    }),
  }),
  setReminderRule: write({
    path: '/api/reminder-rules',
    for: rulers,
    does: 'Says from today on when who owes a kind of thing is reminded: for all by an administrator whose field is everything, for a directive by its standing body; for all levels or one. No days: no reminding.',
    input: z.object({
      directiveId: DirectiveId.nullable().default(null),
      level: Level.nullable().default(null),
      kind: DueKind,
      daysBefore: Offsets,
      daysAfter: Offsets,
      byEmail: z.boolean(),
    }),
    output: z.object({ ruleId: ReminderRuleId }),
  }),
  endReminderRule: write({
    path: '/api/reminder-rules/:ruleId/end',
    for: rulers,
    does: 'Ends a rule of one directive or level from today on; the more general one holds again.',
    input: z.object({ ruleId: ReminderRuleId }),
    output: z.object({}),
  }),
  listDaysOff: read({
    path: '/api/days-off',
    for: 'holder',
    does: 'The public holidays of a year, and the days worked instead; Saturdays and Sundays are off without being listed.',
    input: z.object({ year: z.coerce.number<number>().int().min(1950).max(2200).optional() }),
    output: z.object({ year: z.number(), days: z.array(DayOff), canSet: z.boolean() }),
  }),
  setDayOff: write({
    path: '/api/days-off',
    for: ['administrator'],
    does: 'Notes a public holiday, or (isWorking) a day that is worked although it would be off; by an administrator whose field is everything.',
    input: DayOff.extend({ name: z.string().trim().normalize('NFC').max(300).min(2), isWorking: z.boolean().default(false) }),
    output: z.object({}),
  }),
}
