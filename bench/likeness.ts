import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../src/kernel/database.ts'
import { endpoints } from '../src/plans/likeness/contract.ts'
import { report, say } from './measure.ts'
import { issue, setStage } from './stage.ts'

const planCount = 10_000
const itemCount = 30
/** Every so manieth plan is another's with a word changed here and there, and days of its own. */
const copyEvery = 5

const syllables =
  'rà soát chức năng nhiệm vụ tổ bộ máy cơ quan đơn vị xây dựng đề án sắp xếp tinh giản nâng cao hiệu lực quả hoạt động gắn với việc thực hiện chính trị được giao báo cáo kết theo quy định cấp ủy kiểm tra giám sát cán công viên người lao biên chế lập danh sách phân hội nghị quán triệt tuyên truyền học tập tham mưu ban hành quyết hướng dẫn đôn đốc tổng hợp số liệu hằng quý năm tháng chi đảng xã phường thôn bản khu dân cư mặt trận đoàn thể phụ nữ thanh niên nông cựu chiến binh hợp tác trường y tế trạm văn hóa thông tin ngân sách tài sản trụ sở đất đai hồ sơ lưu trữ mạng phần mềm đào tạo bồi dưỡng luân chuyển đánh giá'.split(
    ' ',
  )

/** Compares 10,000 plans of 30 items, all neighbours, while the server serves. */
export async function run(): Promise<void> {
  const stage = await setStage('likeness')
  const { db, directiveId, setting } = stage
  await issue(stage)
  say(`likeness: writing ${planCount} plans of ${itemCount} items …`)
  const copies = await writePlans(db, directiveId)
  await sql`vacuum (analyze) plan, plan_item`.execute(db)
  const clerk = await stage.signIn('thuong-truc.van-thu')
  say('likeness: comparing …')
  const start = performance.now()
  await clerk.ask(endpoints.comparePlans, { directiveId: directiveId as never })
  let [waited, asked] = [0, 0]
  for (let state = 'waiting'; state !== 'done'; ) {
    await setTimeout(500)
    const before = performance.now()
    const { run: at } = await clerk.ask(endpoints.listLikeness, { directiveId: directiveId as never })
    ;[waited, asked] = [Math.max(waited, performance.now() - before), asked + 1]
    state = at?.state ?? 'failed'
    if (state === 'failed') throw new Error('the comparison failed')
    if (asked % 10 === 0) say(`likeness: ${at?.done} of ${at?.total}`)
  }
  report(stage, { measure: `${planCount} plans against each other`, value: (performance.now() - start) / 1000, unit: 's', goal: 180 })
  report(stage, { measure: 'longest wait for the list meanwhile', value: waited, unit: 'ms' })
  const { rows } = await sql<{ pairs: number; found: number }>`
    select count(*) as pairs, count(*) filter (where (plan_id, other_id) in (select * from unnest(${copies.map(([one]) => one)}::uuid[], ${copies.map(([, other]) => other)}::uuid[])) and share > 0.5) as found
    from plan_likeness where relation = 'neighbour'`.execute(db)
  say(
    `likeness: ${rows[0]?.pairs} pairs compared word by word instead of ${(planCount * (planCount - 1)) / 2}; ${rows[0]?.found} of ${copies.length} copies found`,
  )
  if ((rows[0]?.found ?? 0) < copies.length * 0.95) throw new Error('copies were missed')
  say(`likeness: on ${setting.bodies} bodies and as many more`)
  await stage.reportMemory()
}

/** Writes the plans; gives the pairs of copy and original. */
async function writePlans(db: Database, directiveId: string): Promise<[string, string][]> {
  let seed = 7
  const below = (most: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((seed / 2 ** 31) * most)
  }
  const text = () => Array.from({ length: 30 + below(15) }, () => syllables[below(syllables.length)]).join(' ')
  const changed = (words: string) => words.replace(/\S+/g, (word) => (below(14) === 0 ? (syllables[below(syllables.length)] as string) : word))
  const { rows: ids } = await sql<{ id: string }>`
    with more as (insert into body (established) select date '1976-01-01' from generate_series(1, ${planCount}) returning id),
    named as (
      insert into body_version (body_id, valid, name, short_name, kind, level, parent_id)
      select id, daterange('1976-01-01', null), 'Chi bộ số ' || row_number() over (), 'Chi bộ', 'commune-party-committee', 'commune',
        (select standing_id from directive where id = ${directiveId}) from more returning body_id
    ),
    ordered as (
      insert into plan_order (directive_id, title, ordered_by, ordered_on, created_at)
      select id, 'Kế hoạch của cấp mình', standing_id, '2026-01-01', now() from directive where id = ${directiveId} returning id, ordered_by
    ),
    above as (
      insert into plan (order_id, directive_id, body_id, approver_id, due_on, state, submitted_on, updated_at)
      select id, ${directiveId}, ordered_by, ordered_by, '2026-02-01', 'issued', '2026-01-15', now() from ordered returning id
    )
    insert into plan (order_id, directive_id, body_id, superior_id, approver_id, due_on, state, submitted_on, updated_at)
    select ordered.id, ${directiveId}, named.body_id, above.id, ordered.ordered_by, '2026-02-01', 'submitted', '2026-01-20', now() from ordered, above, named returning id`.execute(
    db,
  )
  const copies: [string, string][] = []
  const originals: string[][] = []
  for (let from = 0; from < ids.length; from += 100) {
    const items = ids.slice(from, from + 100).flatMap(({ id }, n) => {
      const at = from + n
      const source = at % copyEvery === copyEvery - 1 ? at - 1 - below(copyEvery - 1) : undefined
      if (source !== undefined) copies.push([id, ids[source]?.id as string])
      const texts = source === undefined ? Array.from({ length: itemCount }, text) : (originals[source] as string[]).map(changed)
      originals[at] = texts
      return texts.map((text, position) => ({ id, position, text }))
    })
    for (let i = 0; i < from - copyEvery; i++) delete originals[i]
    await sql`
      insert into plan_item (plan_id, position, text, due_on, origin, updated_at)
      select id, position, text, date '2026-03-01' + position, 'own', now() from json_to_recordset(${JSON.stringify(items)}::json) as item(id uuid, position int, text text)`.execute(
      db,
    )
  }
  return copies
}
