import { type RawBuilder, sql } from 'kysely'

/** A row `directive` as officials cite it: by kind and number; without a number by kind and title. */
export const directiveName: RawBuilder<string> = sql<string>`(case when coalesce(directive.number, '') <> ''
  then directive.kind || ' số ' || directive.number else directive.kind || ': ' || directive.title end)`
