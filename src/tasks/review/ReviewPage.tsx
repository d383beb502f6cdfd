import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { type DirectivePage, endpoints as directives } from '../../directives/contract.ts'
import { DirectiveFacts, DirectiveStateTag, ForceNotice } from '../../directives/DirectiveFacts.tsx'
import { fullNameOf } from '../../directives/naming.ts'
import { words as directiveWords } from '../../directives/words.ts'
import { useAsk } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { showDay } from '../../ui/days.ts'
import { Answer } from '../../ui/Faults.tsx'
import { Field } from '../../ui/Form.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { CompareButton } from '../comparison/CompareButton.tsx'
import { endpoints } from '../contract.ts'
import { DocumentBesideTasks } from '../DocumentBesideTasks.tsx'
import { DownloadMenu } from '../outputs/DownloadMenu.tsx'
import type { Open } from './desk.ts'
import { ReviewDesk } from './ReviewDesk.tsx'
import { Unfinished } from './Unfinished.tsx'
import { words } from './words.ts'

/** A draft under review: the document beside its tasks, up to the day it is issued. */
export function ReviewPage() {
  const t = useWords(words)
  const { directiveId } = useParams({ from: '/directives/$directiveId/review' })
  const directive = useAsk(directives.openDirective, { directiveId })
  const tasks = useAsk(endpoints.listTasks, { directiveId })
  const [opened, open] = useState<Open | null>(null)
  const draft = directive.data
  const canEdit = draft?.canEdit ?? false
  const amend = canEdit ? () => open({ kind: 'facts' }) : undefined
  return (
    <Page
      title={draft ? fullNameOf(draft) : t('review')}
      trail={[{ label: t('directives'), place: { to: '/directives' } }]}
      badge={draft && <DirectiveStateTag directive={draft} />}
      description={draft && <Summary directive={draft} amend={amend} />}
      folds
      brief={draft && <Missing directive={draft} amend={amend} />}
      further={
        draft && (
          <>
            {canEdit && <CompareButton directiveId={draft.id} />}
            <DownloadMenu directiveId={draft.id} />
            {canEdit && (
              <ActDialog
                open={t('withdraw')}
                lead={t('withdrawLead')}
                endpoint={directives.withdrawDraft}
                fixed={{ directiveId: draft.id, version: draft.version }}
                said={t('wasDrawn')}
              >
                <Field name="why" label={t('why')}>
                  <Input.TextArea autoFocus rows={2} />
                </Field>
              </ActDialog>
            )}
          </>
        )
      }
      actions={
        canEdit && (
          <Button type="primary" onClick={() => open({ kind: 'issue' })}>
            {t('issueStep')}
          </Button>
        )
      }
    >
      <Answer of={directive}>
        {(directive) => (
          <Answer of={tasks}>
            {(tasks) =>
              directive.canEdit ? (
                <ReviewDesk key={directive.id} directive={directive} tasks={tasks} opened={opened} open={open} />
              ) : (
                <>
                  <ForceNotice directive={directive} />
                  <Settled directive={directive} />
                  <Unfinished directive={directive} tasks={tasks} />
                  <DocumentBesideTasks provisions={directive.provisions} text={directive.text} recognition={directive.recognition} tasks={tasks} />
                </>
              )
            }
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

type Told = { directive: DirectivePage; amend: (() => void) | undefined }

/** The document in a line, what is not known of it, and the rest on demand. */
function Summary({ directive, amend }: Told) {
  const t = useWords(words)
  const say = useWords(directiveWords)
  const [isOpen, setOpen] = useState(false)
  const known = [directive.kind, directive.number, directive.issuerName, directive.issuedOn && showDay(directive.issuedOn)].filter(Boolean)
  return (
    <>
      <div className="review-line">
        <span>{known.join(' · ')}</span>
        <Missing directive={directive} amend={amend}>
          <Button size="small" type="link" aria-expanded={isOpen} aria-controls="review-facts" onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'hideFacts' : 'facts')}
          </Button>
        </Missing>
      </div>
      {directive.canEdit && !directive.canIssue && <Alert className="settled" type="warning" showIcon title={say('notYourIssuer')} />}
      <div id="review-facts" className="review-facts" hidden={!isOpen}>
        <DirectiveFacts directive={directive} />
      </div>
    </>
  )
}

/** What is not known of the document, and the way to say it. */
function Missing({ directive, amend, children }: Told & { children?: ReactNode }) {
  const t = useWords(words)
  const missing = [
    ...(directive.number ? [] : [t('number')]),
    ...(directive.issuedOn ? [] : [t('issuedOn')]),
    ...(directive.issuerId ? [] : [t('issuer')]),
    ...(directive.standingId ? [] : [t('standingBody')]),
  ]
  return (
    <>
      {missing.length > 0 && <span className="amiss">{t('missing', { what: missing.join(', ') })}</span>}{' '}
      <span>
        {children}
        {amend && (
          <Button size="small" type="link" onClick={amend}>
            {t('amend')}
          </Button>
        )}
      </span>
    </>
  )
}

/** Why nothing can be changed here, and where to go instead. */
function Settled({ directive }: { directive: DirectivePage }) {
  const t = useWords(words)
  if (directive.state === 'draft')
    return <Alert className="settled" type="info" showIcon title={t('notFromYou')} description={t('notFromYouAdvice')} />
  if (directive.state === 'withdrawn')
    return <Alert className="settled" type="info" showIcon title={t('wasWithdrawn')} description={t('wasWithdrawnAdvice')} />
  return (
    <Alert
      className="settled"
      type="success"
      showIcon
      title={t('wasIssued', { day: showDay(directive.effectiveOn) })}
      description={t('wasIssuedAdvice')}
      action={
        <Link to="/directives/$directiveId" params={{ directiveId: directive.id }}>
          {t('openIssued')}
        </Link>
      }
    />
  )
}
