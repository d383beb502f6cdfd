import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { type DirectivePage, endpoints as directives } from '../../directives/contract.ts'
import { shortened } from '../../directives/naming.ts'
import { words as organisations } from '../../organisations/words.ts'
import { useAct, useAsk, useToday } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { Answer, RefusalNote } from '../../ui/Faults.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { showCount } from '../../ui/numbers.ts'
import { StrayDays } from '../../ui/strayDays.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Task } from '../contract.ts'
import { useDesk } from './desk.ts'
import { type Filter, fits, unknownNames } from './filters.ts'
import { useFocus } from './focus.ts'
import { words } from './words.ts'

type Preview = z.infer<typeof endpoints.previewIssue.output>
type Props = { directive: DirectivePage; tasks: readonly Task[]; show: (filter: Filter) => void; close: () => void }

/** What issuing would lay on whom, what still stands in the way, and the last step. */
export function IssueDialog({ directive, tasks, show, close }: Props) {
  const t = useWords(words)
  const today = useToday()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [day, setDay] = useState<string>(today)
  const strays = useRef(new Set<string>())
  const preview = useAsk(endpoints.previewIssue, { directiveId: directive.id, effectiveOn: day }, { keep: true })
  const { act, isActing, refusal, forget } = useAct(directives.issueDirective, {
    quiet: true,
    said: t('wasIssuedNow'),
    // a page that still holds the draft would lead back here
    done: ({ directiveId }) => void client.invalidateQueries().then(() => navigate({ to: '/directives/$directiveId', params: { directiveId } })),
  })
  const change = (next: string | null) => {
    setDay(next ?? today)
    forget()
  }
  const isBlocked = !preview.data || hurdlesIn(preview.data, directive) > 0
  return (
    <Modal
      open
      onCancel={close}
      title={t('issueTitle')}
      destroyOnHidden
      width={680}
      mask={{ closable: false }}
      okText={t('issue')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: isBlocked, loading: isActing }}
      // a day that is none stays typed and named: nothing is issued on another
      onOk={() => strays.current.size === 0 && act({ directiveId: directive.id as never, version: directive.version, effectiveOn: day })}
    >
      <div className="issue-day">
        <span aria-hidden="true">{t('effectiveOn')}</span>
        <StrayDays value={strays.current}>
          <DayInput label={t('effectiveOn')} value={day} allowClear={false} onChange={change} />
        </StrayDays>
        <span className="quiet">{t('effectiveHint')}</span>
      </div>
      <Answer of={preview}>
        {(seen) => (
          <>
            <WhatIsLaid seen={seen} />
            <Hurdles seen={seen} directive={directive} tasks={tasks} show={show} close={close} />
          </>
        )}
      </Answer>
      {refusal && <RefusalNote refusal={refusal} />}
    </Modal>
  )
}

const hurdlesIn = (seen: Preview, directive: DirectivePage): number =>
  seen.unmatched.length +
  seen.withoutLead.length +
  seen.refusals.length +
  Number(!directive.issuerId) +
  Number(!directive.standingId) +
  Number(seen.tasks === 0)

function WhatIsLaid({ seen }: { seen: Preview }) {
  const t = useWords(words)
  const level = useWords(organisations)
  const count = showCount
  return (
    <>
      <p className="issue-sum">{t('layOn', { tasks: count(seen.tasks), obligations: count(seen.obligations), bodies: count(seen.bodies) })}</p>
      {seen.levels.length > 0 && (
        <table className="levels">
          <thead>
            <tr>
              <th scope="col">{t('level')}</th>
              <th scope="col">{t('obligations')}</th>
              <th scope="col">{t('bodies')}</th>
            </tr>
          </thead>
          <tbody>
            {seen.levels.map((line) => (
              <tr key={line.level}>
                <th scope="row">{level(line.level as 'central')}</th>
                <td>{count(line.obligations)}</td>
                <td>{count(line.bodies)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Hurdles({ seen, directive, tasks, show, close }: Props & { seen: Preview }) {
  const t = useWords(words)
  const desk = useDesk()
  const focus = useFocus()
  const names = unknownNames(tasks)
  const awaitsName = new Set(tasks.filter(fits.unmatched).map(({ id }) => id))
  const goTo = (filter: Filter) => () => {
    close()
    show(filter)
  }
  const hurdles = [
    ...(directive.issuerId ? [] : [{ key: 'issuer', text: t('noIssuer'), deal: () => desk.open({ kind: 'facts' }) }]),
    ...(directive.standingId ? [] : [{ key: 'standing', text: t('noStandingBody'), deal: () => desk.open({ kind: 'facts' }) }]),
    ...seen.refusals.map((text) => ({ key: text, text, deal: () => desk.open({ kind: 'facts' }) })),
    ...(seen.tasks === 0 ? [{ key: 'none', text: t('noTaskAtAll'), deal: close }] : []),
    ...(seen.unmatched[0]
      ? [
          {
            key: 'names',
            text: t('namesInTheWay', { count: names.length || seen.unmatched.length, example: seen.unmatched[0].named }),
            deal: goTo('unmatched'),
          },
        ]
      : []),
    ...seen.withoutLead
      .filter(({ taskId }) => !awaitsName.has(taskId))
      .map(({ taskId, text }) => ({
        key: taskId,
        text: t('leadlessTask', { text: shortened(text, 90) }),
        deal: () => {
          goTo('all')()
          setTimeout(() => focus.choose(taskId, 'keys'))
        },
      })),
  ]
  const [unchecked, doubts] = [tasks.filter(fits.unchecked).length, tasks.filter(fits.doubts).length]
  const missing = [
    ...(directive.number ? [] : [t('number')]),
    ...(directive.issuedOn ? [] : [t('issuedOn')]),
    ...(directive.issuerName.trim() ? [] : [t('issuerNamed')]),
  ]
  const looks = [
    ...(missing.length ? [{ key: 'facts', text: t('factsMissing', { what: missing.join(', ') }), deal: () => desk.open({ kind: 'facts' }) }] : []),
    ...seen.cautions.map((text) => ({ key: text, text, deal: () => desk.open({ kind: 'facts' }) })),
    ...(doubts ? [{ key: 'doubts', text: t('doubtsLeft', { count: doubts }), deal: goTo('doubts') }] : []),
    ...(unchecked ? [{ key: 'unchecked', text: t('uncheckedLeft', { count: unchecked }), deal: goTo('unchecked') }] : []),
  ]
  return (
    <>
      {hurdles.length > 0 && <Lines title={t('inTheWay')} lines={hurdles} isWarning />}
      {looks.length > 0 && <Lines title={t('worthALook')} lines={looks} />}
      {hurdles.length === 0 && <p className="issue-clear">{t('nothingInTheWay')}</p>}
    </>
  )
}

type Line = { key: string; text: string; deal: () => void }

function Lines({ title, lines, isWarning = false }: { title: string; lines: Line[]; isWarning?: boolean }) {
  const t = useWords(words)
  return (
    <section className={`hurdle-box${isWarning ? ' is-warning' : ''}`} aria-label={title}>
      <strong>{title}</strong>
      <ul className="hurdles">
        {lines.map(({ key, text, deal }) => (
          <li key={key}>
            <span>{text}</span>
            <Button size="small" aria-label={`${t('deal')}: ${text}`} onClick={deal}>
              {t('deal')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
