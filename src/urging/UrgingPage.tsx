/// <reference types="vite/client" />
import { usePlace } from '../directives/usePlace.ts'
import './urgings/urgings.css'
import { DownloadOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Input, Popconfirm } from 'antd'
import { receiptPlace } from '../dissemination/screen/places.ts'
import { words as receiptWords } from '../dissemination/words.ts'
import { addressOf } from '../kernel/call.ts'
import { planPlace } from '../plans/plan/places.ts'
import { words as planWords } from '../plans/words.ts'
import { obligationPlace } from '../tasks/obligation/places.ts'
import { words as taskWords } from '../tasks/words.ts'
import { useAct, useAsk } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { ActDialog } from '../ui/Dialog.tsx'
import { showDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { Field } from '../ui/Form.tsx'
import { type Place, PlaceLink } from '../ui/links.tsx'
import { Facts, Page, Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, type UrgingPage as Urging } from './contract.ts'
import { UrgingStateTag } from './urgings/UrgingStateTag.tsx'
import { words } from './urgings/words.ts'
import { words as serverWords } from './words.ts'

/** An urging: its words, what it lists, the answer, and what can be done now. */
export function UrgingPage() {
  const t = useWords(words)
  const { urgingId } = useParams({ from: '/urgings/$urgingId' })
  const asked = useAsk(endpoints.openUrging, { urgingId: urgingId as never })
  const trail = [{ label: t('urgings'), place: { to: '/urgings' as const } }]
  if (asked.error?.status === 404 || asked.error?.status === 400)
    return (
      <Page title={t('titleBare')} trail={trail}>
        <Empty title={asked.error.message} advice={t('notOpenedAdvice')} action={<PlaceLink place={{ to: '/urgings' }}>{t('back')}</PlaceLink>} />
      </Page>
    )
  const urging = asked.data
  return (
    <Page
      title={urging ? t('title', { body: urging.bodyName }) : t('titleBare')}
      trail={trail}
      badge={urging && <UrgingStateTag state={urging.state} />}
      actions={urging && <Actions urging={urging} />}
    >
      <Answer of={asked}>
        {(found) => (
          <>
            {found.state === 'silent' && found.superiorName === null && (
              <Alert type="warning" showIcon className="alert-above" title={t('noSuperior')} />
            )}
            <Section title={t('facts')}>
              <Facts facts={factsOf(found, t)} />
            </Section>
            <Section title={t('said')}>
              <p className="urging-words">{found.words}</p>
            </Section>
            <Section title={t('listed')}>
              <Listed urging={found} />
            </Section>
            {found.direction && (
              <Section title={t('direction')}>
                <p className="urging-words">{found.direction}</p>
                <p className="quiet">{t('answeredBy', { who: found.directedBy ?? '', day: showDay(found.directedOn) })}</p>
              </Section>
            )}
            <Section title={t('answer')}>
              {found.answer ? (
                <>
                  <p className="urging-words">{found.answer}</p>
                  <p className="quiet">{t('answeredBy', { who: found.answeredBy ?? '', day: showDay(found.answeredOn) })}</p>
                </>
              ) : (
                <p className="quiet">{t('noAnswer')}</p>
              )}
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}

function factsOf(urging: Urging, t: ReturnType<typeof useWords<typeof words>>) {
  const {
    kind,
    urgerName,
    number,
    urgedOn,
    answerBy,
    owed,
    things,
    escalates,
    escalatedOn,
    escalatedToName,
    escalatedBy,
    doneOn,
    withdrawnOn,
    withdrawnWhy,
  } = urging
  return [
    { label: t('urger'), value: urgerName },
    { label: t('kind'), value: t(`kind-${kind}`) },
    { label: t('letterNumber'), value: number || <span className="quiet">{t('noNumber')}</span> },
    { label: t('urgedOn'), value: showDay(urgedOn) },
    { label: t('answerBy'), value: showDay(answerBy) },
    { label: t('things'), value: t('owedOf', { owed, things }) },
    ...(escalatedOn
      ? [
          {
            label: t('escalatedTo'),
            value: t('escalatedLine', { body: escalatedToName ?? '', day: showDay(escalatedOn), who: escalatedBy ?? t('byRule') }),
          },
        ]
      : [{ label: t('ifSilent'), value: t(escalates ? 'escalatesYes' : 'escalatesNo') }]),
    ...(doneOn ? [{ label: t(urging.state === 'lapsed' ? 'lapsedOn' : 'doneOn'), value: showDay(doneOn) }] : []),
    ...(withdrawnOn ? [{ label: t('withdrawn'), value: t('withdrawnLine', { day: showDay(withdrawnOn), why: withdrawnWhy ?? '' }) }] : []),
  ]
}

function Actions({
  urging: { id, actId, inAct, isUrgedByItsSuperior, superiorName, canAnswer, canEscalate, canDirect, canWithdraw },
}: {
  urging: Urging
}) {
  const t = useWords(words)
  const urgingId = id as never
  const { act: escalate, isActing } = useAct(endpoints.escalateUrging, { said: t('escalatedSaid') })
  return (
    <>
      {canWithdraw && (
        <ActDialog
          open={t('withdraw')}
          button={{ type: 'text' }}
          endpoint={endpoints.withdrawUrging}
          fixed={{ urgingId }}
          said={t('withdrawnSaid')}
          draftKey={`withdraw-urging.${id}`}
        >
          <Field name="why" label={t('withdrawWhy')}>
            <Input.TextArea autoFocus autoSize={{ minRows: 2 }} />
          </Field>
        </ActDialog>
      )}
      <Button icon={<DownloadOutlined aria-hidden="true" />} href={addressOf(endpoints.downloadUrgingLetter, { urgingId })} download>
        {t('letter')}
      </Button>
      {inAct > 1 && (
        <Button icon={<DownloadOutlined aria-hidden="true" />} href={addressOf(endpoints.downloadUrgingLetters, { actId: actId as never })} download>
          {t('letters', { count: inAct })}
        </Button>
      )}
      {canEscalate && (
        <Popconfirm
          title={t(isUrgedByItsSuperior ? 'escalateOwnSure' : 'escalateSure', { body: superiorName ?? '' })}
          okText={t('sure')}
          cancelText={t('no')}
          onConfirm={() => escalate({ urgingId })}
        >
          <Button type="primary" loading={isActing}>
            {t(isUrgedByItsSuperior ? 'escalateOwn' : 'escalate')}
          </Button>
        </Popconfirm>
      )}
      {canDirect && (
        <ActDialog
          open={t('direct')}
          button={{ type: 'primary' }}
          lead={t('directLead')}
          endpoint={endpoints.directUrging}
          fixed={{ urgingId }}
          said={t('directedSaid')}
          draftKey={`direct-urging.${id}`}
        >
          <Field name="text" label={t('directionText')}>
            <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 14 }} />
          </Field>
        </ActDialog>
      )}
      {canAnswer && (
        <ActDialog
          open={t('answer')}
          button={{ type: 'primary' }}
          lead={t('answerLead')}
          endpoint={endpoints.answerUrging}
          fixed={{ urgingId }}
          said={t('answeredSaid')}
          draftKey={`answer-urging.${id}`}
        >
          <Field name="text" label={t('answerText')}>
            <Input.TextArea autoFocus autoSize={{ minRows: 5, maxRows: 14 }} />
          </Field>
        </ActDialog>
      )}
    </>
  )
}

type Late = Urging['seen'][number]

/** Where a thing that was urged opens. */
const placeOf: Record<Late['kind'], (id: string) => Place> = {
  milestone: obligationPlace,
  plan: (id) => planPlace(id),
  receive: (id) => receiptPlace(id),
  'pass-on': (id) => receiptPlace(id),
  study: (id) => receiptPlace(id),
  members: (id) => receiptPlace(id),
  'make-up': (id) => receiptPlace(id),
}

function Listed({ urging: { kind, seen, things } }: { urging: Urging }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const told = useWords(serverWords)
  const sayTask = useWords(taskWords)
  const sayPlan = useWords(planWords)
  const sayReceipt = useWords(receiptWords)
  const stateOf = (kind: Late['kind'], state: string) =>
    kind === 'milestone' ? sayTask(state as 'given') : kind === 'plan' ? sayPlan(state as 'due') : sayReceipt(state as 'arrived')
  const columns: Column<Late>[] = [
    {
      key: 'task',
      title: told(`column-${kind}`),
      main: true,
      show: ({ kind, address, text }) => [told(`thing-${kind}`), sayPlace(address), text].filter(Boolean).join(' – '),
    },
    { key: 'directive', title: t('directive'), show: ({ directiveName }) => directiveName },
    { key: 'due', title: t('due'), width: 120, show: ({ due }) => showDay(due) },
    {
      key: 'stage',
      title: t('stage'),
      width: 200,
      show: ({ kind, state, isOwed, isVoid }) => (
        <>
          {stateOf(kind, state)} <span className="quiet">({t(isOwed ? 'owed' : isVoid ? 'lapsedThing' : 'settled')})</span>
        </>
      ),
    },
  ]
  return (
    <>
      <DataTable
        label={t('listed')}
        of={{ data: seen, error: null, isPending: false, isFetching: false, refetch: () => undefined }}
        columns={columns}
        idOf={({ kind, thingId }) => `${kind} ${thingId}`}
        open={({ kind, thingId }) => placeOf[kind](thingId)}
      />
      {things > seen.length && <p className="quiet">{t(kind === 'milestone' ? 'hidden' : 'hidden-other', { count: things - seen.length })}</p>}
    </>
  )
}
