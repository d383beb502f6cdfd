import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'

export type Issuer = { name: string; level: string; bloc: 'party' | 'state' | 'assembly' | 'front'; superiorName: string | null }

/** A body as the head of its letters names it on a day: bloc, level and the one above. */
export const issuerOf = (db: Database, bodyId: string, day: string): Promise<Issuer> =>
  sql<Issuer>`
    select body.name, body.level, kind.bloc, above.name as superior_name
    from body_version body join body_kind kind on kind.key = body.kind left join body_version above on above.body_id = body.parent_id and above.valid @> ${day}::date
    where body.body_id = ${bodyId} and body.valid @> ${day}::date`
    .execute(db)
    .then(({ rows }) => rows[0] as Issuer)
