import { capital, fill, type Word } from '../../kernel/words.ts'
import { words as planWords } from '../../plans/work/words.ts'
import type { WorkItem } from '../contract.ts'
import { words } from '../words.ts'

const isPlan = ({ kind }: WorkItem): boolean => kind === 'plan' || kind === 'appraisal'

/** In a few words, what a piece of work is about. */
export function whatOf(item: WorkItem): Word {
  const { kind, step, bodyName: body, count, form, text } = item
  if (step === 'direct') return fill(words.silentBefore, { body, count })
  if (kind === 'urging') return fill(words.urgedBy, { body, count })
  if (isPlan(item)) return form ? fill(planWords.planOf, { form: capital(form), body }) : barePlanOf(body)
  return { vi: text, en: text }
}

/** A plan that its order calls nothing else. */
const barePlanOf = (body: string): Word => ({
  vi: fill(planWords.planOf, { form: planWords.formBare.vi, body }).vi,
  en: fill(planWords.planOf, { form: planWords.formBare.en, body }).en,
})

/** The next step, as its button says it. */
export function nextOf(item: WorkItem): Word {
  const { kind, step, count } = item
  if (step === 'refusals' || step === 'refusals-below') return fill(words['now-refusals'], { count })
  if (step === 'direct') return words['now-direct']
  if (kind === 'incoming') return fill(words[`now-${step as 'receive'}`], { count })
  return isPlan(item) ? planWords[`work-${step as 'start'}`] : words[`now-${kind as 'accept'}`]
}
