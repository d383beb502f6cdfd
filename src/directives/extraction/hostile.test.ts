import assert from 'node:assert/strict'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { fileTypeFromFile } from 'file-type'
import { compoundFile, docxOf, lockedZip, officeZip, paragraphOf, pdfOf, wordOf, zipOf } from '../../../test/documents.ts'
import { workSince } from '../../../test/effort.ts'
import { pngOf } from '../../../test/scans.ts'
import { Refusal } from '../../kernel/errors.ts'
import { extract } from './extract.ts'
import { limits } from './limits.ts'

/** Whoever sends such a file has the answer within so many seconds of work. */
const soon = 20

describe('files that mean harm, or are broken', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trienkhai-hostile-'))
  })
  after(() => rm(folder, { recursive: true }))

  const read = async (name: string, content: Buffer | string) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return readAt(path, name)
  }
  const readAt = async (path: string, name: string) =>
    (await extract(path, name, (await fileTypeFromFile(path))?.mime ?? 'application/octet-stream')).text
  const refused = async (reading: () => Promise<unknown>, kind: string, sentence: RegExp) => {
    const start = process.cpuUsage()
    await assert.rejects(reading, (error) => {
      assert.ok(error instanceof Refusal, String(error))
      assert.equal(error.kind, kind, error.sentence.vi)
      assert.match(error.sentence.vi, sentence)
      assert.ok(error.sentence.en.length > 10)
      return true
    })
    assert.ok(workSince(start) < soon)
  }
  const readSoon = async (reading: () => Promise<string>) => {
    const start = process.cpuUsage()
    const text = await reading()
    assert.ok(workSince(start) < soon)
    return text
  }

  /** A docx whose document unfolds to so many bytes of one sign, between a head and a foot; what it says of its size is a lie where asked. */
  function bomb(head: string, sign: string, count: number, foot: string, liesAbout = false): Buffer {
    const text = Buffer.concat([Buffer.from(head), Buffer.alloc(count, sign), Buffer.from(foot)])
    const packed = deflateRawSync(text, { level: 1 })
    return zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': { packed, size: liesAbout ? 1000 : text.length } })
  }
  const head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t xml:space="preserve">'
  const foot = '</w:t></w:r></w:p></w:body></w:document>'

  test('a zip bomb is refused while it unfolds, whatever it says of its size', async () => {
    const count = limits.partBytes + 1
    await refused(() => read('bom.docx', bomb(head, 'a', count, foot)), 'too-large', /«bom\.docx».*giải nén lớn hơn 120 MB/)
    await refused(() => read('doi.docx', bomb(head, 'a', count, foot, true)), 'too-large', /«doi\.docx».*giải nén lớn hơn 120 MB/)
    const many = Object.fromEntries(Array.from({ length: limits.entries }, (_, i) => [`anh/${i}.png`, '']))
    await refused(() => read('nhieu.docx', zipOf({ '[Content_Types].xml': '<Types/>', ...many })), 'too-large', /hơn 20\.000 tệp con/)
  })

  test('a hundred million blanks are no text; among words they are one', async () => {
    const many = 100_000_000
    await refused(() => read('trang.docx', bomb(head, ' ', many, foot)), 'invalid', /không có/)
    await refused(() => read('trang.txt', Buffer.alloc(50_000_000, ' ')), 'invalid', /không có/)
    await refused(() => read('trang.html', Buffer.alloc(50_000_000, ' ')), 'invalid', /không có/)
    assert.equal((await readSoon(() => read('giua.docx', bomb(`${head}Một`, ' ', many, `hai${foot}`)))).trim(), 'Một hai')
  })

  test('a file larger than what is taken is refused before it is read', async () => {
    const path = join(folder, 'lon.txt')
    const file = await open(path, 'w')
    await file.truncate(3 * 1024 ** 3)
    await file.close()
    await refused(() => readAt(path, 'lon.txt'), 'too-large', /lớn hơn 100 MB/)
  })

  test('what takes more time or memory than it may have is stopped, with the sentence for it', async () => {
    const path = join(folder, 'nang.txt')
    await writeFile(
      path,
      'Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2026.\n'.repeat(10_000),
    )
    await refused(() => extract(path, 'nang.txt', 'text/plain', { seconds: 0.2 }), 'too-large', /«nang\.txt» quá 0,2 giây .*đã dừng/)
    await refused(() => extract(path, 'nang.txt', 'text/plain', { megabytes: 16 }), 'too-large', /«nang\.txt» cần quá 16 MB bộ nhớ nên đã dừng/)
  })

  test('a text longer than what is taken is refused', async () => {
    await refused(() => read('dai.txt', 'một hai\n'.repeat(limits.textLength / 8 + 1)), 'too-large', /dài quá/)
  })

  test('entities that multiply, or fetch, are refused', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
    for (const [name, declared, used] of [
      ['cuoi.docx', `<!ENTITY e0 "ha">${levels}`, '&e9;'],
      ['lay.docx', '<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'],
    ] as const) {
      const xml = `<?xml version="1.0"?><!DOCTYPE d [${declared}]>${head}${used}${foot}`
      await refused(() => read(name, zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml })), 'invalid', /DOCTYPE/)
    }
  })

  test('a million elements one in another are refused; some thousands in a page are read, and marks that never close', async () => {
    await refused(() => read('sau.docx', wordOf({ body: '<w:sdt>'.repeat(1_000_000) })), 'invalid', /lồng vào nhau quá 300 lớp/)
    await refused(() => read('bang.docx', wordOf({ body: '<w:tbl><w:tr><w:tc>'.repeat(300_000) })), 'invalid', /lồng vào nhau quá 300 lớp/)
    for (const mark of ['<div>', '<table><tr><td>', '<ul><li>', '<b>'])
      await refused(() => read('sau.html', `<p>Một</p>${mark.repeat(300_000)}hai`), 'invalid', /lồng vào nhau quá 20\.000 lớp/)
    for (const mark of ['<div>', '<table border=1><tr><td>x<td>', '<ul><li>', '<b>', '<a href="'])
      assert.ok((await readSoon(() => read('sau.html', `<p>Một</p>${mark.repeat(5_000)}hai ba`))).startsWith('Một'), mark)
    for (const mark of ['<', '<script>', '<p ', '<!--', '&', '(', '[', '{', '«'])
      assert.ok((await readSoon(() => read('sau.html', `<p>Một</p>${mark.repeat(200_000)}`))).startsWith('Một'), mark)
  })

  test('a table with a cell over a million rows and columns is a table', async () => {
    const text = await readSoon(() =>
      read('rong.html', `<table border=1><tr><td colspan=1000000 rowspan=1000000>Một<td>Hai</tr>${'<tr><td>Ba'.repeat(5000)}</table>`),
    )
    assert.match(text, /^Một/)
  })

  test('pictures of a size that no machine could hold, broken ones and blank ones are refused', async () => {
    const png = await pngOf([])
    const vast = Buffer.from(png)
    vast.writeUInt32BE(60_000, 16)
    vast.writeUInt32BE(60_000, 20)
    await refused(() => read('lon.png', vast), 'too-large', /quá 100 triệu điểm/)
    await refused(() => read('hong.png', png.subarray(0, 200)), 'invalid', /Không đọc được|Không nhận dạng/)
    await refused(() => read('hong.jpg', Buffer.from('ffd8ffe000104a46494600', 'hex')), 'invalid', /Không đọc được/)
    await refused(() => read('hong.tif', Buffer.from('49492a0008000000ffff', 'hex')), 'invalid', /Không đọc được|Không nhận dạng/)
    await refused(() => read('trang.png', png), 'invalid', /Không nhận dạng được chữ nào/)
  })

  test('a million brackets are text', async () => {
    for (const [mark, count] of [
      ['(', 1_000_000],
      ['[', 200_000],
      ['«', 200_000],
      ['“', 200_000],
    ] as const)
      assert.match(await readSoon(() => read('ngoac.txt', `Một ${mark.repeat(count)}`)), /^Một/)
  })

  test('a pdf nested without end, or with objects that call each other, is refused', async () => {
    const nested = pdfOf(['Một'])
      .toString('latin1')
      .replace('/Type /Catalog', `/Type /Catalog /X ${'['.repeat(1_000_000)}`)
    await refused(() => read('long.pdf', Buffer.from(nested, 'latin1')), 'invalid', /Không đọc được|không có/)
    const round = pdfOf(['Một']).toString('latin1').replace('/Kids [8 0 R]', '/Kids [2 0 R]')
    await refused(() => read('vong.pdf', Buffer.from(round, 'latin1')), 'invalid', /Không đọc được|không có/)
  })

  test('what is locked, old, broken or empty is told apart', async () => {
    const broken = docxOf(['Chữ'])
    for (const [name, content, sentence] of [
      ['khoa.pdf', pdfOf(['Chữ'], { locked: true }), /đặt mật khẩu/],
      ['khoa.docx', compoundFile('EncryptedPackage'), /đặt mật khẩu/],
      ['cu.doc', compoundFile('WordDocument'), /tệp Word cũ/],
      ['cu.docx', compoundFile('WordDocument'), /tệp Word cũ/],
      ['khoa.doc', compoundFile('WordDocument', { lockedWord: true }), /đặt mật khẩu/],
      ['bang.docx', compoundFile('Workbook'), /Excel cũ \(\.xls\)/],
      ['chieu.docx', compoundFile('PowerPoint Document'), /PowerPoint/],
      ['thu.docx', compoundFile('__substg1.0_0037001F'), /Outlook/],
      ['la.docx', compoundFile('VisioDocument'), /chương trình văn phòng cũ/],
      ['khoa2.docx', lockedZip(docxOf(['Chữ'])), /đặt mật khẩu/],
      ['bang2.docx', officeZip('spreadsheetml.sheet', 'xl/workbook.xml'), /bảng tính Excel \(\.xlsx\)/],
      ['nen.zip', zipOf({ 'a.txt': 'Chữ' }), /là tệp nén/],
      ['cu.rtf', '{\\rtf1\\ansi Chu}', /kiểu \.rtf/],
      ['anh.png', Buffer.from('474946383961010001000000002c00000000010001000002', 'hex'), /ảnh kiểu \.gif/],
      ['khong.docx', Buffer.from([0, 1, 2, 3, 254, 255]), /không phải tệp \.docx như tên gọi/],
      ['khong.pdf', Buffer.alloc(300, 7), /không phải tệp \.pdf như tên gọi/],
      ['hong.pdf', '%PDF-1.7\nkhông phải pdf', /Không đọc được/],
      ['cut.pdf', pdfOf(['Chữ']).subarray(0, 400), /Không đọc được|không có/],
      ['hong.docx', broken.subarray(0, 300), /Không đọc được/],
      ['xml.docx', zipOf({ 'word/document.xml': '<w:document><w:body>' }), /Không đọc được/],
      ['thieu.docx', zipOf({ 'khac.xml': '<a/>' }), /Không đọc được/],
      ['rong.txt', '', /không có/],
      ['rong.docx', docxOf([]), /không có/],
      ['rong.html', '<html><body></body></html>', /không có/],
      ['la.bin', Buffer.from([0, 1, 2, 3, 254, 255]), /Không đọc được/],
    ] as const)
      await refused(() => read(name, content), 'invalid', sentence)
  })

  test('a paragraph of a hundred thousand runs is read', async () => {
    const text = await readSoon(() =>
      read('vun.docx', wordOf({ body: paragraphOf('<w:r><w:t xml:space="preserve">a </w:t></w:r>'.repeat(100_000)) })),
    )
    assert.equal(text.length, 199_999)
  })
})
