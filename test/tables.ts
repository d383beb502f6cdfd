import { fileURLToPath } from 'node:url'
import { PostgresDialect as Connection, Kysely } from 'kysely'
import { generate, PostgresDialect } from 'kysely-codegen'
import { migrate, openPool } from '../src/kernel/database.ts'
import { startThrowawayPostgres } from '../src/kernel/postgres.ts'

export const tablesFile = fileURLToPath(new URL('../src/kernel/tables.ts', import.meta.url))

/** Writes the row types of a migrated database to a file. */
export async function describeTables(url: string, outFile: string): Promise<void> {
  const dialect = new PostgresDialect({ dateParser: 'string', numericParser: 'number' })
  const db = new Kysely<never>({ dialect: new Connection({ pool: openPool(url, 2) }) })
  try {
    await generate({
      camelCase: true,
      db,
      dialect,
      excludePattern: 'graphile_worker.*',
      outFile,
      typeMapping: { timestamptz: 'string', date: 'string', daterange: 'string', int8: 'number' },
    })
  } finally {
    await db.destroy()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const postgres = await startThrowawayPostgres()
  try {
    const pool = openPool(postgres.url, 2)
    await migrate(pool)
    await pool.end()
    await describeTables(postgres.url, tablesFile)
  } finally {
    await postgres.stop()
  }
}
