import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { isOpenTo, mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { isCalledBy, nameOn, rankOf } from '../../organisations/queries.ts'
import { stillAsked } from '../queries/asked.ts'
import type { Sender } from '../queries/expected.ts'
import type { AnswerState, ChangeAnswer, ChangedMilestone, ChangeKind, ChangeState, DirectiveChange, ItemKind, ReceivedChange } from './contract.ts'

const open = sql`obligation.state not in ('verified', 'withdrawn')`

/** The tasks a row `change` is about: those it changes, and what these took the place of, each with the one it changes. To stand before a select from `hit`. */
const hit = sql`with recursive hit as (
    select task_id as id, task_id as changed_id from task_change where change_id = change.id and task_id is not null
    union select task.replaces_id, hit.changed_id from task join hit on hit.id = task.id where task.replaces_id is not null
  )`

/** Open obligations that a row `change` touches, in whatever older words they still lie there. */
export const touched = sql`obligation.directive_id = change.directive_id and ${open}
  and (change.kind <> 'update' or obligation.task_id in (${hit} select id from hit))`

/** A task with all it took the place of, the nearest first: rows (id, depth). */
const lineOf = (taskId: RawBuilder<unknown>) => sql`(
  with recursive line as (
    select ${taskId} as id, 0 as depth union all select task.replaces_id, line.depth + 1 from line join task on task.id = line.id where task.replaces_id is not null
  ) select id, depth from line)`

const milestonesOf = (taskId: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('worded', milestone.worded, 'due', milestone.due, 'kind', milestone.kind, 'what', milestone.what) order by milestone.position)
  from milestone where milestone.task_id = ${taskId}), '[]')`

/** What a row `item` (of task_change, beside its `task` where there is one) does, as pairs for a JSON object. */
const itemPairs = sql`'kind', item.kind, 'taskId', item.task_id, 'address', coalesce(task.address, ''),
  'before', case when task.id is not null then json_build_object('text', task.text, 'product', task.product, 'milestones', ${milestonesOf(sql`task.id`)}) end,
  'text', item.text, 'product', item.product, 'milestones', item.milestones`

const replacement = (user: Holder, day: string) => sql`(
  select json_build_object('id', directive.id, 'kind', directive.kind, 'number', directive.number, 'title', directive.title,
    'isSent', exists (select from dissemination where dissemination.directive_id = directive.id))
  from directive where directive.id = change.replacement_id and ${mayBeSeenBy(user, day)})`

/**
 * True where a row `change` concerns a body: it takes the directive back, or it changes a task that lies on the body or that it has a part in (or one that a change it has not agreed to yet
 * makes of such a task), or lays one on it. What was done there and verified stays as it is: a task of which nothing else lies on the body concerns it no more.
 */
const concerns = (body: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(change.kind <> 'update' or exists (
  ${hit}, own as materialized (
    select hit.changed_id, bool_or(${open}) as is_open, bool_or(obligation.state = 'verified') as is_done
    from hit join obligation on obligation.directive_id = change.directive_id and obligation.task_id = hit.id and obligation.body_id = ${body} group by hit.changed_id
  ), undone as (select hit.id from hit where not exists (select from own where own.changed_id = hit.changed_id and own.is_done and not own.is_open))
  select from own where own.is_open
  union all select from undone join task_body part on part.task_id = undone.id and part.body_id = ${body}
  union all select from task_change added where (added.change_id = change.id or added.new_task_id in (select id from undone)) and ${body} = any(added.body_ids)))`

/** Where a row `answer` to a row `change` is. */
const answerState = sql<AnswerState>`case when answer.state = 'asked' and not ${stillAsked} then 'lapsed' else answer.state end`
const answers = (which: RawBuilder<boolean>) => sql`(select count(*) from change_receipt answer where answer.change_id = change.id and ${which})`
const answered = (state: AnswerState) => answers(sql<boolean>`${answerState} = ${state}`)

