import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill } from './words.ts'

test('a word takes its values as each language writes them, and of one what is said of one', () => {
  const word = { vi: '{{count}} việc, {{who}}', en: '{{count|thing waits|things wait}} for {{who}}' }
  assert.deepEqual(fill(word, { count: 1, who: 'An' }), { vi: '1 việc, An', en: '1 thing waits for An' })
  assert.deepEqual(fill(word, { count: 0, who: 'An' }), { vi: '0 việc, An', en: '0 things wait for An' })
  assert.deepEqual(fill(word, { count: 1244, who: 'An' }), { vi: '1.244 việc, An', en: '1,244 things wait for An' })
  assert.equal(fill(word, { count: '1', who: 'An' }).en, '1 thing waits for An')
})
