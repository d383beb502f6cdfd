import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { zipOf } from '../../../test/documents.ts'
import type { Item } from '../contract.ts'
import { sentenceOf } from './sentences.ts'
import { bookmarkOf, findOwnDocument } from './table/ownDocument.ts'
import { readOwn } from './table/ownSheet.ts'

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const rows = (
  [
    ['I. Tuyên truyền', 'Mở hội nghị quán triệt đến cán bộ chủ chốt; phát tài liệu', 'Ban Tuyên giáo', '2013-12-01'],
    ['I. Tuyên truyền', 'Đăng tin, bài trên Đài truyền thanh', 'Đài truyền thanh', '2013-12-31'],
    ['II. Rà soát', 'Rà soát chức năng, nhiệm vụ của 15 cơ quan', 'Ban Tổ chức', '2013-12-15'],
    ['II. Rà soát', 'Kiểm tra tại 4 đơn vị', 'Ủy ban Kiểm tra', '2013-12-20'],
  ] as const
).map(([part, text, lead, dueOn], position): Item => {
  const none = { product: '', coordinate: '', personId: null, personName: null, fromOn: null, money: null, note: '', obligationIds: [], remarks: [] }
  const life = { superiorItemIds: [], origin: 'own' as const, touchedWhy: null, isBare: false, updatedBy: null, updatedAt: '' }
  return { ...none, ...life, id: idOf(position + 1), position, part, text, lead, dueOn, version: 3 } as Item
})
const versions = new Map(rows.map(({ id, version }) => [id, version]))
const [first, second, third, fourth] = rows.map((item) => `- ${sentenceOf(item, '-')}`) as [string, string, string, string]

// as LibreOffice writes it: numbers for the ends of bookmarks, one for each paragraph it parted
let drawn = 0
const start = (n: number, at = drawn) => `<w:bookmarkStart w:id="${at}" w:name="${bookmarkOf(idOf(n), versions)}"/>`
const end = (at = drawn) => `<w:bookmarkEnd w:id="${at}"/>`
const run = (text: string) => `<w:r><w:rPr></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, settings = '') => `<w:p><w:pPr><w:pStyle w:val="Normal"/>${settings}<w:rPr></w:rPr></w:pPr>${content}</w:p>`
const marked = (n: number, content: string) => {
  drawn++
  return `${start(n)}${content}${end()}`
}
const point = (n: number, text: string) => p(marked(n, run(text)))
const heading = (text: string) => p(run(text), '<w:keepNext w:val="true"/>')
const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
const rest = heading('III. TỔ CHỨC THỰC HIỆN') + p(run('- Giao Văn phòng theo dõi.'))
const usual = { one: point(1, first), two: point(2, second), three: point(3, third), four: point(4, fourth) }

/** What a document would change: kind, words, facts; and the new order by the numbers of the items. */
async function changesOf(body: string) {
  const bytes = zipOf({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` })
  const own = await findOwnDocument(bytes, new Set(rows.map(({ id }) => id)), rows)
  assert.ok(own)
  const plan = { rows, obligations: [], above: [], people: [], removed: new Map(), today: '2013-11-15' }
  const { changes, faults, order } = readOwn(own, plan, (row) => `new ${row}`)
  assert.deepEqual(faults, [])
  return {
    changes: changes.map(({ kind, text, facts: { part: _, ...facts } }) => [kind, text, facts]),
    order: order.map((id) => rows.findIndex((row) => row.id === id) + 1).join(),
  }
}
const text = (given: Partial<typeof usual>) => {
  const { one, two, three, four } = { ...usual, ...given }
  return p(run('- Mục đích.')) + heading('1. Tuyên truyền') + one + two + heading('2. Rà soát') + three + four + rest
}
const nothing = { changes: [], order: '' }

