import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { dateLine, dayInWords, layoutOn, nameLines, placeOf, signingLines, superiorLines } from '../paper/layouts.ts'
import { countsSince, isLetterNumber, isOff, isQuiet, pathOf, pauseAfter, ringOf, stateOf, workingDay } from './rules.ts'

const day = fc.integer({ min: 0, max: 800 }).map((days) => Temporal.PlainDate.from('2013-01-01').add({ days }).toString())
const offsets = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 })

describe('the day a reminder rings', () => {
  const rule = { daysBefore: [7, 1], daysAfter: [1, 7, 14] }

  test('is the last one of the rule up to today', () => {
    const rings = ['2013-11-22', '2013-11-23', '2013-11-28', '2013-11-29', '2013-11-30', '2013-12-01', '2013-12-20'].map((today) =>
      ringOf(rule, '2013-11-30', today),
    )
    assert.deepEqual(rings, [null, '2013-11-23', '2013-11-23', '2013-11-29', '2013-11-29', '2013-12-01', '2013-12-14'])
  })

  test('is never later than today nor another than the rule says, and a rule without days never rings', () => {
    fc.assert(
      fc.property(offsets, offsets, day, day, (daysBefore, daysAfter, due, today) => {
        const rung = ringOf({ daysBefore, daysAfter }, due, today)
        assert.equal(ringOf({ daysBefore: [], daysAfter: [] }, due, today), null)
        if (rung === null) return
        assert.ok(rung <= today)
        const away = Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(rung)).days
        assert.ok(daysAfter.includes(away) || (daysBefore.includes(-away) && today <= due))
      }),
    )
  })
})

