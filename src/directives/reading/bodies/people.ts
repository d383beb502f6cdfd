import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import type { Body } from './bodies.ts'

const PEOPLE = lexicon<true>([true, 'cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|người lao động'])

/** "cán bộ, đảng viên" stands together in the lexicon, so that it is not taken for the end of another name; it names each of them, and what follows the last belongs to that. */
export function eachOf(tokens: readonly Token[], body: Body): Body[] {
  const each: Body[] = []
  let start = body.start
  for (let found = matchAt(PEOPLE, tokens, start); found; found = matchAt(PEOPLE, tokens, start)) {
    const end = start + found.length
    const next = /^(?:,|và)$/.test(tokens[end]?.low ?? '') ? matchAt(PEOPLE, tokens, end + 1) : null
    if (!next || end + 1 >= body.end) break
    each.push({ ...body, start, end, from: (tokens[start] as Token).from, to: (tokens[end - 1] as Token).to })
    start = end + 1
  }
  return each.length === 0 ? [body] : [...each, { ...body, start, from: (tokens[start] as Token).from }]
}
