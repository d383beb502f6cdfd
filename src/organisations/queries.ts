import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../kernel/database.ts'

const dayOf = (day: RawBuilder<unknown> | string) => (typeof day === 'string' ? sql`${day}::date` : day)

/** The name of a body on a day, each by a column or a value: of one that is not there yet its first, of one that is gone its last. The only way to name a body, whatever the day. */
export const nameOn = (body: RawBuilder<unknown>, day: RawBuilder<unknown> | string, name: 'name' | 'short_name' = 'name'): RawBuilder<string> =>
  sql<string>`(select ${sql.ref(`named.${name}`)} from body_version named where named.body_id = ${body} order by lower(named.valid) > ${dayOf(day)} is true, abs(lower(named.valid) - ${dayOf(day)}) nulls last limit 1)`

/** True of the one row `named` (of body_version) of each body by which it is called on a day, as `nameOn` chooses it; to be joined. */
export const isCalledBy = (day: string): RawBuilder<boolean> => sql<boolean>`not exists (
  select from body_version nearer where nearer.body_id = named.body_id
    and case when lower(named.valid) > ${day}::date then nearer.valid < named.valid else nearer.valid > named.valid and lower(nearer.valid) <= ${day}::date end)`

/** The name of one body on a day. */
export const nameOfBody = (db: Database, bodyId: string, day: string): Promise<string | null> =>
  sql<{ name: string | null }>`select ${nameOn(sql`${bodyId}::uuid`, day)} as name`.execute(db).then(({ rows }) => rows[0]?.name ?? null)

/** Every body as it was on `day`, with its kind; the base of the listings. */
const bodiesOn = (db: Database, day: string) =>
  db
    .selectFrom('bodyVersion as body')
    .innerJoin('bodyKind as kind', 'kind.key', 'body.kind')
    .where(sql<boolean>`body.valid @> ${day}::date`)
    .select(['body.bodyId as id', 'body.name', 'body.shortName', 'body.kind', 'kind.name as kindName', 'body.parentId'])
    .select(sql<'central' | 'province' | 'district' | 'commune' | 'grassroots'>`body.level`.as('level'))

const childCount = (day: string) =>
  sql<number>`(select count(*) from body_version child where child.parent_id = body.body_id and child.valid @> ${day}::date)`

/** All kinds, by bloc and name. */
export const allKinds = (db: Database) =>
  db
    .selectFrom('bodyKind')
    .select(['key', 'name', 'english'])
    .select(sql<'party' | 'state' | 'assembly' | 'front'>`bloc`.as('bloc'))
    .orderBy('bloc')
    .orderBy('name')
    .execute()

