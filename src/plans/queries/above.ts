import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Above } from '../contract.ts'

/** True where a row `plan` stands frozen until an amendment begins (`isFrozen` in rules.ts). */
export const isFrozen = sql<boolean>`(plan.state in ('accepted', 'issued') or (plan.state = 'approved' and plan.accepter_id is null))`

/**
 * The items of a row `plan` as it was approved last, as rows (id, version, position, part, text, product, from_on, due_on, task_ids): while it is being amended, those of its newest edition;
 * as they stand where it never was approved.
 */
export const standing = (planId: RawBuilder<unknown>) => sql`
  select item.id, item.version, item.position, item.part, item.text, item.product, item.from_on, item.due_on,
    array(select distinct obligation.task_id from plan_answer answer join obligation on obligation.id = answer.obligation_id where answer.item_id = item.id) as task_ids
  from plan join plan_item item on item.plan_id = plan.id and item.removed_on is null where plan.id = ${planId} and (plan.edition = 0 or ${isFrozen})
  union all
  select item.id, 0, kept.ordinality, item.part, item.text, item.product, item."fromOn", item."dueOn",
    array(select distinct obligation.task_id from obligation, jsonb_array_elements_text(item."obligationIds") one
      where (obligation.id = one::uuid or obligation.continues_id = one::uuid) and obligation.state <> 'withdrawn')
  from plan join plan_edition edition on edition.plan_id = plan.id and edition.number = plan.edition, jsonb_array_elements(edition.content -> 'items') with ordinality kept,
    jsonb_to_record(kept.value) as item(id uuid, part text, text text, product text, "fromOn" date, "dueOn" date, "obligationIds" jsonb)
  where plan.id = ${planId} and plan.edition > 0 and not ${isFrozen}`

const columns = sql`item.id, item.part, item.text, item.product, item.due_on, item.task_ids`

/** The items of an approved plan that others may answer: for those below it. */
export const aboveOf = (db: Database, superiorId: string | null): Promise<Above[]> =>
  superiorId === null
    ? Promise.resolve([])
    : sql<Above>`
        select ${columns} from (${standing(sql`${superiorId}::uuid`)}) item
        where exists (select from plan where id = ${superiorId} and edition > 0 and state <> 'withdrawn') order by item.position, item.id`
        .execute(db)
        .then(({ rows }) => rows)

/** True where an item (a column) is among those of a plan (a column) as it was approved last. */
export const stands = (itemId: RawBuilder<unknown>, planId: RawBuilder<unknown>) =>
  sql<boolean>`(${itemId} in (select standing.id from (${standing(planId)}) standing))`