describe('a plan’s official document that was edited in an office program', () => {
  test('saved as it is, made bold, parted by Enter or joined again: nothing is changed', async () => {
    assert.deepEqual(await changesOf(text({})), nothing)
    const [before, after] = ['- Mở hội nghị quán triệt đến cán bộ chủ chốt', first.slice('- Mở hội nghị quán triệt đến cán bộ chủ chốt'.length)]
    assert.deepEqual(await changesOf(text({ one: p(start(1, 900) + run(before)) + point(1, after) })), nothing, 'LibreOffice marks both paragraphs')
    assert.deepEqual(
      await changesOf(text({ one: p(start(1, 901) + run(before)) + p(run(after) + end(901)) })),
      nothing,
      'Word marks from one to the other',
    )
    const [what, who] = [fourth.slice(0, fourth.indexOf('Chủ trì')), fourth.slice(fourth.indexOf('Chủ trì'))]
    assert.deepEqual(await changesOf(text({ four: point(4, what) + p(run(who)) })), nothing)
    assert.deepEqual(
      await changesOf(
        text({ three: p(marked(3, `${run('- Rà soát chức năng,')}<w:r><w:br/></w:r>${run(third.slice('- Rà soát chức năng,'.length))}`)) }),
      ),
      nothing,
    )
    const joined = p(`${start(1, 902)}${run(first)}${start(2, 903)}${end(902)}${run(second)}${end(903)}`)
    assert.deepEqual(await changesOf(text({ one: joined, two: '' })), nothing, 'two items in one paragraph stay two')
  })

  test('points that became a list of the program, or lost their dash, are the points they were', async () => {
    const list = (n: number, said: string) => p(marked(n, run(said.slice(2))), listed)
    assert.deepEqual(await changesOf(text({ one: list(1, first), two: list(2, second), three: list(3, third), four: list(4, fourth) })), nothing)
    assert.deepEqual(await changesOf(text({ two: point(2, second.slice(2)), three: point(3, `1. ${third.slice(2)}`) })), nothing)
  })

  test('a changed day, a new lead, words typed over, tracked or accepted', async () => {
    const tracked = third.split('15-12-2013') as [string, string]
    const shown = `${run(tracked[0])}<w:del w:id="7"><w:r><w:delText>15-12-2013</w:delText></w:r></w:del><w:ins w:id="8">${run('18-12-2013')}</w:ins>${run(tracked[1])}`
    const later = [['changed', rows[2]?.text, { dueOn: '2013-12-18' }]]
    assert.deepEqual((await changesOf(text({ three: p(marked(3, shown)) }))).changes, later)
    assert.deepEqual((await changesOf(text({ three: point(3, third.replace('15-12', '18-12')) }))).changes, later)
    assert.deepEqual(
      (await changesOf(text({ three: point(3, 'Rà soát biên chế. Chủ trì: Phòng Nội vụ; thời hạn hoàn thành: 15-12-2013.') }))).changes,
      [['changed', rows[2]?.text, { text: 'Rà soát biên chế', lead: 'Phòng Nội vụ' }]],
    )
  })

  test('points added in the middle and at the end, with a dash, in a list or without either', async () => {
    const leaflets = ['new', 'Phát tờ rơi', { text: 'Phát tờ rơi', lead: 'Hội Phụ nữ' }]
    const closing = ['new', 'Tổng kết', { text: 'Tổng kết' }]
    for (const added of [
      p(run('- Phát tờ rơi. Chủ trì: Hội Phụ nữ.')),
      p(run('Phát tờ rơi. Chủ trì: Hội Phụ nữ.')),
      p(run('Phát tờ rơi. Chủ trì: Hội Phụ nữ'), listed),
    ]) {
      const { changes, order } = await changesOf(text({ one: usual.one + added, four: usual.four + p(run('+ Tổng kết;')) }))
      assert.deepEqual(changes, [leaflets, closing])
      assert.equal(order, '1,0,2,3,4,0')
    }
  })

  test('what is deleted, or emptied, is missing, and what stands below is no item', async () => {
    const gone = { changes: [['missing', rows[3]?.text, {}]], order: '' }
    assert.deepEqual(await changesOf(text({ four: '' })), gone)
    assert.deepEqual(await changesOf(text({ four: p(start(4, 904) + start(4, 905) + end(905)) })), gone)
    assert.deepEqual(
      await changesOf(text({ four: p(`<w:del w:id="9">${start(4, 906)}<w:r><w:delText>${fourth}</w:delText></w:r></w:del>${end(906)}`) })),
      gone,
    )
  })

  test('a point moved up, cut and put elsewhere, tracked or not, is the same point', async () => {
    const moved = { changes: [], order: '1,4,2,3' }
    const copy = `<w:bookmarkStart w:id="907" w:name="${bookmarkOf(idOf(4), versions)}_Copy"/>`
    assert.deepEqual(await changesOf(text({ one: usual.one + usual.four, four: '' })), moved)
    assert.deepEqual(await changesOf(text({ one: usual.one + p(run(fourth)), four: p(marked(4, '')) })), moved)
    const from = p(`<w:moveFrom w:id="1">${start(4, 908)}${run(fourth)}</w:moveFrom>${end(908)}`)
    const to = p(`<w:moveTo w:id="2">${copy}${run(fourth)}</w:moveTo>${end(907)}`)
    assert.deepEqual(await changesOf(text({ one: usual.one + to, four: from })), moved)
  })

  test('rows of an annex: added without a number, moved as a new row, parted in a cell; headings are no rows', async () => {
    const cell = (content: string) => `<w:tc><w:tcPr></w:tcPr>${content}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.map((one) => cell(one.startsWith('<w:p>') ? one : p(run(one)))).join('')}</w:tr>`
    const item = (n: number, said = rows[n - 1]?.text ?? '') => {
      const { lead = '', dueOn } = rows[n - 1] as Item
      return row(p(marked(n, run(String(n)))), said, lead, '', '', dueOn?.split('-').reverse().join('-') ?? '')
    }
    const head = row('TT', 'Nội dung công việc', 'Chủ trì', 'Phối hợp', 'Sản phẩm', 'Thời hạn hoàn thành')
    const table = (...given: string[]) => `<w:tbl>${head}${row('I', 'Tuyên truyền')}${given.join('')}</w:tbl>`
    const bare = row('', 'Sơ kết', 'Văn phòng', '', '', '')
    const parted = item(1, `${p(run('Mở hội nghị quán triệt đến cán bộ chủ chốt'))}${p(run('; phát tài liệu'))}`)
    const unmerged = row('II', 'Rà soát', '', '', '', '')
    assert.deepEqual(await changesOf(table(parted, item(2), bare, unmerged, item(3), item(4))), {
      changes: [['new', 'Sơ kết', { text: 'Sơ kết', lead: 'Văn phòng' }]],
      order: '1,2,0,3,4',
    })
    const emptied = row(p(marked(4, '')), '', '', '', '', '')
    const pasted = row('4', 'Kiểm tra tại 4 đơn vị', 'Ủy ban Kiểm tra', '', '', '20-12-2013')
    assert.deepEqual(await changesOf(table(item(1), pasted, item(2), item(3), emptied)), { changes: [], order: '1,4,2,3' })
  })
})
