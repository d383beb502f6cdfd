import { useEffect } from 'react'
import { addressOf } from '../../kernel/call.ts'
import { Level } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { useAddress, usePaging } from '../../ui/address.ts'
import { useAsk, useToday } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { showDay } from '../../ui/days.ts'
import { showCount } from '../../ui/numbers.ts'
import { LateActs } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, Group, ReceiptFilter, type ReceiptLine } from '../contract.ts'
import { OfAll, ReceiptTag } from '../screen/Counts.tsx'
import { OwnDays } from '../screen/OwnDays.tsx'
import { listAnchor, receiptPlace } from '../screen/places.ts'
import { words } from '../screen/words.ts'

/** Whether a body that was ordered to plan has its plan, and since when. */
function PlanMade({ planOwed, planMadeOn, isPlanOverdue }: ReceiptLine) {
  const t = useWords(words)
  if (!planOwed) return <span className="quiet">–</span>
  if (planMadeOn) return whole(t('planMadeSince', { day: showDay(planMadeOn) }))
  return <span className={isPlanOverdue ? 'due is-over' : 'quiet'}>{t(isPlanOverdue ? 'planOverdue' : 'planLacking')}</span>
}

/** Whoever comes by a number of the board sees the list from its top, once there is something in it. */
function useTop(isShown: boolean, group: Group | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number leads to its top again
  useEffect(() => {
    if (isShown && location.hash === `#${listAnchor}`) document.getElementById(listAnchor)?.scrollIntoView()
  }, [isShown, group])
}

/** Lists whose lateness is another than that of receiving. */
const ofItsOwn: readonly (Group | undefined)[] = ['holding', 'unstudied', 'uncounted', 'members-left', 'planless', 'plan-overdue']

/** The bodies behind the numbers, silent ones first, by name. */
export function ReceiptList({ directiveId, receiveBy, studyBy }: { directiveId: string; receiveBy: string | null; studyBy: string | null }) {
  const t = useWords(words)
  const say = useWords(organisationWords)
  const [where] = useAddress(ReceiptFilter)
  const paging = usePaging(25, 'receipt')
  const asked = { directiveId: directiveId as never, ...where }
  const list = useAsk(endpoints.listReceipts, { ...asked, ...paging }, { keep: true })
  useTop(list.data !== undefined, where.group)
  const columns: Column<ReceiptLine>[] = [
    { key: 'body', title: t('body'), main: true, show: (row) => row.bodyName },
    { key: 'level', title: t('level'), width: 95, wideOnly: true, show: (row) => say(row.level) },
    {
      key: 'state',
      title: t('state'),
      width: 195,
      show: (row) => (
        <>
          <ReceiptTag {...row} /> {row.refusal && <span className="quiet">{t('because', { why: row.refusal })}</span>}
          {row.unsent > 0 && <span className="quiet"> {t('holds', { count: showCount(row.unsent) })}</span>}
          <OwnDays row={row} receiveBy={receiveBy} studyBy={studyBy} />
        </>
      ),
    },
    { key: 'arrived', title: t('arrivedOn'), width: 102, show: (row) => showDay(row.arrivedOn) },
    { key: 'received', title: t('receivedOn'), width: 102, show: (row) => showDay(row.receivedOn) },
    { key: 'from', title: t('sentBy'), width: 145, wideOnly: true, show: (row) => row.fromName },
    { key: 'studied', title: t('studiedOn'), width: 102, show: (row) => showDay(row.studiedOn) },
    { key: 'plan', title: t('plan'), width: 110, show: (row) => <PlanMade {...row} /> },
    {
      key: 'members',
      title: t('membersShort'),
      width: 88,
      align: 'end',
      show: (row) => (row.members !== null ? <OfAll part={row.membersStudied} whole={row.members} /> : <span className="quiet">–</span>),
    },
  ]
  const today = useToday()
  const rows = list.data?.rows ?? []
  const isLeft = where.group === 'members-left'
  const isStudyOver = rows.some((row) => row.studyBy !== null && row.studyBy < today)
  const late = { directiveId, underId: where.under, levels: where.level ? [where.level] : undefined, words: where.words }
  return (
    <>
      <div className="acts list-acts">
        {!ofItsOwn.includes(where.group) && rows.some(({ isOverdue }) => isOverdue) && <LateActs what="receive" {...late} />}
        {where.group === 'holding' && receiveBy !== null && receiveBy < today && rows.length > 0 && <LateActs what="pass-on" {...late} />}
        {(where.group === 'unstudied' || isLeft) && isStudyOver && rows.some(({ studiedOn }) => studiedOn === null) && (
          <LateActs what="study" {...late} />
        )}
        {(where.group === 'uncounted' || isLeft) && rows.some(({ studiedOn, membersStudied }) => studiedOn !== null && membersStudied === 0) && (
          <LateActs what="members" {...late} />
        )}
        {isLeft && isStudyOver && rows.some(({ membersStudied }) => membersStudied > 0) && <LateActs what="make-up" {...late} />}
        {(where.group === 'planless' || where.group === 'plan-overdue') && rows.some(({ isPlanOverdue }) => isPlanOverdue) && (
          <LateActs what="plan" {...late} />
        )}
      </div>
      <DataTable
        label={t('receipts')}
        name="receipt"
        of={list}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.id}
        columns={columns}
        filters={[
          { name: 'words', label: t('filterWords'), kind: 'words' },
          { name: 'group', label: t('filterGroup'), kind: 'choice', choices: Group.options.map((value) => ({ value, label: t(`group-${value}`) })) },
          { name: 'level', label: t('filterLevel'), kind: 'choice', choices: Level.options.map((value) => ({ value, label: say(value) })) },
          { name: 'under', label: t('filterUnder'), kind: 'body' },
        ]}
        open={(row) => receiptPlace(row.id)}
        exportTo={addressOf(endpoints.exportReceipts, asked)}
        empty={{ title: t('noReceipts') }}
      />
    </>
  )
}
