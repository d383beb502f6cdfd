import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { addressOf } from '../../../kernel/call.ts'
import { words as organisationWords } from '../../../organisations/words.ts'
import { useAddress, usePaging } from '../../../ui/address.ts'
import { useAsk } from '../../../ui/ask.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { showDay } from '../../../ui/days.ts'
import { showCount, showShare } from '../../../ui/numbers.ts'
import { useWords } from '../../../ui/useWords.tsx'
import { whole } from '../../../ui/whole.tsx'
import { AnswerState, type ChangeAnswer, type DirectiveChange, endpoints } from '../contract.ts'
import { words as stateWords } from '../words.ts'
import { AnswerTag, KindTag } from './ChangeTag.tsx'
import { Items } from './Items.tsx'
import { ReplacedBy } from './ReplacedBy.tsx'
import { words } from './words.ts'

/** A change that was sent: what it says, and who has agreed, refused or not answered, by name. */
export function SentChange({ change, isOpen }: { change: DirectiveChange; isOpen: boolean }) {
  const t = useWords(words)
  const [showsAnswers, setShowsAnswers] = useState(isOpen)
  const { asked, agreed, noted, refused, lapsed, affected } = change
  const all = asked + agreed + noted + refused + lapsed
  const following = agreed + noted
  const spoken = t(noted > 0 ? 'upToDate' : 'answered', { part: showCount(following), whole: showCount(all), share: showShare(following, all) })
  return (
    <article className="change-card">
      <p>
        <KindTag kind={change.kind} /> <span className="quiet">{whole(t('sentOn', { day: showDay(change.sentOn), person: change.person }))}</span>
      </p>
      <p className="change-reason">{whole(change.reason)}</p>
      <ReplacedBy kind={change.kind} replacement={change.replacement} />
      {change.items.length > 0 && <Items items={change.items} more={() => null} />}
      <div className="standing-bar-row">
        <div className="standing-bar-track" role="img" aria-label={spoken}>
          {following > 0 && <span className="is-done-on-time" style={{ flexGrow: following }} />}
          {asked > 0 && <span className="is-open-in-time" style={{ flexGrow: asked }} />}
          {lapsed > 0 && <span style={{ flexGrow: lapsed }} />}
          {refused > 0 && <span className="is-open-overdue" style={{ flexGrow: refused }} />}
        </div>
        <span className="standing-bar-count">{spoken}</span>
      </div>
      <p className="quiet">
        {[
          noted > 0 && agreed > 0 && t('agreedCount', { count: agreed }),
          noted > 0 && t('notedCount', { count: noted }),
          refused > 0 && t('refusedCount', { count: refused }),
          asked > 0 && t('askedCount', { count: asked }),
          lapsed > 0 && t('lapsedCount', { count: lapsed }),
          affected.obligations > 0 && t('left', { obligations: affected.obligations, bodies: affected.bodies }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Button aria-expanded={showsAnswers} onClick={() => setShowsAnswers(!showsAnswers)}>
        {t(showsAnswers ? 'hideAnswers' : 'showAnswers')}
      </Button>
      {showsAnswers && <Answers change={change} />}
    </article>
  )
}

const Where = z.object({ answer: AnswerState.optional(), who: z.string().optional() })

function Answers({ change }: { change: DirectiveChange }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const sayLevel = useWords(organisationWords)
  const [{ answer, who }] = useAddress(Where)
  const paging = usePaging(25, 'answer')
  const asked = { changeId: change.id as never, ...(answer ? { state: answer } : {}), ...(who ? { words: who } : {}) }
  const list = useAsk(endpoints.listChangeAnswers, { ...asked, ...paging }, { keep: true })
  const columns: Column<ChangeAnswer>[] = [
    { key: 'body', title: t('body'), main: true, show: (row) => row.bodyName },
    { key: 'level', title: t('level'), width: 150, wideOnly: true, show: (row) => sayLevel(row.level) },
    { key: 'state', title: t('state'), width: 180, show: (row) => <AnswerTag state={row.state} /> },
    { key: 'decided', title: t('decidedOn'), width: 120, show: (row) => showDay(row.decidedOn) },
    { key: 'why', title: t('why'), width: 320, show: (row) => row.reason },
  ]
  return (
    <DataTable
      label={t('answers')}
      name="answer"
      of={list}
      rows={(found) => found.rows}
      total={(found) => found.total}
      idOf={(row) => row.bodyId}
      columns={columns}
      filters={[
        { name: 'who', label: t('findBody'), kind: 'words' },
        { name: 'answer', label: t('state'), kind: 'choice', choices: AnswerState.options.map((value) => ({ value, label: say(value) })) },
      ]}
      exportTo={addressOf(endpoints.exportChangeAnswers, asked)}
      empty={{ title: t('noAnswers') }}
    />
  )
}
