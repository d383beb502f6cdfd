import { showDay } from '../../ui/days.ts'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { words } from './words.ts'

/** The cells of an item that were typed into. */
export const fieldsOf = (changes: Partial<Facts>) => (Object.keys(changes) as (keyof Facts)[]).filter((field) => changes[field] !== '')

/** What was typed into the cells of an item, each quoted. */
export function TypedCells({ plan, changes }: { plan: PlanPage; changes: Partial<Facts> }) {
  const t = useWords(words)
  const show = (field: keyof Facts, value: unknown): string => {
    if (field === 'personId') return plan.people.find(({ id }) => id === value)?.name ?? t('noPerson')
    if (field === 'fromOn' || field === 'dueOn') return value ? showDay(String(value)) : t('empty')
    if (field === 'money') return value === null ? t('empty') : showCount(Number(value))
    return Array.isArray(value) ? t('answersCount', { count: value.length }) : String(value ?? '') || t('empty')
  }
  return fieldsOf(changes).map((field) => <q key={field}>{show(field, changes[field])}</q>)
}
