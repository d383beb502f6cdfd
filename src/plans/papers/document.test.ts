import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Item } from '../contract.ts'
import { documentFile } from './document.ts'
import { readSentence, sentenceOf } from './sentences.ts'
import { findOwnDocument } from './table/ownDocument.ts'
import { readOwn } from './table/ownSheet.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const people = [
  { id: id(7), name: 'Nguyễn Văn Bắc' },
  { id: id(8), name: 'Trần Thị Hòa' },
]
const words = fc
  .string({ unit: fc.constantFrom('a', 'ự', 'Đ', ' ', '.', ';', ':', '\n', '<', '&', '-', '(', 'Sản phẩm: ', 'chủ trì: ', '1'), maxLength: 10 })
  .map((text) => text.trim())
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => Temporal.PlainDate.from('1950-01-01').add({ days: n }).toString())
const item = fc.record({
  part: fc.constantFrom('', 'I. Tuyên truyền', 'Kiểm tra'),
  text: words,
  product: words,
  lead: words,
  coordinate: words,
  person: fc.option(fc.constantFrom(...people)),
  fromOn: fc.option(day),
  dueOn: fc.option(day),
  money: fc.option(fc.oneof(fc.integer({ min: 0, max: 1e12 }), fc.double({ min: 0, max: 1e12, noNaN: true }))),
  version: fc.integer({ min: 1, max: 90 }),
})
const itemOf = ({ person, ...facts }: Omit<Item, 'id' | 'personId'> & { person: { id: string; name: string } | null }, i: number): Item => ({
  ...facts,
  id: id(1000 + i),
  position: i,
  personId: person?.id ?? null,
  personName: person?.name ?? null,
})
const rest = {
  note: 'ghi chú',
  obligationIds: [id(1)],
  superiorItemIds: [],
  origin: 'own' as const,
  touchedWhy: null,
  updatedBy: null,
  updatedAt: '',
  remarks: [],
  position: 0,
  personName: null,
}

const written = async (rows: readonly Item[], isAnnexed: boolean, bloc = 'party'): Promise<Buffer> => {
  const issuer = { name: 'Huyện ủy Tiên Du', level: 'district', bloc, superiorName: 'Tỉnh ủy Bắc Ninh' }
  const { content } = await documentFile('x', issuer, {
    head: { title: 'thực hiện Kết luận', grounds: '', aims: '- Mục đích', carryingOut: '- Giao Văn phòng theo dõi.' },
    items: [...rows],
    kind: 'Kế hoạch',
    place: { number: '', place: 'Tiên Du', day: '2013-11-15' },
    signer: '',
    signerTitle: '',
    copies: [],
    codes: new Map(),
    versions: new Map(rows.map((row) => [row.id, row.version])),
    isAnnexed,
  })
  return content as Buffer
}
const plan = (rows: readonly Item[]) => ({ rows, obligations: [], above: [], people, removed: new Map(), today: '2013-11-15' })

describe('a plan as its official document', () => {
  test('export = import: whatever an item holds, the document read back changes nothing, with its items in the text or in an annex', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom('party', 'state'),
        async (given, isAnnexed, bloc) => {
          const rows = given.map((one, i) => itemOf({ ...rest, ...one } as never, i))
          const printed = isAnnexed ? rows : rows.filter((row) => sentenceOf(row, '-') !== '')
          const own = await findOwnDocument(await written(rows, isAnnexed, bloc), new Set(rows.map((row) => row.id)), rows)
          if (printed.length === 0) return assert.equal(own, undefined)
          assert.ok(own)
          const read = readOwn(own, plan(printed), () => 'never')
          assert.deepEqual(read, { changes: [], same: printed.length, faults: [], order: [] })
        },
      ),
      { numRuns: 25 },
    )
  })

  const two = ['Mở hội nghị quán triệt', 'Rà soát biên chế'].map((text, i) =>
    itemOf(
      {
        ...rest,
        part: '',
        text,
        product: 'Báo cáo',
        lead: 'Ban Tổ chức',
        coordinate: '',
        person: null,
        fromOn: null,
        dueOn: '2013-12-15',
        money: null,
        version: 3,
      } as never,
      i,
    ),
  )

  test('what was changed in it comes back cell by cell, what was taken out and added is told', async () => {
    const bytes = await written(two, false)
    const own = await findOwnDocument(bytes, new Set(two.map((row) => row.id)), two)
    assert.ok(own)
    // the items have moved on since: what the document says is what somebody wrote there
    const now = two.map((row, i) => (i === 0 ? { ...row, dueOn: '2013-12-20', lead: 'Văn phòng', text: 'Mở hội nghị' } : row))
    const against = await findOwnDocument(bytes, new Set(now.map((row) => row.id)), now)
    assert.ok(against)
    const { changes, same } = readOwn(against, plan([...now, { ...(two[0] as Item), id: id(2000), text: 'Kiểm tra' }]), () => 'never')
    assert.deepEqual(
      changes.map(({ kind, text, facts }) => [kind, text, facts]),
      [
        ['changed', 'Mở hội nghị', { text: 'Mở hội nghị quán triệt', lead: 'Ban Tổ chức', dueOn: '2013-12-15' }],
        ['missing', 'Kiểm tra', {}],
      ],
    )
    assert.equal(same, 1)
    const nothing = await findOwnDocument(bytes, new Set([id(1)]), [])
    assert.equal(nothing, undefined)
    assert.equal(await findOwnDocument(Buffer.from('no docx'), new Set([id(1)]), []), undefined)
  })

  test('a sentence changed by hand is read by its labels', () => {
    assert.deepEqual(
      readSentence(
        'Mở hội nghị tại 3 xã. Chủ trì: Ban Tuyên giáo; người phụ trách: đồng chí Nguyễn Văn Bắc; thời hạn hoàn thành: từ 01-12-2013 đến 15-12-2013; kinh phí: 2,5 triệu đồng.',
      ),
      {
        text: 'Mở hội nghị tại 3 xã',
        lead: 'Ban Tuyên giáo',
        coordinate: '',
        person: 'Nguyễn Văn Bắc',
        product: '',
        fromOn: '2013-12-01',
        dueOn: '2013-12-15',
        money: 2_500_000,
      },
    )
    assert.equal(readSentence('Sơ kết. Thời hạn hoàn thành: sớm.').dueOn, 'sớm')
  })
})
