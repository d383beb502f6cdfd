import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Edition, PlanEvent, PlanState } from './contract.ts'
import {
  asksForPlan,
  clashes,
  compareEditions,
  editable,
  endsWithDirective,
  eventsFor,
  faultsOf,
  findMove,
  isBare,
  isChangedSince,
  isLate,
  judgeOf,
  life,
  openOf,
  overdueOf,
  waitsApproved,
  wordsIn,
} from './rules.ts'

const everyone = ['planner', 'approver', 'accepter', 'ordering'] as const
const allDuties = ['clerk', 'leader', 'appraiser']
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const item = (n: number, facts: Partial<Edition['items'][number]> = {}): Edition['items'][number] => ({
  id: id(n),
  part: '',
  text: `Việc ${n}`,
  product: '',
  lead: '',
  coordinate: '',
  personId: null,
  personName: null,
  fromOn: null,
  dueOn: null,
  money: null,
  note: '',
  obligationIds: [],
  superiorItemIds: [],
  ...facts,
})
const head = { title: 'a', grounds: '', aims: '', carryingOut: '' }

describe('the life of a plan', () => {
  test('every state can be reached, and a plan never approved can always be withdrawn or go on', () => {
    for (const accepterId of [null, id(1)]) {
      const seen = new Set<string>()
      const walk = (state: PlanState, edition: number) => {
        if (seen.has(`${state} ${edition}`)) return
        seen.add(`${state} ${edition}`)
        const plan = { state, edition, accepterId }
        for (const event of PlanEvent.options) {
          const move = findMove(plan, event, everyone, allDuties)
          if (move) walk(move.to, Math.min(2, edition + Number(move.freezes ?? false)))
        }
      }
      walk('due', 0)
      const reached = new Set([...seen].map((one) => one.split(' ')[0]))
      assert.deepEqual(
        PlanState.options.filter((state) => !reached.has(state)),
        accepterId === null ? ['accepted'] : [],
      )
      assert.ok(seen.has('issued 1') && seen.has('amending 1') && seen.has('submitted 1') && seen.has('issued 2'))
    }
  })

  test('nobody moves what is not theirs, nor without a duty for it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PlanState.options),
        fc.constantFrom(...PlanEvent.options),
        fc.subarray([...everyone]),
        fc.subarray([...allDuties, 'inspector', 'administrator']),
        fc.boolean(),
        (state, event, parts, duties, isTwoStep) => {
          const move = findMove({ state, edition: 0, accepterId: isTwoStep ? id(1) : null }, event, parts, duties)
          if (!move) return
          assert.ok(parts.includes(move.who))
          assert.ok(life.includes(move))
          assert.equal(findMove({ state, edition: 0, accepterId: isTwoStep ? id(1) : null }, event, [], duties), undefined)
          assert.equal(findMove({ state, edition: 0, accepterId: isTwoStep ? id(1) : null }, event, parts, []), undefined)
        },
      ),
    )
  })

  test('an acceptance is asked for only where there is somebody to accept, and then before the issue', () => {
    const events = (state: PlanState, accepterId: string | null) => eventsFor({ state, edition: 1, accepterId }, everyone, allDuties, false)
    assert.deepEqual(events('approved', null), ['issue'])
    assert.deepEqual(events('approved', id(1)), ['accept', 'refuse'])
    assert.deepEqual(events('accepted', id(1)), ['issue'])
    assert.equal(waitsApproved({ accepterId: null }), 'waits-to-issue')
    assert.equal(waitsApproved({ accepterId: id(1) }), 'waits-to-accept')
  })

  test('who submitted a plan is not offered to approve it', () => {
    const plan = { state: 'submitted' as const, edition: 0, accepterId: null }
    assert.ok(eventsFor(plan, everyone, allDuties, false).includes('approve'))
    assert.ok(!eventsFor(plan, everyone, allDuties, true).includes('approve'))
  })

  test('amended plans go back to what they were, others to being drafted', () => {
    const recall = (edition: number) => findMove({ state: 'submitted', edition, accepterId: null }, 'recall', everyone, allDuties)?.to
    assert.equal(recall(0), 'drafting')
    assert.equal(recall(1), 'amending')
    assert.equal(findMove({ state: 'returned', edition: 0, accepterId: null }, 'drop-amendment', everyone, allDuties), undefined)
    assert.deepEqual(
      editable.map((state) => findMove({ state, edition: 1, accepterId: null }, 'drop-amendment', everyone, allDuties)?.to),
      [undefined, 'issued', 'issued'],
    )
  })

  test('with a directive that was recalled everything ends but to record what was issued before', () => {
    const ends = (event: PlanEvent, issuedOn?: string) => endsWithDirective(event, '2013-11-15', issuedOn)
    assert.deepEqual(
      (['start', 'submit', 'appraise', 'approve', 'accept', 'amend'] as const).filter((event) => !ends(event)),
      [],
    )
    assert.deepEqual(
      (['recall', 'return', 'refuse', 'correct', 'keep', 'drop-amendment', 'withdraw'] as const).filter((event) => ends(event)),
      [],
    )
    assert.deepEqual([ends('issue', '2013-11-14'), ends('issue', '2013-11-15')], [false, true])
  })

  test('nobody decides on what they leave out themselves', () => {
    const judge = (approverId: string, accepterId: string | null) => judgeOf({ bodyId: 'own', approverId, accepterId })
    assert.deepEqual(
      [judge('other', null), judge('other', 'third'), judge('own', 'third'), judge('own', null)],
      ['approver', 'approver', 'accepter', 'ordering'],
    )
  })

  test('late is what was not submitted by its day, for good', () => {
    assert.equal(isLate({ submittedOn: null, dueOn: '2013-10-15', state: 'due' }, '2013-10-15'), false)
    assert.equal(isLate({ submittedOn: null, dueOn: '2013-10-15', state: 'due' }, '2013-10-16'), true)
    assert.equal(isLate({ submittedOn: '2013-10-16', dueOn: '2013-10-15', state: 'issued' }, '2014-01-01'), true)
    assert.equal(isLate({ submittedOn: '2013-10-15', dueOn: '2013-10-15', state: 'returned' }, '2014-01-01'), false)
    assert.equal(isLate({ submittedOn: null, dueOn: '2013-10-15', state: 'withdrawn' }, '2014-01-01'), false)
  })
})

