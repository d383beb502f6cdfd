import { Button } from 'antd'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { useAsk } from '../../ui/ask.ts'
import { contains, fold } from '../../ui/table/columns.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

export type Choice = { bodyId: string | null; classId: string | null; name: string }

const most = 4
const common = new Set(['co', 'quan', 'to', 'chuc', 'don', 'vi', 'cac', 'cua', 'va', 'lien'])

/** The bodies and classes of the registry that a name is nearest to: by the whole name, else by its last words. */
export function useCandidates(named: string, asOf: string | undefined): { choices: Choice[]; isPending: boolean } {
  const day = asOf ? { asOf } : {}
  const tail = named.split(/\s+/).slice(-2).join(' ')
  const whole = useAsk(organisations.searchBodies, { words: named, ids: undefined, limit: most, ...day })
  const isNone =
    whole.data?.length === 0 &&
    tail !== named &&
    !fold(tail)
      .split(' ')
      .every((word) => common.has(word))
  const last = useAsk(organisations.searchBodies, isNone ? { words: tail, ids: undefined, limit: most, ...day } : null)
  const classes = useAsk(organisations.listClasses, day)
  const bodies = (whole.data?.length ? whole.data : last.data) ?? []
  const near = (classes.data ?? []).filter(({ name }) => contains(name, named) || contains(named, name))
  return {
    choices: [
      ...near.slice(0, 2).map(({ id, name }) => ({ bodyId: null, classId: id, name })),
      ...bodies.slice(0, most).map(({ id, name }) => ({ bodyId: id, classId: null, name })),
    ],
    isPending: whole.isPending || classes.isPending || (isNone && last.isPending),
  }
}

/** The nearest bodies and classes as buttons: one press settles the name. */
export function Candidates({ named, asOf, choose }: { named: string; asOf: string | undefined; choose: (choice: Choice) => void }) {
  const t = useWords(words)
  const { choices, isPending } = useCandidates(named, asOf)
  if (isPending) return <span className="quiet">…</span>
  if (choices.length === 0) return <span className="quiet">{t('noNearest')}</span>
  return (
    <ul className="candidates">
      {choices.map((choice) => (
        <li key={choice.bodyId ?? choice.classId}>
          <Button size="small" onClick={() => choose(choice)}>
            {choice.name}
            {choice.classId && <small className="quiet"> {t('asClass').toLocaleLowerCase('vi')}</small>}
          </Button>
        </li>
      ))}
    </ul>
  )
}
