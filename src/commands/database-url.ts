import { findDatabaseUrl } from './database.ts'
import { writeOut } from './output.ts'

/** Prints the address of the database, with its password: for pg_dump, psql and the like on this machine. */
export async function databaseUrl(): Promise<number> {
  await writeOut(`${await findDatabaseUrl()}\n`)
  return 0
}
