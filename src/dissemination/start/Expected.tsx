import { Button } from 'antd'
import { useState } from 'react'
import { capital } from '../../kernel/words.ts'
import type { Level } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { useAct, useAsk } from '../../ui/ask.ts'
import { BodiesPicker } from '../../ui/BodyPicker.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Recipient } from '../contract.ts'
import { words } from '../screen/words.ts'
import { words as stateWords } from '../words.ts'

/** Whom a directive would reach: in all, by why, level and kind; and the names of «Nơi nhận», the open ones to be matched or settled here. */
export function Expected({ directiveId, downTo, kinds }: { directiveId: string; downTo: Level | undefined; kinds: string[] }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const sayLevel = useWords(organisationWords)
  const preview = useAsk(
    endpoints.previewDissemination,
    { directiveId: directiveId as never, downTo, kinds: kinds.length ? kinds : undefined },
    { keep: true },
  )
  return (
    <Answer of={preview}>
      {({ recipients, expected, byWhy, levels, kinds: byKind }) => (
        <div className="expected">
          <h2 aria-live="polite">{t('whom', { count: showCount(expected) })}</h2>
          <p className="quiet">
            {(['recipient', 'part', 'below'] as const)
              .filter((why) => byWhy[why] > 0)
              .map((why) => `${say(why)}: ${showCount(byWhy[why])}`)
              .join(' · ')}
          </p>
          <p className="quiet">{levels.map(({ level, bodies }) => `${sayLevel(level)}: ${showCount(bodies)}`).join(' · ')}</p>
          <details>
            <summary>{t('byKind')}</summary>
            <p className="quiet">{byKind.map(({ kind, bodies }) => `${capital(kind)}: ${showCount(bodies)}`).join(' · ')}</p>
          </details>
          <h2>{t('names')}</h2>
          {recipients.length === 0 && <p className="quiet">{t('noNames')}</p>}
          <ul className="recipients">
            {recipients.map((recipient) => (
              <Name key={recipient.named} directiveId={directiveId} recipient={recipient} />
            ))}
          </ul>
        </div>
      )}
    </Answer>
  )
}

function Name({ directiveId, recipient: { named, bodies, matched, settled, isArchive } }: { directiveId: string; recipient: Recipient }) {
  const t = useWords(words)
  const isOpen = !isArchive && !settled && bodies === 0
  const [isChanging, setChanging] = useState(false)
  const [bodyIds, setBodyIds] = useState<string[]>([])
  const { act, isActing } = useAct(endpoints.matchRecipient, { done: () => setChanging(false) })
  const match = (meaning: { bodyIds?: string[]; settled?: boolean }) => act({ directiveId, named, ...meaning } as never)
  const meaning = isArchive
    ? t('archive')
    : settled
      ? t('settled')
      : isOpen
        ? ''
        : `${matched.slice(0, 2).join(', ')} – ${t('bodiesCount', { count: bodies })}`
  return (
    <li className={isOpen ? 'is-open' : ''}>
      <div>
        <strong>{named}</strong> <span className="quiet">{meaning}</span>
        {isOpen && <span className="recipients-open">{t('nameOpen')}</span>}
        {!isArchive && !isOpen && (
          <Button
            type="link"
            size="small"
            onClick={() => setChanging(!isChanging)}
            aria-expanded={isChanging}
            aria-label={`${t('changeMatch')}: ${named}`}
          >
            {t('changeMatch')}
          </Button>
        )}
      </div>
      {(isOpen || isChanging) && (
        <div className="recipients-match">
          <BodiesPicker label={t('matchBodies', { name: named })} value={bodyIds} onChange={setBodyIds} />
          <Button disabled={bodyIds.length === 0} loading={isActing} onClick={() => match({ bodyIds })}>
            {t('matchThese')}
          </Button>
          <Button loading={isActing} onClick={() => match({ settled: true })}>
            {t('settle')}
          </Button>
        </div>
      )}
    </li>
  )
}
