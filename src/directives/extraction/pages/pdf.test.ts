import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type PrintedPage, printedOf } from '../../../../test/documents.ts'
import { typeset } from '../../../../test/typesetting.ts'
import { readDirective } from '../../reading/read.ts'
import { readPdf } from './read.ts'
import { continued } from './run.ts'

const lines = async (pages: readonly PrintedPage[]) => (await readPdf(printedOf(pages), 'x.pdf')).text.split('\n').filter((line) => line !== '')

const plan = (await readFile(new URL('../../../../examples/plan-2013/ke-hoach-64-kl-tw.txt', import.meta.url), 'utf8')).normalize('NFC')
const paragraphs = plan
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line.length > 60)

/** A table with lines round every cell, but for those that reach over the next. */
function drawn(top: number, xs: readonly number[], rows: readonly (readonly string[])[], height = 40): PrintedPage {
  const words: [number, number, string, number][] = []
  const rules: [number, number, number, number][] = []
  const [left, right] = [xs[0] as number, xs.at(-1) as number]
  rows.forEach((cells, row) => {
    const y = top + row * height
    rules.push([left, y, right, y])
    cells.forEach((text, column) => {
      const x = xs[column] as number
      text.split('/').forEach((words_, i) => void (words_ && words.push([x + 4, y + 14 + i * 13, words_, 10])))
      if (text !== '←') rules.push([x, y, x, y + height])
    })
    rules.push([right, y, right, y + height])
  })
  rules.push([left, top + rows.length * height, right, top + rows.length * height])
  return { words: words.filter(([, , text]) => text !== '←'), rules }
}

