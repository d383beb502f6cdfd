import { Button } from 'antd'
import { useWords } from '../../ui/useWords.tsx'
import { Candidates } from './Candidates.tsx'
import { useDesk } from './desk.ts'
import type { UnknownName } from './filters.ts'
import { InTasks } from './InTasks.tsx'
import { useMatch } from './MatchDialog.tsx'
import { words } from './words.ts'

/** Every name still unknown, each once, with what it may be. */
export function NamesPanel({ names }: { names: readonly UnknownName[] }) {
  const t = useWords(words)
  return (
    <section className="unknown-names" aria-labelledby="unknown-names">
      <h3 id="unknown-names">{t('names')}</h3>
      <p className="quiet">{t('namesLead')}</p>
      <ul className="unknown-names-list">
        {names.map((name) => (
          <UnknownLine key={name.named} name={name} />
        ))}
      </ul>
    </section>
  )
}

function UnknownLine({ name: { named, tasks } }: { name: UnknownName }) {
  const t = useWords(words)
  const desk = useDesk()
  const { settle, isActing } = useMatch(named)
  return (
    <li className="unknown-name" aria-busy={isActing}>
      <strong>«{named}»</strong>
      <InTasks tasks={tasks} />
      <div className="unknown-choices">
        <Candidates named={named} choose={({ bodyId, classId }) => settle({ bodyId, classId, settled: false })} />
        <span className="unknown-else">
          <Button size="small" type="link" onClick={() => desk.match(named)}>
            {t('identify')}
          </Button>
          <Button size="small" type="link" title={t('settleNoneLead')} onClick={() => settle({ bodyId: null, classId: null, settled: true })}>
            {t('settleNone')}
          </Button>
        </span>
      </div>
    </li>
  )
}
