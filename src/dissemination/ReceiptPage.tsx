/// <reference types="vite/client" />
import './dissemination.css'
import '../tasks/obligation/obligation.css'
import { useParams } from '@tanstack/react-router'
import { citationOf } from '../directives/naming.ts'
import { useRawAddress } from '../ui/address.ts'
import { useAsk } from '../ui/ask.ts'
import { showDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Facts, Page, Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints as changesEndpoints } from './changes/contract.ts'
import { ReceivedChanges } from './changes/screen/ReceivedChanges.tsx'
import { endpoints, type ReceiptPage as Shown } from './contract.ts'
import { MembersOf, OwnMembers } from './members/Members.tsx'
import { Below } from './receipt/Below.tsx'
import { ReceiptActions } from './receipt/ReceiptActions.tsx'
import { ReceiptLife } from './receipt/ReceiptLife.tsx'
import { ReceiptTag } from './screen/Counts.tsx'
import { AskedBy } from './screen/OwnDays.tsx'
import { disseminationPlace } from './screen/places.ts'
import { words } from './screen/words.ts'
import { SessionButton } from './session/SessionForm.tsx'
import { Sessions } from './session/Sessions.tsx'
import { words as stateWords } from './words.ts'

/** A directive as it has arrived at one body: how far it got, what to do now, whom it is passed on to, how it was studied. */
export function ReceiptPage() {
  const t = useWords(words)
  const { receiptId } = useParams({ from: '/receipts/$receiptId' })
  const asked = useAsk(endpoints.openReceipt, { receiptId: receiptId as never })
  if (asked.error?.status === 404 || asked.error?.status === 400) {
    return (
      <Page title={t('notOpened')}>
        <Empty title={asked.error.message} advice={t('notOpenedAdvice')} action={<PlaceLink place={{ to: '/incoming' }}>{t('back')}</PlaceLink>} />
      </Page>
    )
  }
  const shown = asked.data
  return (
    <Page
      title={shown ? citationOf(shown) : t('incoming')}
      trail={
        shown
          ? shown.isOwn
            ? [{ label: t('incoming'), place: { to: '/incoming' } }]
            : [{ label: t('tab'), place: disseminationPlace(shown.directiveId) }]
          : []
      }
      badge={shown && <ReceiptTag {...shown} />}
      description={shown && `${shown.title} · ${shown.bodyName}`}
      actions={
        shown && (
          <PlaceLink place={{ to: '/directives/$directiveId', params: { directiveId: shown.directiveId }, search: { tab: 'document' } }}>
            {t('openDirective')}
          </PlaceLink>
        )
      }
    >
      <Answer of={asked}>{(receipt) => <Whole key={receipt.id} receipt={receipt} />}</Answer>
    </Page>
  )
}

function Whole({ receipt }: { receipt: Shown }) {
  const t = useWords(words)
  const changes = useAsk(changesEndpoints.listReceivedChanges, receipt.isOwn ? { directiveId: receipt.directiveId as never } : null)
  const [{ act }] = useRawAddress()
  const isAsked = changes.data?.changes.some(({ state, canDecide }) => state === 'asked' && canDecide) === true
  return (
    <>
      <ReceiptLife state={receipt.state} steps={receipt.steps} />
      <div className="columns">
        <div>
          {receipt.isOwn && <ReceivedChanges directiveId={receipt.directiveId} />}
          <ReceiptActions receipt={receipt} isSecond={isAsked} />
          <Asked receipt={receipt} />
          {receipt.below > 0 && <Below receipt={receipt} />}
          <Section
            title={t('sessions')}
            actions={
              receipt.canHoldSession && (
                <SessionButton
                  directiveId={receipt.directiveId}
                  topic={t('topicOf', { directive: citationOf(receipt) })}
                  isOpen={act === 'study'}
                  isFirst={receipt.invited === 0}
                  isAlone={receipt.below === 0}
                />
              )
            }
          >
            {receipt.isOwn ? (
              <OwnMembers directiveId={receipt.directiveId} />
            ) : (
              receipt.members !== null && (
                <p>
                  <MembersOf members={receipt.members} studied={receipt.membersStudied} />
                </p>
              )
            )}
            <Sessions directiveId={receipt.directiveId} bodyId={receipt.bodyId} />
          </Section>
        </div>
        <div>
          <Particulars receipt={receipt} />
          <Steps receipt={receipt} />
        </div>
      </div>
    </>
  )
}

/** By when it is to be received and studied, and the words it came with, before whatever else there is to read. */
function Asked({ receipt }: { receipt: Shown }) {
  const t = useWords(words)
  const sent = receipt.steps.find(({ event }) => event === 'send')
  return (
    <Section title={t('asked')}>
      <Facts
        facts={[
          { label: t('receiveBy'), value: <AskedBy day={receipt.receiveBy} common={receipt.sentReceiveBy} /> },
          { label: t('studyBy'), value: <AskedBy day={receipt.studyBy} common={receipt.sentStudyBy} /> },
          ...(receipt.note ? [{ label: t('note'), value: receipt.note }] : []),
          ...(sent?.text ? [{ label: t('sentWith'), value: sent.text }] : []),
        ]}
      />
    </Section>
  )
}

function Particulars({ receipt }: { receipt: Shown }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  return (
    <Section title={t('particulars')}>
      <Facts
        facts={[
          { label: t('body'), value: receipt.bodyName },
          { label: t('from'), value: receipt.fromName },
          { label: t('whyExpected'), value: say(receipt.why) },
          ...(receipt.assignee ? [{ label: t('assignee'), value: receipt.assignee }] : []),
        ]}
      />
    </Section>
  )
}

function Steps({ receipt }: { receipt: Shown }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  return (
    <Section title={t('steps')}>
      <ol className="journey">
        {receipt.steps.map((step) => (
          <li key={step.id} className={step.event === 'refuse' || step.event === 'recall' ? 'is-return' : step.event === 'finish' ? 'is-verify' : ''}>
            <h3>{step.event === 'pass-on' ? t('wasPassedOn', { count: step.count }) : say(step.event)}</h3>
            <p className="quiet">
              {showDay(step.day)} · {step.person}, {step.post}, {step.body}
            </p>
            {step.text && <p className="said">{step.text}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
