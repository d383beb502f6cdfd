import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { differs, wordsKept } from './rules.ts'

describe('what a change says', () => {
  const milestone = fc.record({
    worded: fc.string(),
    due: fc.constantFrom(null, '2014-03-31', '2014-12-30'),
    kind: fc.constantFrom('date' as const, 'vague' as const),
    what: fc.string(),
  })
  const said = fc.record({ text: fc.string(), product: fc.string(), milestones: fc.array(milestone, { maxLength: 3 }) })
  test('a task whose words stay is told by them where something else of it changes', () => {
    const text = 'Rà soát, điều chỉnh số lượng'
    const before = { text, product: '', milestones: [] }
    assert.equal(wordsKept({ kind: 'amend', text, before }), text)
    assert.equal(wordsKept({ kind: 'amend', text: `${text}.`, before }), null)
    assert.equal(wordsKept({ kind: 'withdraw', text: '', before }), null)
    assert.equal(wordsKept({ kind: 'add', text, before: null }), null)
  })
  test('a task differs just when something in it does', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        assert.equal(differs(one, structuredClone(one)), false)
        assert.equal(differs(one, { ...one, text: `${one.text}.` }), true)
        assert.equal(differs(one, other), differs(other, one))
      }),
    )
  })
})
