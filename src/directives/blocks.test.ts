import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blocksOf, type Mark, ownersOf, segmentsOf } from './blocks.ts'
import type { Provision } from './contract.ts'

const text = 'KẾ HOẠCH\nTHỰC HIỆN KẾT LUẬN\n\nI- MỤC ĐÍCH\n- Quán triệt.\n- Triển khai.\n\nNơi nhận:\n- Lưu.'
const provision = (id: string, parentId: string | null, kind: string, words: string): Provision => {
  const from = text.indexOf(words)
  return { id, parentId, address: id, label: '', kind, text: words, from, to: from + words.length }
}
const provisions = [
  provision('a', null, 'section', 'I- MỤC ĐÍCH'),
  provision('b', 'a', 'indent', '- Quán triệt.'),
  provision('c', 'a', 'indent', '- Triển khai.'),
]

test('a document is laid out whole, lines outside every provision too', () => {
  const blocks = blocksOf(provisions, text)
  assert.deepEqual(
    blocks.map(({ from, to, kind, depth, isHeading }) => [text.slice(from, to), kind, depth, isHeading]),
    [
      ['KẾ HOẠCH', 'title', 0, false],
      ['THỰC HIỆN KẾT LUẬN', 'title', 0, false],
      ['I- MỤC ĐÍCH', 'section', 0, true],
      ['- Quán triệt.', 'indent', 1, false],
      ['- Triển khai.', 'indent', 1, false],
      ['Nơi nhận:', 'outside', 0, false],
      ['- Lưu.', 'outside', 0, false],
    ],
  )
})

test('the bars round the cells of a table are no paragraphs', () => {
  const table = '| Rà soát | Sở A |\n|  | Sắp xếp |'
  const row = (id: string, words: string): Provision => {
    const from = table.indexOf(words)
    return { id, parentId: null, address: id, label: '', kind: 'row', text: words, from, to: from + words.length }
  }
  const blocks = blocksOf([row('a', 'Rà soát | Sở A'), row('b', 'Sắp xếp')], table)
  assert.deepEqual(
    blocks.map(({ from, to }) => table.slice(from, to)),
    ['Rà soát | Sở A', 'Sắp xếp'],
  )
})

test('segments part a stretch without gap or overlap, and each carries exactly the marks that cover it', () => {
  const place = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }))
  const marks = fc.array(
    place.chain((at) =>
      fc.record({ from: fc.constant(at.from), to: fc.constant(at.to), id: fc.constantFrom('x', 'y'), kind: fc.constantFrom('own', 'lead') }),
    ),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(place, marks, ({ from, to }, marks: Mark[]) => {
      const segments = segmentsOf(from, to, marks)
      assert.equal(segments[0]?.from, from)
      assert.equal(segments.at(-1)?.to, to)
      segments.forEach((segment, index) => {
        assert.ok(segment.from < segment.to)
        if (index > 0) assert.equal(segment.from, segments[index - 1]?.to)
        for (let at = segment.from; at < segment.to; at++)
          assert.deepEqual(
            segment.marks,
            marks.filter((mark) => mark.from <= at && at < mark.to),
          )
      })
    }),
  )
})

test('where things share words, the narrowest comes first', () => {
  const wide = { from: 0, to: 40, id: 'wide', kind: 'own' }
  const narrow = { from: 5, to: 20, id: 'narrow', kind: 'own' }
  assert.deepEqual(ownersOf([wide, { from: 6, to: 9, id: 'wide', kind: 'lead' }, narrow]), ['narrow', 'wide'])
})
