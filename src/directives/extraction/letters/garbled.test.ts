import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTcvn3 } from '../../../../test/letters.ts'
import { isGarbled } from './garbled.ts'

const honest =
  'Căn cứ Nghị định số 189/2025/NĐ-CP ngày 01 tháng 7 năm 2025 của Chính phủ quy định chi tiết; nồng độ bụi PM2.5 không quá 25 μg/m³; theo đề nghị của Trưởng phòng Quản lý công nghiệp, Sở Công Thương kiểm tra việc chấp hành pháp luật.'

test('words whose letters are of several scripts are no words', () => {
  assert.equal(
    isGarbled('ĈLӅX 1. Th‡nh OұS ĈRjQ NLӇP tra ÿӇ NLӇP tra YLӋF FKҩS h‡nh ph·p OXұW trong Vӱ GөQJ v‡ EҧR TXҧQ YұW OLӋX Qә cÙng QJKLӋS trÍn ÿӏD'),
    true,
  )
  assert.equal(isGarbled(honest), false)
  assert.equal(isGarbled(honest.normalize('NFD')), false)
})

test('old encodings, other scripts and a few strange words are left as they are', () => {
  assert.equal(isGarbled(inTcvn3(honest)), false)
  assert.equal(
    isGarbled('Đoàn đại biểu thăm ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ và Москва, Санкт-Петербург, Новосибирск, Казань, Самара, Омск, Уфа, Пермь.'),
    false,
  )
  assert.equal(isGarbled(`${honest} Mã ÿӏQK.`), false)
})
