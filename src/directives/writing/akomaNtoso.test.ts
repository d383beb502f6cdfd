import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { validateXML } from 'xmllint-wasm'
import { readDirective } from '../reading/read.ts'
import { akomaNtosoOf } from './akomaNtoso.ts'

/** The schema of OASIS lies beside the project where it is developed; it is not ours to pass on. */
const folder = process.env.AKOMA_NTOSO_SCHEMA
  ? `${process.env.AKOMA_NTOSO_SCHEMA}/`
  : new URL('../../../../shared/schemas/akoma-ntoso-3.0/', import.meta.url).pathname
const isThere = existsSync(`${folder}akomantoso30.xsd`)

async function complaints(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [readFileSync(`${folder}akomantoso30.xsd`, 'utf8')],
    preload: [{ fileName: 'xml.xsd', contents: readFileSync(`${folder}xml.xsd`, 'utf8') }],
    initialMemoryPages: 512,
    maxMemoryPages: 8192,
  })
  return errors.map(({ message }) => message)
}

/** All words of an XML document, in their order. */
function wordsIn(xml: string): string {
  let text = ''
  let depth = 0
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void (name === 'meta' && depth++))
  parser.on('closetag', ({ name }) => void (name === 'meta' && depth--))
  parser.on('text', (words) => {
    if (depth === 0) text += ` ${words}`
  })
  parser.write(xml).close()
  return text.replace(/\s+/g, ' ').trim()
}

const plan = await readFile(new URL('../../../examples/plan-2013/ke-hoach-64-kl-tw.txt', import.meta.url), 'utf8')
const annex = `KẾ HOẠCH
Thực hiện Nghị quyết số 18-NQ/TW

I. MỤC ĐÍCH
1. Quán triệt <đầy đủ> & "đúng".

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
TT | Nhiệm vụ | Chủ trì | Thời hạn
1 | Rà soát các đơn vị | Sở Nội vụ | Quý I/2026
2 | Sắp xếp các đơn vị | Sở Tài chính | 30/6/2026
`

const decision = `QUYẾT ĐỊNH
Sửa đổi, bổ sung Quyết định số 7/QĐ-UBND ngày 01/02/2013 của Ủy ban nhân dân tỉnh
Căn cứ Nghị định số 24/2013/NĐ-CP ngày 28/3/2013 của Chính phủ;
Theo đề nghị của Giám đốc Sở Nội vụ;
Điều 1. Sở Nội vụ chủ trì rà soát.
Điều 2. Quyết định này thay thế Quyết định số 8/QĐ-UBND ngày 03/10/2013 của Ủy ban nhân dân tỉnh.
`

describe('Akoma Ntoso', () => {
  const skip = isThere ? false : 'the schema of OASIS is not beside the project'
  for (const [name, text] of [
    ['the plan of 2013', plan],
    ['a document with an annex', annex],
    ['words without any provision', 'Một dòng.'],
    ['a decision with grounds that takes the place of another', decision],
  ] as const)
    test(`${name} is valid against the schema of OASIS`, { skip }, async () => {
      assert.deepEqual(await complaints(akomaNtosoOf(readDirective(text))), [])
    })

  test('every document named is a reference under what it is to this one', () => {
    const named = [...akomaNtosoOf(readDirective(decision)).matchAll(/<TLCReference eId="(\w+)_1" name="\w+" href="([^"]+)" showAs="([^"]+)"/g)]
    assert.deepEqual(
      named.map(([, relation, href, shown]) => [relation, href, shown]),
      [
        ['ground', '/akn/vn/doc/nghi-dinh/chinh-phu/2013-03-28/24-2013-nd-cp', 'Nghị định 24/2013/NĐ-CP'],
        ['amends', '/akn/vn/doc/quyet-dinh/uy-ban-nhan-dan-tinh/2013-02-01/7-qd-ubnd', 'Quyết định 7/QĐ-UBND'],
        ['replaces', '/akn/vn/doc/quyet-dinh/uy-ban-nhan-dan-tinh/2013-10-03/8-qd-ubnd', 'Quyết định 8/QĐ-UBND'],
      ],
    )
  })

  test('what is not valid is told: the schema is really asked', { skip }, async () => {
    assert.notDeepEqual(await complaints(akomaNtosoOf(readDirective(plan)).replace('<mainBody eId="body">', '<mainBody><heading>x</heading>')), [])
  })

  test('anything that was ever read is valid', { skip, timeout: 120_000 }, async () => {
    const piece = fc.constantFrom(
      'I. ',
      '1. ',
      '1.1. ',
      'a) ',
      '- ',
      'Điều 1. ',
      'Phần thứ nhất',
      'PHỤ LỤC',
      '| x | y',
      'Sở A chủ trì.',
      '\n',
      '\n\n',
      '\u0001',
      '\ud800',
      '<&>"',
      ':',
      'Nơi nhận:\n',
    )
    // The schema takes a second to be read: a few documents, each of many such.
    for (const pieces of fc.sample(fc.array(piece, { minLength: 200, maxLength: 400 }), 4))
      assert.deepEqual(await complaints(akomaNtosoOf(readDirective(pieces.join('')))), [], JSON.stringify(pieces))
  })

  test('no word of the document is lost, and each stands where it stood', () => {
    const words = (text: string) => text.replace(/[|\s]+/g, ' ').trim()
    for (const text of [plan, annex]) {
      const reading = readDirective(text)
      assert.equal(words(wordsIn(akomaNtosoOf(reading))), words(reading.text))
    }
  })

  test('tasks name their provision, their bodies and their days', () => {
    const xml = akomaNtosoOf(readDirective(annex))
    assert.match(
      xml,
      /<task provision="#annex_1__row_1"><text>Rà soát các đơn vị<\/text><body role="lead">Sở Nội vụ<\/body><milestone kind="date" due="2026-03-31">Quý I\/2026<\/milestone>/,
    )
    assert.match(xml, /eId="annex_1__row_1"/)
    assert.match(xml, /Quán triệt &lt;đầy đủ&gt; &amp; "đúng"\./)
  })
})
