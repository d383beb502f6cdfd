import { resolve } from 'node:path'
import { type Database, openDatabase, openPool } from '../kernel/database.ts'
import { StartError } from '../kernel/errors.ts'
import { findPostgres } from '../kernel/postgres.ts'

/** The address of the database: the given one, or that of the product running on `DATA_DIR`. */
export async function findDatabaseUrl(): Promise<string> {
  const url = process.env.DATABASE_URL ?? (await findPostgres(resolve(process.env.DATA_DIR ?? './data')))
  if (!url)
    throw new StartError(
      'Phần mềm chưa chạy trên DATA_DIR này. Xin khởi động trước (npm start), hoặc đặt DATABASE_URL. / The product is not running on this DATA_DIR. Start it first (npm start), or set DATABASE_URL.',
    )
  return url
}

/** Works on the database beside the running product. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const pool = openPool(await findDatabaseUrl(), 1)
  try {
    return await work(openDatabase(pool))
  } finally {
    await pool.end()
  }
}
