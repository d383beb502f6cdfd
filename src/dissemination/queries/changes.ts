import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { ChangeKind, DirectiveChange, ReceivedChange } from '../changes/contract.ts'
import type { Sender } from './expected.ts'
import { nameOf } from './receipts.ts'

/** What a row `item` (of task_change) touches: open obligations of its task. */
const touched = sql`obligation.task_id = item.task_id and obligation.directive_id = change.directive_id and obligation.state not in ('verified', 'withdrawn')`

const milestonesOf = (taskId: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('worded', milestone.worded, 'due', milestone.due, 'kind', milestone.kind, 'what', milestone.what) order by milestone.position)
  from milestone where milestone.task_id = ${taskId}), '[]')`

/** Items of a row `change`, as JSON; narrowed by a condition on `item`. */
const itemsJson = (narrowed: RawBuilder<unknown>, withBodies: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('kind', item.kind, 'taskId', item.task_id, 'address', coalesce(task.address, ''),
    'before', case when task.id is not null then json_build_object('text', task.text, 'product', task.product, 'milestones', ${milestonesOf(sql`task.id`)}) end,
    'text', item.text, 'product', item.product, 'milestones', item.milestones,
    'bodies', case when ${withBodies} then (select coalesce(json_agg(json_build_object('id', body_id, 'name', ${nameOf(sql`body_id`)})), '[]') from unnest(item.body_ids) body_id) else '[]' end,
    'affected', case when item.kind = 'add' then cardinality(item.body_ids) else (select count(*) from obligation where ${touched}) end) order by item.position)
  from task_change item left join task on task.id = item.task_id where item.change_id = change.id and ${narrowed}), '[]')`

const replacement = (user: Holder, day: string) => sql`(
  select json_build_object('id', directive.id, 'title', directive.title) from directive where directive.id = change.replacement_id and ${mayBeSeenBy(user, day)})`

/** Open obligations that a row `change` touches. */
const touchedBy = sql`obligation.directive_id = change.directive_id and obligation.state not in ('verified', 'withdrawn')
  and (change.kind <> 'update' or obligation.task_id in (select item.task_id from task_change item where item.change_id = change.id))`

/** The changes of a directive, newest first. */
export const changesOf = (db: Database, user: Holder, day: string, directiveId: string) =>
  sql<z.infer<typeof DirectiveChange>>`
    select change.id, change.kind, change.reason, ${replacement(user, day)} as replacement, change.state, change.sent_on, (select name from person where id = change.person_id) as person, change.version,
      ${itemsJson(sql`true`, sql`true`)} as items,
      (select json_build_object('bodies', count(distinct obligation.body_id), 'obligations', count(*)) from obligation where ${touchedBy}) as affected,
      (select count(*) from change_receipt where change_id = change.id and state = 'asked') as asked,
      (select count(*) from change_receipt where change_id = change.id and state = 'agreed') as agreed,
      (select count(*) from change_receipt where change_id = change.id and state = 'refused') as refused,
      coalesce((select json_agg(json_build_object('bodyName', ${nameOf(sql`answer.body_id`)}, 'reason', answer.reason, 'decidedOn', answer.decided_on) order by answer.decided_on)
        from change_receipt answer where answer.change_id = change.id and answer.state = 'refused'), '[]') as refusals
    from directive_change change where change.directive_id = ${directiveId} and change.state <> 'dropped' order by change.state = 'draft' desc, change.at desc`
    .execute(db)
    .then(({ rows }) => rows)

/** The changes sent to a body for a directive, newest first, with just what each does to what lies on it. */
export const receivedChanges = (db: Database, user: Holder, day: string, directiveId: string, bodyId: string) =>
  sql<Omit<z.infer<typeof ReceivedChange>, 'canDecide'>>`
    select answer.id, change.id as change_id, change.kind, change.reason, ${replacement(user, day)} as replacement, change.sent_on, answer.state, answer.reason as answer, answer.decided_on, answer.version,
      ${itemsJson(
        sql`(${bodyId} = any(item.body_ids) or exists (select from obligation where obligation.task_id = item.task_id and obligation.body_id = ${bodyId} and obligation.directive_id = change.directive_id))`,
        sql`false`,
      )} as items,
      coalesce((select json_agg(json_build_object('id', obligation.id, 'address', task.address, 'text', task.text) order by task.position)
        from obligation join task on task.id = obligation.task_id where ${touchedBy} and obligation.body_id = ${bodyId}), '[]') as obligations
    from change_receipt answer join directive_change change on change.id = answer.change_id
    where change.directive_id = ${directiveId} and answer.body_id = ${bodyId} order by change.sent_on desc, change.id desc`
    .execute(db)
    .then(({ rows }) => rows)

/** A change, locked for the rest of the transaction. */
export const lockChange = (db: Database, id: string) =>
  db.selectFrom('directiveChange').selectAll().select(sql<ChangeKind>`kind`.as('kind')).where('id', '=', id).forUpdate().executeTakeFirst()

/** The draft of a change of a directive, locked. */
export const lockDraftChange = (db: Database, directiveId: string) =>
  db
    .selectFrom('directiveChange')
    .select(['id', 'version'])
    .where('directiveId', '=', directiveId)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()

