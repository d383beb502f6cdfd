/// <reference types="vite/client" />
import './dissemination.css'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { citationOf } from '../directives/naming.ts'
import { useAddress, usePaging } from '../ui/address.ts'
import { useAct, useAsk, useDuty } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { showDay, useDayCount } from '../ui/days.ts'
import { PlaceLink } from '../ui/links.tsx'
import { showCount } from '../ui/numbers.ts'
import { Page } from '../ui/Page.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, type IncomingLine, ReceiptState } from './contract.ts'
import { nextReceiptEvent } from './rules.ts'
import { ReceiptTag } from './screen/Counts.tsx'
import { disseminationPlace, receiptPlace } from './screen/places.ts'
import { words } from './screen/words.ts'
import { words as stateWords } from './words.ts'

const Where = z.object({ state: ReceiptState.optional(), words: z.string().optional() })

/** Văn bản đến: what was sent to one's body, each with the one thing to do next; several are received in one act. */
export function IncomingPage() {
  const t = useWords(words)
  const say = useWords(stateWords)
  const count = useDayCount()
  const mayAct = useDuty('clerk', 'leader')
  const [where] = useAddress(Where)
  const paging = usePaging()
  const list = useAsk(endpoints.listIncoming, { ...where, ...paging }, { keep: true })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const waiting = (list.data?.rows ?? []).filter(({ state }) => state === 'arrived').map(({ id }) => id)
  const ticked = chosen.filter((id) => waiting.includes(id))
  const tick = (id: string, isOn: boolean) => setChosen(isOn ? [...ticked, id] : ticked.filter((one) => one !== id))
  const columns: Column<IncomingLine>[] = [
    ...(mayAct && waiting.length > 1
      ? [
          {
            key: 'choose',
            title: t('choose'),
            width: 64,
            show: (row: IncomingLine) =>
              row.state === 'arrived' ? (
                <Checkbox
                  aria-label={t('chooseThis', { title: row.title })}
                  checked={ticked.includes(row.id)}
                  onChange={({ target }) => tick(row.id, target.checked)}
                />
              ) : null,
          },
        ]
      : []),
    {
      key: 'directive',
      title: t('directive'),
      main: true,
      show: (row) => (
        <span className="incoming-cell">
          <span className="incoming-number">{[citationOf(row), row.issuerName].filter(Boolean).join(' · ')}</span>
          <span className="incoming-words">{row.title}</span>
        </span>
      ),
    },
    { key: 'from', title: t('from'), width: 180, show: (row) => row.fromName },
    { key: 'arrived', title: t('arrivedOn'), width: 115, show: (row) => showDay(row.arrivedOn) },
    {
      key: 'receiveBy',
      title: t('inTime'),
      width: 150,
      show: (row) =>
        row.receiveBy ? (
          <>
            {showDay(row.receiveBy)}
            {row.state === 'arrived' && <span className={row.isOverdue ? 'incoming-over' : 'quiet'}> {count(row.receiveBy)}</span>}
          </>
        ) : (
          <span className="quiet">{t('noDay')}</span>
        ),
    },
    { key: 'state', title: t('state'), width: 200, show: (row) => <State row={row} /> },
  ]
  return (
    <Page
      title={t('incoming')}
      description={list.data?.waiting ? t('waitingCount', { count: showCount(list.data.waiting) }) : t('incomingLead')}
      actions={mayAct && waiting.length > 1 && <ReceiveSeveral waiting={waiting} ticked={ticked} choose={setChosen} />}
    >
      <DataTable
        label={t('incoming')}
        of={list}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.id}
        columns={columns}
        filters={[
          { name: 'words', label: t('directive'), kind: 'words' },
          {
            name: 'state',
            label: t('state'),
            kind: 'choice',
            choices: ReceiptState.options.filter((state) => state !== 'expected').map((value) => ({ value, label: say(value) })),
          },
        ]}
        open={(row) => receiptPlace(row.id)}
        empty={{ title: t('noneIncoming'), advice: t('noneIncomingAdvice') }}
        {...(mayAct ? { actions: (row: IncomingLine) => <Next row={row} /> } : {})}
      />
    </Page>
  )
}

function ReceiveSeveral({
  waiting,
  ticked,
  choose,
}: {
  waiting: readonly string[]
  ticked: readonly string[]
  choose: (ids: readonly string[]) => void
}) {
  const t = useWords(words)
  const { act, isActing } = useAct(endpoints.receiveSeveral, { said: t('didReceiveSome', { count: ticked.length }), done: () => choose([]) })
  if (ticked.length === 0) return <Button onClick={() => choose(waiting)}>{t('receiveAll')}</Button>
  return (
    <Button type="primary" loading={isActing} onClick={() => act({ receiptIds: ticked as never })}>
      {t('receiveChosen', { count: ticked.length })}
    </Button>
  )
}

/** In which state it is here, and which change of it waits for an answer. */
function State({ row }: { row: IncomingLine }) {
  const t = useWords(words)
  return (
    <>
      <ReceiptTag {...row} />
      {row.asked && <StateTag tone="waiting">{t(`asked-${row.asked}`)}</StateTag>}
    </>
  )
}

function Next({ row }: { row: IncomingLine }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const { act, isActing } = useAct(endpoints.receiveSeveral, { said: t('didReceive') })
  const next = nextReceiptEvent(row.state)
  // Whoever has to answer a recall need not receive first what is called back.
  if (row.asked)
    return (
      <PlaceLink place={disseminationPlace(row.directiveId, { view: 'changes' })} className="unbroken">
        {t('answerChange')}
      </PlaceLink>
    )
  if (next === 'receive')
    return (
      <Button loading={isActing} aria-label={t('receiveThis', { title: row.title })} onClick={() => act({ receiptIds: [row.id as never] })}>
        {say('receive')}
      </Button>
    )
  if (row.unsent > 0 && next)
    return (
      <PlaceLink place={receiptPlace(row.id)} className="unbroken">
        {t('toPassOn', { count: row.unsent })}
      </PlaceLink>
    )
  return next ? (
    <PlaceLink place={receiptPlace(row.id, next)} className="unbroken">
      {say(next)}
    </PlaceLink>
  ) : null
}
