import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ReceiptEvent, ReceiptState } from './contract.ts'
import { namesIn } from './recipients.ts'
import {
  asksToStudy,
  evidenceOf,
  findReceiptMove,
  isArchiveLine,
  nextReceiptEvent,
  planShadeOf,
  receiptEventsFor,
  receiptLife,
  receivedStates,
  shadeOf,
} from './rules.ts'

const state = fc.constantFrom(...ReceiptState.options)
const event = fc.constantFrom(...ReceiptEvent.options)
const parts = fc.subarray(['receiver', 'sender'] as const)

describe('the life of a receipt', () => {
  test('a move is offered just when it can be made', () => {
    fc.assert(
      fc.property(state, event, parts, (state, event, parts) => {
        assert.equal(receiptEventsFor(state, parts).includes(event), findReceiptMove(state, event, parts) !== undefined)
      }),
    )
  })
  test('whatever is done in turn, nobody is done without having received, and what is recalled or done stays', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let at: ReceiptState = 'expected'
        let hasReceived = false
        for (const event of events) {
          const move = findReceiptMove(at, event, ['receiver', 'sender'])
          if (!move) continue
          assert.ok(!['done', 'recalled'].includes(at))
          at = move.to
          if (event === 'receive') hasReceived = true
          if (receivedStates.includes(at)) assert.ok(hasReceived)
        }
      }),
    )
  })
  test('only the receiver receives, refuses and works; only the sender sends', () => {
    for (const { event, who } of receiptLife) assert.equal(who, event === 'send' ? 'sender' : 'receiver')
  })
  test('the next thing to do can be done', () => {
    for (const state of ReceiptState.options) {
      const next = nextReceiptEvent(state)
      if (next) assert.ok(findReceiptMove(state, next, ['receiver']), state)
    }
  })
})

describe('a branch at a glance', () => {
  const counts = (expected: number, received: number, overdue: number, silent: number) =>
    shadeOf({ expected, received, overdue, silent } as Parameters<typeof shadeOf>[0])
  test('overdue, many or few, before silent before whole', () => {
    assert.deepEqual(
      [counts(0, 0, 0, 0), counts(5, 3, 1, 2), counts(6, 3, 1, 2), counts(5, 3, 0, 2), counts(5, 4, 0, 0), counts(5, 5, 0, 0)],
      ['none', 'overdue', 'few-overdue', 'silent', 'silent', 'whole'],
    )
  })
})

test('a branch by its plans: none ordered, overdue before lacking before whole', () => {
  const shade = (plansOwed: number, plansMade: number, plansOverdue: number) =>
    planShadeOf({ plansOwed, plansMade, plansOverdue } as Parameters<typeof planShadeOf>[0])
  assert.deepEqual(
    [shade(0, 0, 0), shade(5, 3, 1), shade(6, 3, 1), shade(5, 3, 0), shade(5, 5, 0)],
    ['none', 'overdue', 'few-overdue', 'silent', 'whole'],
  )
})

describe('«Nơi nhận»', () => {
  test('an archive line is set aside, a word that begins alike is not', () => {
    for (const line of ['Lưu Văn phòng Tỉnh ủy', 'Lưu: VT, TH.', '- lưu VP', 'LƯU'.normalize('NFD')]) assert.equal(isArchiveLine(line), true, line)
    for (const line of ['Lưuhành', 'Cục Lưu trữ', 'Các đồng chí lưu học sinh', 'Lưu học sinh tại Liên bang Nga'])
      assert.equal(isArchiveLine(line), false, line)
  })
  test('names are taken out of the lines, each once, and none is dropped', () => {
    assert.deepEqual(
      namesIn(['Các huyện ủy, thị ủy, Thành ủy Bắc Ninh', 'Huyện ủy, thị ủy', 'Như trên', 'Lưu Văn phòng Tỉnh ủy']).map(
        ({ named, isArchive }) => `${named}${isArchive ? ' (lưu)' : ''}`,
      ),
      ['huyện ủy', 'thị ủy', 'Thành ủy Bắc Ninh', 'Như trên', 'Lưu Văn phòng Tỉnh ủy (lưu)'],
    )
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 6 }), (lines) => {
        const names = namesIn(lines)
        for (const line of lines) {
          const own = names.some((name) => name.line === line)
          const other = namesIn([line]).every(({ named }) => names.some((name) => name.named.toLowerCase() === named.toLowerCase()))
          assert.ok(own || other, line)
        }
      }),
    )
  })
})

describe('a session as evidence', () => {
  test('of a task that is to have a directive studied or made known, whatever else it says', () => {
    for (const task of ['Tổ chức học tập, quán triệt Kết luận đến từng chi bộ', 'PHỔ BIẾN Kế hoạch này', 'Tổ chức quán triệt'.normalize('NFD')])
      assert.equal(asksToStudy(task), true, task)
    assert.equal(asksToStudy('Rà soát chức năng, nhiệm vụ; báo cáo kết quả'), false)
  })

  test('is told by its minutes; without them by its photographs, never by what was handed out', () => {
    const file = (kind: 'material' | 'minutes' | 'photo') => ({ kind })
    assert.deepEqual(evidenceOf([file('material'), file('photo'), file('minutes')]), [file('minutes')])
    assert.deepEqual(evidenceOf([file('material'), file('photo')]), [file('photo')])
    assert.deepEqual(evidenceOf([file('material')]), [])
  })
})
