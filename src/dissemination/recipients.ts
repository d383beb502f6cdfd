import { bodiesOf } from '../directives/reading/bodies/bodyLists.ts'
import type { Database } from '../kernel/database.ts'
import { matchNames } from '../organisations/queries.ts'
import type { Recipient } from './contract.ts'
import { bodiesMeant, type Meant, settledRecipients } from './queries/expected.ts'
import { isArchiveLine } from './rules.ts'

export type Resolved = Recipient & { bodyIds: string[]; personId: string | null }

type Addressed = { id: string; recipients: readonly string[]; issuerId: string | null }

/** The names of «Nơi nhận» with what they stand for as of a day: as somebody has said, else as the registry calls them. */
export async function resolveRecipients(db: Database, { id, recipients, issuerId }: Addressed, day: string): Promise<Resolved[]> {
  const names = namesIn(recipients)
  const asked = names.filter(({ isArchive }) => !isArchive).map(({ named }) => named)
  const [found, said] = await Promise.all([matchNames(db, asked, day, issuerId), settledRecipients(db, id)])
  const meant = names.map(({ named, line, isArchive }): Meant & { line: string; isArchive: boolean } => {
    const own = said.find((one) => one.named === named)
    const match = found.find((one) => one.named === named)
    if (own) return { named, line, isArchive, classId: own.classId, bodyIds: own.bodyIds, settled: own.settled, personId: own.personId }
    return { named, line, isArchive, classId: match?.classId ?? null, bodyIds: match?.bodyId ? [match.bodyId] : [], settled: false, personId: null }
  })
  const counted = await bodiesMeant(db, id, day, meant)
  return meant.map((one) => {
    const { matched, bodies } = counted.get(one.named) ?? { matched: [], bodies: 0 }
    return { ...one, matched, bodies }
  })
}

/** Names that stand for nobody as of the day, and that nobody has settled. */
export const unmatchedOf = (recipients: readonly Resolved[]): Resolved[] =>
  recipients.filter(({ isArchive, settled, bodies }) => !isArchive && !settled && bodies === 0)

/** The names in the lines of «Nơi nhận», each once; a line in which no body is found is a name as it stands. */
export function namesIn(lines: readonly string[]): { named: string; line: string; isArchive: boolean }[] {
  const names = lines.flatMap((line) => {
    if (isArchiveLine(line)) return [{ named: line, line, isArchive: true }]
    const bodies = bodiesOf(line).map(({ name }) => name)
    return (bodies.length ? bodies : [line]).map((named) => ({ named, line, isArchive: false }))
  })
  return names.filter(({ named }, i) => names.findIndex((other) => other.named.toLowerCase() === named.toLowerCase()) === i)
}