/** Whether a directive was recalled or replaced: nothing more is changed of it then. */
export const isTakenBack = (db: Database, directiveId: string) =>
  db
    .selectFrom('directiveChange')
    .select('id')
    .where('directiveId', '=', directiveId)
    .where('state', '=', 'sent')
    .where('kind', 'in', ['recall', 'replace'])
    .executeTakeFirst()
    .then(Boolean)

export type Item = {
  kind: 'amend' | 'withdraw' | 'add'
  taskId: string | null
  text: string
  product: string
  milestones: readonly { worded: string; due: string | null; kind: 'date' | 'event' | 'recurring' | 'horizon' | 'vague'; what: string }[]
  bodyIds: readonly string[]
}

/** Writes the draft of a change with its items, in the place of the one before. */
export async function putDraftChange(
  db: Database,
  {
    directiveId,
    draftId,
    kind,
    reason,
    replacementId,
  }: { directiveId: string; draftId: string | null; kind: ChangeKind; reason: string; replacementId: string | null },
  items: readonly Item[],
  by: Sender,
): Promise<{ id: string; version: number }> {
  const facts = { kind, reason, replacementId, bodyId: by.bodyId, personId: by.personId, at: by.at }
  const put = draftId
    ? db
        .updateTable('directiveChange')
        .set({ ...facts, version: sql`version + 1` })
        .where('id', '=', draftId)
        .returning(['id', 'version'])
    : db
        .insertInto('directiveChange')
        .values({ directiveId, ...facts })
        .returning(['id', 'version'])
  const change = await put.executeTakeFirstOrThrow()
  await db.deleteFrom('taskChange').where('changeId', '=', change.id).execute()
  if (items.length)
    await db
      .insertInto('taskChange')
      .values(
        items.map((item, position) => ({
          changeId: change.id,
          position,
          kind: item.kind,
          taskId: item.taskId,
          text: item.text,
          product: item.product,
          milestones: JSON.stringify(item.milestones),
          bodyIds: [...item.bodyIds],
        })),
      )
      .execute()
  return change
}

/** How many of these tasks are live tasks of a directive that no other took the place of. */
export const countLiveTasks = (db: Database, directiveId: string, taskIds: readonly string[]) =>
  sql<{ count: number }>`
    select count(*) from task where directive_id = ${directiveId} and id = any(${taskIds}::uuid[]) and dropped_why is null
      and not exists (select from task newer where newer.replaces_id = task.id)`
    .execute(db)
    .then(({ rows }) => rows[0]?.count ?? 0)

/** The items of a change, in order. */
export const itemsOf = (db: Database, changeId: string) =>
  sql<Item & { id: string; newTaskId: string | null }>`
    select id, kind, task_id, new_task_id, text, product, milestones, body_ids from task_change where change_id = ${changeId} order by position`
    .execute(db)
    .then(({ rows }) => rows)

/** Notes which task an item has become. */
export const setNewTask = (db: Database, itemId: string, newTaskId: string) =>
  db.updateTable('taskChange').set({ newTaskId }).where('id', '=', itemId).execute()

/** Marks a change as sent or dropped. */
export const markChange = (db: Database, id: string, state: 'sent' | 'dropped', day: string | null) =>
  db.updateTable('directiveChange').set({ state, sentOn: day, version: sql`version + 1` }).where('id', '=', id).execute()

/** Asks every body that has received the directive, that the change touches, or that an added task is laid on. */
export const askReceivers = (db: Database, changeId: string) =>
  sql<{ count: number }>`
    with change as (select * from directive_change where id = ${changeId}), made as (
      insert into change_receipt (change_id, body_id)
      select distinct ${changeId}::uuid, body_id from (
        select receipt.body_id from receipt, change where receipt.directive_id = change.directive_id and receipt.state not in ('expected', 'recalled')
        union select obligation.body_id from obligation, change where ${touchedBy}
        union select unnest(item.body_ids) from task_change item where item.change_id = ${changeId}
      ) asked on conflict do nothing returning 1
    ) select count(*) from made`
    .execute(db)
    .then(({ rows }) => rows[0]?.count ?? 0)

/** A receiver's answer with its change, locked. */
export const lockAnswer = (db: Database, id: string) =>
  sql<{
    id: string
    bodyId: string
    state: 'asked' | 'agreed' | 'refused'
    version: number
    changeId: string
    directiveId: string
    kind: ChangeKind
    reason: string
  }>`
    select answer.id, answer.body_id, answer.state, answer.version, change.id as change_id, change.directive_id, change.kind, change.reason
    from change_receipt answer join directive_change change on change.id = answer.change_id where answer.id = ${id} for update of answer`
    .execute(db)
    .then(({ rows }) => rows[0])

/** The answer of a body to a change. */
export const answerOf = (db: Database, changeId: string, bodyId: string) =>
  db.selectFrom('changeReceipt').select('id').where('changeId', '=', changeId).where('bodyId', '=', bodyId).executeTakeFirst()

/** Writes a receiver's answer. */
export const decide = (db: Database, id: string, state: 'agreed' | 'refused', reason: string, by: Sender) =>
  db
    .updateTable('changeReceipt')
    .set({ state, reason, decidedOn: by.day, personId: by.personId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
