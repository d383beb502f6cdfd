import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stampOf } from './stamp.ts'

test('the stamp of secrecy is a line of its own in the head; words about secrets are none', () => {
  assert.equal(stampOf('TỈNH ỦY ĐÔNG HẢI\nTỐI MẬT\nSố 12-KH/TU\n\nKẾ HOẠCH\nkiểm tra'), 'secret')
  assert.equal(stampOf('Mật\nTỈNH ỦY ĐÔNG HẢI\nKẾ HOẠCH'), 'confidential')
  assert.equal(stampOf('TUYỆT MẬT\nMẬT\nKẾ HOẠCH'), 'top-secret')
  assert.equal(stampOf('KẾ HOẠCH\nbảo vệ bí mật nhà nước\n1. Rà soát tài liệu mật.'), 'none')
  assert.equal(stampOf(`KẾ HOẠCH\n${'nội dung\n'.repeat(100)}MẬT`), 'none')
})