describe('what is wrong with an item', () => {
  const obligations = [{ id: id(1), finalDue: '2013-11-20', text: 'Rà soát', isPlanItself: false, isVerified: false, reason: null }]
  const above = [{ id: id(2), dueOn: '2013-11-30', text: 'Việc của tỉnh' }]
  let directiveIssuedOn: string | null = '2013-08-23'
  let today = '2013-09-01'
  const kinds = (facts: Partial<Edition['items'][number]>) =>
    faultsOf(item(9, facts), { obligations, above, directiveIssuedOn, directiveName: 'Kế hoạch', today }).map(({ kind }) => kind)

  test('each fault by itself', () => {
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '2013-11-20' }), [])
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '2013-11-21' }), ['later-than-obligation'])
    assert.deepEqual(kinds({ superiorItemIds: [id(2)], dueOn: '2013-12-01' }), ['later-than-superior'])
    assert.deepEqual(kinds({ obligationIds: [id(1)], superiorItemIds: [id(2)], dueOn: '2013-11-25' }), ['later-than-obligation'])
    assert.deepEqual(kinds({ obligationIds: [id(1)], fromOn: '2013-11-21' }), ['later-than-obligation'])
    assert.deepEqual(kinds({ obligationIds: [id(1)], text: ' ' }), ['empty'])
    assert.deepEqual(kinds({ obligationIds: [id(1)], fromOn: '2013-11-02', dueOn: '2013-11-01' }), ['backwards'])
    assert.deepEqual(kinds({}), ['answers-nothing'])
  })

  test('a deadline that is past holds nobody up, and is said', () => {
    today = '2013-11-20'
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '2013-12-10' }), ['later-than-obligation'])
    today = '2013-11-21'
    const late = { obligationIds: [id(1)], superiorItemIds: [id(2)], dueOn: '2013-12-10' }
    assert.deepEqual(kinds(late), ['later-than-superior'])
    assert.deepEqual(overdueOf(item(9, late), { obligations, above, today }), [{ kind: 'later-than-obligation', due: '2013-11-20', text: 'Rà soát' }])
    assert.deepEqual(overdueOf(item(9, { ...late, dueOn: '2013-11-20' }), { obligations, above, today }), [])
    const verified = obligations.map((one) => ({ ...one, isVerified: true }))
    assert.deepEqual(overdueOf(item(9, late), { obligations: verified, above, today }), [])
    today = '2013-09-01'
  })

  test('nothing is due before the directive, but where the directive itself asks for it', () => {
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '2013-08-23' }), [])
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '2013-08-22' }), ['before-directive'])
    assert.deepEqual(kinds({ obligationIds: [id(1)], fromOn: '2013-08-22' }), ['before-directive'])
    // what has been going on for long goes on
    assert.deepEqual(kinds({ obligationIds: [id(1)], fromOn: '2013-01-01', dueOn: '2013-11-01' }), [])
    directiveIssuedOn = '2013-12-01'
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '2013-11-20' }), [])
    assert.deepEqual(kinds({ superiorItemIds: [id(2)], dueOn: '2013-11-20' }), ['before-directive'])
    directiveIssuedOn = null
    assert.deepEqual(kinds({ obligationIds: [id(1)], dueOn: '1999-01-01' }), [])
  })

  test('open is what no item answers, what is not done and verified, and no accepted reason excuses', () => {
    const reasoned = (state: 'asked' | 'accepted' | 'refused') => ({ why: 'x', askedOn: '2013-10-01', answer: '', state })
    const owed = (n: number, reason: ReturnType<typeof reasoned> | null = null, isPlanItself = false, isVerified = false) => ({
      id: id(n),
      finalDue: null,
      text: '',
      isPlanItself,
      isVerified,
      reason,
    })
    const all = [
      owed(1),
      owed(2),
      owed(3, reasoned('asked')),
      owed(4, reasoned('accepted')),
      owed(5, reasoned('refused')),
      owed(6, null, true),
      owed(7, null, false, true),
    ]
    assert.deepEqual(
      openOf([item(9, { obligationIds: [id(1)] })], all).map((one) => one.id),
      [id(2), id(3), id(5)],
    )
  })
})

