import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { endpoints as directives } from '../src/directives/contract.ts'
import { type Database, migrate, openDatabase, openPool } from '../src/kernel/database.ts'
import { startThrowawayPostgres } from '../src/kernel/postgres.ts'
import { dayOf } from '../src/kernel/serve.ts'
import { leaveNothingOf } from './closing.ts'
import { taskCount, writeDraft } from './draft.ts'
import { type Measured, processorOf, report, say, time } from './measure.ts'
import { parentOf, processorTime } from './processor.ts'
import { bodyCount, fillRegistry } from './registry.ts'
import { startServer } from './server.ts'
import { type Mix, spreadStates } from './spread.ts'
import { openDoor, type Visitor } from './visitor.ts'

/** A product of its own with the registry and a draft in it, running; measures are said of its setting. */
export type Stage = Measured & {
  db: Database
  today: Temporal.PlainDate
  directiveId: string
  signIn: (username: string) => Promise<Visitor>
  reportMemory: () => Promise<void>
}

/** Sets a stage up on a durable PostgreSQL that is gone afterwards. */
export async function setStage(bench: string, bodies = bodyCount): Promise<Stage> {
  say(`${bench}: starting PostgreSQL …`)
  const starting = startThrowawayPostgres({ durable: true })
  leaveNothingOf(async () => (await starting).stop())
  const { url } = await starting
  const dataDir = await mkdtemp(join(tmpdir(), 'trienkhai-bench-'))
  leaveNothingOf(() => rm(dataDir, { recursive: true, force: true }))
  const pool = openPool(url, 4)
  leaveNothingOf(() => pool.end())
  await migrate(pool)
  const db = openDatabase(pool)
  say(`${bench}: filling the registry with ${bodies} bodies …`)
  await fillRegistry(db, bodies)
  const today = Temporal.PlainDate.from(dayOf(Temporal.Now.instant()))
  const directiveId = await writeDraft(db, today)
  const server = await startServer(url, dataDir)
  const door = openDoor(server.port)
  leaveNothingOf(async () => door.close())
  const { rows } = await sql<{ version: string; pid: number }>`select current_setting('server_version') as version, pg_backend_pid() as pid`.execute(
    db,
  )
  const processes = [server.pid, await parentOf(rows[0]?.pid ?? 0)]
  const setting = { bench, bodies, tasks: taskCount, obligations: bodies * taskCount, postgres: rows[0]?.version ?? '' }
  return {
    setting,
    spent: () => processorTime(processes),
    db,
    today,
    directiveId,
    signIn: door.signIn,
    async reportMemory() {
      const peak = await server.peakMemory()
      if (peak !== undefined) report({ setting }, { measure: 'peak memory of the server', value: peak, unit: 'MB', goal: 400 })
    },
  }
}

/** The standing body's clerk issues the draft, with effect 300 days ago; gives how long the answer took. */
export async function issue(stage: Stage): Promise<{ milliseconds: number; processor: number | undefined }> {
  const { db, today, directiveId, setting, signIn } = stage
  const clerk = await signIn('thuong-truc.van-thu')
  const effectiveOn = today.subtract({ days: 300 }).toString()
  let milliseconds = 0
  const processor = await processorOf(stage, async () => {
    milliseconds = await time(() => clerk.ask(directives.issueDirective, { directiveId: directiveId as never, version: 1, effectiveOn }))
  })
  const { count } = await db.selectFrom('obligation').select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  if (count !== setting.obligations) throw new Error(`issued ${count} obligations instead of ${setting.obligations}`)
  return { milliseconds, processor }
}

/** Sets a stage up on which the directive has been at work for months, vacuumed as the server would have done meanwhile. */
export async function setStageMidway(bench: string, mix: Mix, queue = false): Promise<Stage> {
  const stage = await setStage(bench)
  say(`${bench}: issuing, then spreading ${stage.setting.obligations} obligations over all states …`)
  await issue(stage)
  await spreadStates(stage.db, stage.directiveId, stage.today.toString(), mix, queue)
  await sql`vacuum (analyze)`.execute(stage.db)
  return stage
}
