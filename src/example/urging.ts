import type { Database } from '../kernel/database.ts'
import type { Office } from '../kernel/serve.ts'
import { endpoints } from '../urging/contract.ts'
import { remind } from '../urging/reminding.ts'
import { actingAs, at } from './acting.ts'

/** The province urges what is late with it three days before the example opens, one body answers, and everybody is reminded of what they owe. */
export async function loadUrging(db: Database, office: Office): Promise<void> {
  const clerk = await actingAs(db, 'tubacninh.chuyenvien')
  await remind(db, at('2013-11-12T08:00').now)
  const preview = await office.answer(endpoints.previewUrging, clerk, {}, at('2013-11-12T09:00'))
  const letter = { words: preview.words, number: '215-CV/TU', place: preview.place, signerTitle: 'Phó Bí thư Thường trực', escalates: true }
  const { actId } = await office.answer(endpoints.urge, clerk, { ...letter, answerBy: '2013-11-20' }, at('2013-11-12T09:20'))
  const sent = await office.answer(endpoints.listUrgings, clerk, { side: 'sent' }, at('2013-11-12T09:21'))
  const [first] = sent.rows.filter((row) => row.actId === actId).sort((one, other) => one.bodyName.localeCompare(other.bodyName, 'vi'))
  if (first) {
    const text = 'Cơ quan chậm vì phải chờ số liệu biên chế của các đơn vị trực thuộc; đã đôn đốc và sẽ hoàn thành, báo cáo trước ngày 22-11-2013.'
    await office.answer(
      endpoints.answerUrging,
      await actingAs(db, null, first.bodyName),
      { urgingId: first.id as never, text },
      at('2013-11-14T15:10'),
    )
  }
  await remind(db, at('2013-11-15T07:00').now)
}