test('who signs for a committee says so, and a deputy in whose place', () => {
  const [party, state] = [layoutOn('party', '2026-01-01'), layoutOn('front', '2026-01-01')]
  assert.deepEqual(signingLines('Tỉnh ủy Bắc Ninh', 'Phó Bí thư Tỉnh ủy', party), ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ'])
  assert.deepEqual(signingLines('Ban Tổ chức Trung ương', 'Phó Trưởng ban Tổ chức Trung ương', party), ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'])
  assert.deepEqual(signingLines('UBND huyện Tiên Du', 'Phó Chủ tịch Thường trực', state), [
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH THƯỜNG TRỰC',
  ])
  assert.deepEqual(signingLines('Bộ Nội vụ', 'Thứ trưởng', state), ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'])
  assert.deepEqual(signingLines('Bộ Nội vụ', 'Thứ trưởng Thường trực', state), ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG THƯỜNG TRỰC'])
  assert.deepEqual(signingLines('Sở Nội vụ', 'Giám đốc', state), ['GIÁM ĐỐC'])
  assert.deepEqual(signingLines('Tỉnh ủy Bắc Ninh', 'Chánh Văn phòng Tỉnh ủy', party), ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG'])
  assert.deepEqual(signingLines('Tỉnh ủy Bắc Ninh', 'Phó Chánh Văn phòng', party), [
    'T/L BAN THƯỜNG VỤ',
    'K/T CHÁNH VĂN PHÒNG',
    'PHÓ CHÁNH VĂN PHÒNG',
  ])
  assert.deepEqual(signingLines('Ban Tổ chức Trung ương', 'Chánh Văn phòng', party), ['T/L TRƯỞNG BAN', 'CHÁNH VĂN PHÒNG'])
  assert.deepEqual(signingLines('UBND huyện Tiên Du', 'Chánh Văn phòng', state), ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'])
  assert.deepEqual(signingLines('Bộ Nội vụ', 'Phó Vụ trưởng', state), ['TL. BỘ TRƯỞNG', 'KT. VỤ TRƯỞNG', 'PHÓ VỤ TRƯỞNG'])
  assert.deepEqual(signingLines('Văn phòng Tỉnh ủy Bắc Ninh', 'Phó Chánh Văn phòng', party), ['K/T CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'])
  assert.deepEqual(signingLines('Sở Nội vụ', '', state), ['……………………'])
  assert.deepEqual(signingLines('Huyện ủy Tiên Du', '', party), ['T/M BAN THƯỜNG VỤ', '……………………'])
})

test('quiet hours may go over midnight', () => {
  const quiet = (from: number, to: number) => Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuiet(hour, from, to))
  assert.deepEqual(quiet(20, 7), [0, 1, 2, 3, 4, 5, 6, 20, 21, 22, 23])
  assert.deepEqual(quiet(12, 14), [12, 13])
  assert.deepEqual(quiet(9, 9), [])
})

test('the pauses between attempts grow, and end', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map(pauseAfter) as number[]
  assert.deepEqual(
    pauses,
    pauses.toSorted((one, other) => one - other),
  )
  assert.equal(pauseAfter(8), null)
})

test('an urging ends by being withdrawn or done; until then it is answered, with the superior, silent or open', () => {
  const open = { answerBy: '2013-11-20', answeredOn: null, escalatedOn: null, doneOn: null, isLapsed: false, withdrawnOn: null }
  assert.equal(stateOf(open, '2013-11-20'), 'open')
  assert.equal(stateOf(open, '2013-11-21'), 'silent')
  assert.equal(stateOf({ ...open, escalatedOn: '2013-11-22' }, '2013-11-23'), 'escalated')
  assert.equal(stateOf({ ...open, escalatedOn: '2013-11-22', answeredOn: '2013-11-25' }, '2013-11-26'), 'answered')
  assert.equal(stateOf({ ...open, answeredOn: '2013-11-19', doneOn: '2013-11-30' }, '2013-12-01'), 'done')
  assert.equal(stateOf({ ...open, doneOn: '2013-11-30', isLapsed: true }, '2013-12-01'), 'lapsed')
  assert.equal(stateOf({ ...open, doneOn: '2013-11-30', withdrawnOn: '2013-12-02' }, '2013-12-03'), 'withdrawn')
})

test('a working day is no Saturday, Sunday or holiday, unless it is worked instead', () => {
  const noted = [
    { day: '2013-09-02', isWorking: false },
    { day: '2013-08-31', isWorking: true },
  ]
  assert.deepEqual(
    ['2013-08-30', '2013-08-31', '2013-09-01', '2013-09-02', '2013-09-03'].map((one) => isOff(one, noted)),
    [false, false, true, true, false],
  )
  assert.equal(workingDay('2013-09-01', noted), '2013-09-03')
  assert.equal(workingDay('2013-08-31', noted), '2013-08-31')
})

test('a letter names the place its body writes from', () => {
  assert.equal(placeOf('Ban Tổ chức Trung ương', 'central'), 'Hà Nội')
  assert.equal(placeOf('Tỉnh ủy Bắc Ninh', 'province'), 'Bắc Ninh')
  assert.equal(placeOf('Ban Tổ chức Tỉnh ủy Bắc Ninh', 'province'), 'Bắc Ninh')
  assert.equal(placeOf('Đảng ủy xã Lạc Vệ', 'commune'), 'Lạc Vệ')
  assert.equal(placeOf('Trường Chính trị', 'province'), '')
})

test('over its name a body names its superior, but not a province’s committee, a people’s committee or a ministry', () => {
  const over = (name: string, level: string, bloc: string, superiorName: string | null) => superiorLines({ name, level, bloc, superiorName })
  assert.deepEqual(over('Ban Tổ chức Tỉnh ủy Bắc Ninh', 'province', 'party', 'Tỉnh ủy Bắc Ninh'), ['TỈNH ỦY BẮC NINH'])
  assert.deepEqual(over('Huyện ủy Tiên Du', 'district', 'party', 'Tỉnh ủy Bắc Ninh'), ['TỈNH ỦY BẮC NINH'])
  assert.deepEqual(over('Tỉnh ủy Bắc Ninh', 'province', 'party', 'Bộ Chính trị'), [])
  assert.deepEqual(over('Ban Tổ chức Trung ương', 'central', 'party', 'Bộ Chính trị'), [])
  assert.deepEqual(over('Sở Nội vụ Bắc Ninh', 'province', 'state', 'Ủy ban nhân dân tỉnh Bắc Ninh'), ['ỦY BAN NHÂN DÂN TỈNH BẮC NINH'])
  assert.deepEqual(over('UBND huyện Tiên Du', 'district', 'state', 'Ủy ban nhân dân tỉnh Bắc Ninh'), [])
  assert.deepEqual(over('Cục Quản lý đường bộ', 'central', 'state', 'Bộ Giao thông vận tải'), ['BỘ GIAO THÔNG VẬN TẢI'])
  assert.deepEqual(over('Đài Truyền hình Việt Nam', 'central', 'state', 'Chính phủ'), [])
})

test('a letter is laid out by the rule of its day and bloc', () => {
  assert.equal(layoutOn('party', '2013-11-15').rule, 'Hướng dẫn 11-HD/VPTW')
  assert.equal(layoutOn('party', '2026-05-26').rule, 'Hướng dẫn 36-HD/VPTW')
  assert.equal(layoutOn('party', '2026-05-27').rule, 'Hướng dẫn 05-HD/VPTW')
  assert.equal(layoutOn('state', '2013-11-15').rule, 'Thông tư 01/2011/TT-BNV')
  assert.equal(layoutOn('front', '2026-11-25').rule, 'Nghị định 30/2020/NĐ-CP')
  assert.equal(layoutOn('state', '1999-01-01').rule, 'Thông tư 01/2011/TT-BNV')
  assert.equal(dateLine('Bắc Ninh', '2013-02-05'), 'Bắc Ninh, ngày 05 tháng 02 năm 2013')
  assert.equal(dateLine('Hà Nội', '2013-05-27'), 'Hà Nội, ngày 27 tháng 5 năm 2013')
  const inWords = (bloc: string, day: string) => dayInWords(day, layoutOn(bloc, '2026-11-25').daySign)
  assert.deepEqual([inWords('party', '2013-08-20'), inWords('party', '2013-02-05')], ['20-8-2013', '05-02-2013'])
  assert.deepEqual([inWords('state', '2013-08-20'), inWords('front', '2013-02-05')], ['20/8/2013', '05/02/2013'])
})

test('what has no day to be done by is told since when it waits; a change leads to the changes of its directive', () => {
  assert.deepEqual([countsSince('change'), countsSince('receive'), countsSince('milestone'), countsSince('study')], [true, true, false, false])
  assert.equal(pathOf('change', 'd1'), 'directives/d1?tab=dissemination&view=changes')
  assert.equal(pathOf('receipt', 'r1'), 'receipts/r1')
})

test('the number of a letter begins with digits, and its symbol follows', () => {
  for (const number of ['12-CV/TU', '1234/UBND-NC', '33 - CV/TU', '05a-CV/VPTU', '7/BTC-TH&ĐT', '15–CV/HU', '2/2014/CV-UBND'])
    assert.equal(isLetterNumber(number), true, number)
  for (const number of ['abc def', 'CV/TU', '12', '12-', '12 CV', '31-12', '12/2014', '12-CV/TU ngày mai', 'số 12-CV/TU'])
    assert.equal(isLetterNumber(number), false, number)
})

test('in the head of a document a long name breaks before the place it is of, and a committee of the Party nowhere', () => {
  assert.deepEqual(nameLines('Ủy ban nhân dân thành phố Đà Nẵng'), ['Ủy ban nhân dân', 'thành phố Đà Nẵng'])
  assert.deepEqual(nameLines('ỦY BAN NHÂN DÂN XÃ LẠC VỆ'), ['ỦY BAN NHÂN DÂN', 'XÃ LẠC VỆ'])
  for (const name of ['Bộ Nội vụ', 'Sở Nội vụ Bắc Ninh', 'Ban Tổ chức Tỉnh ủy Bắc Ninh', 'Ủy ban Kiểm tra Trung ương', 'Văn phòng Huyện ủy Tiên Du'])
    assert.deepEqual(nameLines(name), [name])
})
