import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDay, readMoney } from './cellText.ts'

describe('the words of a cell', () => {
  const today = '2013-11-15'
  const last = (text: string) => readDay(text, { today })
  const first = (text: string) => readDay(text, { edge: 'start', today })

  test('a day as people write it', () => {
    assert.deepEqual(['31-12-2013', '1/2/2013', '2013-02-01', '15.12.13', 'trước ngày 20/12/2013', 'ngày 5 tháng 12 năm 2013', ''].map(last), [
      '2013-12-31',
      '2013-02-01',
      '2013-02-01',
      '2013-12-15',
      '2013-12-19',
      '2013-12-05',
      null,
    ])
    assert.deepEqual(
      [
        'xong trước 01/3/2014',
        'trước tháng 12/2013',
        'trước năm 2014',
        'trước ngày 30-2-2014',
        'chậm nhất ngày 20/12/2013',
        'chậm nhất là ngày 20/12/2013',
        'đến hết tháng 6/2014',
        'chậm nhất 20/12/2013',
      ].map(last),
      ['2014-02-28', '2013-11-30', '2013-12-31', undefined, '2013-12-20', '2013-12-20', '2014-06-30', '2013-12-20'],
    )
  })

  test('of a month, a quarter, a half or a year the last day for when something ends, the first for when it begins', () => {
    const spans = ['Tháng 11/2013', '12/2013', 'quý IV/2013', 'Quý 1 năm 2014', '6 tháng đầu năm 2014', 'hết năm 2013', 'tháng 2-2012']
    assert.deepEqual(spans.map(last), ['2013-11-30', '2013-12-31', '2013-12-31', '2014-03-31', '2014-06-30', '2013-12-31', '2012-02-29'])
    assert.deepEqual(spans.map(first), ['2013-11-01', '2013-12-01', '2013-10-01', '2014-01-01', '2014-01-01', '2013-01-01', '2012-02-01'])
  })

  test('a day without its year is the nearest to come or of the last months; where no day is known it is none', () => {
    assert.deepEqual(['30/11', '15/2', '1-10', '29/2'].map(last), ['2013-11-30', '2014-02-15', '2013-10-01', undefined])
    assert.equal(readDay('30/11'), undefined)
  })

  test('no day: one that is not in the calendar, years no plan lies in, words', () => {
    assert.deepEqual(
      ['30-2-2013', '01-01-0001', '2013-13-01', '13/2013', 'quý V/2013', 'thường xuyên', 'cuối năm', '31/12/20134'].map(last),
      Array(8).fill(undefined),
    )
  })

  test('amounts as people write them', () => {
    assert.deepEqual(['12.500.000', '12,500,000', '12 500 000 đồng', '1500,5', ''].map(readMoney), [12_500_000, 12_500_000, 12_500_000, 1500.5, null])
    assert.deepEqual(
      ['2,5 triệu', '5 triệu đồng', '1 tỷ 200 triệu', '1.250 triệu', '1.5 tỷ đ', '500 nghìn đồng'].map(readMoney),
      [2_500_000, 5_000_000, 1_200_000_000, 1_250_000_000, 1_500_000_000, 500_000],
    )
    assert.deepEqual(['khoảng 10 triệu', '10 triệu mỗi năm', 'triệu', '-5', '1e3'].map(readMoney), Array(5).fill(undefined))
  })
})
