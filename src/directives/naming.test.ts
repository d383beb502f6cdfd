import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutOf, shortened } from './naming.ts'

test('a title goes on behind the citation of its document, joined by «về» unless it joins by itself', () => {
  assert.equal(aboutOf('Sắp xếp tổ chức bộ máy'), 'về sắp xếp tổ chức bộ máy')
  assert.equal(aboutOf('Về công tác cán bộ'), 'về công tác cán bộ')
  assert.equal(aboutOf('Thực hiện Kết luận 64-KL/TW'), 'thực hiện Kết luận 64-KL/TW')
  assert.equal(aboutOf('Hà Nội phát triển'), 'về Hà Nội phát triển')
  assert.equal(aboutOf(''), '')
})

test('a text is cut after a whole word, and a quotation it is cut in is closed', () => {
  assert.equal(shortened('Kế hoạch', 20), 'Kế hoạch')
  assert.equal(shortened('Kế hoạch thực hiện kết luận', 20), 'Kế hoạch thực hiện…')
  assert.equal(shortened('Kết luận về “Một số vấn đề về tổ chức”', 25), 'Kết luận về “Một số vấn…”')
  assert.equal(shortened('Kết luận về “Một số vấn đề”, và việc khác', 32), 'Kết luận về “Một số vấn đề”, và…')
  assert.equal(shortened('Kết luận về «Một số vấn đề về tổ chức»', 25), 'Kết luận về «Một số vấn…»')
})
