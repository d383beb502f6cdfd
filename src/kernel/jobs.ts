import { type LogFunctionFactory, Logger, run } from 'graphile-worker'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from './database.ts'

/** A piece of work that runs beside the requests; tried again when it fails. */
export type Job = (payload: unknown) => Promise<void>
/** Jobs by name, and when they run by themselves (crontab, UTC). */
export type Jobs = { tasks: Record<string, Job>; crontab: string }

/** Starts working through the queue in the database; several processes may share it. The answer stops it, finishing what has begun. */
export async function startJobs(pool: Pool, { tasks, crontab }: Jobs, log: (level: string, message: string) => void): Promise<() => Promise<void>> {
  const factory: LogFunctionFactory = () => (level, message) => {
    if (level === 'error' || level === 'warning') log(level === 'error' ? 'error' : 'warn', message)
  }
  const runner = await run({ pgPool: pool, taskList: tasks, crontab, concurrency: 2, noHandleSignals: true, logger: new Logger(factory) })
  return () => runner.stop()
}

/** Puts a job into the queue, in the transaction at hand: it begins once that is done, and not if it fails. */
export const addJob = (db: Database, name: string, payload: unknown) =>
  sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`.execute(db)
