import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import { type Body, bodyAt, nameOf } from './bodies.ts'
import { HEADS } from './bodyWords.ts'

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

/** "Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban": one comrade, told by two posts over a dash. */
export function secondPost(tokens: readonly Token[], i: number): number {
  if (!/^[-–]$/.test(tokens[i]?.text ?? '') || !tokens[i + 1]?.capital || matchAt(HEADS, tokens, i + 1)?.value !== 'title') return i
  return bodyAt(tokens, i + 1, true)?.end ?? i
}

/** "Đồng chí Ủy viên Ban Thường vụ, Chủ tịch Ủy ban Mặt trận xã": one comrade, told by two posts; "các đồng chí" are several, and so are a head and the deputy of one body. */
export function asOnePerson(text: string, tokens: readonly Token[], i: number, bodies: Body[]): Body[] {
  const [first, second] = bodies
  if (tokens[i]?.low !== 'đồng' || tokens[i + 1]?.low !== 'chí' || !first || !second || bodies.length > 2) return bodies
  if (!first.title || !second.title || text.slice(first.to, second.from).trim() !== ',' || second.determined) return bodies
  const body = first.name.split(' ').slice(2).join(' ')
  if (body !== '' && second.name.includes(body)) return bodies
  return [{ ...second, from: first.from, start: first.start, name: nameOf(text.slice(first.from, second.to)) }]
}
