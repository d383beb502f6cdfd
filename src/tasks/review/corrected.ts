import type { Said } from '../contract.ts'
import type { TaskField } from '../rules.ts'

/** What was read in a field, as a line. */
export function readIn({ roles, milestones, text, product, condition }: Said, field: TaskField): string {
  if (field === 'text') return text
  if (field === 'product') return product
  if (field === 'condition') return condition
  if (field === 'milestones') return milestones.map(({ worded }) => `«${worded}»`).join('; ')
  return roles.flatMap(({ role, named }) => (role === field ? [named] : [])).join('; ')
}