/** The changes of a directive, the draft first, then the newest. */
export const changesOf = (db: Database, user: Holder, day: string, directiveId: string) =>
  sql<z.infer<typeof DirectiveChange>>`
    select change.id, change.kind, change.reason, ${replacement(user, day)} as replacement, change.state, change.sent_on, (select name from person where id = change.person_id) as person, change.version,
      coalesce((
        select json_agg(json_build_object(${itemPairs},
          'bodies', (select coalesce(json_agg(json_build_object('id', lead.body_id, 'name', ${nameOn(sql`lead.body_id`, day)})), '[]') from unnest(item.body_ids) lead(body_id)),
          'affected', case when item.kind = 'add' then cardinality(item.body_ids)
            else (select count(*) from obligation where obligation.directive_id = change.directive_id and obligation.task_id = item.task_id and ${open}) end) order by item.position)
        from task_change item left join task on task.id = item.task_id where item.change_id = change.id), '[]') as items,
      affected.said as affected, ${answered('asked')} as asked, ${answered('agreed')} as agreed, ${answered('noted')} as noted, ${answered('refused')} as refused, ${answered('lapsed')} as lapsed
    from directive_change change
    cross join lateral (
      select json_build_object('bodies', coalesce(sum(bodies), 0), 'obligations', coalesce(sum(obligations), 0),
        'levels', coalesce(json_agg(json_build_object('level', level, 'bodies', bodies) order by ${rankOf(sql`level`)}), '[]')) as said
      from (
        select body.level, count(distinct obligation.body_id) as bodies, count(*) as obligations
        from obligation join body_version body on body.body_id = obligation.body_id and body.valid @> ${day}::date where ${touched} group by body.level
      ) by_level
    ) affected
    where change.directive_id = ${directiveId} and change.state <> 'dropped' order by change.state = 'draft' desc, change.at desc`
    .execute(db)
    .then(({ rows }) => rows)

/** True where the body of a row `answer` to a row `change` has agreed to a later one of the same tasks: what it was asked is answered by that. */
const isOutdone = sql<boolean>`exists (
  select from change_receipt later join directive_change newer on newer.id = later.change_id and newer.directive_id = change.directive_id and newer.id <> change.id
  join task_change item on item.change_id = newer.id cross join lateral ${lineOf(sql`item.task_id`)} line
  join task_change own on own.new_task_id = line.id and own.change_id = change.id
  where later.body_id = answer.body_id and later.state = 'agreed')`

/** The changes sent to a body for a directive, newest first, with just what each does to what lies on it. */
export const receivedChanges = (db: Database, user: Holder, day: string, directiveId: string, bodyId: string) =>
  sql<Omit<z.infer<typeof ReceivedChange>, 'canDecide'>>`
    select answer.id, change.id as change_id, change.kind, change.reason, ${replacement(user, day)} as replacement, change.sent_on, ${nameOn(sql`change.body_id`, sql`change.sent_on`)} as sender_name,
      answer.state, answer.reason as answer, answer.decided_on, answer.version, ${isOutdone} as is_outdone,
      coalesce((
        select json_agg(json_build_object(${itemPairs}, 'bodies', json_build_array(), 'affected', 1,
          'obligationId', own.id, 'state', own.state, 'newObligationId', made.id) order by item.position)
        from task_change item left join lateral (
          select obligation.* from ${lineOf(sql`item.task_id`)} line join obligation on obligation.task_id = line.id and obligation.directive_id = change.directive_id and obligation.body_id = ${bodyId}
          order by obligation.state = 'withdrawn', line.depth limit 1
        ) own on true
        left join task on task.id = coalesce(own.task_id, item.task_id)
        left join obligation made on made.directive_id = change.directive_id and made.body_id = ${bodyId} and made.task_id = item.new_task_id
        where item.change_id = change.id and (own.id is not null or ${bodyId} = any(item.body_ids)
          or exists (select from ${lineOf(sql`item.task_id`)} line join task_change added on added.new_task_id = line.id and ${bodyId} = any(added.body_ids)))), '[]') as items,
      coalesce((select json_agg(json_build_object('id', obligation.id, 'address', task.address, 'text', task.text) order by task.position)
        from obligation join task on task.id = obligation.task_id where ${touched} and obligation.body_id = ${bodyId}), '[]') as obligations
    from change_receipt answer join directive_change change on change.id = answer.change_id
    where change.directive_id = ${directiveId} and answer.body_id = ${bodyId} order by change.sent_on desc, change.id desc`
    .execute(db)
    .then(({ rows }) => rows)

/** By which change a directive was recalled or replaced: nothing more is changed of it then. */
export const takenBackBy = (db: Database, user: Holder, day: string, directiveId: string) =>
  sql<{ kind: ChangeKind; sentOn: string | null; reason: string; replacement: z.infer<typeof DirectiveChange>['replacement'] }>`
    select change.kind, change.sent_on, change.reason, ${replacement(user, day)} as replacement
    from directive_change change where change.directive_id = ${directiveId} and change.state = 'sent' and change.kind in ('recall', 'replace')`
    .execute(db)
    .then(({ rows }) => rows[0])

type Asked = { changeId: string; state?: AnswerState | undefined; words?: string | undefined; limit: number; offset: number }

