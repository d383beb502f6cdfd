import type { Body } from '../bodies/bodies.ts'
import { bodiesAt } from '../bodies/bodyLists.ts'
import type { MentionRole } from '../reading.ts'
import type { Passage } from '../words/plaintext.ts'
import { type Token, tokensIn } from '../words/tokens.ts'
import { actAt } from '../words/verbs.ts'
import { actorIn, clauseEnd } from './actors.ts'
import { helps, partnersAfter, partnersAt } from './partners.ts'
import { receiversIn } from './receivers.ts'
import { skipJoints } from './subjects.ts'
import { meantBy, pastTime, topicEnd } from './topics.ts'

/** A body in a role, with its place in the passage. */
export type Role = { role: MentionRole; body: Body; given?: boolean; asked?: boolean }

/** What a provision says about who does what: `ordered` tells whether somebody is ordered by name, `topicEnd` where the words about the matter end and the order begins. */
export type Roles = { roles: Role[]; ordered: boolean; directive: boolean; topicEnd: number }

const asksBefore = (tokens: readonly Token[], at: number): boolean =>
  /(?:yêu cầu|đề nghị) (?:các )?$/.test(
    `${tokens
      .slice(Math.max(0, at - 3), at)
      .map(({ low }) => low)
      .join(' ')} `,
  )

/** The bodies a provision names, each in its role; `beside` where the words over it end in "phối hợp:", so that "Với Sở Y tế rà soát …" names a partner. */
export function rolesIn(p: Passage, beside = false): Roles {
  const { text } = p
  const tokens = tokensIn(p)
  const roles: Role[] = []
  const topic = topicEnd(text, tokens)
  const start = Math.max(topic, pastTime(tokens))
  let ordered = false
  let directive = false
  // "Nhằm chấn chỉnh …; khắc phục …, Chủ tịch yêu cầu các sở …"
  let goesOn = false
  const meant = meantBy(text, tokens)
  for (const body of meant?.bodies ?? []) roles.push({ role: 'lead', body })
  if (meant) ordered = true
  const helpers = beside ? partnersAfter(text, tokens, tokens[0]?.low === 'với' ? 1 : 0) : null
  for (const body of helpers?.bodies ?? []) roles.push({ role: 'coordinate', body })
  for (let i = helpers ? clauseEnd(tokens, 0) + 1 : start; i < tokens.length; ) {
    const end = clauseEnd(tokens, i)
    const found = actorIn(text, tokens, i, end, goesOn)
    const opened: boolean = goesOn || /^(?:nhằm|để|trước)$/.test(tokens[skipJoints(tokens, i)]?.low ?? '')
    goesOn = opened && roles.length === 0 && !(found && 'list' in found) && tokens[end]?.text === ';'
    // "…; phân công đồng chí …": whoever acts before shares its work out.
    const shares =
      found && 'list' in found && found.directive && tokens[skipJoints(tokens, i)]?.low === 'phân' && roles.some(({ role }) => role === 'lead')
    // "Sở A, Sở B đôn đốc các chủ đầu tư; yêu cầu các chủ đầu tư cam kết …": whoever acts first asks them, in the same sentence
    const asks =
      found &&
      'list' in found &&
      found.directive &&
      tokens[i - 1]?.text === ';' &&
      /^(?:yêu)$/.test(tokens[skipJoints(tokens, i)]?.low ?? '') &&
      roles.some(({ role, given }) => role === 'lead' && !given)
    if (found && 'list' in found && !shares && !asks) {
      ordered = true
      directive ||= found.directive
      // "Rà soát …; đề nghị các cơ quan cung cấp …": whoever has to do the first asks them.
      const asked =
        found.directive &&
        i > start &&
        roles.length === 0 &&
        (/^(?:đề|yêu)$/.test(tokens[skipJoints(tokens, i)]?.low ?? '') ||
          // "Kiểm tra chất lượng nước; nếu không đạt, yêu cầu các cơ sở …"
          // "…; giao trách nhiệm người đứng đầu các đơn vị trực tiếp phụ trách"
          (tokens[skipJoints(tokens, i)]?.low === 'giao' &&
            tokens[skipJoints(tokens, i) + 1]?.low === 'trách' &&
            found.list.bodies.every(({ title }) => title)) ||
          (tokens[skipJoints(tokens, i)]?.low === 'nếu' && asksBefore(tokens, found.list.bodies[0]?.start ?? 0)) ||
          // "Tổ chức …; phân công phòng chuyên môn …"
          (tokens[skipJoints(tokens, i)]?.low === 'phân' && found.list.bodies.every(({ start }) => !tokens[start]?.capital))) &&
        actAt(tokens, start) !== null
      for (const body of found.list.bodies) roles.push({ role: 'lead', body, given: found.directive, asked })
    }
    // A list of bodies may run over semicolons; the clause then ends later.
    const reached = found ? ('list' in found ? found.list.end : found.passed) : 0
    i = reached > end ? clauseEnd(tokens, reached) + 1 : end + 1
  }
  for (let i = topic; i < tokens.length; i++) {
    const t = tokens[i] as Token
    if ((t.low === 'phối' || t.low === 'kết') && tokens[i + 1]?.low === 'hợp' && tokens[i - 1]?.low !== 'chế') {
      const list = partnersAt(text, tokens, i)
      if (list) for (const body of list.bodies) roles.push({ role: 'coordinate', body })
    }
  }
  const partners = new Set(roles.filter(({ role }) => role === 'coordinate').map(({ body }) => body.from))
  roles.splice(0, roles.length, ...roles.filter(({ role, body, given }) => role !== 'lead' || given || !partners.has(body.from)))
  // "Cùng với Ủy ban nhân dân các phường triển khai …"
  for (let i = topic; i < tokens.length; i++) {
    if (tokens[i]?.low !== 'cùng' || tokens[i + 1]?.low !== 'với' || (i > topic && !/^[.;]$/.test(tokens[i - 1]?.text ?? ''))) continue
    const list = bodiesAt(text, tokens, i + 2, false)
    if (list && actAt(tokens, list.end) !== null) for (const body of list.bodies) roles.push({ role: 'coordinate', body })
  }
  // "chủ trì cùng Sở Tài chính"
  for (let i = topic; i < tokens.length; i++) {
    if (tokens[i]?.low !== 'cùng' || tokens[tokens[i - 1]?.low === ',' ? i - 2 : i - 1]?.low !== 'trì') continue
    const list = bodiesAt(text, tokens, tokens[i + 1]?.low === 'với' ? i + 2 : i + 1, false)
    for (const body of list?.bodies ?? []) roles.push({ role: 'coordinate', body })
  }
  // "chủ trì, Công an tỉnh phối hợp"
  for (let i = topic; i < tokens.length; i++) {
    if (tokens[i]?.low !== 'trì' || !/^[,;]$/.test(tokens[i + 1]?.text ?? '')) continue
    const list = bodiesAt(text, tokens, i + 2, false)
    if (list && tokens[list.end]?.low === 'phối' && !/^(?:với|cùng|chặt)$/.test(tokens[list.end + 2]?.low ?? ''))
      for (const body of list.bodies) if (!roles.some((x) => x.body.from === body.from)) roles.push({ role: 'coordinate', body })
  }
  const aside = roles.filter(({ role, body }) => role === 'lead' && helps(tokens, body))
  for (const one of aside) one.role = 'coordinate'
  for (const role of receiversIn(text, tokens, topic, roles)) roles.push(role)
  return { roles, ordered, directive, topicEnd: tokens[topic]?.from ?? 0 }
}
