import { type RawBuilder, sql } from 'kysely'

/** True where a row `answer` (of change_receipt) to a row `change` is still waited for: of an update of what was recalled or replaced since, none is. */
export const stillAsked: RawBuilder<boolean> = sql<boolean>`(answer.state = 'asked' and (change.kind <> 'update' or not exists (
  select from directive_change back where back.directive_id = change.directive_id and back.state = 'sent' and back.kind <> 'update')))`
