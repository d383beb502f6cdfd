import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../kernel/database.ts'
import type { Holder } from '../kernel/serve.ts'
import { nameOn } from '../organisations/queries.ts'
import type { DirectiveState, Recognition, Reference, Related, Relation, Secrecy, TakenBack } from './contract.ts'
import type { Reading } from './reading/reading.ts'
import type { NamedReference } from './references.ts'
import { isOpenTo, mayBeSeenBy } from './sight.ts'

/** The beginning of a title that is long; it stands before a sentence that goes on, so that a quotation it is cut in is closed. */
const cutTitle = sql`regexp_replace(left(directive.title, 80), '[\\s,;:]+\\S*$', '')`

/** A row `directive` by kind and number; without a number by kind and the beginning of its title. */
export const briefName = sql<string>`concat_ws(' ', directive.kind, coalesce(directive.number, case when length(directive.title) > 80
  then ${cutTitle} || '…' || case when regexp_count(${cutTitle}, '“') > regexp_count(${cutTitle}, '”') then '”' else '' end else directive.title end))`

type State = z.infer<typeof DirectiveState>

/** A page of the directives somebody may see, newest first, and how many there are in all. */
export async function directivesSeenBy(
  db: Database,
  user: Holder,
  day: string,
  asked: { words?: string | undefined; states?: State[] | undefined; limit: number; offset: number },
) {
  const { rows } = await sql<{
    id: string
    kind: string
    number: string | null
    title: string
    issuedOn: string | null
    effectiveOn: string | null
    issuerName: string
    standingName: string | null
    secrecy: Secrecy
    state: State
    takenBack: TakenBack | null
    total: number
  }>`
    select directive.id, directive.kind, directive.number, directive.title, directive.issued_on, directive.effective_on, directive.issuer_name, ${nameOn(sql`directive.standing_id`, day)} as standing_name,
      directive.secrecy, directive.state, directive.taken_back, count(*) over () as total
    from directive
    where ${mayBeSeenBy(user, day)}
      and (${asked.words ?? ''} = '' or directive.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word))
      and (${asked.states ?? []}::text[] = '{}' or directive.state = any(${asked.states ?? []}::text[]))
    order by directive.state = 'draft' desc, coalesce(directive.issued_at, directive.created_at) desc, directive.id desc
    limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** A directive if the asker may see it. */
export const findDirective = (db: Database, user: Holder, day: string, id: string) =>
  db
    .selectFrom('directive')
    .where('directive.id', '=', id)
    .where(mayBeSeenBy(user, day))
    .selectAll()
    .select([sql<string | null>`${nameOn(sql`directive.standing_id`, day)}`.as('standingName'), nameOn(sql`directive.owner_id`, day).as('ownerName')])
    .select(isOpenTo(user, day).as('isOpen'))
    .select(sql<Recognition | null>`directive.recognition`.as('recognition'))
    .select([
      sql<State>`directive.state`.as('state'),
      sql<Secrecy>`directive.secrecy`.as('secrecy'),
      sql<TakenBack | null>`directive.taken_back`.as('takenBack'),
    ])
    .executeTakeFirst()

/** A draft of a body, locked for the rest of the transaction. */
export const lockDirective = (db: Database, id: string) => db.selectFrom('directive').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Provisions in the order of the text. */
export const provisionsOf = (db: Database, directiveId: string) =>
  db
    .selectFrom('provision')
    .select(['id', 'parentId', 'address', 'label', 'kind', 'text', 'spanFrom as from', 'spanTo as to'])
    .where('directiveId', '=', directiveId)
    .orderBy('position')
    .execute()

/**
 * True where a row `reference` names a row `cited`: where somebody said so; else by its number, with the issuer, or with the day where no issuer is named. Looked up whenever it is
 * asked, since either of the two may come to the register later or be corrected.
 */
const names = sql<boolean>`(
  reference.target_id = cited.id or (
    reference.target_id is null and fold(reference.number) = fold(cited.number) and cited.id <> reference.directive_id and cited.state <> 'withdrawn'
    and (reference.issued_on is null or cited.issued_on is null or reference.issued_on = cited.issued_on)
    and (reference.issuer_id = cited.issuer_id or fold(reference.issuer_name) = fold(cited.issuer_name) or (reference.issuer_name = '' and reference.issued_on = cited.issued_on))))`

/** What a directive names; each with the one of the register that it is, where the asker may see that. */
export const referencesOf = (db: Database, user: Holder, day: string, directiveId: string) =>
  sql<Reference & { found: Related | null }>`
    select reference.relation, reference.kind, reference.number, reference.issued_on, reference.issuer_name, reference.worded, found.said as found,
      case when found.id = reference.target_id then found.id end as target_id
    from directive_reference reference
    left join lateral (
      select cited.id, json_build_object('id', cited.id, 'kind', cited.kind, 'number', cited.number, 'title', cited.title, 'issuedOn', cited.issued_on, 'state', cited.state) as said
      from directive cited join directive on directive.id = cited.id where ${names} and ${mayBeSeenBy(user, day)}
      order by cited.state = 'draft', cited.created_at desc, cited.id limit 1) found on true
    where reference.directive_id = ${directiveId} order by reference.position`
    .execute(db)
    .then(({ rows }) => rows)

/** The issued directives that name one, those the asker may see, newest first. */
export const namersOf = (db: Database, user: Holder, day: string, directiveId: string) =>
  sql<Related & { relation: Relation }>`
    select distinct on (directive.issued_on, directive.id, reference.relation)
      directive.id, directive.kind, directive.number, directive.title, directive.issued_on, directive.state, reference.relation
    from directive cited
    join directive_reference reference on reference.target_id = cited.id or fold(reference.number) = fold(cited.number)
    join directive on directive.id = reference.directive_id
    where cited.id = ${directiveId} and ${names} and directive.state in ('issued', 'closed') and ${mayBeSeenBy(user, day)}
    order by directive.issued_on desc nulls last, directive.id, reference.relation`
    .execute(db)
    .then(({ rows }) => rows)

/** An uploaded file of a person. */
export const findFile = (db: Database, fileId: string) =>
  db.selectFrom('file').select(['id', 'sha256', 'name', 'mediaType', 'size', 'uploadedBy']).where('id', '=', fileId).executeTakeFirst()

/** Other live directives of the same issuer, number and day, those the asker may see. */
export const findTwins = async (
  db: Database,
  user: Holder,
  day: string,
  { id, number, issuerId, issuedOn }: { id: string; number: string | null; issuerId: string | null; issuedOn: string | null },
): Promise<{ state: 'draft' | 'issued'; title: string }[]> =>
  number && issuerId
    ? (
        await sql<{ state: 'draft' | 'issued'; title: string }>`
          select directive.state, directive.title from directive
          where directive.id <> ${id} and directive.state in ('draft', 'issued') and directive.issuer_id = ${issuerId} and replace(fold(directive.number), ' ', '') = replace(fold(${number}), ' ', '')
            and directive.issued_on is not distinct from ${issuedOn}::date and ${mayBeSeenBy(user, day)} order by directive.created_at limit 3`.execute(
          db,
        )
      ).rows
    : []

/** A live directive of a body with the very same text. */
export const findSameText = (db: Database, ownerId: string, text: string) =>
  db
    .selectFrom('directive')
    .select(['id', 'title'])
    .where('ownerId', '=', ownerId)
    .where('state', 'in', ['draft', 'issued'])
    .where(sql<boolean>`md5(text) = md5(${text})`)
    .executeTakeFirst()

type NewDirective = {
  reading: Reading
  references: readonly NewReference[]
  recognition: Recognition | null
  title: string
  issuerName: string
  issuerId: string | null
  secrecy: Secrecy
  standingId: string | null
  ownerId: string
  fileId: string | null
  at: string
}

/** Writes a draft with its provisions and references. */
export async function insertDirective(
  db: Database,
  { reading, references, recognition, title, issuerName, issuerId, secrecy, standingId, ownerId, fileId, at }: NewDirective,
): Promise<string> {
  const facts = reading.document
  const { id } = await db
    .insertInto('directive')
    .values({
      kind: facts.kind ?? 'Văn bản',
      number: facts.number,
      title,
      issuedOn: facts.date,
      secrecy,
      issuerName,
      issuerId,
      standingId,
      ownerId,
      recipients: facts.recipients,
      fileId,
      text: reading.text,
      recognition: recognition && JSON.stringify(recognition),
      createdAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertReferences(db, id, references)
  await insertProvisions(db, id, reading)
  return id
}

async function insertProvisions(db: Database, directiveId: string, reading: Reading): Promise<void> {
  const rows = reading.provisions.map((provision, position) => ({ ...provision, position, from: provision.span[0], to: provision.span[1] }))
  if (rows.length)
    await sql`
      with given as (
        select uuidv7() as id, given.* from json_to_recordset(${JSON.stringify(rows)}::json)
          as given(address text, parent text, label text, kind text, text text, position int, "from" int, "to" int)
      )
      insert into provision (id, directive_id, parent_id, position, address, label, kind, text, span_from, span_to)
      select given.id, ${directiveId}, parent.id, given.position, given.address, given.label, given.kind, given.text, given."from", given."to"
      from given left join given parent on parent.address = given.parent`.execute(db)
}

export type NewReference = NamedReference & { issuerId: string | null; targetId: string | null }

async function insertReferences(db: Database, directiveId: string, references: readonly NewReference[]): Promise<void> {
  if (references.length === 0) return
  const rows = references.map((reference, position) => ({ ...reference, directiveId, position }))
  await db.insertInto('directiveReference').values(rows).execute()
}

type Facts = {
  kind: string
  number: string | null
  title: string
  issuedOn: string | null
  issuerName: string
  issuerId: string | null
  standingId: string | null
  secrecy: Secrecy
  recipients: string[]
}

/** Corrects a draft and its references; gives its new version. */
export async function updateDirective(db: Database, id: string, facts: Facts, references: readonly NewReference[]): Promise<number> {
  const { version } = await db
    .updateTable('directive')
    .set({ ...facts, version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await db.deleteFrom('directiveReference').where('directiveId', '=', id).execute()
  await insertReferences(db, id, references)
  return version
}

/** What a directive names, as it is kept. */
export const keptReferences = (db: Database, directiveId: string): Promise<NewReference[]> =>
  db
    .selectFrom('directiveReference')
    .select(['relation', 'kind', 'number', 'issuedOn', 'issuerName', 'worded', 'issuerId', 'targetId'])
    .where('directiveId', '=', directiveId)
    .orderBy('position')
    .execute() as Promise<NewReference[]>

type NewText = {
  reading: Reading
  recipients: string[]
  references: readonly NewReference[]
  recognition: Recognition | null
  fileId: string
  secrecy: Secrecy
  at: string
}

/** Gives a draft another text, with its provisions, recipients and references; what it was before is kept, a missing number and day are completed. Nothing may point to its provisions any more. Gives the new version. */
export async function replaceText(
  db: Database,
  id: string,
  { reading, recipients, references, recognition, fileId, secrecy, at }: NewText,
): Promise<number> {
  await sql`
    insert into directive_text_before (directive_id, version, text, file_id, recognition, replaced_at)
    select id, version, text, file_id, recognition, ${at} from directive where id = ${id}`.execute(db)
  await db.deleteFrom('provision').where('directiveId', '=', id).execute()
  await insertProvisions(db, id, reading)
  await db.deleteFrom('directiveReference').where('directiveId', '=', id).execute()
  await insertReferences(db, id, references)
  const { number, date } = reading.document
  const { version } = await db
    .updateTable('directive')
    .set({ text: reading.text, recipients, recognition: recognition && JSON.stringify(recognition), fileId, secrecy, version: sql`version + 1` })
    .set({ number: sql`coalesce(number, ${number})`, issuedOn: sql`coalesce(issued_on, ${date}::date)` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Marks a draft as issued, with effect from a day, and lays down who has a part in it by its own facts. */
export async function markIssued(db: Database, id: string, effectiveOn: string, at: string): Promise<void> {
  await db.updateTable('directive').set({ state: 'issued', effectiveOn, issuedAt: at, version: sql`version + 1` }).where('id', '=', id).execute()
  await sql`
    insert into directive_body (directive_id, body_id, part)
    select ${id}, part.body_id, part.part from directive, lateral (values (owner_id, 'owner'), (issuer_id, 'issuer'), (standing_id, 'standing')) as part(body_id, part)
    where directive.id = ${id} on conflict do nothing`.execute(db)
}

/** Completes what is missing of a directive's number and day; gives its new version. */
export const completeDirective = (db: Database, id: string, { number, issuedOn }: { number: string | null; issuedOn: string | null }) =>
  db
    .updateTable('directive')
    .set({ ...(number ? { number } : {}), ...(issuedOn ? { issuedOn } : {}), version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
    .then(({ version }) => version)

/** Lays a draft aside. */
export const markWithdrawn = (db: Database, id: string) =>
  db.updateTable('directive').set({ state: 'withdrawn', version: sql`version + 1` }).where('id', '=', id).execute()

/** Notes that the sender recalled a directive, or replaced it. */
export const markTakenBack = (db: Database, id: string, takenBack: TakenBack) =>
  db.updateTable('directive').set({ takenBack }).where('id', '=', id).execute()

/** Closes a directive with a conclusion. */
export const markClosed = (db: Database, id: string, conclusion: string) =>
  db.updateTable('directive').set({ state: 'closed', conclusion, version: sql`version + 1` }).where('id', '=', id).execute()

/** Lets the bodies of a select see an issued directive, as ones it was sent to. */
export const shareWith = (db: Database, directiveId: string, bodies: RawBuilder<unknown>) =>
  sql`insert into directive_body (directive_id, body_id, part) select ${directiveId}, body_id, 'recipient' from (${bodies}) body on conflict do nothing`.execute(
    db,
  )
