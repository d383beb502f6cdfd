import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bytesOf, inTcvn3 } from '../../../test/letters.ts'
import { decodeHtml, partsOfHtml } from './html.ts'
import { textOf } from './parts.ts'

const lines = (html: string) =>
  textOf(partsOfHtml(html))
    .split('\n')
    .filter((line) => line !== '')

describe('a page', () => {
  test('is read as lines: blocks, breaks, lists with their numbers, names of signs', () => {
    assert.deepEqual(
      lines(`<html><head><title>x</title><style>p {}</style></head><body><h1>KẾ HOẠCH</h1><p>Giao&nbsp;Sở &lt;A&gt;<br>và  Sở B
        rà soát</p><ol start="2"><li>Hai<li>Ba<ul><li>Con</ul></ol><ol type="a"><li><p>Chữ</p></ol><script>alert('p')</script><p>Hết &#7873; &eacute;`),
      ['KẾ HOẠCH', 'Giao\u00a0Sở <A>', 'và Sở B rà soát', '2. Hai', '3. Ba', '- Con', 'a. Chữ', 'Hết ề é'],
    )
  })

  test('what is hidden or struck out is not read', () => {
    assert.deepEqual(lines('<p>Một <del>bỏ</del><ins>thêm</ins></p><div hidden>x</div><div style="display: none"><p>y</p><img></div><p>Hai</p>'), [
      'Một thêm',
      'Hai',
    ])
  })

  test('its tables are rows, with merged cells; those that lay out the page are not', () => {
    assert.deepEqual(
      lines(`<table border=1><tr><th>TT<th>Nhiệm vụ<th>Chủ trì</tr><tr><td>1</td><td>Rà soát các đơn vị</td><td rowspan=2><p>Sở A</p><p>Sở B</p></td></tr><tr><td>2<td>Sắp xếp các đơn vị</tr></table>
        <table><tr><td>BỘ NỘI VỤ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>`),
      [
        'TT | Nhiệm vụ | Chủ trì',
        '1 | Rà soát các đơn vị | Sở A Sở B',
        '2 | Sắp xếp các đơn vị | Sở A Sở B',
        'BỘ NỘI VỤ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      ],
    )
  })

  test('is decoded as it says, or as its words show', () => {
    const words = 'ủy ban nhân dân tỉnh giao các sở thực hiện'
    assert.equal(decodeHtml(Buffer.from(`<meta charset="utf-8"><p>${words}`)).slice(-words.length), words)
    assert.equal(decodeHtml(bytesOf(`<meta charset="windows-1252"><p>${inTcvn3(words)}`)).slice(-words.length), words)
    assert.equal(
      decodeHtml(Buffer.concat([Buffer.from('<meta charset="windows-1258"><p>'), Buffer.from([0xf0, 0xea, 0xec])]))
        .normalize('NFC')
        .slice(-2),
      'đế',
    )
  })
})
