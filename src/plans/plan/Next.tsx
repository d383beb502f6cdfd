import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useRef } from 'react'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { numberLike } from '../../paper/layouts.ts'
import { useRawAddress } from '../../ui/address.ts'
import { useToday } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { dayBefore, showDay } from '../../ui/days.ts'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, type PlanEvent, type PlanPage } from '../contract.ts'
import { words as editorWords } from '../editor/words.ts'
import { Called } from '../following/Called.tsx'
import { MostAlike } from '../likeness/MostAlike.tsx'
import { faultsOf, isExcused, openOf, overdueOf, waitsApproved } from '../rules.ts'
import { words as planWords } from '../words.ts'
import { Remarked } from './Remarked.tsx'
import { useRemarks } from './remarks.tsx'
import { words } from './words.ts'

/** The awaited step of each state comes first, as the one red button. */
const awaited: PlanEvent[] = ['start', 'submit', 'appraise', 'approve', 'accept', 'issue']
const order: PlanEvent[] = [
  'start',
  'submit',
  'approve',
  'accept',
  'issue',
  'appraise',
  'return',
  'refuse',
  'recall',
  'amend',
  'correct',
  'keep',
  'drop-amendment',
  'withdraw',
]

/** Steps that say why. */
const reasoned: readonly PlanEvent[] = ['return', 'refuse', 'correct', 'amend', 'keep', 'withdraw']

/** While its body has a plan to work on. */
const theirs = ['due', 'drafting', 'returned', 'amending'] as const
type Theirs = (typeof theirs)[number]

function waitsOf(plan: PlanPage) {
  if (plan.state === 'approved') return waitsApproved(plan)
  return plan.state === 'withdrawn' && plan.called.takenBack ? 'waits-ended' : (`waits-${plan.state}` as const)
}

