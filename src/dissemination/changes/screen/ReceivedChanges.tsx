/// <reference types="vite/client" />
import { usePlace } from '../../../directives/usePlace.ts'
import '../../dissemination.css'
import { Input } from 'antd'
import { useAsk } from '../../../ui/ask.ts'
import { ActDialog } from '../../../ui/Dialog.tsx'
import { showDay } from '../../../ui/days.ts'
import { Field } from '../../../ui/Form.tsx'
import { PlaceLink } from '../../../ui/links.tsx'
import { Section } from '../../../ui/Page.tsx'
import { ChangeSections } from '../../../ui/sections.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import { whole } from '../../../ui/whole.tsx'
import { endpoints, type ReceivedChange, type ReceivedItem } from '../contract.ts'
import { AnswerTag, KindTag } from './ChangeTag.tsx'
import { Items } from './Items.tsx'
import { ReplacedBy } from './ReplacedBy.tsx'
import { words } from './words.ts'

/** The changes of a directive that were sent to one's own body: exactly what each does to what lies on it, to be agreed to or refused. Nothing where there are none. */
export function ReceivedChanges({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const found = useAsk(endpoints.listReceivedChanges, { directiveId: directiveId as never })
  const changes = found.data?.changes ?? []
  if (changes.length === 0) return null
  return (
    <Section title={t('received')}>
      {changes.map((change) => (
        <Received
          key={change.id}
          change={change}
          isOver={change.kind === 'update' && found.data?.takenBack !== null}
          isNewest={change === changes.find(takesIn) && changes.filter(takesIn).length > 1}
        />
      ))}
    </Section>
  )
}

const takesIn = ({ kind, canDecide }: ReceivedChange): boolean => kind === 'update' && canDecide

function Received({ change, isOver, isNewest }: { change: ReceivedChange; isOver: boolean; isNewest: boolean }) {
  const t = useWords(words)
  const { kind, items, obligations, state, decidedOn, answer } = change
  const isOpen = state !== 'agreed' && state !== 'noted' && !change.isOutdone
  return (
    <article className={isOpen ? 'change-card is-waiting' : 'change-card'}>
      <p>
        <KindTag kind={kind} /> <AnswerTag state={state} />{' '}
        <span className="quiet">{whole(t('fromSender', { sender: change.senderName, day: showDay(change.sentOn) }))}</span>
      </p>
      <p className="change-reason">{whole(change.reason)}</p>
      <ReplacedBy kind={change.kind} replacement={change.replacement} />
      {kind === 'update' ? (
        <>
          <h3>{t('yours')}</h3>
          {items.length === 0 ? (
            <p className="quiet">{t('notYours')}</p>
          ) : (
            <Items items={items} more={(item) => <More item={item} isOpen={isOpen} />} />
          )}
        </>
      ) : (
        isOpen && <Ending obligations={obligations} />
      )}
      {state !== 'noted' && !change.isOutdone && !isOver && <ChangeSections changeId={change.changeId} own={isOpen ? 'open' : 'answered'} />}
      {state === 'noted' && <p className="quiet">{t('youNoted', { day: showDay(decidedOn) })}</p>}
      {state === 'agreed' && <p className="quiet">{whole(t('youAgreed', { day: showDay(decidedOn) }))}</p>}
      {state === 'refused' && <p>{whole(t('youRefused', { day: showDay(decidedOn), why: answer }))}</p>}
      {change.isOutdone && state === 'refused' && <p className="quiet">{t('outdone')}</p>}
      {isNewest && <p className="quiet">{t('takesIn')}</p>}
      {change.canDecide && <Decide change={change} />}
    </article>
  )
}

function More({ item: { kind, state, obligationId, newObligationId }, isOpen }: { item: ReceivedItem; isOpen: boolean }) {
  const t = useWords(words)
  const said = state === 'verified' ? t('isDone') : kind === 'amend' && isOpen ? t('carried') : null
  return (
    <p className="quiet">
      {said}{' '}
      {newObligationId ? (
        <PlaceLink place={{ to: '/obligations/$obligationId', params: { obligationId: newObligationId } }}>{t('newOne')}</PlaceLink>
      ) : (
        obligationId && <PlaceLink place={{ to: '/obligations/$obligationId', params: { obligationId } }}>{t('oldOne')}</PlaceLink>
      )}
    </p>
  )
}

function Ending({ obligations }: Pick<ReceivedChange, 'obligations'>) {
  const sayPlace = usePlace()
  const t = useWords(words)
  if (obligations.length === 0) return <p className="quiet">{t('endsNone')}</p>
  return (
    <>
      <h3>{t('endsAll', { count: obligations.length })}</h3>
      <ul>
        {obligations.map(({ id, address, text }) => (
          <li key={id}>
            <PlaceLink place={{ to: '/obligations/$obligationId', params: { obligationId: id } }}>
              {[sayPlace(address), text].filter(Boolean).join(' ')}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function Decide({ change: { id, version, state } }: { change: ReceivedChange }) {
  const t = useWords(words)
  const fixed = { changeReceiptId: id as never, version }
  return (
    <div className="acts">
      <ActDialog
        open={t('agree')}
        button={{ type: 'primary' }}
        lead={t('agreeLead')}
        endpoint={endpoints.agreeChange}
        fixed={fixed}
        said={t('agreed')}
      >
        {null}
      </ActDialog>
      {state !== 'refused' && (
        <ActDialog
          open={t('refuse')}
          lead={t('refuseLead')}
          endpoint={endpoints.refuseChange}
          fixed={fixed}
          draftKey={`refuse-change.${id}`}
          said={t('refused')}
        >
          <Field name="reason" label={t('reason')}>
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
          </Field>
        </ActDialog>
      )}
    </div>
  )
}
