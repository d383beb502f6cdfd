import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { factsIn, placeOf, withoutPlace } from './facts.ts'
import { bandsOf, estimate, hashWord, nearest, sign, signatureLength } from './minhash.ts'
import { compare, compareYears, givenBy, openVocabulary, printOf, signatureOf, type Written, type WrittenItem } from './prints.ts'
import { fold, leastWords, reasonsOf, scoreOf, shareOf, wordsOf } from './rules.ts'

const item = (text: string, more: Partial<WrittenItem> = {}): WrittenItem => ({
  id: text,
  text,
  product: '',
  lead: '',
  coordinate: '',
  fromOn: null,
  dueOn: null,
  money: null,
  ...more,
})
const plan = (bodyName: string, ...items: (string | WrittenItem)[]): Written => ({
  bodyName,
  items: items.map((one) => (typeof one === 'string' ? item(one) : one)),
})
const nothing = (vocabulary = openVocabulary()) => givenBy([], [], vocabulary)

/** Compares two plans, with texts that count as given. */
function held(one: Written, other: Written, given: string[] = [], days: string[] = []) {
  const vocabulary = openVocabulary()
  const set = givenBy(given, days, vocabulary)
  return compare(printOf(one, set, vocabulary), printOf(other, set, vocabulary))
}

describe('MinHash', () => {
  const members = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => hashWord(`đầu việc ${from + i}`))

  test('estimates the true share of common members', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 600 }), fc.integer({ min: 40, max: 600 }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, part) => {
        const common = Math.floor(Math.min(a, b) * part)
        const [one, other] = [sign(members(0, a)), sign(members(a - common, a - common + b))]
        const truth = common / (a + b - common)
        const spread = Math.sqrt((truth * (1 - truth)) / signatureLength)
        assert.ok(Math.abs(estimate(one, other) - truth) <= 5 * spread + 0.02, `${estimate(one, other)} for ${truth}`)
      }),
      { numRuns: 300 },
    )
  })

  test('neither order nor repetition matters; the same set has the same signature and bands', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (some) => {
        const turned = [...some, ...some].reverse()
        assert.deepEqual(sign(some), sign(turned))
        assert.deepEqual(bandsOf(sign(some)), bandsOf(sign(turned)))
      }),
    )
  })

  test('bands find whoever is much alike among many who are not', async () => {
    const crowd = Array.from({ length: 400 }, (_, n) => sign(members(n * 1000, n * 1000 + 300)))
    const copies = [7, 90, 311].map((n) => sign([...members(n * 1000 + 120, n * 1000 + 300), ...members(900_000 + n * 200, 900_000 + n * 200 + 120)]))
    const { others, looked } = await nearest([...crowd, ...copies], 5, 0.1)
    for (const [i, n] of [7, 90, 311].entries()) {
      assert.deepEqual(others[400 + i], [n])
      assert.deepEqual(others[n], [400 + i])
    }
    assert.ok(others.slice(0, 400).filter((found) => found.length > 0).length === 3)
    assert.ok(looked < 4000, `${looked} pairs of 81,003`)
  })

  test('of a crowd of copies each finds as many as asked for', async () => {
    const same = Array.from({ length: 200 }, () => sign(members(0, 100)))
    for (const [at, found] of (await nearest(same, 5, 0.1)).others.entries()) assert.ok(found.length === 5 && !found.includes(at))
  })
})

describe('words, days, figures, names', () => {
  test('words are folded wherever their tone marks stand', () => {
    assert.equal(fold('Uỷ ban, ỦY BAN, Đảng bộ, hoà – hòa'), 'uy ban, uy ban, dang bo, hoa – hoa')
    assert.deepEqual(
      wordsOf('Đề án 12-2013: “sắp xếp”').map(({ word }) => word),
      ['de', 'an', '12', '2013', 'sap', 'xep'],
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Đảng ủy', 'xã', ' ', '-', '12', 'Lạc Vệ', '…', 'quý')), (parts) => {
        const text = parts.join('')
        for (const { word, from, to } of wordsOf(text)) assert.equal(fold(text.slice(from, to)), word)
      }),
    )
  })

  test('days, figures with units and names are found, however they are written; numbers of documents are none', () => {
    const keys = (text: string) => factsIn(text).map(({ kind, key }) => `${kind} ${key}`)
    assert.deepEqual(keys('xong trước ngày 5 tháng 9 năm 2013, 05-9-2013, 5/9/2013'), ['date 2013-09-05', 'date 2013-09-05', 'date 2013-09-05'])
    assert.deepEqual(keys('trong tháng 10-2013; quý IV-2013; quý 4 năm 2013; năm 2014'), [
      'date 2013-10',
      'date 2013-Q4',
      'date 2013-Q4',
      'date 2014',
    ])
    assert.deepEqual(keys('giảm 12 biên chế, 1.250 đảng viên, đạt 95 %'), ['figure 12 bien', 'figure 1250 dang', 'figure 95 %'])
    assert.deepEqual(keys('theo Kết luận số 64-KL/TW và Nghị định 45/2013/NĐ-CP'), [])
    assert.deepEqual(keys('Giao Trung tâm Bồi dưỡng chính trị mở lớp. Cử Nguyễn Văn Quân tham gia'), ['name nguyen van quan'])
    assert.deepEqual(keys('giao đồng chí Nguyễn Văn Quân tại xã Lạc Vệ'), ['name nguyen van quan', 'name lac ve'])
    for (const text of ['ngày 5-9-2013 giao Trần Thị Hoa 12 việc'])
      assert.deepEqual(
        factsIn(text).map(({ from, to }) => text.slice(from, to)),
        ['5-9-2013', 'Trần Thị Hoa', '12'],
      )
    const marked = (text: string) => factsIn(text).map(({ from, to }) => text.slice(from, to))
    assert.deepEqual(marked('rà soát 16 cơ quan, 27 trưởng thôn, 186 cấp phó, giảm 12,5 %'), ['16', '27', '186', '12,5 %'])
  })

  test('a body’s place is what its name ends on', () => {
    assert.deepEqual(['Huyện ủy Tiên Du', 'Đảng đoàn Hội Liên hiệp Phụ nữ tỉnh Bắc Ninh', 'Bộ Nội vụ', 'Ban Tổ chức Trung ương'].map(placeOf), [
      'tien du',
      'bac ninh',
      null,
      null,
    ])
    assert.equal(withoutPlace('van phong huyen uy tien du', 'tien du'), 'van phong huyen uy')
    assert.equal(withoutPlace('tien du', 'tien du'), '')
  })
})