describe('a pdf', () => {
  test('its wrapped lines are the paragraphs they were, over every change of pages', async () => {
    assert.deepEqual(await lines(typeset(paragraphs)), paragraphs)
  })

  test('a line set in as far as it ends from the margin begins a paragraph, after a heading that fills its line', async () => {
    const some = paragraphs.filter((one) => /^(?:1- Tổ chức phổ biến|Hội nghị lần thứ bảy|- Quán triệt|- Các đồng chí)/.test(one))
    const [opening, , heading, ...others] = some as [string, string, string]
    const turned = [heading, opening, ...others]
    assert.deepEqual(await lines(typeset(turned, { size: 12, right: 553, indent: 36, bottom: 300, pitch: 16.8 })), turned)
  })

  test('whatever the paper, the letters and the margins are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          size: fc.integer({ min: 10, max: 14 }),
          right: fc.integer({ min: 400, max: 560 }),
          indent: fc.constantFrom(14, 28, 36),
          bottom: fc.integer({ min: 300, max: 800 }),
        }),
        fc.shuffledSubarray(paragraphs, { minLength: 6 }),
        async (sheet, some) => {
          assert.deepEqual(await lines(typeset(some, { ...sheet, pitch: sheet.size * 1.4 })), some)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('letters that a font lacks stand in their words, though they are drawn after the line', async () => {
    const pages = typeset(paragraphs).map((page) => ({ ...page, lacks: /[ộạệảợỉịậắ]/u }))
    assert.deepEqual(await lines(pages), paragraphs)
  })

  test('heads and feet of pages are dropped: the gazette’s, left and right, and numbers that count', async () => {
    for (const head of [
      (page: number): PrintedPage['words'] =>
        page % 2
          ? [
              [85, 40, `CÔNG BÁO/Số 11 + 12/Ngày 01-01-2014`, 11],
              [520, 40, String(page), 11],
            ]
          : [
              [85, 40, String(page), 11],
              [200, 40, 'CÔNG BÁO/Số 11 + 12/Ngày 01-01-2014', 11],
            ],
      (page: number): PrintedPage['words'] => [[300, 820, `- ${page} -`, 11]],
      (page: number): PrintedPage['words'] => [
        [85, 30, 'Văn phòng Trung ương Đảng - tài liệu nội bộ', 9],
        [300, 820, `Trang ${page}/9`, 9],
      ],
    ])
      assert.deepEqual(await lines(typeset(paragraphs, { head, bottom: 500 })), paragraphs)
  })

  test('a number in the text stays, at the edge of the page too', async () => {
    const page = (text: string): PrintedPage => ({
      words: [
        [85, 60, text],
        [85, 780, '2013'],
      ],
    })
    assert.ok((await lines([page('Tổng số cán bộ năm'), page('Tổng số công chức năm')])).some((line) => line.includes('2013')))
  })

  test('words broken at the end of a line are whole; real hyphens stay', async () => {
    const words: PrintedPage['words'] = [
      [85, 100, 'Các cơ quan khẩn trương rà soát và xây dựng kế hoạch tri-'],
      [85, 116, 'ển khai trong giai đoạn hai nghìn không trăm hai mươi 2021-'],
      [85, 132, '2025 theo chủ nghĩa Mác-'],
      [85, 148, 'Lênin.'],
    ]
    assert.deepEqual(
      (await lines([{ words }])).join(' ').replace('Mác- L', 'Mác-L'),
      'Các cơ quan khẩn trương rà soát và xây dựng kế hoạch triển khai trong giai đoạn hai nghìn không trăm hai mươi 2021-2025 theo chủ nghĩa Mác-Lênin.',
    )
  })

  test('letterhead and signature are read side by side, not across', async () => {
    const body = 'Các cơ quan, đơn vị có trách nhiệm tổ chức thực hiện đầy đủ các nhiệm vụ nêu trên và báo cáo kết quả về Sở Nội vụ'.slice(0, 68)
    const page: PrintedPage = {
      words: [
        [100, 60, 'ỦY BAN NHÂN DÂN'],
        [300, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        [130, 76, 'TỈNH X'],
        [330, 76, 'Độc lập - Tự do - Hạnh phúc'],
        [110, 100, 'Số: 12/KH-UBND'],
        [340, 100, 'X, ngày 3 tháng 2 năm 2025'],
        [270, 140, 'KẾ HOẠCH'],
        [120, 180, body],
        [85, 196, 'và báo cáo kết quả trước ngày 15 tháng 12 năm 2025.'],
        [85, 240, 'Nơi nhận:', 10],
        [330, 240, 'TM. ỦY BAN NHÂN DÂN'],
        [85, 254, '- Bộ Nội vụ;', 10],
        [370, 256, 'CHỦ TỊCH'],
        [85, 268, '- Lưu: VT.', 10],
        [360, 330, 'Nguyễn Văn A'],
      ],
    }
    assert.deepEqual(await lines([page]), [
      'ỦY BAN NHÂN DÂN',
      'TỈNH X',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'X, ngày 3 tháng 2 năm 2025',
      'KẾ HOẠCH',
      `${body} và báo cáo kết quả trước ngày 15 tháng 12 năm 2025.`,
      'Nơi nhận:',
      '- Bộ Nội vụ;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Nguyễn Văn A',
    ])
  })

  test('a signature close beside long names of those who get the document does not become one of them', async () => {
    const page: PrintedPage = {
      words: [
        [270, 140, 'KẾ HOẠCH'],
        [85, 180, '1. Sở Nội vụ rà soát các đơn vị.'],
        [85, 240, 'Nơi nhận:', 10],
        [85, 254, '- Thường trực Tỉnh ủy; Thường trực Hội đồng nhân dân tỉnh;', 10],
        [390, 254, 'CHỦ TỊCH'],
        [85, 268, '- Các sở, ban, ngành; Ủy ban nhân dân các xã, phường;', 10],
        [85, 282, '- Lưu: VT.', 10],
        [380, 310, 'Nguyễn Văn Bình'],
      ],
    }
    const { recipients, signer } = readDirective((await lines([page])).join('\n')).document
    assert.deepEqual(recipients, [
      'Thường trực Tỉnh ủy; Thường trực Hội đồng nhân dân tỉnh',
      'Các sở, ban, ngành; Ủy ban nhân dân các xã, phường',
      'Lưu: VT',
    ])
    assert.equal(signer, 'Nguyễn Văn Bình')
  })

  test('the lines of a letterhead set around its middle stay apart, however close, and the title under it is of neither side', async () => {
    const width = (text: string) => text.length * 6.6
    const around = (middle: number, y: number, text: string): [number, number, string] => [middle - width(text) / 2, y, text]
    const page: PrintedPage = {
      words: [
        around(150, 60, 'ỦY BAN NHÂN DÂN'),
        around(420, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'),
        around(150, 74, 'TỈNH NAM SƠN'),
        around(420, 74, 'Độc lập - Tự do - Hạnh phúc'),
        around(150, 88, 'Số: 112/KH-UB'),
        around(420, 88, 'Nam Sơn, ngày 05 tháng 3 năm 2025'),
        around(300, 104, 'KẾ HOẠCH'),
        around(300, 118, 'Phòng, chống thiên tai năm 2025'),
      ],
    }
    const read = await lines([page])
    for (const line of ['ỦY BAN NHÂN DÂN', 'TỈNH NAM SƠN', 'Số: 112/KH-UB', 'Nam Sơn, ngày 05 tháng 3 năm 2025', 'KẾ HOẠCH'])
      assert.ok(read.includes(line), line)
  })

  test('two columns are read one after the other, a paragraph over both', async () => {
    const left = typeset(paragraphs.slice(0, 4), { left: 60, right: 285, size: 10, pitch: 14, bottom: 800, indent: 14 })
    const words = left[0]?.words ?? []
    const half = Math.floor(words.length / 2)
    const second = words.slice(half).map(([x, , text, size], i): [number, number, string, number?] => [x + 255, words[i]?.[1] ?? 0, text, size])
    assert.deepEqual(await lines([{ words: [...words.slice(0, half), ...second] }]), paragraphs.slice(0, 4))
  })
})

describe('tables of a pdf', () => {
  const xs = [60, 90, 300, 420, 530]

  test('with lines are rows, their words put together, merged cells whole', async () => {
    const page = drawn(100, xs, [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
      ['A', 'Nhóm nhiệm vụ về bộ máy', '←', '←'],
      ['1', 'Rà soát các đơn vị sự nghiệp/công lập', 'Sở Nội vụ', 'Quý I'],
      ['2', 'Sắp xếp', 'Sở Tài chính', ''],
    ])
    assert.deepEqual(await lines([{ words: [[60, 60, 'PHỤ LỤC'], ...(page.words ?? []), [60, 300, 'Hết.']], rules: page.rules ?? [] }]), [
      'PHỤ LỤC',
      'TT | Nhiệm vụ | Chủ trì | Thời hạn',
      'A | Nhóm nhiệm vụ về bộ máy',
      '1 | Rà soát các đơn vị sự nghiệp công lập | Sở Nội vụ | Quý I',
      '2 | Sắp xếp | Sở Tài chính',
      'Hết.',
    ])
  })

  test('go on over a change of pages: the head is printed once, a row cut in two is one', async () => {
    const head = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn']
    const pages = [
      drawn(100, xs, [head, ['1', 'Rà soát', 'Sở A', 'Quý I'], ['2', 'Xây dựng đề án sắp xếp', 'Sở B', 'Quý II']]),
      drawn(60, xs, [head, ['', 'các đơn vị sự nghiệp', '', ''], ['3', 'Tổng kết', 'Sở C', 'Quý IV']]),
    ].map((page, i): PrintedPage => ({ ...page, words: [...(page.words ?? []), [300, 815, String(i + 1), 11]] }))
    assert.deepEqual(await lines(pages), [
      'TT | Nhiệm vụ | Chủ trì | Thời hạn',
      '1 | Rà soát | Sở A | Quý I',
      '2 | Xây dựng đề án sắp xếp các đơn vị sự nghiệp | Sở B | Quý II',
      '3 | Tổng kết | Sở C | Quý IV',
    ])
  })

  test('a row without a number that was cut in two is one, where a sentence goes on in it', async () => {
    const head = ['Nhiệm vụ', 'Chủ trì', 'Thời hạn']
    const columns = [60, 300, 420, 530]
    const pages = [
      drawn(100, columns, [head, ['Xây dựng đề án sắp xếp', 'Sở B', 'Quý II'], ['Sửa đổi quy chế', 'Văn phòng', 'Quý II']]),
      drawn(60, columns, [
        ['làm việc của Ủy ban', '', ''],
        ['Tổng kết', 'Sở C', 'Quý IV'],
      ]),
    ]
    assert.deepEqual((await lines(pages)).slice(2), ['Sửa đổi quy chế làm việc của Ủy ban | Văn phòng | Quý II', 'Tổng kết | Sở C | Quý IV'])
    const whole = [drawn(100, columns, [head, ['Sửa đổi quy chế.', 'Văn phòng', 'Quý II']]), drawn(60, columns, [['tổng kết', 'Sở C', 'Quý IV']])]
    assert.deepEqual((await lines(whole)).slice(1), ['Sửa đổi quy chế. | Văn phòng | Quý II', 'tổng kết | Sở C | Quý IV'])
  })

  test('numbers of documents and days that a narrow column breaks are whole', () => {
    for (const [before, after] of [
      ['Nghị quyết số 71/2022/Q', 'H15 ngày'],
      ['Nghị quyết số 1156/2016', '/UBTVQH13'],
      ['Nghị quyết số 1156/2016/UBTVQH', '13 ngày'],
      ['trước ngày 10/01/202', '5'],
    ] as const)
      assert.equal(continued(before, after), before + after)
    for (const [before, after] of [
      ['tại Kỳ họp thứ 9 của QH', '2025 và các năm'],
      ['trước ngày 10/01/2025', '5 đơn vị'],
      ['Sở A', 'và Sở B'],
    ] as const)
      assert.equal(continued(before, after), `${before} ${after}`)
  })

  test('without lines show by their columns', async () => {
    const rows: [number, string, string, string][] = [
      [100, 'TT', 'Nhiệm vụ', 'Chủ trì'],
      [120, '1', 'Rà soát các đơn vị', 'Sở Nội vụ'],
      [134, '', 'sự nghiệp công lập', ''],
      [154, '2', 'Sắp xếp các đơn vị', 'Sở Tài chính'],
      [174, '3', 'Báo cáo', 'Văn phòng'],
    ]
    const words = rows.flatMap(([y, ...cells]) =>
      cells.flatMap((text, i): [number, number, string][] => (text ? [[[60, 100, 330][i] as number, y, text]] : [])),
    )
    assert.deepEqual(await lines([{ words }]), [
      'TT | Nhiệm vụ | Chủ trì',
      '1 | Rà soát các đơn vị sự nghiệp công lập | Sở Nội vụ',
      '2 | Sắp xếp các đơn vị | Sở Tài chính',
      '3 | Báo cáo | Văn phòng',
    ])
  })

  test('bullets and numbers that stand out are no column', async () => {
    const words: PrintedPage['words'] = ['Rà soát các cơ quan', 'Sắp xếp các đơn vị', 'Báo cáo kết quả'].flatMap(
      (text, i): [number, number, string][] => [
        [85, 100 + i * 18, `${i + 1}.`],
        [121, 100 + i * 18, text],
      ],
    )
    assert.deepEqual(await lines([{ words }]), ['1. Rà soát các cơ quan', '2. Sắp xếp các đơn vị', '3. Báo cáo kết quả'])
  })
})
