import { sql } from 'kysely'
import type { Database } from '../kernel/database.ts'
import { refreshReach } from '../organisations/queries.ts'
import { readTable } from './table.ts'

const parts = (cell: string, by: RegExp) =>
  cell
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean)

/** The kinds of bodies: a default of every installation. */
export async function loadKinds(db: Database): Promise<void> {
  const kinds = await readTable<'key' | 'name' | 'english' | 'bloc'>('kinds')
  await db
    .insertInto('bodyKind')
    .values(kinds)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The classes of bodies that documents speak of: a default of every installation. */
export async function loadClasses(db: Database): Promise<void> {
  const classes = await readTable<'name' | 'aliases' | 'kinds' | 'levels' | 'open' | 'note'>('classes')
  for (const { name, aliases, kinds, levels, open, note } of classes) {
    const row = { name, kinds: parts(kinds, /,/), levels: parts(levels, /,/), isOpen: open === 'true', note }
    const { id } = await db.insertInto('bodyClass').values(row).returning('id').executeTakeFirstOrThrow()
    const names = parts(aliases, /;/)
    if (names.length)
      await db
        .insertInto('bodyClassAlias')
        .values(names.map((alias) => ({ classId: id, name: alias })))
        .execute()
  }
}

/** The bodies of 1-7-2013, each under its key; gives the id of each key. */
export async function loadBodies(db: Database): Promise<Map<string, string>> {
  const bodies = await readTable<'key' | 'name' | 'short' | 'aliases' | 'kind' | 'level' | 'parent' | 'code_scheme' | 'code' | 'since'>('bodies')
  const { rows } = await sql<{ key: string; id: string }>`
    with given as materialized (
      select uuidv7() as id, given.* from json_to_recordset(${JSON.stringify(bodies)}::json)
        as given(key text, name text, short text, aliases text, kind text, level text, parent text, code_scheme text, code text, since date)
    ), bodies as (
      insert into body (id, established) select id, since from given
    ), versions as (
      insert into body_version (body_id, valid, name, short_name, kind, level, parent_id)
      select given.id, daterange(given.since, null), given.name, coalesce(nullif(given.short, ''), given.name), given.kind, given.level, parent.id
      from given left join given parent on parent.key = given.parent
    ), aliases as (
      insert into body_alias (body_id, name)
      select distinct given.id, trim(alias) from given, unnest(string_to_array(given.aliases, ';')) alias where trim(alias) <> ''
    ), codes as (
      insert into body_code (scheme, code, body_id, valid) select code_scheme, code, id, daterange(since, null) from given where code <> ''
    )
    select key, id from given`.execute(db)
  await refreshReach(db, null)
  await sql`analyze body_version, body_reach, body_alias`.execute(db)
  return new Map(rows.map(({ key, id }) => [key, id]))
}