/** What is to be done next with a plan and by whom, what stands in the way, and the buttons for it. */
export function Next({ plan, unsaved }: { plan: PlanPage; unsaved: number }) {
  const t = useWords(words)
  const events = order.filter((event) => plan.events.includes(event))
  const gone = useGone(events)
  // what was taken back asks for nothing but an answer
  const main = plan.called.takenBack ? undefined : awaited.find((event) => events.includes(event))
  const isTheirs = !plan.canEdit && !plan.events.includes('start') && theirs.some((state) => state === plan.state)
  const returned = plan.state === 'returned' || isToDecide(plan) ? lastReturnOf(plan) : undefined
  const withdrawn = plan.state === 'withdrawn' ? plan.steps.find(({ event }) => event === 'withdraw') : undefined
  return (
    <section className="plan-next" aria-label={t('toDo')}>
      <p>
        {plan.called.takenBack && plan.edition === 0 && plan.state !== 'withdrawn'
          ? t('waits-taken')
          : isTheirs
            ? t(`waits-other-${plan.state as Theirs}`, { body: plan.bodyName })
            : t(waitsOf(plan), {
                approver: plan.approverName,
                accepter: plan.accepterName ?? '',
                ...(standsInFor(plan) && { [plan.state === 'approved' ? 'accepter' : 'approver']: plan.orderedByName }),
                body: plan.bodyName,
              })}
      </p>
      {withdrawn && (
        <p>
          {t(plan.called.takenBack ? 'ended-by' : 'waits-withdrawn-by', {
            person: withdrawn.person,
            body: withdrawn.body,
            day: showDay(withdrawn.day),
            why: withdrawn.text,
          })}
        </p>
      )}
      {plan.template && events.includes('start') && <p>{whole(t('templateAtStart', { body: plan.orderedByName, count: plan.template.offered }))}</p>}
      {plan.isVacant && <Vacant plan={plan} />}
      {returned && (
        <div className="returned-words">
          <p className="quiet">{t('lastReturn', { day: showDay(returned.day), person: returned.person, body: returned.body })}</p>
          <p>{returned.text}</p>
          <Remarked plan={plan} returned={returned} />
        </div>
      )}
      <Called plan={plan} />
      {plan.canEdit && !plan.called.takenBack && <InTheWay plan={plan} unsaved={unsaved} />}
      {isToDecide(plan) && !plan.called.takenBack && (
        <>
          <ToLookAt plan={plan} />
          <MostAlike planId={plan.id} />
        </>
      )}
      {events.length + gone.length > 0 && (
        <div className="acts">
          {[...(main ? [main] : []), ...events.filter((event) => event !== main), ...gone].map((event) => (
            <StepButton
              key={event}
              plan={plan}
              event={event}
              isMain={event === main}
              isGone={gone.includes(event)}
              isHeld={event === 'submit' && unsaved > 0}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** Why the plan was returned, while nobody has decided otherwise since: to be mended by its body, and then looked at by whoever decides. */
function lastReturnOf({ steps }: PlanPage) {
  const decided = steps.find(({ event }) => ['return', 'refuse', 'approve', 'accept', 'issue', 'amend'].includes(event))
  return decided?.event === 'return' || decided?.event === 'refuse' ? decided : undefined
}

/** That nobody may decide where a decision is awaited, and who does instead. */
function Vacant({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  const word = standsInFor(plan) ? 'vacantStandsIn' : 'vacantNobody'
  return (
    <p role="alert">
      <WarningFilled aria-hidden="true" /> {t(word, { approver: awaitedOf(plan) ?? '', ordering: plan.orderedByName })}
    </p>
  )
}

const awaitedOf = ({ state, accepterName, approverName }: PlanPage) => (state === 'approved' ? accepterName : approverName)

/** True where who ordered the plan decides on it, since nobody may where that is awaited. */
const standsInFor = (plan: PlanPage): boolean => plan.isVacant && plan.orderedByName !== awaitedOf(plan) && plan.orderedByName !== plan.bodyName

/** Steps that could be taken and no more can, as somebody else took one: whoever is writing in the dialog of one keeps their words. */
function useGone(events: readonly PlanEvent[]): PlanEvent[] {
  const offered = useRef(new Set<PlanEvent>())
  for (const event of events) offered.current.add(event)
  return order.filter((event) => offered.current.has(event) && !events.includes(event))
}

const isToDecide = ({ events }: PlanPage): boolean => events.some((event) => event === 'approve' || event === 'accept' || event === 'return')

/** What whoever decides should look at: what the planner was told as well. */
function ToLookAt({ plan }: { plan: PlanPage }) {
  const t = useWords(editorWords)
  const say = useWords(words)
  const { leadless, dateless, past, overdue, bare } = useCautions(plan)
  const waiting = plan.obligations.filter(({ reason }) => reason?.state === 'asked').length
  const isUnchanged = plan.steps.find(({ event }) => event === 'submit')?.isUnchanged ?? false
  if (leadless + dateless + past + overdue + bare + waiting === 0 && !isUnchanged) return null
  return (
    <ul className="plan-sum">
      {isUnchanged && (
        <li className="is-wrong">
          <WarningFilled aria-hidden="true" /> {say('unchangedSince', returnOf(plan))}
        </li>
      )}
      {waiting > 0 && (
        <li className="is-wrong">
          <WarningFilled aria-hidden="true" /> {say('reasonsWait', { count: waiting })}
        </li>
      )}
      {leadless > 0 && <li>{t('sumLeadless', { count: leadless })}</li>}
      {dateless > 0 && <li>{t('sumDateless', { count: dateless })}</li>}
      {past > 0 && <li>{t('sumPast', { count: past })}</li>}
      {overdue > 0 && <li>{t('sumOverdue', { count: overdue })}</li>}
      {bare > 0 && <li>{t('sumBare', { count: bare })}</li>}
    </ul>
  )
}

/** What holds nobody up and yet wants looking at: items with nobody to lead, of a day that is past, later than what they answer was due, and that only repeat what they answer. */
function useCautions({ rows, obligations, above }: PlanPage) {
  const today = useToday()
  return {
    overdue: rows.filter((row) => overdueOf(row, { obligations, above, today }).length > 0).length,
    leadless: rows.filter(({ lead, personId }) => lead === '' && personId === null).length,
    dateless: rows.filter(({ dueOn }) => dueOn === null).length,
    past: rows.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    bare: rows.filter(({ isBare }) => isBare).length,
  }
}

function InTheWay({ plan, unsaved }: { plan: PlanPage; unsaved: number }) {
  const t = useWords(editorWords)
  const say = useWords(words)
  const sayPlace = usePlace()
  const [, change] = useRawAddress()
  const { leadless, dateless, past, overdue, bare } = useCautions(plan)
  const today = useToday()
  const open = openOf(plan.rows, plan.obligations)
  const faulty = plan.rows.filter((row) => faultsOf(row, { ...plan, today }).length > 0).length
  const isWhole = open.length === 0 && faulty === 0 && unsaved === 0 && (plan.rows.length > 0 || isExcused(plan.obligations))
  // it may be submitted, but nobody is told that it is well
  const isAllBare = plan.rows.length > 0 && bare === plan.rows.length
  return (
    <>
      <ul className="plan-sum">
        <li>{plan.asked === 0 ? t('sumNone') : t('sumOpen', { n: plan.asked - open.length, m: plan.asked })}</li>
        {faulty > 0 && (
          <li className="is-wrong">
            <WarningFilled aria-hidden="true" /> {t('sumFaults', { count: faulty })}
          </li>
        )}
        {unsaved > 0 && (
          <li className="is-wrong">
            <WarningFilled aria-hidden="true" /> {t('sumUnsaved', { count: unsaved })}
          </li>
        )}
        {leadless > 0 && <li className="quiet">{t('sumLeadless', { count: leadless })}</li>}
        {dateless > 0 && <li className="quiet">{t('sumDateless', { count: dateless })}</li>}
        {past > 0 && <li className="quiet">{t('sumPast', { count: past })}</li>}
        {overdue > 0 && <li className="quiet">{t('sumOverdue', { count: overdue })}</li>}
        {bare > 0 && !isAllBare && <li className="quiet">{t('sumBare', { count: bare })}</li>}
        {isAllBare && (
          <li className="is-wrong">
            <WarningFilled aria-hidden="true" /> {t(bare === 1 ? 'sumOneBare' : 'sumAllBare', { count: bare })}
          </li>
        )}
        {plan.isUnchanged && (
          <li className="is-wrong">
            <WarningFilled aria-hidden="true" /> {say('unchangedYet', returnOf(plan))}
          </li>
        )}
        {isWhole && !isAllBare && !plan.isUnchanged && (
          <li className="is-right">
            <CheckCircleFilled aria-hidden="true" /> {t('sumWhole')}
          </li>
        )}
      </ul>
      {open.length > 0 && (
        <p>
          {t('openOnes')}{' '}
          {open.slice(0, 4).map(({ id, address, text }, i) => (
            <span key={id}>
              {i > 0 && ' · '}
              <Button type="link" className="in-line" onClick={() => change({ tab: 'owed' })}>
                {sayPlace(address) || shortened(text, 40)}
              </Button>
            </span>
          ))}
          {open.length > 4 && ` … (${open.length})`}
        </p>
      )}
    </>
  )
}

type StepProps = { plan: PlanPage; event: PlanEvent; isMain: boolean; isGone: boolean; isHeld: boolean }

function StepButton({ plan, event, isMain, isGone, isHeld }: StepProps) {
  const t = useWords(words)
  const say = useWords(planWords)
  const today = useToday()
  const { texts } = useRemarks()
  const { takenBack } = plan.called
  const isUnchanged = event === 'submit' && plan.isUnchanged
  const isReasoned = reasoned.includes(event) || isUnchanged
  const remarks =
    event === 'return' ? Object.entries(texts).flatMap(([itemId, text]) => (text.trim() ? [{ itemId: itemId as never, text }] : [])) : []
  const leads: Partial<Record<PlanEvent, string | undefined>> = {
    submit: isUnchanged ? t('unchangedAsk', returnOf(plan)) : undefined,
    return: remarks.length > 0 ? t('remarksGo', { count: remarks.length }) : t('returnHint'),
    issue: takenBack ? t('issueTaken', { day: showDay(takenBack.sentOn) }) : undefined,
  }
  return (
    <ActDialog
      open={say(event)}
      button={{ ...(isMain ? { type: 'primary' as const } : {}), ...(isGone ? { style: { display: 'none' } } : {}), disabled: isHeld }}
      endpoint={endpoints.takePlanStep}
      fixed={{ planId: plan.id as never, version: plan.version, event, remarks }}
      {...(isUnchanged ? { submit: t('submitAnyway') } : {})}
      start={{ text: '', ...issueAtFirst(plan, event, today) }}
      said={t('done')}
      lead={isGone ? t('goneMeanwhile', { state: say(plan.state) }) : leads[event]}
    >
      {(event === 'issue' || event === 'correct') && (
        <>
          <Field name="number" label={t('number')} required>
            <Input placeholder={numberLike(plan.bodyName)} />
          </Field>
          <Field name="issuedOn" label={t('issuedOn')} required>
            <DayInput most={event === 'issue' && takenBack ? dayBefore(takenBack.sentOn) : today} />
          </Field>
          <BeforeApproval approvedOn={plan.decidedOn} />
          <Field name="signer" label={t('signer')} required>
            <Input />
          </Field>
        </>
      )}
      <Field name="text" label={t(isReasoned ? 'why' : 'opinion')} required={isReasoned}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Field>
    </ActDialog>
  )
}

/** How often a plan was returned, and when last. */
function returnOf({ steps }: PlanPage) {
  const returns = steps.filter(({ event }) => event === 'return' || event === 'refuse')
  return { round: returns.length, day: showDay(returns[0]?.day) }
}

/** What the number, day and signer are before anything is typed. */
function issueAtFirst({ number, issuedOn, signer, called }: PlanPage, event: PlanEvent, today: string) {
  if (event === 'issue') return { issuedOn: called.takenBack ? undefined : today, number: '', signer: '' }
  return event === 'correct' ? { issuedOn: issuedOn ?? today, number: number ?? '', signer } : {}
}

/** Says that a plan would have been issued before it was approved: so it may have been on paper, but more often the day was typed wrong. */
function BeforeApproval({ approvedOn }: { approvedOn: string | null }) {
  const t = useWords(words)
  const day = Form.useWatch('issuedOn') as string | undefined
  if (!day || !approvedOn || day >= approvedOn) return null
  return (
    <p className="returned-words" role="status">
      <WarningFilled aria-hidden="true" /> {t('beforeApproval', { day: showDay(approvedOn) })}
    </p>
  )
}
