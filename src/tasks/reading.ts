import { citeFrom, citerOf } from '../directives/citing.ts'
import type { Provision, Recognition } from '../directives/contract.ts'
import type { Abbreviation, Reading, ReadTask } from '../directives/reading/reading.ts'
import { fold } from '../directives/reading/words/plaintext.ts'
import type { Database } from '../kernel/database.ts'
import { matchNames } from '../organisations/queries.ts'
import type { MilestoneRow, RoleRow, TaskRow } from './queries/drafts.ts'

type Match = { bodyId: string | null; classId: string | null }

export { citeFrom, citerOf }

/** The smallest provision in which a place of the text lies. */
export const homeOf = <P extends Pick<Provision, 'from' | 'to'>>(provisions: readonly P[], at: number): P | undefined =>
  provisions.findLast(({ from, to }) => from <= at && at < to)

/** The tasks of a reading as rows, every name matched to the registry as of a day. */
export async function rowsOf(
  db: Database,
  reading: Reading,
  provisions: readonly Provision[],
  day: string,
  issuerId: string | null,
  recognition: Recognition | null,
): Promise<TaskRow[]> {
  const names = [...new Set(reading.tasks.flatMap((task) => [...task.lead, ...task.coordinate, ...task.advise, ...task.submitTo, ...task.via]))]
  const inFull = spelledOut(names, reading.document.abbreviations)
  const found = new Map((await matchNames(db, [...new Set([...names, ...inFull.values()])], day, issuerId)).map((match) => [match.named, match]))
  // What the document says a short name stands for goes before whatever else is called so.
  const matches = new Map(names.map((name) => [name, [found.get(inFull.get(name) ?? name), found.get(name)].find(isMatched)]))
  const citing = citerOf(provisions)
  const byAddress = new Map(provisions.map((provision) => [provision.address, provision]))
  return reading.tasks.map((task): TaskRow => {
    const home = byAddress.get(task.address)
    return {
      provisionId: home?.id ?? null,
      position: task.span[0],
      address: home ? citing(home.id) : '',
      text: task.text,
      product: task.products.map((product) => product.name).join('; '),
      condition: task.conditions.join('; '),
      isStanding: task.standing,
      from: task.span[0],
      to: task.span[1],
      origin: 'read',
      doubts: [...task.doubts, ...doubtsOf(task, reading.text, recognition)],
      certainty: task.certainty,
      roles: rolesOf(task, matches),
      milestones: milestonesOf(task),
    }
  })
}

/** The milestones of a task that was read, as rows. */
export const milestonesOf = (task: ReadTask): MilestoneRow[] =>
  task.milestones.map(({ worded, due, kind, what, span: [from, to] }) => ({ worded, due, kind, what: what ?? '', from, to }))

/** Whether a name was found in the registry. */
export const isMatched = (match: Match | undefined): boolean => match !== undefined && (match.bodyId ?? match.classId) !== null

/** The names that the document itself abbreviates, written out: "Ban Chỉ đạo", "Văn phòng Ban Chỉ đạo". */
function spelledOut(names: readonly string[], abbreviations: readonly Abbreviation[]): Map<string, string> {
  const single = abbreviations.flatMap(({ short, long: [long, ...more] }) => (long && more.length === 0 ? [{ short: fold(short), long }] : []))
  return new Map(
    names.flatMap((name) => {
      const folded = fold(name)
      const own = single.find(({ short }) => folded === short || folded.endsWith(` ${short}`))
      return own ? [[name, `${name.slice(0, name.length - own.short.length)}${own.long}`] as const] : []
    }),
  )
}

/** What a clerk must look at in words that were recognised without certainty. */
function doubtsOf({ span: [from, to] }: ReadTask, text: string, recognition: Recognition | null): TaskRow['doubts'] {
  const words = recognition?.doubtful.filter((word) => word.from < to && word.to > from).map((word) => text.slice(word.from, word.to)) ?? []
  if (words.length === 0) return []
  const shown = words.slice(0, 5).map((word) => `«${word}»`)
  const listed = `${shown.join(', ')}${words.length > shown.length ? ' …' : ''}`
  const why = {
    vi: `Nhận dạng từ bản chụp chưa chắc ${words.length} từ: ${listed}.`,
    en: `Recognised from the scan without certainty (${words.length}): ${listed}.`,
  }
  return [{ field: 'text', why }]
}

function rolesOf(task: ReadTask, matches: Map<string, Match | undefined>): RoleRow[] {
  const groups = [
    ['lead', task.lead],
    ['coordinate', task.coordinate],
    ['advise', task.advise],
    ['submit-to', task.submitTo],
    ['via', task.via],
    ['follow-up', task.followUp],
  ] as const
  return groups.flatMap(([role, names]) =>
    names.map((named) => {
      const span = task.mentions.find((mention) => mention.role === role && mention.name === named)?.span
      const match = matches.get(named)
      return {
        role,
        named,
        bodyId: match?.bodyId ?? null,
        classId: match?.classId ?? null,
        settled: false,
        from: span?.[0] ?? null,
        to: span?.[1] ?? null,
      }
    }),
  )
}