describe('two editions', () => {
  const words = fc.constantFrom('', 'a', 'b')
  const edition = fc
    .uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 8 }), text: words, note: words, money: fc.constantFrom(null, 1, 2) }), {
      selector: ({ n }) => n,
    })
    .map((rows) => ({ head, items: rows.map(({ n, ...facts }) => item(n, facts)) }))

  test('nothing changed in the same one; all is counted once; what went one way comes back the other', () => {
    fc.assert(
      fc.property(edition, edition, (one, other) => {
        const same = compareEditions(one, one)
        assert.deepEqual([same.added, same.removed, same.changed, same.head, same.same], [[], [], [], [], one.items.length])
        const there = compareEditions(one, other)
        const back = compareEditions(other, one)
        assert.equal(there.added.length + there.changed.length + there.same, other.items.length)
        assert.equal(there.removed.length + there.changed.length + there.same, one.items.length)
        const ids = (rows: { id: string }[]) => rows.map((row) => row.id).sort()
        assert.deepEqual(ids(there.added), ids(back.removed))
        assert.deepEqual(ids(there.changed), ids(back.changed))
      }),
    )
  })

  test('a changed cell is told with what it was and is; ids in another order are no change', () => {
    const { changed, head: heads } = compareEditions(
      { head, items: [item(1, { dueOn: '2013-11-01', obligationIds: [id(5), id(6)] })] },
      { head: { ...head, title: 'b' }, items: [item(1, { dueOn: '2013-11-08', obligationIds: [id(6), id(5)] })] },
    )
    assert.deepEqual(changed, [{ id: id(1), text: 'Việc 1', fields: [{ field: 'dueOn', from: '2013-11-01', to: '2013-11-08' }] }])
    assert.deepEqual(heads, [{ field: 'title', from: 'a', to: 'b' }])
  })
})

describe('two at the same item', () => {
  test('other cells both stand; the same cell clashes unless both wrote the same', () => {
    const now = { text: 'của người kia', note: '' }
    assert.deepEqual(clashes(now, { note: '' }, { note: 'của tôi' }), [])
    assert.deepEqual(clashes(now, { text: 'cũ' }, { text: 'của tôi' }), ['text'])
    assert.deepEqual(clashes(now, { text: 'cũ' }, { text: 'của người kia' }), [])
  })
})

test('a task that asks for a plan is known by its words', () => {
  assert.ok(asksForPlan('Xây dựng kế hoạch cụ thể của cấp mình, báo cáo Tỉnh ủy'))
  assert.ok(asksForPlan('xây dựng chương trình, kế hoạch cụ thể của cấp mình để triển khai thực hiện'))
  assert.ok(asksForPlan('ban hành chương trình hành động'))
  assert.ok(!asksForPlan('xây dựng đề án sắp xếp, tổ chức lại các đơn vị sự nghiệp'))
  assert.ok(!asksForPlan('kiểm tra việc thực hiện Kế hoạch này'))
})

describe('an item that only repeats what it answers', () => {
  const given = { words: 'Rà soát, bổ sung quy định về chức danh Quy định', days: ['2013-12-31'] }
  const judge = (facts: Partial<Edition['items'][number]>) =>
    isBare({ ...item(1), text: 'Rà soát, bổ sung quy định', ...facts }, given, wordsIn('Huyện ủy Tiên Du'))

  test('repeats its words, however they are written, its days, and the name of the body', () => {
    assert.ok(judge({ text: 'RÀ SOÁT, bổ sung quy-định về chức danh', dueOn: '2013-12-31', lead: 'Huyện uỷ Tiên Du', product: 'Quy định' }))
    assert.ok(judge({ note: 'kịp thời, đầy đủ' }), 'three words say nothing')
  })

  test('has something of its own: four words, a number, a day, money, somebody who leads or takes part', () => {
    for (const facts of [
      { note: 'kịp thời, đầy đủ, rõ' },
      { product: '02' },
      { dueOn: '2013-12-30' },
      { fromOn: '2013-12-01' },
      { money: 0 },
      { personId: item(2).id },
      { lead: 'Văn phòng Huyện ủy' },
      { coordinate: 'các chi bộ' },
    ])
      assert.equal(judge(facts), false, JSON.stringify(facts))
  })
})

test('an item is changed since a step by the instant, however many digits either has', () => {
  const since = (updatedAt: string, at: string) => isChangedSince({ updatedAt }, { at })
  assert.equal(since('2013-11-15T02:00:00.12Z', '2013-11-15T02:00:00Z'), true)
  assert.equal(since('2013-11-15T02:00:00Z', '2013-11-15T02:00:00.12Z'), false)
  assert.equal(since('2013-11-15T02:00:00Z', '2013-11-15T02:00:00Z'), false)
})
