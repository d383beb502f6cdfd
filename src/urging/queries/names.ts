import { type RawBuilder, sql } from 'kysely'

/** The newest name of a body, by a column or value that names it. */
export const bodyName = (body: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(select named.name from body_version named where named.body_id = ${body} order by named.valid desc limit 1)`