/** A page of the answers to a change: refusals first, then who has not answered, and how many there are. */
export async function answersTo(db: Database, day: string, { changeId, state, words, limit, offset }: Asked) {
  const { rows } = await sql<z.infer<typeof ChangeAnswer> & { total: number }>`
    select answer.body_id, named.name as body_name, named.level, ${answerState} as state, answer.reason, answer.decided_on, count(*) over () as total
    from change_receipt answer join directive_change change on change.id = answer.change_id
    join body_version named on named.body_id = answer.body_id and ${isCalledBy(day)}
    where answer.change_id = ${changeId} and (${state ?? null}::text is null or ${answerState} = ${state ?? null})
      and (${words ?? ''} = '' or named.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${words ?? ''}), ' ')) word))
    order by answer.state = 'refused' desc, answer.state = 'asked' desc, ${rankOf(sql`named.level`)}, named.name, answer.id limit ${limit} offset ${offset}`.execute(
    db,
  )
  return { total: rows[0]?.total ?? 0, rows }
}

/** The directive of a sent change, if it lies open to somebody as a whole. */
export const openDirectiveOf = (db: Database, user: Holder, day: string, changeId: string) =>
  sql<{ kind: string; number: string | null; title: string }>`
    select directive.kind, directive.number, directive.title from directive_change change join directive on directive.id = change.directive_id
    where change.id = ${changeId} and change.state = 'sent' and ${mayBeSeenBy(user, day)} and ${isOpenTo(user, day)}`
    .execute(db)
    .then(({ rows }) => rows[0])

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

export type Item = {
  kind: z.infer<typeof ItemKind>
  taskId: string | null
  text: string
  product: string
  milestones: readonly ChangedMilestone[]
  bodyIds: readonly string[]
}
type Facts = { directiveId: string; draftId: string | null; kind: ChangeKind; reason: string; replacementId: string | null }

/** Writes the draft of a change with its items, in the place of the one before. */
export async function putDraftChange(
  db: Database,
  { directiveId, draftId, kind, reason, replacementId }: Facts,
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
        items.map(({ kind, taskId, text, product, milestones, bodyIds }, position) => ({
          changeId: change.id,
          position,
          kind,
          taskId,
          text,
          product,
          milestones: JSON.stringify(milestones),
          bodyIds: [...bodyIds],
        })),
      )
      .execute()
  return change
}

/** How many of these tasks are live tasks of a directive that no update has ended. */
export const countLiveTasks = (db: Database, directiveId: string, taskIds: readonly string[]) =>
  sql<{ count: number }>`
    select count(*) from task where directive_id = ${directiveId} and id = any(${taskIds}::uuid[]) and dropped_why is null and ended_on is null`
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

/** Says that none of the days of a directive that was sent out binds any more. */
export const endDissemination = (db: Database, directiveId: string) =>
  db.updateTable('dissemination').set({ isOver: true }).where('directiveId', '=', directiveId).execute()

/** Marks a change as sent or dropped. */
export const markChange = (db: Database, id: string, state: 'sent' | 'dropped', day: string | null) =>
  db.updateTable('directiveChange').set({ state, sentOn: day, version: sql`version + 1` }).where('id', '=', id).execute()

/** Asks every body that has the directive, that the change touches, or that an added task is laid on; what touches nothing of a body is noted there at once. Gives how many of each. */
export const askReceivers = (db: Database, changeId: string, day: string) =>
  sql<{ asked: number; noted: number }>`
    with change as (select * from directive_change where id = ${changeId}), made as (
      insert into change_receipt (change_id, body_id, state, decided_on)
      select ${changeId}::uuid, asked.body_id, ${stateOf(day)} from change, (
        select receipt.body_id from receipt, change where receipt.directive_id = change.directive_id and receipt.state not in ('expected', 'recalled')
        union select obligation.body_id from obligation, change where ${touched}
        union select unnest(item.body_ids) from task_change item where item.change_id = ${changeId}
      ) asked, lateral (select ${concerns(sql`asked.body_id`)} as is_concerned) touch on conflict do nothing returning state
    ) select count(*) filter (where state = 'asked') as asked, count(*) filter (where state = 'noted') as noted from made`
    .execute(db)
    .then(({ rows }) => rows[0] ?? { asked: 0, noted: 0 })

/** State and day of a new answer, beside a row `touch` that says whether the change concerns the body. */
const stateOf = (day: string) =>
  sql`case when touch.is_concerned then 'asked' else 'noted' end, case when not touch.is_concerned then ${day}::date end`

/** Notes updates where they are still asked about and concern the body no more, since all that they change there was verified, or since they were sent when everybody was asked; gives how many. */
export const noteUntouched = (db: Database, day: string): Promise<number> =>
  sql`
    update change_receipt answer set state = 'noted', decided_on = ${day}::date, version = answer.version + 1 from directive_change change
    where change.id = answer.change_id and change.state = 'sent' and change.kind = 'update' and ${stillAsked} and not ${concerns(sql`answer.body_id`)}`
    .execute(db)
    .then(({ numAffectedRows }) => Number(numAffectedRows ?? 0))

