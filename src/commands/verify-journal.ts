import { findBrokenCheckpoint } from '../kernel/journal.ts'
import { withDatabase } from './database.ts'
import { writeOut } from './output.ts'

/** Says whether every sealed line of the journal still fits its seal; exit code 1 when one does not. */
export const verifyJournal = (): Promise<number> =>
  withDatabase(async (db) => {
    const broken = await findBrokenCheckpoint(db)
    await writeOut(
      broken === null ? 'Every sealed line of the journal fits.\n' : `The journal no longer fits its seal at line ${broken} or before it.\n`,
    )
    return broken === null ? 0 : 1
  })
