import type { Database } from '../../kernel/database.ts'
import { dayOf, onClock } from '../../kernel/serve.ts'
import { clockDay } from '../../people/queries.ts'
import { noteUntouched } from './queries.ts'

/** The job: whoever an update concerns no more is asked nothing over it. */
export const settleAnswers = async (db: Database): Promise<number> => noteUntouched(db, dayOf(onClock(await clockDay(db))))
