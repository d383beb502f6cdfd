import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { docxOf } from '../../../test/documents.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { workOut } from '../../../test/otherFile.ts'
import { issuePlan } from '../../../test/story.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { type Task, endpoints as tasks } from '../contract.ts'
import { byHandIn } from '../rules.ts'
import { endpoints } from './contract.ts'

const head = ['THÔNG BÁO', 'Về việc sắp xếp tổ chức', 'I- NỘI DUNG']
const orders = [
  '1- Ban Tuyên giáo Trung ương tổ chức hội nghị quán triệt trước ngày 15-12-2013.',
  '2- Ban Dân vận Trung ương hướng dẫn các đoàn thể trước ngày 20-12-2013.',
  '3- Ban Nội chính Trung ương rà soát các quy định về kỷ luật trước ngày 31-12-2013.',
  '4- Hội Tin học Việt Nam tổng hợp kết quả, báo cáo Ban Bí thư trước ngày 15-01-2014.',
  '5- Văn phòng Trung ương Đảng chuẩn bị cơ sở vật chất trước ngày 20-01-2014.',
]
/** The signed one: numbered and dated, with an order put in, one changed in its words and lead, one in its day, one left out. */
const signed = [
  'BAN TỔ CHỨC TRUNG ƯƠNG',
  'Số: 12-TB/BTCTW',
  'Hà Nội, ngày 10 tháng 11 năm 2013',
  ...head,
  '1- Ban Tuyên giáo Trung ương chủ trì, phối hợp với Ban Dân vận Trung ương tổ chức hội nghị quán triệt trước ngày 18-12-2013.',
  '2- Ủy ban Kiểm tra Trung ương xây dựng kế hoạch kiểm tra trước ngày 25-12-2013.',
  '3- Ban Dân vận Trung ương hướng dẫn các đoàn thể trước ngày 22-12-2013.',
  '4- Hội Tin học Việt Nam tổng hợp kết quả, báo cáo Ban Bí thư trước ngày 15-01-2014.',
  '5- Văn phòng Trung ương Đảng chuẩn bị cơ sở vật chất trước ngày 20-01-2014.',
]

