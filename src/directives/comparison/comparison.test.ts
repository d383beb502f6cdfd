import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workSince } from '../../../test/effort.ts'
import { align } from './align.ts'
import { compareProvisions, compareWords, type ProvisionWords } from './compare.ts'

const point = (label: string, text: string): ProvisionWords => ({ address: `point_${label}`, label: `${label}.`, text })
const draft = [
  point('1', 'Sở Nội vụ chủ trì rà soát các đơn vị trước ngày 15/12/2025.'),
  point('2', 'Sở Tài chính bố trí kinh phí thực hiện hằng năm.'),
  point('3', 'Văn phòng Tỉnh ủy theo dõi, báo cáo Thường trực Tỉnh ủy.'),
  point('4', 'Các huyện ủy tổ chức quán triệt trong quý I.'),
]
const shownOf = (before: readonly ProvisionWords[], after: readonly ProvisionWords[]) =>
  compareProvisions(before, after).map(({ kind, before: i, after: j }) => [
    kind,
    i === null ? null : before[i]?.label,
    j === null ? null : after[j]?.label,
  ])

test('a provision that was put in between renumbers the others and changes none of them', () => {
  const signed = [
    draft[0],
    point('2', 'Sở Y tế hướng dẫn các bệnh viện.'),
    ...draft.slice(1).map(({ text }, i) => point(String(i + 3), text)),
  ] as ProvisionWords[]
  assert.deepEqual(shownOf(draft, signed), [
    ['same', '1.', '1.'],
    ['added', null, '2.'],
    ['same', '2.', '3.'],
    ['same', '3.', '4.'],
    ['same', '4.', '5.'],
  ])
})

test('a provision of which words changed is one and the same; what has little in common is not', () => {
  const signed = [
    point('1', 'Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát các đơn vị trước ngày 30/12/2025.'),
    point('2', 'Công an tỉnh bảo đảm an ninh, trật tự.'),
    draft[3],
    draft[2],
  ] as ProvisionWords[]
  assert.deepEqual(shownOf(draft, signed), [
    ['changed', '1.', '1.'],
    ['removed', '2.', null],
    ['added', null, '2.'],
    ['same', '4.', '4.'],
    ['same', '3.', '3.'],
  ])
})

test('a paragraph without a number is held against the one behind the same number, though others were put in before', () => {
  const paragraph = (address: string, cited: string, text: string): ProvisionWords => ({ address, cited, label: '', text })
  const opening = paragraph('para_1', 'đoạn 1', 'Thời gian qua tình hình cháy nổ diễn biến phức tạp.')
  const before = [opening, draft[0], paragraph('para_2', 'sau 1, đoạn 1', 'Giao Văn phòng Tỉnh ủy theo dõi việc thực hiện Chỉ thị này.')]
  const after = [
    opening,
    paragraph('para_2', 'đoạn 2', 'Nguyên nhân chính là chủ quan.'),
    draft[0],
    paragraph('para_3', 'sau 1, đoạn 1', 'Giao Ban Nội chính chủ trì, cùng Văn phòng đôn đốc việc thực hiện, báo cáo hằng quý.'),
  ]
  assert.deepEqual(
    compareProvisions(before as ProvisionWords[], after as ProvisionWords[]).map(({ kind }) => kind),
    ['same', 'added', 'same', 'changed'],
  )
})

test('words are compared one by one; capitals and where a tone mark stands are no change', () => {
  assert.deepEqual(compareWords('Đảng uỷ  Khối báo cáo trước ngày 15/12', 'đảng ủy Khối tổng hợp, báo cáo trước ngày 30/12'), [
    { kind: 'same', words: 'đảng ủy Khối' },
    { kind: 'added', words: 'tổng hợp,' },
    { kind: 'same', words: 'báo cáo trước ngày' },
    { kind: 'removed', words: '15/12' },
    { kind: 'added', words: '30/12' },
  ])
  assert.deepEqual(compareWords('', ''), [])
})

const words = fc.array(fc.constantFrom('sở', 'nội', 'vụ', 'rà', 'soát', 'báo', 'cáo', 'uỷ', 'ủy'), { maxLength: 8 }).map((list) => list.join(' '))
const texts = fc.array(words, { maxLength: 25 })

test('every provision of both stands in exactly one pair, and the second in its order', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const pairs = align(
        one.map((text, i) => ({ text, place: String(i) })),
        other.map((text, i) => ({ text, place: String(i) })),
      )
      assert.deepEqual(
        pairs.flatMap(({ before }) => (before === null ? [] : [before])).sort((a, b) => a - b),
        [...one.keys()],
      )
      assert.deepEqual(
        pairs.flatMap(({ after }) => (after === null ? [] : [after])),
        [...other.keys()],
      )
    }),
  )
})

test('a document is the same as itself, and what is put together from the pieces is the one and the other', () => {
  fc.assert(
    fc.property(texts, (one) =>
      compareProvisions(
        one.map((text, i) => point(String(i), text)),
        one.map((text, i) => point(String(i), text)),
      ).every(({ kind }) => kind === 'same'),
    ),
  )
  fc.assert(
    fc.property(words, words, (one, other) => {
      const of = (without: string) => compareWords(one, other).flatMap(({ kind, words }) => (kind === without ? [] : words.split(' ')))
      assert.deepEqual(of('removed').join(' '), other)
      assert.equal(of('added').join(' ').replaceAll('uỷ', 'ủy'), one.replaceAll('uỷ', 'ủy'))
    }),
  )
})

test('two long documents that have nothing in common are compared within a second or two', () => {
  const long = (word: string) => Array.from({ length: 6000 }, (_, i) => point(String(i), `${word} ${i} ${word}${i * 7} ${word}${i % 13}`))
  const start = process.cpuUsage()
  const compared = compareProvisions(long('một'), long('hai'))
  assert.ok(compared.every(({ kind }) => kind === 'added' || kind === 'removed' || kind === 'changed'))
  assert.ok(workSince(start) < 5)
})
