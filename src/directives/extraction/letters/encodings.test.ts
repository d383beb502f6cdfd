import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bytesOf, inTcvn3, inVni } from '../../../../test/letters.ts'
import { decode } from '../plain.ts'
import { encodingOf, isIn, isVietnamese, modernised, readAs } from './encodings.ts'
import { isSyllable, tallyOf } from './syllables.ts'

const plan = (await readFile(new URL('../../../../examples/plan-2013/ke-hoach-64-kl-tw.txt', import.meta.url), 'utf8')).normalize('NFC')
const small = plan.replace(/\p{Lu}\p{M}*/gu, (letter) => letter.toLowerCase())

describe('syllables', () => {
  test('what Vietnamese words are made of is known, what they are not made of is not', () => {
    for (const word of 'nghiêng quyết giữ gìn giếng khuỷu xoong uỷ ủy đường Ủy QUYẾT thuở quýt ưu yết'.split(' ')) assert.ok(isSyllable(word), word)
    for (const word of 'chñ nghÜa Vieät été élève qbạ nghà̀ đêf trườc hốc̀ Straße'.split(' ')) assert.equal(isSyllable(word), false, word)
  })

  test('a real document is made of them, but for its abbreviations', () => {
    const { known, all } = tallyOf(plan)
    assert.ok(all > 1500)
    assert.ok(known / all > 0.99)
  })
})

describe('old encodings', () => {
  test('a whole document in TCVN3 or VNI comes back letter by letter', () => {
    assert.equal(modernised(inTcvn3(small)), small)
    assert.equal(modernised(inVni(plan)), plan)
  })

  test('lines in Unicode among old ones stay as they are', () => {
    const [first, second] = ['Ủy ban nhân dân tỉnh báo cáo Thủ tướng Chính phủ.', 'các cơ quan khẩn trương thực hiện nhiệm vụ được giao.']
    assert.equal(modernised(`${first}\n${inTcvn3(second)}`), `${first}\n${second}`)
  })

  test('today’s Vietnamese, decomposed too, and other languages are not touched', () => {
    for (const text of [
      plan,
      plan.normalize('NFD'),
      'Où êtes-vous ? L’élève âgé a mangé à la forêt, très près du château.',
      'Größe, Straße, Übermut, schöne Grüße aus Österreich für müde Bären',
      '¿Qué pasó mañana? El niño comió piñas en el jardín del señor Muñoz.',
      '½ ¾ ¼ © ® § ±',
      '',
    ])
      assert.equal(modernised(text), text)
  })

  test('two words prove nothing', () => assert.equal(modernised('ViÖt Nam'), 'ViÖt Nam'))

  test('any lines of the document, in either encoding, come back or stay: never become something else', () => {
    const lines = small.split('\n').filter((line) => tallyOf(line).all > 5)
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 1 }), fc.constantFrom(inTcvn3, inVni), (some, put) => {
        assert.equal(modernised(put(some.join('\n'))), some.join('\n'))
      }),
      { numRuns: 40 },
    )
  })

  test('a heading typed in capitals is whole again, though the old letters have no capitals with two marks', () => {
    const asTyped = (text: string) => inTcvn3(text.replace(/[ẾỊỦỘÒÃỆ]/g, (letter) => letter.toLowerCase()))
    for (const line of ['QUYẾT ĐỊNH', 'ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 1487/QĐ-UBND', 'Độc lập - Tự do', 'Về Tỉnh đoàn'])
      assert.equal(readAs('tcvn3', asTyped(line)), line)
  })

  test('fonts say which encoding they are for; their words are proof', () => {
    assert.deepEqual(encodingOf('.VnTime'), { encoding: 'tcvn3', isCapitals: false })
    assert.deepEqual(encodingOf('.VnArial NarrowH'), { encoding: 'tcvn3', isCapitals: true })
    assert.deepEqual(encodingOf('VNI-Times'), { encoding: 'vni', isCapitals: false })
    assert.equal(encodingOf('Times New Roman'), null)
    assert.equal(encodingOf('Vntimes New'), null)
    assert.ok(isIn('tcvn3', inTcvn3(small)))
    assert.equal(isIn('vni', inTcvn3(small)), false)
    assert.equal(isIn('tcvn3', plan), false)
  })
})

describe('the bytes of a text file', () => {
  const windows1258 = (text: string) => {
    const single = new Map([...new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map((sign, i) => [sign, i]))
    const bytes: number[] = []
    for (const letter of text) {
      const whole = single.get(letter)
      if (whole !== undefined) bytes.push(whole)
      else {
        const parts = letter.normalize('NFD')
        const mark = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? ''
        bytes.push(single.get(parts.replace(mark, '').normalize('NFC')) ?? 0x3f, ...(mark ? [single.get(mark) as number] : []))
      }
    }
    return Buffer.from(bytes)
  }

  test('are read in every encoding such files have had', () => {
    const utf16 = Buffer.from(plan, 'utf16le')
    for (const [name, bytes, text] of [
      ['utf-8', Buffer.from(plan), plan],
      ['utf-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(plan)]), plan],
      ['utf-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), plan],
      ['utf-16 without a mark', utf16, plan],
      ['utf-16 the other way round', Buffer.from(utf16).swap16(), plan],
      ['windows-1258', windows1258(plan.replace(/[“”‘’–…]/g, '"')), plan.replace(/[“”‘’–…]/g, '"')],
      ['tcvn3', bytesOf(inTcvn3(small.replace(/[“”‘’–…]/g, '"'))), small.replace(/[“”‘’–…]/g, '"')],
      ['vni', bytesOf(inVni(plan.replace(/[“”‘’–…]/g, '"'))), plan.replace(/[“”‘’–…]/g, '"')],
    ] as const)
      assert.equal(decode(bytes).normalize('NFC'), text, name)
  })

  test('that are no text are refused, and so are a few that prove nothing', () => {
    for (const bytes of [
      Buffer.from([0x4b, 0xff, 0xc0, 0x80]),
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
      bytesOf('Straße für müde Bären'),
    ])
      assert.throws(() => decode(bytes))
    assert.equal(isVietnamese('Straße für müde Bären'), false)
  })
})
