import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraphOf, runOf, wordOf } from '../../../../test/documents.ts'
import { inTcvn3, inVni } from '../../../../test/letters.ts'
import { settled } from '../letters/marked.ts'
import { textOf } from '../parts.ts'
import { partsOfDocx } from './docx.ts'

const read = async (parts: Parameters<typeof wordOf>[0]) => settled(textOf(await partsOfDocx(wordOf(parts)))).split('\n')
const lines = async (parts: Parameters<typeof wordOf>[0]) => (await read(parts)).filter((line) => line !== '')

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (numberId: number, abstractId: number, more = '') =>
  `<w:num w:numId="${numberId}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const numbered = (text: string, numberId: number, at = 0) =>
  paragraphOf(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numberId}"/></w:numPr>`)

const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${
    text.startsWith('<')
      ? text
      : text
          .split('\n')
          .map((words) => paragraphOf(words))
          .join('')
  }</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`
const drawn = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
const table = (rows: string[], borders = drawn) => `<w:tbl><w:tblPr>${borders}</w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`
const down = '<w:vMerge w:val="restart"/>'
const on = '<w:vMerge/>'

describe('the numbers that Word works out while it prints', () => {
  test('count on, begin anew under a wider one, and are written in their form', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}${level(4, 'bullet', '\uf0b7')}</w:abstractNum>${list(7, 0)}`
    const body = [
      ['MỤC ĐÍCH', 0],
      ['Quán triệt.', 1],
      ['NHIỆM VỤ', 0],
      ['Tổ chức.', 1],
      ['Cán bộ.', 1],
      ['Rà soát.', 2],
      ['Sắp xếp.', 2],
      ['Ở tỉnh.', 3],
      ['Ở huyện.', 3],
      ['Ở các xã.', 4],
      ['Kinh phí.', 1],
      ['Dự toán.', 2],
    ]
      .map(([text, at]) => numbered(text as string, 7, at as number))
      .join('')
    assert.deepEqual(await lines({ body, numbering }), [
      'I. MỤC ĐÍCH',
      '1. Quán triệt.',
      'II. NHIỆM VỤ',
      '1. Tổ chức.',
      '2. Cán bộ.',
      '2.1. Rà soát.',
      '2.2. Sắp xếp.',
      'a) Ở tỉnh.',
      'b) Ở huyện.',
      '• Ở các xã.',
      '3. Kinh phí.',
      '3.1. Dự toán.',
    ])
  })

  test('lists of one definition count on from each other, unless one says where it starts; their levels may be their own', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Điều %1.')}</w:abstractNum>${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')}${list(4, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'decimalZero', '(%1)')}</w:lvlOverride>`)}`
    const body = numbered('Một.', 1) + numbered('Hai.', 2) + numbered('Năm.', 3) + numbered('Sáu.', 3) + numbered('Bảy.', 4)
    assert.deepEqual(await lines({ body, numbering }), ['Điều 1. Một.', 'Điều 2. Hai.', 'Điều 5. Năm.', 'Điều 6. Sáu.', '(07) Bảy.'])
  })

  test('come with a style too, and are switched off by the paragraph', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperLetter', '%1.', '<w:pStyle w:val="A"/>')}${level(1, 'bullet', '-', '<w:pStyle w:val="B"/>')}</w:abstractNum>${list(1, 0)}`
    const styled = (text: string, style: string, more = '') => paragraphOf(text, `<w:pStyle w:val="${style}"/>${more}`)
    const body = styled('Một', 'A') + styled('Hai', 'B') + styled('Không số', 'A', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('Ba', 'A')
    assert.deepEqual(await lines({ body, styles, numbering }), ['A. Một', '- Hai', 'Không số', 'B. Ba'])
  })

  test('of legal form are Arabic all through', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2.', '<w:isLgl/>')}</w:abstractNum>${list(1, 0)}`
    assert.deepEqual(await lines({ body: numbered('A', 1) + numbered('B', 1) + numbered('C', 1, 1), numbering }), ['I. A', 'II. B', '2.1. C'])
  })
})

