import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { tableOf } from '../../../../test/scans.ts'
import { partsOfSheets } from '../pages/layout.ts'
import { textOf } from '../parts.ts'
import { withoutConfidence } from './marks.ts'
import { mended } from './mending.ts'
import { takeRulings } from './rulings.ts'
import { recognisePictures } from './scans.ts'

const xs = [120, 240, 900, 1250, 1530]
const rows = [
  ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Thời hạn'],
  ['1', 'Lập bản đồ cảnh báo/sạt lở đất', 'Sở Nội vụ', 'Tháng 6/2025'],
  ['2', 'Đánh giá hệ thống/hạ tầng', 'Sở Xây dựng', 'Quý IV/2025'],
]

describe('a scan', () => {
  test('has its table put together by the lines drawn round the cells', async () => {
    const { sheets } = await recognisePictures(await tableOf(xs, rows), 'bang.png', 'image/png', () => undefined)
    const read = withoutConfidence(textOf(partsOfSheets(sheets)))
      .split('\n')
      .filter((line) => line.includes('|'))
    assert.equal(read.length, 3)
    const cells = read.map((line) => line.split('|').map((cell) => cell.trim()))
    assert.deepEqual(
      cells.map(({ length }) => length),
      [4, 4, 4],
    )
    assert.match(cells[1]?.[1] ?? '', /bản đồ cảnh b\S+ sạt lở/)
    assert.match(cells[2]?.[2] ?? '', /^Sở X\S+ dựng$/)
  })

  test('loses its lines and none of its letters, askew too; a bar is no line', async () => {
    const image = await loadImage(await tableOf(xs, rows))
    const canvas = createCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    const points = (turn: number) => {
      context.fillStyle = 'white'
      context.fillRect(0, 0, image.width, image.height)
      context.rotate(turn)
      context.drawImage(image, 0, 0)
      context.fillStyle = 'black'
      context.fillRect(200, 1500, 800, 60)
      context.rotate(-turn)
      return context.getImageData(0, 0, image.width, image.height)
    }
    for (const turn of [0, 0.008]) {
      const taken = points(turn)
      const rulings = takeRulings(taken)
      assert.deepEqual([rulings.filter(({ isAcross }) => isAcross).length, rulings.filter(({ isAcross }) => !isAcross).length], [4, 5], String(turn))
      const bar = 4 * (1530 * image.width + 500)
      assert.ok((taken.data[bar] as number) < 100)
    }
  })
})

test('what stands in capitals at the head of documents is spelled as it is there', () => {
  const line = (words: string) => mended(words.split(' ')).join(' ')
  assert.equal(line('CỘNG ĐIỆN'), 'CÔNG ĐIỆN')
  assert.equal(line('THỦ TƯỚNG CHÍNH PHÚ'), 'THỦ TƯỚNG CHÍNH PHỦ')
  assert.equal(line('UY BAN NHÂN DẤN TỈNH NAM SƠN'), 'ỦY BAN NHÂN DÂN TỈNH NAM SƠN')
  assert.equal(line('II. NHIỆM VU'), 'II. NHIỆM VỤ')
  for (const other of ['Cộng điện nước', 'CỘNG TÁC VIÊN', 'KẾ HOẠ']) assert.equal(line(other), other)
})

test('words that were run together are parted, small letters taken for capitals mended, Roman numbers told', () => {
  assert.equal(mended('phƯƠng án của SỞ Nội vụ'.split(' ')).join(' '), 'phương án của Sở Nội vụ')
  assert.equal(mended('Thờihạn SởTàichính; đấttỷ'.split(' ')).join(' '), 'Thời hạn Sở Tài chính; đất tỷ')
  assert.equal(mended(['H.', 'NHIỆM', 'VỤ']).join(' '), 'II. NHIỆM VỤ')
  assert.equal(mended(['Quý', '1H/2025']).join(' '), 'Quý III/2025')
  for (const line of ['SỞ NỘI VỤ', 'ỦY BAN', 'Internet và fanpage', 'cánhân', 'H. Nhà Bè', 'QĐ-UBND'])
    assert.equal(mended(line.split(' ')).join(' '), line)
})
