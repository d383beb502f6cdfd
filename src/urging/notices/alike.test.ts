import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NoticeLine } from '../contract.ts'
import { alikeIn } from './alike.ts'

const line: NoticeLine = {
  id: '',
  kind: 'silent',
  page: 'urging',
  thingId: '',
  isSecret: false,
  address: '216-CV/TU',
  text: 'Đề nghị khẩn trương.',
  directiveName: '',
  bodyName: 'Huyện ủy Tiên Du',
  due: null,
  rungOn: '2013-12-10',
  madeAt: '2013-12-10T08:45:10Z',
  count: 1,
  isRead: false,
  isSettled: false,
}

test('what all notices of one act say alike is said once; of a lone one nothing, of secret ones no more than that they are', () => {
  const others = (more: Partial<NoticeLine>) => alikeIn([line, { ...line, bodyName: 'Huyện ủy Quế Võ', ...more }])
  assert.deepEqual(Object.values(alikeIn([line])), [false, false, false, false, false])
  assert.deepEqual(others({}), { text: true, bodyName: false, directiveName: true, due: true, madeAt: true })
  assert.equal(others({ madeAt: '2013-12-10T08:45:50Z' }).madeAt, true)
  assert.equal(others({ madeAt: '2013-12-10T08:47:10Z' }).madeAt, false)
  assert.equal(others({ address: '217-CV/TU' }).text, false)
  assert.equal(others({ isSecret: true }).text, false)
  const secret = { ...line, isSecret: true, address: '', text: '' }
  assert.equal(alikeIn([secret, { ...secret, id: 'other' }]).text, true)
})
