import { Link } from '@tanstack/react-router'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { Role, type Task, type TaskRole } from '../contract.ts'
import type { TaskField } from '../rules.ts'
import { isUnknown } from './filters.ts'
import { FieldSigns } from './Signs.tsx'
import { words } from './words.ts'

type Pick = (named: string) => void

/** What a task says besides its words: who has which part, by when, with what to show for it; `pick` makes every name a button, a stop for the keyboard while `reachable`. */
export function TaskFacts({ task, pick, reachable = true }: { task: Task; pick?: Pick | undefined; reachable?: boolean }) {
  const t = useWords(words)
  const signs = (field: TaskField) => pick && <FieldSigns task={task} field={field} reachable={reachable} />
  const hasLead = task.roles.some(({ role }) => role === 'lead')
  return (
    <dl className="task-facts">
      {!hasLead && (
        <div>
          <dt>{t('lead')}</dt>
          <dd className="is-amiss">
            {t('noLead')} {signs('lead')}
          </dd>
        </div>
      )}
      {Role.options.map((role) => {
        const named = task.roles.filter((one) => one.role === role)
        return (
          named.length > 0 && (
            <div key={role}>
              <dt>
                <span className={`role-sign is-${role}`}>{t(role)}</span>
              </dt>
              <dd>
                <ul className="names">
                  {named.map((one) => (
                    <li key={one.named}>
                      <Name role={one} pick={pick} reachable={reachable} />
                    </li>
                  ))}
                </ul>
                {signs(role)}
              </dd>
            </div>
          )
        )
      })}
      <div>
        <dt>
          <span className="role-sign is-milestone">{t('milestone')}</span>
        </dt>
        <dd>
          <Milestones task={task} />
          {signs('milestones')}
        </dd>
      </div>
      {task.product && (
        <div>
          <dt>{t('product')}</dt>
          <dd>
            {task.product} {signs('product')}
          </dd>
        </div>
      )}
      {task.condition && (
        <div>
          <dt>{t('condition')}</dt>
          <dd>
            {task.condition} {signs('condition')}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Milestones({ task }: { task: Task }) {
  const t = useWords(words)
  if (task.milestones.length === 0) return <span className="quiet">{t('noDeadline')}</span>
  return (
    <ul className="milestones">
      {task.milestones.map((milestone) => (
        <li key={milestone.id}>
          <span className="quiet">«{whole(milestone.worded)}»</span>{' '}
          {milestone.due ? <strong>→ {whole(showDay(milestone.due))}</strong> : <em>{t(milestone.kind === 'date' ? 'vague' : milestone.kind)}</em>}
          {milestone.what && <span className="quiet"> · {milestone.what}</span>}
        </li>
      ))}
    </ul>
  )
}

/** A name as the document has it and what it stands for; for a clerk, a way to say so. */
function Name({ role, pick, reachable }: { role: TaskRole; pick: Pick | undefined; reachable: boolean }) {
  const t = useWords(words)
  const { named, matched, bodyId, classId, settled, isOpen, bodies } = role
  const isLost = isUnknown(role)
  const note = classId
    ? isOpen
      ? t('openClass')
      : t('classOf', { count: bodies })
    : settled
      ? t('notRegistered')
      : isLost
        ? pick
          ? t('identify')
          : t('unknownBody')
        : ''
  const shown = (
    <>
      {matched ?? named}
      {note && <small> {note}</small>}
    </>
  )
  const look = `name${isLost ? ' is-unknown' : ''}${settled ? ' is-settled' : ''}`
  const title = matched && matched !== named ? t('nameIn', { named }) : undefined
  if (pick)
    return (
      <button type="button" className={look} title={title} tabIndex={reachable ? 0 : -1} onClick={() => pick(named)}>
        {shown}
      </button>
    )
  if (bodyId)
    return (
      <Link to="/bodies/$bodyId" params={{ bodyId }} className={look} title={title}>
        {shown}
      </Link>
    )
  return (
    <span className={look} title={title}>
      {shown}
    </span>
  )
}
