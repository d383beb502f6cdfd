import type { z } from 'zod'
import type { ObligationPage } from '../contract.ts'

/** An obligation as its page shows it. */
export type Shown = z.infer<typeof ObligationPage>
