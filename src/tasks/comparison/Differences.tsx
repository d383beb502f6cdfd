import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { Fragment, type ReactNode, useState } from 'react'
import { usePlace } from '../../directives/usePlace.ts'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Section } from '../../ui/Page.tsx'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Comparison, DifferingProvision, HitTask, Piece } from './contract.ts'
import { words } from './words.ts'

/** Whether there is anything to tell. */
export const differs = ({ facts, provisions, tasks }: Comparison): boolean => facts.length + provisions.rows.length + tasks.rows.length > 0

/** So many rows are shown at once; the rest on demand. */
const atOnce = 100
const tones: Record<HitTask['kind'] | DifferingProvision['kind'], Tone> = {
  changed: 'waiting',
  added: 'good',
  new: 'good',
  removed: 'late',
  gone: 'late',
}

/** No task of the one is found in the other: rather the file of another document. */
const isAnother = ({ tasks: { same, rows } }: Comparison): boolean =>
  same === 0 && rows.some(({ kind }) => kind === 'gone') && rows.every(({ kind }) => kind === 'gone' || kind === 'new')

/** What differs between a directive and another file of it: facts, tasks, provisions. */
export function Differences({ comparison, directiveId }: { comparison: Comparison; directiveId: string }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const { facts, provisions, tasks, fileName } = comparison
  return (
    <div className="differences">
      <p className="compared-with">{t('comparedWith', { name: fileName })}</p>
      {!differs(comparison) && <Empty title={t('nothingDiffers')} advice={t('nothingDiffersAdvice')} />}
      {isAnother(comparison) && <Alert type="warning" showIcon className="alert-above" title={t('another')} description={t('anotherAdvice')} />}
      {facts.length > 0 && (
        <Section title={t('aboutDocument')}>
          <dl className="differing-facts">
            {facts.map(({ field, before, after }) => (
              <Differing key={field} label={t(field)} before={dayOr(field, before)} after={dayOr(field, after)} />
            ))}
          </dl>
        </Section>
      )}
      {tasks.rows.length > 0 && (
        <Section title={t('tasks', { count: tasks.rows.length })}>
          <p className="quiet">{t('tasksSame', { same: tasks.same })}</p>
          <Rows rows={tasks.rows} show={(row) => <HitRow row={row} directiveId={directiveId} />} />
        </Section>
      )}
      {provisions.rows.length > 0 && (
        <Section title={t('provisions', { count: provisions.rows.length })}>
          <p className="quiet">{t('provisionsSame', { same: provisions.same })}</p>
          <Rows
            rows={provisions.rows}
            show={({ kind, address, pieces }) => (
              <>
                <RowHead kind={kind} address={sayPlace(address)} />
                <Pieces pieces={pieces} />
              </>
            )}
          />
        </Section>
      )}
    </div>
  )
}

const dayOr = (field: string, value: string): string => (field === 'issuedOn' && value ? showDay(value) : value)

function Rows<Row>({ rows, show }: { rows: readonly Row[]; show: (row: Row) => ReactNode }) {
  const t = useWords(words)
  const [count, setCount] = useState(atOnce)
  const left = rows.length - count
  return (
    <>
      <ol className="differing">
        {rows.slice(0, count).map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one comparison never move
          <li key={i}>{show(row)}</li>
        ))}
      </ol>
      {left > 0 && <Button onClick={() => setCount(count + atOnce)}>{t('more', { count: Math.min(left, atOnce) })}</Button>}
    </>
  )
}

function RowHead({ kind, address, children }: { kind: HitTask['kind'] | DifferingProvision['kind']; address: ReactNode; children?: ReactNode }) {
  const t = useWords(words)
  return (
    <div className="differing-head">
      <strong>{address}</strong>
      <StateTag tone={tones[kind]}>{t(kind)}</StateTag>
      {children}
    </div>
  )
}

function HitRow({ row, directiveId }: { row: HitTask; directiveId: string }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const { kind, taskId, address, pieces, keptText, fields, isByHand, isAdded } = row
  const place = taskId ? (
    <Link to="/directives/$directiveId/review" params={{ directiveId }} search={{ task: taskId }}>
      {sayPlace(address) || '–'}
    </Link>
  ) : (
    sayPlace(address)
  )
  return (
    <>
      <RowHead kind={kind} address={place}>
        {isAdded ? (
          <span className="differing-hand">{t(kind === 'gone' ? 'addedLost' : 'addedAround')}</span>
        ) : (
          isByHand && <span className="differing-hand">{t(kind === 'gone' ? 'byHandGone' : 'byHand')}</span>
        )}
      </RowHead>
      <Pieces pieces={pieces} />
      {keptText !== null && <Kept said={keptText} />}
      {fields.length > 0 && (
        <dl className="differing-facts">
          {fields.map(({ field, before, after, kept }) => (
            <Differing key={field} label={t(field)} before={kind === 'new' ? null : before} after={after} kept={kept} />
          ))}
        </dl>
      )}
    </>
  )
}

function Differing({ label, before, after, kept = null }: { label: string; before: string | null; after: string; kept?: string | null }) {
  const t = useWords(words)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before !== null && (
          <>
            <del>{before || t('empty')}</del> →{' '}
          </>
        )}
        <ins>{after || t('empty')}</ins>
        {kept !== null && <Kept said={kept} />}
      </dd>
    </div>
  )
}

/** What a person made of a field, which stays whatever the file says. */
function Kept({ said }: { said: string }) {
  const t = useWords(words)
  return (
    <p className="differing-kept">
      {t('kept')} <strong lang="vi">{said || t('empty')}</strong>
    </p>
  )
}

/** Words of both with what was put in and what was taken out. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="pieces" lang="vi">
      {pieces.map(({ kind, words }, i) => {
        const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces stand in their order
          <Fragment key={i}>
            {i > 0 && ' '}
            <Tag>{words}</Tag>
          </Fragment>
        )
      })}
    </p>
  )
}