describe('another file of the same document', () => {
  let house: TestHouse
  let clerk: Visitor
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('btctw.chuyenvien')
  })
  after(() => house.close())

  const read = async (lines: readonly string[]) => (await clerk.ask(directives.readDirective, { text: lines.join('\n'), again: true })).directiveId
  const open = (directiveId: never) => clerk.ask(directives.openDirective, { directiveId })
  const list = (directiveId: never) => clerk.ask(tasks.listTasks, { directiveId })
  const about = (all: readonly Task[], words: string) => all.find(({ text }) => text.includes(words)) as Task
  const edit = ({ id, roles, milestones, ...task }: Task) => ({
    ...task,
    taskId: id as never,
    roles: roles.map(({ role, named, bodyId, classId, settled }) => ({ role, named, bodyId, classId, settled })) as never[],
    milestones: milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what })),
  })
  const hand = (lines: readonly string[], name = 'ban-ky.docx', visitor = clerk) =>
    workOut(visitor, name, name.endsWith('.docx') ? docxOf(lines) : lines.join('\n'))
  const wordsOf = (pieces: readonly { kind: string; words: string }[], kind: string) =>
    pieces.flatMap((piece) => (piece.kind === kind ? [piece.words] : []))

  test('is compared provision by provision and task by task, and nothing is changed', async () => {
    const directiveId = (await read([...head, ...orders])) as never
    const [draft, was] = [await open(directiveId), await list(directiveId)]
    const extractionId = await hand(signed)
    const { facts, provisions, tasks: hits, canTake, fileName } = await clerk.ask(endpoints.compareDirective, { directiveId, extractionId })
    assert.deepEqual([canTake, fileName], [true, 'ban-ky.docx'])
    assert.deepEqual(
      facts.map(({ field, before, after }) => [field, before, after]),
      [
        ['number', '', '12-TB/BTCTW'],
        ['issuedOn', '', '2013-11-10'],
        ['issuer', '', 'Ban Tổ chức Trung ương'],
      ],
    )
    assert.deepEqual(
      provisions.rows.map(({ kind, address }) => [kind, address]),
      [
        ['changed', 'I.1'],
        ['added', 'I.2'],
        ['changed', 'I.2'],
        ['removed', 'I.3'],
      ],
    )
    assert.equal(provisions.same, 3)
    assert.deepEqual(
      hits.rows.map(({ kind, address, fields }) => [kind, address, fields.map(({ field, before, after }) => [field, before, after])]),
      [
        [
          'changed',
          'I.1',
          [
            ['coordinate', '', 'Ban Dân vận Trung ương'],
            ['milestones', 'trước ngày 15-12-2013', 'trước ngày 18-12-2013'],
          ],
        ],
        [
          'new',
          'I.2',
          [
            ['lead', '', 'Ủy ban Kiểm tra Trung ương'],
            ['milestones', '', 'trước ngày 25-12-2013'],
            ['product', '', 'kế hoạch kiểm tra'],
          ],
        ],
        ['changed', 'I.2', [['milestones', 'trước ngày 20-12-2013', 'trước ngày 22-12-2013']]],
        ['gone', 'I.3', []],
      ],
    )
    assert.equal(hits.same, 2)
    assert.deepEqual(wordsOf(hits.rows[2]?.pieces ?? [], 'added'), ['22-12-2013.'])
    assert.deepEqual([await open(directiveId), await list(directiveId)], [draft, was])
  })

  test('brings the recipients and documents it names; what was corrected by hand of these stays', async () => {
    const grounds = (decree: string) => [
      'Căn cứ Kết luận số 64-KL/TW, ngày 28-5-2013 của Ban Chấp hành Trung ương;',
      `Căn cứ Nghị định số ${decree} của Chính phủ;`,
    ]
    const foot = (...recipients: string[]) => ['Nơi nhận:', ...recipients.map((one) => `- ${one},`)]
    const directiveId = (await read([
      ...head.slice(0, 2),
      ...grounds('24/2014/NĐ-CP'),
      ...head.slice(2),
      ...orders,
      ...foot('Ban Bí thư', 'Các ban đảng'),
    ])) as never
    const draft = await open(directiveId)
    assert.deepEqual([draft.recipients, draft.references.length], [['Ban Bí thư', 'Các ban đảng'], 2])
    const { kind, number, title, issuedOn, issuerId, standingId, secrecy, version } = draft
    const references = draft.references.map(({ found: _, ...one }) => one)
    const { version: next } = await clerk.ask(directives.amendDirective, {
      ...{ directiveId, version, kind, number, title, issuedOn, issuerName: 'Ban Tổ chức Trung ương', issuerId, standingId, secrecy },
      recipients: [...draft.recipients, 'Báo Nhân Dân'],
      references,
    } as never)
    const other = [...signed.slice(0, 5), ...grounds('25/2014/NĐ-CP'), ...signed.slice(5), ...foot('Ban Bí thư', 'Các tỉnh ủy, thành ủy')]
    const extractionId = await hand(other)
    const { facts } = await clerk.ask(endpoints.compareDirective, { directiveId, extractionId })
    assert.deepEqual(facts.map(({ field }) => field).slice(-2), ['recipients', 'references'])
    await clerk.ask(endpoints.takeText, { directiveId, extractionId, version: next })
    const now = await open(directiveId)
    assert.deepEqual(now.recipients, ['Ban Bí thư', 'Báo Nhân Dân', 'Các tỉnh ủy, thành ủy'])
    assert.deepEqual(
      now.references.map(({ number }) => number),
      ['64-KL/TW', '25/2014/NĐ-CP'],
    )
  })

  test('is taken: the untouched follow it, what was corrected by hand stays and is to be looked at, nothing is lost', async () => {
    const directiveId = (await read([...head, ...orders])) as never
    const first = await list(directiveId)
    const [body] = await clerk.ask(organisations.searchBodies, { words: 'Văn phòng Trung ương Đảng' })
    await clerk.ask(tasks.matchName, { directiveId, named: 'Hội Tin học Việt Nam', bodyId: body?.id as never, classId: null })
    const corrected = about(await list(directiveId), 'hướng dẫn các đoàn thể')
    await clerk.ask(tasks.editTask, { ...edit(corrected), product: 'Văn bản hướng dẫn' })
    const unchanged = about(await list(directiveId), 'chuẩn bị cơ sở')
    await clerk.ask(tasks.editTask, { ...edit(unchanged), product: 'Báo cáo theo dõi' })
    const { text } = await open(directiveId)
    const stretch = 'báo cáo Ban Bí thư'
    const from = text.indexOf(stretch)
    const fresh = { ...edit(about(first, 'Hội Tin học')), text: stretch, milestones: [], product: '', condition: '', isStanding: false }
    await clerk.ask(tasks.addTask, { ...fresh, directiveId, from, to: from + stretch.length })
    const extractionId = await hand(signed)
    const { version } = await open(directiveId)
    const taken = await clerk.ask(endpoints.takeText, { directiveId, extractionId, version })

    const [draft, now] = [await open(directiveId), await list(directiveId)]
    assert.deepEqual([draft.version, draft.number, draft.issuedOn, draft.file?.name], [taken.version, '12-TB/BTCTW', '2013-11-10', 'ban-ky.docx'])
    const followed = about(now, 'tổ chức hội nghị quán triệt')
    assert.equal(followed.id, about(first, 'tổ chức hội nghị quán triệt').id)
    assert.deepEqual(
      [followed.milestones[0]?.due, followed.roles.map(({ role }) => role), followed.edited, followed.checked],
      ['2013-12-17', ['lead', 'coordinate'], false, false],
    )
    const kept = now.find(({ id }) => id === corrected.id) as Task
    assert.deepEqual(
      [kept.product, kept.milestones[0]?.worded, kept.edited, kept.checked, kept.read?.milestones[0]?.worded, kept.address],
      ['Văn bản hướng dẫn', 'trước ngày 22-12-2013', true, false, 'trước ngày 22-12-2013', 'I.3'],
    )
    assert.match(kept.text, /trước ngày 22-12-2013/)
    assert.deepEqual(byHandIn(kept), ['product'])
    assert.match(kept.doubts.map(({ why }) => why.vi).join(), /Tệp mới sửa chỗ này/)
    const same = now.find(({ id }) => id === unchanged.id) as Task
    assert.deepEqual([same.product, same.checked, same.doubts], ['Báo cáo theo dõi', true, []])
    const gone = about(now, 'rà soát các quy định')
    assert.match(gone.droppedWhy ?? '', /Không còn trong tệp «ban-ky\.docx»/)
    assert.equal(about(now, 'Hội Tin học Việt Nam').roles.find(({ role }) => role === 'lead')?.bodyId, body?.id)
    const added = about(now, 'xây dựng kế hoạch kiểm tra')
    assert.deepEqual([added.origin, added.checked, first.some(({ id }) => id === added.id)], ['read', false, false])
    for (const { droppedWhy, from, to, text, origin, edited } of now) {
      if (droppedWhy !== null) continue
      const words = draft.text.slice(from as number, to as number).replace(/\s+/g, ' ')
      assert.ok(edited || origin === 'hand' ? from !== null : words.includes(text.slice(0, 20)), text)
    }
    const byHand = now.find(({ origin }) => origin === 'hand') as Task
    assert.equal(draft.text.slice(byHand.from as number, byHand.to as number), stretch)
    const provisions = new Set(draft.provisions.map(({ id }) => id))
    assert.ok(now.every(({ provisionId, droppedWhy }) => droppedWhy !== null || provisions.has(provisionId as string)))
    const kept2 = await house.db.selectFrom('directiveTextBefore').select(['text', 'version']).where('directiveId', '=', directiveId).execute()
    assert.deepEqual(kept2, [{ text, version }])
    assert.ok(
      (await clerk.ask(tasks.listCorrections, { directiveId })).some(({ taskId, before }) => taskId === followed.id && before.text.includes('15-12')),
    )

    const again = await clerk.ask(endpoints.compareDirective, { directiveId, extractionId })
    assert.deepEqual([again.facts.map(({ field }) => field), again.provisions.rows, again.tasks.rows], [['issuer'], [], []])
  })

  test('leaves of a corrected task what was corrected, whichever field that is; a name stays what it was matched to there', async () => {
    const directiveId = (await read([...head, ...orders])) as never
    const first = about(await list(directiveId), 'tổ chức hội nghị quán triệt')
    const [body] = await clerk.ask(organisations.searchBodies, { words: 'Văn phòng Trung ương Đảng' })
    const dated = { ...edit(first).milestones[0], what: 'xong hội nghị' } as never
    const matched = edit(first).roles.map((role: object) => ({ ...role, bodyId: body?.id, classId: null })) as never
    await clerk.ask(tasks.editTask, { ...edit(first), milestones: [dated], roles: matched })
    const { version } = await open(directiveId)
    const extractionId = await hand(signed)
    const { tasks: hits } = await clerk.ask(endpoints.compareDirective, { directiveId, extractionId })
    const hit = hits.rows.find(({ taskId }) => taskId === first.id)
    assert.deepEqual(
      hit?.fields.map(({ field, kept }) => [field, kept]),
      [
        ['coordinate', null],
        ['milestones', 'trước ngày 15-12-2013'],
      ],
    )
    await clerk.ask(endpoints.takeText, { directiveId, extractionId, version })
    const now = (await list(directiveId)).find(({ id }) => id === first.id) as Task
    assert.deepEqual(byHandIn(now), ['milestones'])
    assert.deepEqual([now.milestones[0]?.worded, now.milestones[0]?.what], ['trước ngày 15-12-2013', 'xong hội nghị'])
    assert.match(now.text, /trước ngày 18-12-2013/)
    assert.deepEqual(
      now.roles.map(({ role, bodyId }) => [role, bodyId === body?.id]),
      [
        ['lead', true],
        ['coordinate', false],
      ],
    )
  })

  test('counts every task once: those joined by the one they went into, those added by hand by their words', async () => {
    const directiveId = (await read([...head, ...orders])) as never
    const [one, two] = await list(directiveId)
    await clerk.ask(tasks.mergeTasks, { directiveId, taskIds: [one?.id, two?.id] as never[] })
    const { text } = await open(directiveId)
    const add = async (words: string, from = text.indexOf(words)) => {
      const facts = { text: words, milestones: [], product: '', condition: '', isStanding: false, roles: edit(one as Task).roles }
      const place = from < 0 ? { from: null, to: null } : { from, to: from + words.length }
      return (await clerk.ask(tasks.addTask, { ...facts, directiveId, ...place })).taskId
    }
    const [stays, goes, nowhere] = [await add('báo cáo Ban Bí thư'), await add('rà soát các quy định'), await add('Việc ngoài văn bản', -1)]
    const other = [...head, orders[0], (orders[1] as string).replace('20-12', '22-12'), orders[3], 'Hội Tin học Việt Nam', orders[4]] as string[]
    const extractionId = await hand(other, 'xuong-dong.txt')
    const { tasks: hits, version } = await clerk.ask(endpoints.compareDirective, { directiveId, extractionId })
    assert.deepEqual(
      hits.rows.map(({ kind, taskId, isByHand, isAdded }) => [kind, taskId, isByHand, isAdded]),
      [
        ['changed', one?.id, true, false],
        ['gone', about(await list(directiveId), 'Ban Nội chính').id, false, false],
        ['gone', goes, false, true],
      ],
    )
    assert.deepEqual(wordsOf(hits.rows[0]?.pieces ?? [], 'added'), ['22-12-2013.'])
    assert.equal(hits.same + hits.rows.length, (await list(directiveId)).filter(({ droppedWhy }) => droppedWhy === null).length)
    await clerk.ask(endpoints.takeText, { directiveId, extractionId, version })
    const now = new Map((await list(directiveId)).map((task) => [task.id, task]))
    const [joined, part] = [now.get(one?.id as string) as Task, now.get(two?.id as string) as Task]
    assert.match(joined.doubts.map(({ why }) => why.vi).join(), /Tệp mới sửa chỗ này/)
    assert.deepEqual([joined.checked, joined.joined], [false, [{ from: part.from, to: part.to }]])
    assert.deepEqual([now.get(stays)?.doubts, now.get(nowhere)?.doubts, now.get(stays)?.address], [[], [], 'I.4'])
    assert.match(
      now
        .get(goes)
        ?.doubts.map(({ why }) => why.vi)
        .join() ?? '',
      /Không còn thấy lời/,
    )
  })

  test('is compared cell by cell where it is a table', async () => {
    const table = (lead: string, day: string) => [
      ...head,
      orders[0] as string,
      'PHỤ LỤC',
      'PHÂN CÔNG NHIỆM VỤ',
      'STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Ghi chú',
      `1 | Xây dựng đề án vị trí việc làm | ${lead} | 30/12/2013 | Đợt 1`,
      `2 | Rà soát thủ tục hành chính | Ban Dân vận Trung ương | ${day} | Đợt 1`,
      '3 | Tổng kết mô hình thí điểm | Ban Nội chính Trung ương | 31/01/2014 | Đợt 2',
      'PHỤ LỤC II',
      'CHỈ TIÊU',
      'STT | Chỉ tiêu | Năm 2013 | Năm 2014',
      `1 | Tỷ lệ hồ sơ trực tuyến | 80% | ${day === '15/12/2013' ? '90%' : '95%'}`,
    ]
    const directiveId = (await read(table('Ban Tuyên giáo Trung ương', '15/12/2013'))) as never
    const other = table('Ban Nội chính Trung ương', '20/12/2013')
    const extractionId = await hand(
      other.map((line) => line.replace('Đợt 2', 'Đợt 3')),
      'phu-luc.txt',
    )
    const { provisions, tasks: hits } = await clerk.ask(endpoints.compareDirective, { directiveId, extractionId })
    assert.deepEqual(
      provisions.rows.map(({ kind, pieces }) => [kind, wordsOf(pieces, 'removed'), wordsOf(pieces, 'added')]),
      [
        ['changed', ['Tuyên giáo'], ['Nội chính']],
        ['changed', ['15/12/2013'], ['20/12/2013']],
        ['changed', ['2'], ['3']],
        ['changed', ['90%'], ['95%']],
      ],
    )
    assert.match(provisions.rows.at(-1)?.address ?? '', /PHỤ LỤC II CHỈ TIÊU, hàng 2 của bảng/)
    assert.deepEqual(
      hits.rows.map(({ fields }) => fields.map(({ field }) => field)),
      [['lead'], ['milestones']],
    )
  })

  test('with a stamp of secrecy makes the draft secret, never less', async () => {
    const directiveId = (await read(['TỐI MẬT', ...head, ...orders])) as never
    const confidential = await hand(['MẬT', ...head, ...orders], 'mat.txt')
    await clerk.ask(endpoints.takeText, { directiveId, extractionId: confidential, version: 1 })
    assert.equal((await open(directiveId)).secrecy, 'secret')
    const other = (await read([...head, ...orders])) as never
    await clerk.ask(endpoints.takeText, { directiveId: other, extractionId: confidential, version: 1 })
    assert.equal((await open(other)).secrecy, 'confidential')
  })

  test('is taken by one of two at once, and over nothing that somebody changed meanwhile', async () => {
    const directiveId = (await read([...head, ...orders])) as never
    const extractionId = await hand(signed)
    const answers = await Promise.all([1, 2, 3].map(() => clerk.try(endpoints.takeText, { directiveId, extractionId, version: 1 })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
  })

  test('is for whoever handed it in, and for who sees the directive; an issued one is only looked at', async () => {
    const directiveId = (await read([...head, ...orders])) as never
    const province = await house.visit('tubacninh.chuyenvien')
    const [own, theirs] = [await hand(signed), await hand(signed, 'khac.txt', province)]
    assert.equal((await province.try(endpoints.compareDirective, { directiveId, extractionId: theirs })).status, 404)
    assert.equal((await province.try(endpoints.takeText, { directiveId, extractionId: theirs, version: 1 })).status, 404)
    assert.equal((await clerk.try(endpoints.compareDirective, { directiveId, extractionId: theirs })).status, 404)
    const plan = (await issuePlan(house)) as never
    const { canTake, tasks: hits } = await province.ask(endpoints.compareDirective, { directiveId: plan, extractionId: theirs })
    assert.equal(canTake, false)
    assert.ok(hits.rows.some(({ kind }) => kind === 'gone'))
    const { version } = await open(plan)
    const refused = await clerk.try(endpoints.takeText, { directiveId: plan, extractionId: own, version })
    assert.deepEqual([refused.status, refused.body.kind], [409, 'conflict'])
  })
})
