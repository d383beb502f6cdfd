import type { Token } from '../words/tokens.ts'
import type { Body } from './bodies.ts'

/** "cán bộ, đảng viên" stands together in the lexicon, so that it is not taken for the end of another name; it names each of them. */
export function eachOf(text: string, tokens: readonly Token[], body: Body): Body[] {
  if (!PEOPLE.test(text.slice(body.from, body.to))) return [body]
  const each: Body[] = []
  let start = body.start
  for (let i = body.start; i <= body.end; i++) {
    if (i < body.end && !/^(?:,|và)$/.test(tokens[i]?.low ?? '')) continue
    const [first, last] = [tokens[start] as Token, tokens[i - 1] as Token]
    each.push({ ...body, start, end: i, from: first.from, to: last.to })
    start = i + 1
  }
  return each
}
const PEOPLE = /^(?:cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên)(?:,| và) [^,]+(?:(?:,| và) [^,]+)*$/iu