describe('tables of a docx', () => {
  test('are rows between bars, with every paragraph of a cell; an empty first cell keeps its place', async () => {
    const body = table([row('TT', 'Nhiệm vụ', 'Chủ trì'), row('1', 'Rà soát.\nSắp xếp.', 'Sở Nội vụ'), row('', 'Báo cáo.', '')])
    assert.deepEqual(await lines({ body }), ['TT | Nhiệm vụ | Chủ trì', '1 | Rà soát. Sắp xếp. | Sở Nội vụ', '|  | Báo cáo.'])
  })

  test('a body that leads several rows leads each; several rows of one task are one', async () => {
    const body = table([
      row('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
      row('1', 'Rà soát các đơn vị.', cell('Sở Nội vụ', down), 'Quý I'),
      row('2', 'Sắp xếp các đơn vị.', cell('', on), 'Quý II'),
      row(cell('3', down), cell('Báo cáo kết quả rà soát, sắp xếp.', down), 'Sở Tài chính', 'Quý III'),
      row(cell('', on), cell('', on), 'Sở Xây dựng', 'Quý IV'),
      row(cell('TỔNG KẾT', '<w:gridSpan w:val="4"/>')),
    ])
    assert.deepEqual((await lines({ body })).slice(1), [
      '1 | Rà soát các đơn vị. | Sở Nội vụ | Quý I',
      '2 | Sắp xếp các đơn vị. | Sở Nội vụ | Quý II',
      '3 | Báo cáo kết quả rà soát, sắp xếp. | Sở Tài chính; Sở Xây dựng | Quý III; Quý IV',
      'TỔNG KẾT |  |',
    ])
  })

  test('a head of two storeys is one row', async () => {
    const body = table([
      row(cell('TT', down), cell('Nhiệm vụ', down), cell('Phân công', '<w:gridSpan w:val="2"/>')),
      row(cell('', on), cell('', on), 'Chủ trì', 'Phối hợp'),
      row('1', 'Rà soát', 'Sở A', 'Sở B'),
    ])
    assert.deepEqual(await lines({ body }), ['TT | Nhiệm vụ | Phân công - Chủ trì | Phân công - Phối hợp', '1 | Rà soát | Sở A | Sở B'])
  })

  test('that only lay out the page are read cell by cell', async () => {
    const head = table(
      [
        row('ỦY BAN NHÂN DÂN\nTỈNH X', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
        row('Số: 12/KH-UBND', 'X, ngày 3 tháng 2 năm 2025'),
      ],
      '',
    )
    const foot = table([row('Nơi nhận:\n- Như trên;', 'CHỦ TỊCH\n\nNguyễn Văn A')])
    assert.deepEqual(await lines({ body: head + foot }), [
      'ỦY BAN NHÂN DÂN',
      'TỈNH X',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 12/KH-UBND',
      'X, ngày 3 tháng 2 năm 2025',
      'Nơi nhận:',
      '- Như trên;',
      'CHỦ TỊCH',
      'Nguyễn Văn A',
    ])
  })

  test('a table in a cell keeps its words in the row', async () => {
    const inner = table([row('Bước 1', 'Rà soát'), row('Bước 2', 'Sắp xếp')])
    assert.deepEqual(await lines({ body: table([row('TT', 'Nhiệm vụ', 'Ai'), row('1', cell(inner + paragraphOf('Xong.')), 'Sở A')]) }), [
      'TT | Nhiệm vụ | Ai',
      '1 | Bước 1 Rà soát Bước 2 Sắp xếp Xong. | Sở A',
    ])
  })

  test('rows that were deleted are not there, inserted ones are', async () => {
    const gone = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p></w:tc></w:tr>'
    assert.deepEqual(await lines({ body: table([row('A', 'B', 'C'), gone, `<w:ins w:id="2">${row('1', '2', '3')}</w:ins>`]) }), [
      'A | B | C',
      '1 | 2 | 3',
    ])
  })
})

describe('the words of a docx', () => {
  test('inserted words count, deleted and moved ones do not; a paragraph whose end was deleted goes on', async () => {
    const body =
      paragraphOf(
        `${runOf('Giao ')}<w:del w:id="1"><w:r><w:delText>Sở Y tế</w:delText></w:r></w:del><w:ins w:id="2">${runOf('Sở Nội vụ')}</w:ins>${runOf(' chủ trì,')}`,
        '<w:rPr><w:del w:id="3"/></w:rPr>',
      ) + paragraphOf(`<w:moveFrom w:id="4">${runOf(' nhanh')}</w:moveFrom>${runOf(' rà soát.')}`)
    assert.deepEqual(await lines({ body }), ['Giao Sở Nội vụ chủ trì, rà soát.'])
  })

  test('what is hidden, the codes of fields and the table of contents are left out; links and controls are not', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    const body =
      paragraphOf('1. Mục đích 3', '<w:pStyle w:val="T1"/>') +
      paragraphOf(
        `${runOf('ẩn', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>${runOf('Thấy')}</w:hyperlink>${runOf(' được')}`,
      ) +
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraphOf('Trong ô')}</w:sdtContent></w:sdt>`
    assert.deepEqual(await lines({ body, styles }), ['Thấy được', 'Trong ô'])
  })

  test('capitals that only the look makes are capitals', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:caps/></w:rPr></w:style>'
    const body =
      paragraphOf('Kế hoạch', '<w:pStyle w:val="H"/>') +
      paragraphOf(`${runOf('Mục', '<w:caps w:val="0"/>')}${runOf(' đích')}`, '<w:pStyle w:val="H"/>')
    assert.deepEqual(await lines({ body, styles }), ['KẾ HOẠCH', 'Mục ĐÍCH'])
  })

  test('text boxes are read once; footnotes stand at the end', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraphOf(text)}</w:txbxContent>`
    const body = paragraphOf(
      `${runOf('Theo Luật')}<w:r><w:footnoteReference w:id="2"/></w:r>${runOf(' này.')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box('Trong khung')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Trong khung')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    const footnotes = `<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraphOf('Luật số 1.')}</w:footnote>`
    assert.deepEqual(await lines({ body, footnotes }), ['Theo Luật này.', 'Trong khung', '[1] Luật số 1.'])
  })

  test('in old fonts are converted, run by run, capitals too; a font that lies is not believed', async () => {
    const old = (text: string) => runOf(inTcvn3(text), '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
    const oldCapitals = (text: string) => runOf(inTcvn3(text.toLowerCase()), '<w:rFonts w:ascii=".VnTimeH"/>')
    const vni = (text: string) => runOf(inVni(text), '<w:rFonts w:ascii="VNI-Times"/>')
    const body =
      paragraphOf(oldCapitals('ỦY BAN NHÂN DÂN TỈNH')) +
      paragraphOf(`${old('Các sở, ban, ngành chủ trì, ')}${runOf('phối hợp với Sở Nội vụ ')}${old('th')}${old('ực hiện.')}`) +
      paragraphOf(`${vni('Vie')}${runOf(inVni('ệt').slice(1), '<w:rFonts w:ascii="VNI-Times"/>')}${vni(' Nam độc lập, tự do.')}`)
    assert.deepEqual(await lines({ body }), [
      'ỦY BAN NHÂN DÂN TỈNH',
      'Các sở, ban, ngành chủ trì, phối hợp với Sở Nội vụ thực hiện.',
      'Việt Nam độc lập, tự do.',
    ])
    const lying = paragraphOf(runOf('Ủy ban nhân dân tỉnh đã báo cáo Thủ tướng.', '<w:rFonts w:ascii=".VnTime"/>'))
    assert.deepEqual(await lines({ body: lying }), ['Ủy ban nhân dân tỉnh đã báo cáo Thủ tướng.'])
  })

  test('a file whose names are others is the same file', async () => {
    const bytes = wordOf({ body: paragraphOf('Một') })
    const renamed = Buffer.from(
      bytes.toString('latin1').replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replace('xmlns:w=', 'xmlns:x='),
      'latin1',
    )
    assert.equal(renamed.length, bytes.length)
    assert.equal(textOf(await partsOfDocx(renamed)), 'Một')
  })
})
