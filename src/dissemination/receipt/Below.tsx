import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAct, useAsk, useToday } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { showDay } from '../../ui/days.ts'
import { Field } from '../../ui/Form.tsx'
import { showCount } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, type ReceiptLine, type ReceiptPage } from '../contract.ts'
import { daysBelow } from '../rules.ts'
import { ReceiptTag } from '../screen/Counts.tsx'
import { OwnDays } from '../screen/OwnDays.tsx'
import { receiptPlace } from '../screen/places.ts'
import { words } from '../screen/words.ts'

/** Those right below that a directive is passed on to: all in one act, or the ticked ones. */
export function Below({ receipt }: { receipt: ReceiptPage }) {
  const t = useWords(words)
  const list = useAsk(endpoints.listBelow, { receiptId: receipt.id as never })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { act, isActing } = useAct(endpoints.passOn, { said: t('didPassOn'), done: () => setChosen([]) })
  const waiting = (list.data ?? []).filter(({ state }) => state === 'expected').map(({ id }) => id)
  const have = (list.data ?? []).filter(({ state }) => state !== 'expected' && state !== 'recalled').map(({ id }) => id)
  const ticked = chosen.filter((id) => waiting.includes(id))
  const pass = ticked.length > 0 ? t('passChosen', { count: ticked.length }) : t('passAll', { count: receipt.unsent })
  const counts = { unsent: showCount(receipt.unsent), below: showCount(receipt.below) }
  const columns: Column<ReceiptLine>[] = [
    ...(receipt.canPassOn
      ? [
          {
            key: 'choose',
            title: t('choose'),
            width: 64,
            show: (row: ReceiptLine) =>
              row.state === 'expected' ? (
                <Checkbox
                  aria-label={t('chooseThis', { title: row.bodyName })}
                  checked={ticked.includes(row.id)}
                  onChange={({ target }) => setChosen(target.checked ? [...ticked, row.id] : ticked.filter((one) => one !== row.id))}
                />
              ) : null,
          },
        ]
      : []),
    { key: 'body', title: t('body'), main: true, sort: (row) => row.bodyName, show: (row) => row.bodyName },
    {
      key: 'state',
      title: t('state'),
      width: 210,
      sort: (row) => row.state,
      show: (row) =>
        row.refusal ? (
          <>
            <ReceiptTag {...row} />
            <p className="quiet">{row.refusal}</p>
          </>
        ) : (
          <>
            <ReceiptTag {...row} />
            <OwnDays row={row} receiveBy={receipt.sentReceiveBy} studyBy={receipt.sentStudyBy} />
          </>
        ),
    },
    { key: 'received', title: t('receivedOn'), width: 115, show: (row) => showDay(row.receivedOn) },
  ]
  return (
    <Section
      title={t('belowList')}
      actions={
        receipt.canPassOn && (
          <>
            <Button loading={isActing} onClick={() => act({ receiptId: receipt.id as never, belowIds: ticked as never })}>
              {pass}
            </Button>
            <ActDialog
              open={t('passWithWords')}
              button={{ type: 'link' }}
              submit={pass}
              endpoint={endpoints.passOn}
              fixed={{ receiptId: receipt.id as never, belowIds: ticked as never }}
              start={{ text: '', receiveBy: null, studyBy: null }}
              said={t('didPassOn')}
              done={() => setChosen([])}
            >
              <DaysFields receipt={receipt} />
              <Field name="text" label={t('passWords')} hint={t('passWordsHint')}>
                <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
              </Field>
            </ActDialog>
          </>
        )
      }
    >
      <div className="below-lead">
        <span className="quiet">{receipt.unsent > 0 ? t('passOnLead', counts) : t('passedOn', counts)}</span>
        {receipt.canSetDays && have.length > 0 && (
          <ActDialog
            open={t('setDays')}
            title={t('setDaysTitle', { count: have.length })}
            button={{ type: 'link', className: 'in-line' }}
            submit={t('setDaysDo')}
            endpoint={endpoints.setDaysBelow}
            fixed={{ receiptId: receipt.id as never, belowIds: have as never }}
            start={{ receiveBy: null, studyBy: null }}
            said={t('daysSet')}
          >
            <DaysFields receipt={receipt} isSet />
          </ActDialog>
        )}
      </div>
      <DataTable
        label={t('belowList')}
        name="below"
        of={list}
        idOf={(row) => row.id}
        columns={columns}
        open={(row) => receiptPlace(row.id)}
        pageSize={15}
      />
    </Section>
  )
}

/** Days sooner than those asked from above, where these have not passed; `isSet`: for those who have days already, which stay where none is given. */
function DaysFields({ receipt, isSet = false }: { receipt: ReceiptPage; isSet?: boolean }) {
  const t = useWords(words)
  const today = useToday()
  const asked = daysBelow(receipt, today)
  const hintOf = (asked: string | null) => {
    if (asked) return { hint: whole(t(isSet ? 'stays' : 'askedAbove', { day: showDay(asked) })) }
    return isSet ? { hint: t('staysFree') } : {}
  }
  const day = (name: 'receiveBy' | 'studyBy', asked: string | null) =>
    asked !== null && asked < today ? (
      <p className="quiet">{whole(t(`${name}Past`, { day: showDay(asked) }))}</p>
    ) : (
      <Field name={name} label={t(name)} {...hintOf(asked)}>
        <DayInput least={today} most={asked ?? undefined} />
      </Field>
    )
  return (
    <div className="fields-pair">
      {day('receiveBy', asked.receiveBy)}
      {day('studyBy', asked.studyBy)}
    </div>
  )
}