describe('likeness', () => {
  const words = fc.array(fc.constantFrom('rà', 'soát', 'biên', 'chế', 'đề', 'án', 'báo', 'cáo', 'cấp', 'ủy', 'kiểm', 'tra'), { maxLength: 14 })
  const written = fc.array(words, { minLength: 1, maxLength: 6 }).map((items) => plan('Bộ Nội vụ', ...items.map((some) => some.join(' '))))

  test('a plan is wholly like itself, whatever its words', () => {
    fc.assert(
      fc.property(written, (one) => {
        const found = held(one, one)
        assert.equal(found.sameWords, found.words)
        assert.deepEqual([found.ownDates, found.ownFigures, found.ownNames], [0, 0, 0])
      }),
    )
  })

  test('a word is the same when it stands in four in a row that stand in the other; a shorter piece counts for nothing: as a plain search finds it', () => {
    const stretches = (one: Written) => one.items.map(({ text }) => wordsOf(text).map(({ word }) => word)).filter((some) => some.length >= 4)
    const runs = (some: string[]) => some.slice(3).map((_, i) => some.slice(i, i + 4).join(' '))
    const spelt = (one: Written) => {
      return new Set(stretches(one).flatMap(runs))
    }
    fc.assert(
      fc.property(written, written, written, (one, other, given) => {
        const [theirs, givens] = [spelt(other), spelt(given)]
        let [own, same] = [0, 0]
        for (const some of stretches(one)) {
          const covers = (known: Set<string>, at: number) => runs(some).some((run, i) => i <= at && at < i + 4 && known.has(run))
          for (const at of some.keys()) {
            if (covers(givens, at)) continue
            own++
            if (covers(theirs, at)) same++
          }
        }
        const found = held(
          one,
          other,
          given.items.map(({ text }) => text),
        )
        assert.deepEqual([found.words, found.sameWords], [own, same])
      }),
      { numRuns: 400 },
    )
  })

  const district = plan(
    'Huyện ủy Tiên Du',
    item('Tổ chức hội nghị quán triệt Kết luận đến bí thư chi bộ trong toàn huyện Tiên Du', {
      dueOn: '2013-12-01',
      lead: 'Ban Tuyên giáo Huyện ủy Tiên Du',
    }),
    item('Rà soát chức năng, nhiệm vụ của từng phòng, ban chuyên môn; lập danh sách đơn vị trùng chức năng', { dueOn: '2013-12-20' }),
  )

  test('a stranger is not alike', () => {
    const stranger = plan('Thành ủy Đà Nẵng', 'Khảo sát 56 phường về mô hình tự quản của tổ dân phố', 'Mở lớp bồi dưỡng cho cán bộ trẻ ở Hòa Vang')
    assert.ok(shareOf(held(stranger, district)) < 0.05)
    const vocabulary = openVocabulary()
    const [one, other] = [stranger, district].map((some) => signatureOf(printOf(some, nothing(vocabulary), vocabulary), vocabulary))
    assert.ok(estimate(one as Int32Array, other as Int32Array) < 0.1)
  })

  test('a copy with another place and other days is a copy, and says that its days are its own', () => {
    const copy = plan(
      'Huyện ủy Quế Võ',
      ...district.items.map((one) => ({
        ...one,
        text: one.text.replaceAll('Tiên Du', 'Quế Võ'),
        lead: one.lead.replaceAll('Tiên Du', 'Quế Võ'),
        dueOn: '2014-01-15',
      })),
    )
    const found = held(copy, district)
    assert.equal(shareOf(found), 1)
    assert.deepEqual([found.ownDates, found.ownFigures, found.ownNames], [1, 0, 0])
    const keys = reasonsOf(found).map(({ key }) => key)
    assert.deepEqual(keys, ['same', 'ownDates', 'noFigures', 'noNames'])
    assert.ok(scoreOf(found) < scoreOf({ ...found, ownDates: 0 }) && scoreOf({ ...found, ownDates: 0 }) === 100)
  })

  test('words, days and names of the directive and of the template are nobody’s own, and are said to be set aside', () => {
    const given = 'Rà soát chức năng, nhiệm vụ của từng phòng, ban chuyên môn; lập danh sách đơn vị trùng chức năng'
    const copy = plan(
      'Huyện ủy Quế Võ',
      item(given, { dueOn: '2013-12-20' }),
      item('Giao phòng Nội vụ tổng hợp số liệu gửi về trước ngày 10-11-2013'),
    )
    const found = held(copy, district, [given], ['2013-12-20'])
    assert.equal(found.sameWords, 0)
    assert.equal(found.givenWords, wordsOf(given).length)
    assert.equal(found.ownDates, 1)
    assert.ok(reasonsOf(found).some(({ key, values }) => key === 'given' && values.given === found.givenWords))
    const all = held(plan('Huyện ủy Quế Võ', given), district, [given])
    assert.deepEqual([all.words, scoreOf(all), reasonsOf(all)[0]?.key], [0, 0, 'nothingOwn'])
  })

  test('last year’s plan with the years changed is a copy: days and years that differ by that year alone are nothing of its own', () => {
    const text = (year: number) =>
      `Tổ chức kiểm tra tại 12 chi bộ trong quý II năm ${year}, báo cáo Ban Thường vụ trước ngày 15-12-${year}; tổng kết công tác ${year} của toàn huyện theo Kết luận 64-KL/TW năm 2012`
    const of = (year: number, day = '12-20') =>
      plan('Huyện ủy Tiên Du', item(text(year), { dueOn: `${year}-${day}` }), item('Giao ban hằng tháng với bí thư các chi bộ trực thuộc'))
    const vocabulary = openVocabulary()
    const print = (one: Written) => printOf(one, nothing(vocabulary), vocabulary)
    for (const distance of [1, 2]) {
      const found = compareYears(print(of(2014)), print(of(2013)), distance, vocabulary)
      assert.deepEqual([found.distance, shareOf(found), found.ownDates, found.ownFigures, scoreOf(found)], [1, 1, 0, 0, 100])
    }
    const moved = compareYears(print(of(2014, '12-25')), print(of(2013)), 1, vocabulary)
    assert.deepEqual([shareOf(moved), moved.ownDates], [1, 1])
    const same = compareYears(print(of(2014)), print(of(2014)), 0, vocabulary)
    assert.deepEqual([same.distance, scoreOf(same)], [0, 100])
    assert.ok(held(of(2014), of(2013)).ownDates > 0) // of neighbours a year is a year
  })

  test('the body’s own name in the directive’s own sentence is given with it', () => {
    const order = 'Huyện ủy Tiên Du lập danh sách phòng, ban trùng chức năng, báo cáo Huyện ủy Tiên Du'
    const own = plan('Huyện ủy Tiên Du', order, 'Huyện ủy Tiên Du kiểm tra bốn xã trong huyện Tiên Du')
    const found = held(own, own, [order])
    assert.deepEqual([found.givenWords, found.words], [19, 7]) // 16 of the order, a place counting as one word, and the name that the other item begins with
    assert.equal(held(plan('Huyện ủy Quế Võ', order.replaceAll('Tiên Du', 'Quế Võ')), own, [order]).sameWords > 0, true)
  })

  test('of a handful of own words no score is made, and it is said why', () => {
    const found = { words: leastWords - 1, sameWords: leastWords - 1, givenWords: 400, items: 12, ownDates: 0, ownFigures: 0, ownNames: 0 }
    assert.deepEqual([scoreOf(found), reasonsOf(found)[0]?.key], [0, 'tooLittle'])
    const enough = { ...found, words: leastWords, sameWords: leastWords }
    assert.deepEqual([scoreOf(enough), reasonsOf(enough)[0]?.key], [100, 'same'])
  })

  test('a score is never raised by what is one’s own, and stays between 0 and 100', () => {
    const count = fc.nat({ max: 60 })
    fc.assert(
      fc.property(count, count, count, count, count, count, (words, same, items, ownDates, ownFigures, ownNames) => {
        const found = { words, sameWords: Math.min(words, same), givenWords: 3, items, ownDates, ownFigures, ownNames }
        const score = scoreOf(found)
        assert.ok(Number.isInteger(score) && score >= 0 && score <= 100)
        assert.ok(scoreOf({ ...found, ownFigures: ownFigures + 1 }) <= score)
      }),
    )
  })
})