/** The rank of a level (a column), the centre first. */
export const rankOf = (level: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`array_position(array['central', 'province', 'district', 'commune', 'grassroots'], ${level})`

/** The order of the tree: from the centre down, the Party first, the highest organs by protocol, all others by kind and name. */
const inProtocol = sql`${rankOf(sql`body.level`)}, array_position(array['party', 'assembly', 'state', 'front'], kind.bloc),
  array_position(array['central-committee', 'politburo', 'secretariat', 'national-assembly', 'standing-committee', 'president', 'government'], kind.key) nulls last, kind.name, body.name`

/** The bodies right under a parent, or the roots. */
export const branches = (db: Database, parentId: string | null, day: string) =>
  bodiesOn(db, day)
    .where('body.parentId', parentId === null ? 'is' : '=', parentId)
    .select(sql<'party' | 'state' | 'assembly' | 'front'>`kind.bloc`.as('bloc'))
    .select(childCount(day).as('children'))
    .orderBy(inProtocol)
    .execute()

type BodiesWanted = { words?: string | undefined; level?: string | undefined; kind?: string | undefined }

/** Bodies of a level, of a kind, or with every one of some words in one of their names, those they had before included, on a day. */
const wanted = (db: Database, day: string, { words, level, kind }: BodiesWanted) => {
  let bodies = bodiesOn(db, day)
  if (level) bodies = bodies.where('body.level', '=', level)
  if (kind) bodies = bodies.where('body.kind', '=', kind)
  if (words) {
    const parts = sql`all (select '%' || part || '%' from unnest(string_to_array(fold(${words}), ' ')) part)`
    bodies = bodies.where(
      sql<boolean>`(body.folded like ${parts} or body.body_id in (select former.body_id from body_version former where upper(former.valid) <= ${day}::date and former.folded like ${parts})
        or exists (select from body_alias alias where alias.body_id = body.body_id and alias.folded like ${parts})
        or exists (select from body_code code where code.body_id = body.body_id and lower(code.code) = fold(${words})))`,
    )
  }
  return bodies
}

/** A part of the wanted bodies, in the order of the tree, each with its bloc and superior. */
export const listBodies = (db: Database, day: string, { limit, offset, ...which }: BodiesWanted & { limit: number; offset: number }) =>
  wanted(db, day, which)
    .select(sql<'party' | 'state' | 'assembly' | 'front'>`kind.bloc`.as('bloc'))
    .select(
      sql<string | null>`(select parent.name from body_version parent where parent.body_id = body.parent_id and parent.valid @> ${day}::date)`.as(
        'parentName',
      ),
    )
    .orderBy(sql`${which.words ? sql`body.folded_name = fold(${which.words})` : sql`null::boolean`} desc`)
    .orderBy(inProtocol)
    .limit(limit)
    .offset(offset)
    .execute()

/** How many bodies are wanted. */
export const countBodies = (db: Database, day: string, which: BodiesWanted): Promise<number> =>
  db
    .selectFrom(wanted(db, day, which).as('wanted'))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
    .then(({ count }) => count)

/** One body on a day, with its bloc and the number of bodies right under it. */
export const findBody = (db: Database, id: string, day: string) =>
  bodiesOn(db, day)
    .innerJoin('body as self', 'self.id', 'body.bodyId')
    .where('body.bodyId', '=', id)
    .select(['self.established', 'self.dissolved'])
    .select(sql<'party' | 'state' | 'assembly' | 'front'>`kind.bloc`.as('bloc'))
    .select(childCount(day).as('children'))
    .executeTakeFirst()

/** Bodies by their ids on a day. */
export const bodiesByIds = (db: Database, ids: readonly string[], day: string) =>
  ids.length ? bodiesOn(db, day).where('body.bodyId', 'in', ids).orderBy('body.name').execute() : Promise.resolve([])

/** Nearest bodies to some words: exact name or alias first, then a former name, then those that contain every word, of the same nearness those in the field and of the bloc of an issuer first. */
export const search = (db: Database, words: string, day: string, issuerId: string | null, limit: number) =>
  sql<{ id: string; name: string; shortName: string; kind: string; kindName: string; level: 'central'; parentId: string | null }>`
    with asked as (select fold(${words}) as folded, string_to_array(fold(${words}), ' ') as parts),
    found as (
      select body.body_id, max(case when body.folded_name = asked.folded then 3 when body.folded like asked.folded || '%' then 2 else similarity(body.folded, asked.folded) end) as likeness
      from asked, body_version body
      where body.valid @> ${day}::date and body.folded like all (select '%' || part || '%' from unnest(asked.parts) part)
      group by body.body_id
      union all
      select former.body_id, max(case when former.folded_name = asked.folded then 2.5 else similarity(former.folded, asked.folded) / 2 end)
      from asked, body_version former
      where upper(former.valid) <= ${day}::date and former.folded like all (select '%' || part || '%' from unnest(asked.parts) part)
      group by former.body_id
      union all
      select alias.body_id, max(case when alias.folded = asked.folded then 3 else similarity(alias.folded, asked.folded) end)
      from asked, body_alias alias
      where alias.folded like all (select '%' || part || '%' from unnest(asked.parts) part)
      group by alias.body_id
      union all
      select code.body_id, 3 from asked, body_code code where lower(code.code) = asked.folded
    ), best as (select body_id, max(likeness) as likeness from found group by body_id),
    issuer as materialized (select directive_field(${issuerId}::uuid, ${day}::date) as field, (select kind.bloc from body_version own join body_kind kind on kind.key = own.kind where own.body_id = ${issuerId}::uuid and own.valid @> ${day}::date) as bloc)
    select body.body_id as id, body.name, body.short_name, body.kind, kind.name as kind_name, body.level, body.parent_id
    from best join body_version body using (body_id) join body_kind kind on kind.key = body.kind cross join issuer
    where body.valid @> ${day}::date
    order by best.likeness >= 3 desc, best.likeness >= 2 desc, issuer.field is not null and ${isUnder(sql`issuer.field`, day)} desc, (kind.bloc = issuer.bloc) is true desc, best.likeness desc, case body.level when 'central' then 1 when 'province' then 2 when 'district' then 3 else 4 end, body.name
    limit ${limit}`
    .execute(db)
    .then(({ rows }) => rows)

/** The superiors of a body on a day, highest first, without itself. */
export const superiors = (db: Database, id: string, day: string) =>
  db
    .selectFrom('bodyReach as reach')
    .innerJoin('bodyVersion as body', 'body.bodyId', 'reach.ancestorId')
    .where('reach.bodyId', '=', id)
    .where('reach.depth', '>', 0)
    .where(sql<boolean>`reach.valid @> ${day}::date and body.valid @> ${day}::date`)
    .orderBy('reach.depth', 'desc')
    .select(['body.bodyId as id', 'body.name'])
    .execute()

/** Everything a body ever was, newest first; its superiors are called as on a day, or on that of the version nearest to it. */
export const versionsOf = (db: Database, id: string, day: string) =>
  sql<{
    name: string
    shortName: string
    kind: string
    kindName: string
    level: 'central'
    parentId: string | null
    parentName: string | null
    from: string | null
    to: string | null
    recordedOn: string | null
  }>`
    select version.name, version.recorded_on, version.short_name, version.kind, kind.name as kind_name, version.level, version.parent_id, lower(version.valid) as "from", upper(version.valid) - 1 as "to",
      ${nameOn(sql`version.parent_id`, sql`greatest(least(${day}::date, upper(version.valid) - 1), lower(version.valid))`)} as parent_name
    from body_version version join body_kind kind on kind.key = version.kind
    where version.body_id = ${id} order by version.valid desc`
    .execute(db)
    .then(({ rows }) => rows)

/** Other names of a body. */
export const aliasesOf = (db: Database, id: string) => db.selectFrom('bodyAlias').select('name').where('bodyId', '=', id).orderBy('name').execute()

/** Codes of a body. */
export const codesOf = (db: Database, id: string) =>
  db.selectFrom('bodyCode').select(['scheme', 'code']).where('bodyId', '=', id).orderBy('scheme').execute()

/** Classes with the number of bodies each resolves to on a day. */
export const classesOn = (db: Database, day: string, issuerId: string | null) =>
  db
    .with(
      (cte) => cte('issuer').materialized(),
      (with_) => with_.selectNoFrom(sql<string | null>`directive_field(${issuerId}::uuid, ${day}::date)`.as('field')),
    )
    .selectFrom(['bodyClass as class', 'issuer'])
    .select(['class.id', 'class.name', 'class.note', 'class.isOpen'])
    .select(
      sql<number>`(select count(*) from body_version body where body.valid @> ${day}::date and ${inClass} and (issuer.field is null or ${isUnder(sql`issuer.field`, day)}))`.as(
        'bodies',
      ),
    )
    .where(sql<boolean>`class.valid @> ${day}::date`)
    .orderBy('class.name')
    .execute()

/** True where the row `body` (of body_version) is a body (a column) or stands under it. */
const isUnder = (ancestorId: RawBuilder<unknown>, day: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from body_reach reach where reach.ancestor_id = ${ancestorId} and reach.body_id = body.body_id and reach.valid @> ${day}::date)`

/** True where the row `body` (of body_version) belongs to the row `class` (of body_class). */
export const inClass = sql<boolean>`body.kind = any(class.kinds) and (class.levels = '{}' or body.level = any(class.levels))`

/** The bodies of a class on a day. */
export const bodiesOfClass = (db: Database, classId: string, day: string) =>
  bodiesOn(db, day)
    .innerJoin('bodyClass as class', (join) => join.on('class.id', '=', classId))
    .where(inClass)
    .orderBy('body.name')
    .execute()

/**
 * For each name, the body or class it is called by on a day, folded: a class first (of several that are called so, one that has bodies in the issuer's field); then a body by its name, short name or alias, or by its name within
 * the issuer's field ("Ban Tổ chức Tỉnh ủy" in a document of Tỉnh ủy Bắc Ninh is Ban Tổ chức Tỉnh ủy Bắc Ninh). Of several, the one in that field, then the highest.
 */
export const matchNames = (db: Database, names: readonly string[], day: string, issuerId: string | null = null) =>
  sql<{ named: string; bodyId: string | null; classId: string | null }>`
    with asked as (
      select distinct named, folded from unnest(${names}::text[]) as named,
        lateral (values (fold(named)), (fold(regexp_replace(named, '^\\s*(các đồng chí|đồng chí|các|một số|những)\\s+', '', 'i')))) as either(folded)
    ), issuer as (
      select body.body_id, body.folded_name, directive_field(body.body_id, ${day}::date) as field from body_version body where body.body_id = ${issuerId} and body.valid @> ${day}::date
    ), found as (
      select asked.named, body.body_id from asked join body_version body on body.folded_name = asked.folded
      union select asked.named, body.body_id from asked join body_version body on body.folded_short_name = asked.folded
      union select asked.named, alias.body_id from asked join body_alias alias on alias.folded = asked.folded
      union select asked.named, body.body_id from asked, issuer, body_version body
        where body.folded_name like asked.folded || ' %' and issuer.folded_name like '%' || substr(body.folded_name, length(asked.folded) + 1)
          and exists (select from body_reach reach where reach.ancestor_id = issuer.field and reach.body_id = body.body_id and reach.valid @> ${day}::date)
    )
    select distinct on (asked.named) asked.named, class.id as class_id, case when class.id is null then body.body_id end as body_id
    from asked
    left join lateral (
      select class.id from (select id, folded, false as is_alias from body_class where valid @> ${day}::date union all select class_id, folded, true from body_class_alias) name
      join body_class class on class.id = name.id cross join (select (select field from issuer) as field) scope
      where name.folded = asked.folded
      order by scope.field is null or exists (select from body_version body join body_reach reach on reach.body_id = body.body_id and reach.ancestor_id = scope.field and reach.valid @> ${day}::date
        where body.valid @> ${day}::date and ${inClass}) desc, name.is_alias, class.name limit 1
    ) class on true
    left join found on found.named = asked.named
    left join body_version body on body.body_id = found.body_id and body.valid @> ${day}::date
    order by asked.named, class.id nulls last,
      exists (select from body_reach reach, issuer where reach.ancestor_id = issuer.field and reach.body_id = body.body_id and reach.valid @> ${day}::date) desc,
      case body.level when 'central' then 1 when 'province' then 2 when 'district' then 3 when 'commune' then 4 else 5 end, body.name`
    .execute(db)
    .then(({ rows }) => rows)

/** Whether another body of that name stands under the parent on a day. */
export const findSibling = (db: Database, parentId: string | null, name: string, day: string, exceptId: string | null) =>
  db
    .selectFrom('bodyVersion as body')
    .select('body.bodyId')
    .where('body.parentId', parentId === null ? 'is' : '=', parentId)
    .where('body.bodyId', 'is distinct from', exceptId)
    .where(sql<boolean>`body.folded_name = fold(${name}) and body.valid @> ${day}::date`)
    .executeTakeFirst()

/** Whether a body is there from a day on, without an end. */
export const standsSince = (db: Database, id: string, day: string) =>
  sql<{ yes: boolean }>`select coalesce(range_agg(valid) @> daterange(${day}::date, null), false) as yes from body_version where body_id = ${id}`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)

/** Whether a body stands under another, or is it, on a day or on any day after. */
export const everReaches = (db: Database, ancestorId: string, bodyId: string, day: string) =>
  db
    .selectFrom('bodyReach')
    .select('depth')
    .where('ancestorId', '=', ancestorId)
    .where('bodyId', '=', bodyId)
    .where(sql<boolean>`valid && daterange(${day}::date, null)`)
    .executeTakeFirst()
    .then(Boolean)

/** Lets changes of the tree come one after the other: each derives reach from what the one before has left. */
export const lockTree = (db: Database) => sql`select pg_advisory_xact_lock(hashtext('tree of bodies'))`.execute(db)

type NewBody = { name: string; shortName: string; kind: string; level: string; parentId: string | null; from: string }

/** Registers a body from a day on; its reach still has to be derived. */
export async function insertBody(db: Database, body: NewBody, recordedOn: string | null = null): Promise<string> {
  const { id } = await db.insertInto('body').values({ established: body.from }).returning('id').executeTakeFirstOrThrow()
  await insertVersion(db, id, body, recordedOn)
  return id
}

/** Begins a new version on `from`: the one that holds that day ends, and the new one holds until the next that was planned already, or for good. */
export async function replaceVersion(db: Database, bodyId: string, body: NewBody, recordedOn: string | null = null): Promise<void> {
  const { rows } = await sql<{ until: string | null }>`
    update body_version set valid = daterange(lower(valid), ${body.from}::date) where body_id = ${bodyId} and valid @> ${body.from}::date returning upper(old.valid) as until`.execute(
    db,
  )
  await insertVersion(db, bodyId, body, recordedOn, rows[0]?.until ?? null)
}

/** Says other things of the version of a body that begins on a day; the day itself stays. */
export const rewriteVersion = (db: Database, bodyId: string, from: string, { name, shortName, kind, level, parentId }: Omit<NewBody, 'from'>) =>
  db
    .updateTable('bodyVersion')
    .set({ name, shortName: shortName || name, kind, level, parentId })
    .where('bodyId', '=', bodyId)
    .where(sql<boolean>`lower(valid) = ${from}::date`)
    .execute()

/** Takes the version of a body that begins on a day out of its history: the one before holds on. */
export async function removeVersion(db: Database, bodyId: string, from: string): Promise<void> {
  await sql`delete from body_version where body_id = ${bodyId} and lower(valid) = ${from}::date`.execute(db)
  await sql`update body_version set valid = daterange(lower(valid), null) where body_id = ${bodyId} and upper(valid) = ${from}::date`.execute(db)
}

const insertVersion = (
  db: Database,
  bodyId: string,
  { name, shortName, kind, level, parentId, from }: NewBody,
  recordedOn: string | null = null,
  until: string | null = null,
) =>
  db
    .insertInto('bodyVersion')
    .values({
      bodyId,
      name,
      shortName: shortName || name,
      kind,
      level,
      parentId,
      valid: sql<string>`daterange(${from}::date, ${until}::date)`,
      recordedOn,
    })
    .execute()

/** Adds other names of a body; those it has already are left. */
export const insertAliases = async (db: Database, bodyId: string, names: readonly string[]): Promise<void> => {
  if (names.length)
    await db
      .insertInto('bodyAlias')
      .values(names.map((name) => ({ bodyId, name })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Derives who reaches whom anew: for these bodies and all below, or for all. */
export const refreshReach = (db: Database, bodyIds: readonly string[] | null) => sql`select refresh_body_reach(${bodyIds}::uuid[])`.execute(db)

/** A body as the head of its documents names it on a day it stands: its bloc, its level and the body above. */
export const issuerOf = async (db: Database, bodyId: string, day: string) => {
  type Issuer = { name: string; level: string; bloc: string; superiorName: string | null }
  const { rows } = await sql<Issuer>`
    select body.name, body.level, kind.bloc, above.name as superior_name
    from body_version body join body_kind kind on kind.key = body.kind
      left join body_version above on above.body_id = body.parent_id and above.valid @> ${day}::date
    where body.body_id = ${bodyId} and body.valid @> ${day}::date`.execute(db)
  return rows[0] as Issuer
}