/** Asks, of the changes of a directive sent before, the bodies of obligations laid since for which a condition holds; who has agreed, or had nothing to agree to, is asked again, since something that the change ends lies on it anew. */
export const askOfLaid = (db: Database, directiveId: string, which: RawBuilder<unknown>) =>
  sql`
    insert into change_receipt (change_id, body_id)
    select distinct change.id, obligation.body_id from directive_change change join obligation on obligation.directive_id = change.directive_id and ${open}
      and (change.kind <> 'update' or obligation.task_id in (${hit} select id from hit))
    where change.directive_id = ${directiveId} and change.state = 'sent' and ${which}
    on conflict (change_id, body_id) do update set state = 'asked', decided_on = null, person_id = null, version = change_receipt.version + 1 where change_receipt.state in ('agreed', 'noted')`.execute(
    db,
  )

/** Asks bodies that a directive has just been sent to, for whose receipts a condition holds, of the updates sent before; those that concern them not are noted. */
export const askOfSent = (db: Database, directiveId: string, day: string, which: RawBuilder<unknown> = sql`true`) =>
  sql`
    insert into change_receipt (change_id, body_id, state, decided_on)
    select change.id, receipt.body_id, ${stateOf(day)} from directive_change change join receipt on receipt.directive_id = change.directive_id and receipt.state = 'arrived'
    cross join lateral (select ${concerns(sql`receipt.body_id`)} as is_concerned) touch
    where change.directive_id = ${directiveId} and change.state = 'sent' and ${which} on conflict do nothing`.execute(db)

/** A receiver's answer with its change, locked. */
export const lockAnswer = (db: Database, id: string) =>
  sql<{
    id: string
    bodyId: string
    state: ChangeState
    version: number
    changeId: string
    directiveId: string
    kind: ChangeKind
    reason: string
    isOutdone: boolean
  }>`
    select answer.id, answer.body_id, answer.state, answer.version, change.id as change_id, change.directive_id, change.kind, change.reason, ${isOutdone} as is_outdone
    from change_receipt answer join directive_change change on change.id = answer.change_id where answer.id = ${id} for update of answer`
    .execute(db)
    .then(({ rows }) => rows[0])

/** Tasks, each with itself and all it took the place of (`beforeId`), and whether a change that added that one laid it on a body. */
export const linesOf = (db: Database, taskIds: readonly string[], bodyId: string) =>
  sql<{ taskId: string; beforeId: string; isAdded: boolean }>`
    select asked.task_id, line.id as before_id, exists (select from task_change added where added.new_task_id = line.id and ${bodyId} = any(added.body_ids)) as is_added
    from unnest(${taskIds}::uuid[]) asked(task_id) cross join lateral ${lineOf(sql`asked.task_id`)} line`
    .execute(db)
    .then(({ rows }) => rows)

/** Whether anything was ever laid on a body of some tasks. */
export const holdsAny = (db: Database, directiveId: string, bodyId: string, taskIds: readonly string[]): Promise<boolean> =>
  sql<{ yes: boolean }>`
    select exists (select from obligation where directive_id = ${directiveId} and body_id = ${bodyId} and task_id = any(${taskIds}::uuid[])) as yes`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)

/** Writes, where a body has agreed to a change, that it has agreed to older ones of the same tasks that nothing is left of there. */
export const decideOlder = (db: Database, directiveId: string, changeId: string, by: Sender) =>
  sql`
    update change_receipt answer set state = 'agreed', reason = '', decided_on = ${by.day}, person_id = ${by.personId}, version = answer.version + 1
    from directive_change change
    where change.id = answer.change_id and change.directive_id = ${directiveId} and change.id <> ${changeId} and change.kind = 'update' and answer.body_id = ${by.bodyId} and answer.state = 'asked'
      and ${isOutdone} and not exists (select from obligation where ${touched} and obligation.body_id = ${by.bodyId})
      and not exists (select from task_change added where added.change_id = change.id and added.kind = 'add' and ${by.bodyId} = any(added.body_ids)
        and not exists (select from obligation cross join lateral ${lineOf(sql`obligation.task_id`)} line
          where obligation.directive_id = ${directiveId} and obligation.body_id = ${by.bodyId} and line.id = added.new_task_id))`.execute(db)

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

/** Bodies by their names on a day. */
export const namesOf = (db: Database, bodyIds: readonly string[], day: string) =>
  sql<{
    id: string
    name: string
  }>`select asked.body_id as id, ${nameOn(sql`asked.body_id`, day)} as name from unnest(${bodyIds}::uuid[]) asked(body_id)`
    .execute(db)
    .then(({ rows }) => rows)
