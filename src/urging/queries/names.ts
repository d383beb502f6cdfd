import { type RawBuilder, sql } from 'kysely'

/** The newest name of a body, by a column or value that names it. */
export const bodyName = (body: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(select named.name from body_version named where named.body_id = ${body} order by named.valid desc limit 1)`

/** A row `directive` as officials cite it: by kind and number; without a number by kind and title. */
export const directiveName: RawBuilder<string> = sql<string>`(case when coalesce(directive.number, '') <> ''
  then directive.kind || ' số ' || directive.number else directive.kind || ': ' || directive.title end)`
