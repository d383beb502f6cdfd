import assert from 'node:assert/strict'
import { test } from 'node:test'
import { couldSplit, seamsOf, wordsBefore } from './seams.ts'

const text = 'Các cấp ủy xây dựng chương trình, kế hoạch của cấp mình để triển khai thực hiện; đôn đốc, kiểm tra, báo cáo định kỳ.'

test('a task may fall into two at its seams, each known by the whole words before it', () => {
  assert.deepEqual(
    seamsOf(text).map((at) => wordsBefore(text, at)),
    ['triển khai thực hiện;', 'đôn đốc, kiểm tra,'],
  )
})

test('where a caret leaves next to nothing on one side nobody meant to split', () => {
  assert.equal(couldSplit(text, 'Các '.length), false)
  assert.equal(couldSplit(text, text.indexOf('kỳ.')), false)
  assert.equal(couldSplit(text, 0), false)
  assert.ok(couldSplit(text, text.indexOf('chương trình')))
})
