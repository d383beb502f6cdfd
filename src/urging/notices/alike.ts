import type { NoticeLine } from '../contract.ts'

/** What several notices of one act say alike; of a lone one nothing is told apart from the rest. */
export type Alike = { text: boolean; bodyName: boolean; directiveName: boolean; due: boolean; madeAt: boolean }

/** An instant up to its minute has so many letters. */
const minute = '2013-12-10T08:45'.length

const none: Alike = { text: false, bodyName: false, directiveName: false, due: false, madeAt: false }

/** What all of these notices say alike, to be said once above them. */
export function alikeIn(notices: readonly NoticeLine[]): Alike {
  const [first, ...others] = notices
  if (!first || others.length === 0) return none
  const same = (of: (one: NoticeLine) => unknown) => others.every((one) => of(one) === of(first))
  return {
    text: same(({ isSecret, page, address, text }) => [isSecret, isSecret && page, address, text].join('\n')),
    bodyName: same(({ bodyName }) => bodyName),
    directiveName: same(({ directiveName }) => directiveName),
    due: same(({ due }) => due),
    madeAt: same(({ madeAt }) => madeAt.slice(0, minute)),
  }
}
