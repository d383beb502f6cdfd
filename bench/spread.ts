import { sql } from 'kysely'
import type { Database } from '../src/kernel/database.ts'

/** Shares of a hundred obligations in each state; what is left over stays given. */
export type Mix = Partial<Record<'accepted' | 'in-progress' | 'returned' | 'sent-back' | 'reported' | 'verified', number>>

/** Midway: something of every state. */
export const midway: Mix = { accepted: 12, 'in-progress': 27, returned: 3, 'sent-back': 5, reported: 13, verified: 28 }

/** Puts the obligations of a directive into states by a mix, as if their bodies had worked for months: milestones reached, steps taken. With `queue`, all that the standing body confirms waits for it. */
export async function spreadStates(db: Database, directiveId: string, today: string, mix: Mix, queue = false): Promise<void> {
  const shares = Object.entries(mix)
  const below = (count: number) => shares.slice(0, count).reduce((sum, [, share]) => sum + share, 0)
  const limits = shares.map(([state], i) => ({ state, above: below(i), below: below(i + 1) }))
  await db.transaction().execute(async (db) => {
    await sql`
      create temporary table thrown on commit drop as
      select obligation.id, obligation.task_id, obligation.body_id, obligation.verifier_id, dice.fell,
        case when ${queue} and obligation.verifier_id = directive.standing_id then 'reported' else coalesce(limits.state, 'given') end as state,
        ${today}::date - 1 - dice.fell % 60 as reported_on
      from obligation join directive on directive.id = obligation.directive_id join task on task.id = obligation.task_id
      join body_version body on body.body_id = obligation.body_id,
      lateral (select abs(hashtext(body.name || ' ' || task.position)) as fell) dice
      left join json_to_recordset(${JSON.stringify(limits)}::json) as limits(state text, above int, below int) on dice.fell % 100 >= limits.above and dice.fell % 100 < limits.below
      where obligation.directive_id = ${directiveId}`.execute(db)
    await sql`create unique index on thrown (id)`.execute(db)
    await sql`
      create temporary table actor on commit drop as
      select distinct on (post.body_id) post.body_id, holding.id as holding_id, holding.person_id from holding join post on post.id = holding.post_id order by post.body_id, holding.id`.execute(
      db,
    )
    await sql`analyze thrown, actor`.execute(db)
    await sql`
      insert into milestone_reached (obligation_id, milestone_id, reached_on)
      select thrown.id, milestone.id, least(milestone.due - 25 + thrown.fell % 30, ${today}::date)
      from thrown join milestone on milestone.task_id = thrown.task_id and milestone.due is not null
      where thrown.state = 'verified' or (thrown.state in ('in-progress', 'reported', 'sent-back') and milestone.due < ${today}::date and thrown.fell % 7 < 5)`.execute(
      db,
    )
    await sql`
      with reached as (
        select thrown.id, min(milestone.due) filter (where done.reached_on is null) as next_due, coalesce(bool_or(done.reached_on > milestone.due), false) as is_late,
          coalesce(array_agg(milestone.position order by milestone.position) filter (where done.reached_on is not null), '{}') as positions
        from thrown left join milestone on milestone.task_id = thrown.task_id
        left join milestone_reached done on done.obligation_id = thrown.id and done.milestone_id = milestone.id group by thrown.id
      )
      update obligation set state = thrown.state, next_due = reached.next_due, is_late = reached.is_late, reached = reached.positions,
        percent = case thrown.state when 'in-progress' then thrown.fell % 100 when 'reported' then 100 when 'verified' then 100 else 0 end,
        reported_on = case when thrown.state in ('reported', 'sent-back', 'verified') then thrown.reported_on end,
        reported_by = case when thrown.state in ('reported', 'sent-back', 'verified') then actor.person_id end,
        done_on = case when thrown.state = 'verified' then thrown.reported_on end, version = 2 + thrown.fell % 4
      from thrown join reached using (id) join actor using (body_id) where obligation.id = thrown.id and thrown.state <> 'given'`.execute(db)
    await addSteps(db, today)
  })
}

async function addSteps(db: Database, today: string): Promise<void> {
  const moves = [
    { event: 'accept', from: 'given', to: 'accepted', in: ['accepted', 'in-progress', 'sent-back', 'reported', 'verified'], byVerifier: false },
    { event: 'return', from: 'given', to: 'returned', in: ['returned'], byVerifier: false },
    { event: 'progress', from: 'accepted', to: 'in-progress', in: ['in-progress', 'sent-back', 'reported', 'verified'], byVerifier: false },
    { event: 'report', from: 'in-progress', to: 'reported', in: ['reported', 'sent-back', 'verified'], byVerifier: false },
    { event: 'send-back', from: 'reported', to: 'sent-back', in: ['sent-back'], byVerifier: true },
    { event: 'verify', from: 'reported', to: 'verified', in: ['verified'], byVerifier: true },
  ]
  await sql`
    insert into step (obligation_id, event, from_state, to_state, text, person_id, holding_id, body_id, day, at)
    select thrown.id, move.event, move."from", move."to", 'Đã thực hiện theo nội dung được giao, đúng tiến độ.', actor.person_id, actor.holding_id, actor.body_id, spent.day, spent.day::timestamptz
    from json_to_recordset(${JSON.stringify(moves)}::json) as move(event text, "from" text, "to" text, "in" json, "byVerifier" boolean)
    join thrown on thrown.state in (select json_array_elements_text(move."in"))
    join actor on actor.body_id = case when move."byVerifier" then thrown.verifier_id else thrown.body_id end,
    lateral (select ${today}::date - 1 - thrown.fell % 200 as day) spent`.execute(db)
}
