import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitting, labelsOf, linesOf } from './labels.ts'

const sisters = (...names: string[]) => names.map((name) => ({ bodyId: name, name, shortName: name }))

test('a committee is called by its place, unless two would be called alike', () => {
  const names = labelsOf(
    sisters('Tỉnh ủy Bình Định', 'Thành ủy Thành phố Hồ Chí Minh', 'Ban Tổ chức Trung ương', 'Huyện ủy Châu Thành', 'Thị ủy Châu Thành'),
  )
  assert.deepEqual([...names.values()], ['Bình Định', 'TP. Hồ Chí Minh', 'Ban Tổ chức Trung ương', 'Huyện ủy Châu Thành', 'Thị ủy Châu Thành'])
})

test('no word is broken, and what does not fit whole is left out', () => {
  assert.equal(linesOf('Bình Định', 100), 1)
  assert.equal(linesOf('Bình Định', 60), 2)
  assert.equal(linesOf('Nghiêm', 40), undefined)
  assert.deepEqual(fitting('Bình Định', '… 12/30', 100, 60), { name: true, count: true })
  assert.deepEqual(fitting('Bình Định', '… 12/30', 100, 30), { name: true, count: false })
  assert.deepEqual(fitting('Nghiêm', '0/1', 50, 60), { name: false, count: true })
  assert.deepEqual(fitting('Đảng đoàn', '… 12/30', 40, 60), { name: false, count: false })
})
