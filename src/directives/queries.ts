import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../kernel/database.ts'
import type { Holder } from '../kernel/serve.ts'
import type { DirectiveState, Recognition, Reference, Secrecy } from './contract.ts'
import type { Reading } from './reading/reading.ts'
import { isOpenTo, mayBeSeenBy } from './sight.ts'

/** The name of a body on the newest day it has one. */
const nameOf = (column: string) =>
  sql<string | null>`(select named.name from body_version named where named.body_id = ${sql.ref(column)} order by named.valid desc limit 1)`

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
    total: number
  }>`
    select directive.id, directive.kind, directive.number, directive.title, directive.issued_on, directive.effective_on, directive.issuer_name, ${nameOf('directive.standing_id')} as standing_name,
      directive.secrecy, directive.state, count(*) over () as total
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
    .select([nameOf('directive.standing_id').as('standingName'), sql<string>`${nameOf('directive.owner_id')}`.as('ownerName')])
    .select(isOpenTo(user, day).as('isOpen'))
    .select(sql<Recognition | null>`directive.recognition`.as('recognition'))
    .select([sql<State>`directive.state`.as('state'), sql<Secrecy>`directive.secrecy`.as('secrecy')])
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

/** The documents a directive implements; the registered ones by title where the asker may see them. */
export const referencesOf = (db: Database, user: Holder, day: string, directiveId: string) =>
  sql<{ kind: string; number: string | null; issuedOn: string | null; targetId: string | null; targetTitle: string | null }>`
    select reference.kind, reference.number, reference.issued_on, seen.id as target_id, seen.title as target_title
    from directive_reference reference
    left join lateral (select directive.id, directive.title from directive where directive.id = reference.target_id and ${mayBeSeenBy(user, day)}) seen on true
    where reference.directive_id = ${directiveId} order by reference.position`
    .execute(db)
    .then(({ rows }) => rows)

/** An uploaded file of a person. */
export const findFile = (db: Database, fileId: string) =>
  db.selectFrom('file').select(['id', 'sha256', 'name', 'mediaType', 'size', 'uploadedBy']).where('id', '=', fileId).executeTakeFirst()

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
  { reading, recognition, title, issuerName, issuerId, secrecy, standingId, ownerId, fileId, at }: NewDirective,
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
  await insertReferences(
    db,
    id,
    facts.implements.map(({ kind, number, date }) => ({ kind, number, issuedOn: date, targetId: null })),
  )
  const rows = reading.provisions.map((provision, position) => ({ ...provision, position, from: provision.span[0], to: provision.span[1] }))
  if (rows.length)
    await sql`
      with given as (
        select uuidv7() as id, given.* from json_to_recordset(${JSON.stringify(rows)}::json)
          as given(address text, parent text, label text, kind text, text text, position int, "from" int, "to" int)
      )
      insert into provision (id, directive_id, parent_id, position, address, label, kind, text, span_from, span_to)
      select given.id, ${id}, parent.id, given.position, given.address, given.label, given.kind, given.text, given."from", given."to"
      from given left join given parent on parent.address = given.parent`.execute(db)
  return id
}

async function insertReferences(db: Database, directiveId: string, references: readonly Omit<z.infer<typeof Reference>, never>[]): Promise<void> {
  if (references.length === 0) return
  const rows = references.map((reference, position) => ({ ...reference, directiveId, position, relation: 'implements' }))
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
export async function updateDirective(db: Database, id: string, facts: Facts, references: z.infer<typeof Reference>[]): Promise<number> {
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

/** Closes a directive with a conclusion. */
export const markClosed = (db: Database, id: string, conclusion: string) =>
  db.updateTable('directive').set({ state: 'closed', conclusion, version: sql`version + 1` }).where('id', '=', id).execute()

/** Lets the bodies of a select see an issued directive, as ones it was sent to. */
export const shareWith = (db: Database, directiveId: string, bodies: RawBuilder<unknown>) =>
  sql`insert into directive_body (directive_id, body_id, part) select ${directiveId}, body_id, 'recipient' from (${bodies}) body on conflict do nothing`.execute(
    db,
  )
