import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutOf } from './naming.ts'

test('a title goes on behind the citation of its document, joined by «về» unless it joins by itself', () => {
  assert.equal(aboutOf('Sắp xếp tổ chức bộ máy'), 'về sắp xếp tổ chức bộ máy')
  assert.equal(aboutOf('Về công tác cán bộ'), 'về công tác cán bộ')
  assert.equal(aboutOf('Thực hiện Kết luận 64-KL/TW'), 'thực hiện Kết luận 64-KL/TW')
  assert.equal(aboutOf('Hà Nội phát triển'), 'về Hà Nội phát triển')
  assert.equal(aboutOf(''), '')
})
