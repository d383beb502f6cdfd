import { Button } from 'antd'
import { usePlace } from '../../../directives/usePlace.ts'
import { words as organisationWords } from '../../../organisations/words.ts'
import { type Task, endpoints as tasks } from '../../../tasks/contract.ts'
import { useAct, useAsk } from '../../../ui/ask.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { ActDialog } from '../../../ui/Dialog.tsx'
import { showCount } from '../../../ui/numbers.ts'
import { Section } from '../../../ui/Page.tsx'
import { ChangeSections } from '../../../ui/sections.tsx'
import { contains } from '../../../ui/table/columns.ts'
import { useWords } from '../../../ui/useWords.tsx'
import { type DirectiveChange, endpoints, type TaskChange } from '../contract.ts'
import { KindTag } from './ChangeTag.tsx'
import { itemsWith, keptWith } from './drafting.ts'
import { AmendItem } from './ItemDialogs.tsx'
import { Items } from './Items.tsx'
import { PrepareChange } from './PrepareChange.tsx'
import { NotSentYet, ReplacedBy } from './ReplacedBy.tsx'
import { words } from './words.ts'

/** A prepared change: why, what it does to which tasks, on whom; sent from here, or dropped. */
export function DraftCard({ directiveId, draft }: { directiveId: string; draft: DirectiveChange }) {
  const t = useWords(words)
  const isUpdate = draft.kind === 'update'
  return (
    <Section
      title={t('draft')}
      actions={
        <>
          <Drop draft={draft} />
          <PrepareChange directiveId={directiveId} draft={draft} />
          {(!isUpdate || draft.items.length > 0) && <Send draft={draft} />}
        </>
      }
    >
      <div className="change-card is-draft">
        <p>
          <KindTag kind={draft.kind} /> <span className="quiet">{t('draftBy', { person: draft.person })}</span>
        </p>
        <p className="change-reason">{draft.reason}</p>
        <ReplacedBy kind={draft.kind} replacement={draft.replacement} />
        {isUpdate && (
          <>
            <h3>{t('items')}</h3>
            {draft.items.length === 0 ? (
              <p className="quiet">{t('noItems')}</p>
            ) : (
              <Items items={draft.items} acts={(item, index) => <ItemActs directiveId={directiveId} draft={draft} item={item} at={index} />} />
            )}
            <AmendItem
              directiveId={directiveId}
              draft={draft}
              at={null}
              start={{ taskId: null, address: '', text: '', product: '', milestones: [], bodyIds: [] }}
            />
          </>
        )}
        <Affects draft={draft} />
        {(!isUpdate || draft.items.length > 0) && <ChangeSections changeId={draft.id} isEnding={!isUpdate} />}
      </div>
      {isUpdate && <OtherTasks directiveId={directiveId} draft={draft} />}
    </Section>
  )
}

function Affects({ draft: { affected, kind, items } }: { draft: DirectiveChange }) {
  const t = useWords(words)
  const sayLevel = useWords(organisationWords)
  if (kind === 'update' && items.length === 0) return null
  if (affected.obligations === 0) return <p className="change-affects">{t('affectsNobody')}</p>
  return (
    <p className="change-affects" aria-live="polite">
      <strong>{t('affects', { bodies: affected.bodies, obligations: affected.obligations })}</strong>
      <br />
      <span className="quiet">{affected.levels.map(({ level, bodies }) => `${sayLevel(level)}: ${showCount(bodies)}`).join(' · ')}</span>
    </p>
  )
}

function ItemActs({ directiveId, draft, item, at }: { directiveId: string; draft: DirectiveChange; item: TaskChange; at: number }) {
  const t = useWords(words)
  const { act, isActing } = useAct(endpoints.draftChange, { said: t('saved') })
  const start = { ...item, bodyIds: item.bodies.map(({ id }) => id) }
  return (
    <>
      {item.kind !== 'withdraw' && <AmendItem directiveId={directiveId} draft={draft} at={at} start={start} button={{ size: 'small' }} />}
      <Button
        size="small"
        loading={isActing}
        aria-label={t('removeItem', { text: (item.text || item.before?.text || '').slice(0, 60) })}
        onClick={() => act(keptWith(directiveId, draft, itemsWith(draft, at)))}
      >
        {t('remove')}
      </Button>
    </>
  )
}

function OtherTasks({ directiveId, draft }: { directiveId: string; draft: DirectiveChange }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const all = useAsk(tasks.listTasks, { directiveId: directiveId as never })
  const { act, isActing } = useAct(endpoints.draftChange, { said: t('saved') })
  const chosen = new Set(draft.items.map(({ taskId }) => taskId))
  const others = (all.data ?? []).filter(({ id, endedOn }) => endedOn === null && !chosen.has(id))
  const leadsOf = ({ roles }: Task) =>
    roles
      .filter(({ role }) => role === 'lead')
      .map(({ named, matched }) => matched ?? named)
      .join('; ')
  const columns: Column<Task>[] = [
    { key: 'address', title: t('address'), width: 150, show: (row) => sayPlace(row.address) },
    { key: 'task', title: t('task'), main: true, show: (row) => row.text },
    { key: 'lead', title: t('lead'), width: 260, wideOnly: true, show: leadsOf },
  ]
  return (
    <>
      <h3>{t('otherTasks')}</h3>
      <DataTable
        label={t('otherTasks')}
        name="tasks"
        of={{ ...all, data: all.data && others }}
        idOf={(row) => row.id}
        columns={columns}
        filters={[
          { name: 'words', label: t('task'), kind: 'words', match: (row, [value]) => contains(`${sayPlace(row.address)} ${row.text}`, value ?? '') },
        ]}
        pageSize={10}
        actions={(row) => (
          <span className="change-acts">
            <AmendItem
              directiveId={directiveId}
              draft={draft}
              at={null}
              start={{
                taskId: row.id,
                address: row.address,
                text: row.text,
                product: row.product,
                milestones: row.milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what })),
                bodyIds: [],
              }}
              button={{ size: 'small' }}
            />
            <Button
              size="small"
              disabled={isActing}
              aria-label={t('withdrawTask', { address: sayPlace(row.address) })}
              onClick={() => act(keptWith(directiveId, draft, itemsWith(draft, null, { kind: 'withdraw', taskId: row.id as never })))}
            >
              {t('withdraw')}
            </Button>
          </span>
        )}
      />
    </>
  )
}

function Send({ draft }: { draft: DirectiveChange }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('send')}
      button={{ type: 'primary' }}
      lead={
        <>
          <p>{t(draft.kind === 'update' ? 'sendLead' : 'sendLead-ending')}</p>
          <p>{t('sendOwn')}</p>
          <NotSentYet replacement={draft.replacement} />
          <Affects draft={draft} />
          <ChangeSections changeId={draft.id} isEnding={draft.kind !== 'update'} />
        </>
      }
      endpoint={endpoints.sendChange}
      fixed={{ changeId: draft.id as never, version: draft.version }}
      said={t('sent')}
    >
      {null}
    </ActDialog>
  )
}

function Drop({ draft }: { draft: DirectiveChange }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('drop')}
      lead={t('dropLead')}
      endpoint={endpoints.dropChange}
      fixed={{ changeId: draft.id as never, version: draft.version }}
      said={t('dropped')}
    >
      {null}
    </ActDialog>
  )
}
