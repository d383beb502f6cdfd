import { Button } from 'antd'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { useAsk } from '../../ui/ask.ts'
import { fold } from '../../ui/table/columns.ts'
import { useWords } from '../../ui/useWords.tsx'
import { useThere } from './desk.ts'
import { words } from './words.ts'

export type Choice = { bodyId: string | null; classId: string | null; name: string }

const most = 4
const asked = 12
const common = new Set(['cac', 'co', 'quan', 'to', 'chuc', 'don', 'vi', 'cua', 'va', 'lien', 'huyen', 'tinh', 'xa', 'phuong', 'thanh', 'pho'])

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const holds = (name: string, sought: readonly string[]): boolean => {
  const held = new Set(wordsOf(name))
  return sought.every((word) => held.has(word))
}

/** The bodies and classes of the registry that hold every word of a name, or else its last two words. */
export function useCandidates(named: string): { choices: Choice[]; isPending: boolean } {
  const there = useThere()
  const tail = wordsOf(named).slice(-2)
  const whole = useAsk(organisations.searchBodies, { words: named, ids: undefined, limit: asked, ...there })
  const near = (whole.data ?? []).filter(({ name }) => holds(name, wordsOf(named)))
  const isNone = whole.data !== undefined && near.length === 0 && !tail.every((word) => common.has(word))
  const last = useAsk(organisations.searchBodies, isNone ? { words: tail.join(' '), ids: undefined, limit: asked, ...there } : null)
  const bodies = near.length
    ? near
    : isNone
      ? (last.data ?? []).filter(({ name }) => ` ${wordsOf(name).join(' ')} `.includes(` ${tail.join(' ')} `))
      : []
  const classes = useAsk(organisations.listClasses, there)
  const nearClasses = (classes.data ?? []).filter(({ name }) => holds(name, wordsOf(named)) || holds(named, wordsOf(name)))
  return {
    choices: [
      ...nearClasses.slice(0, 2).map(({ id, name }) => ({ bodyId: null, classId: id, name })),
      ...bodies.slice(0, most).map(({ id, name }) => ({ bodyId: id, classId: null, name })),
    ],
    isPending: whole.isPending || classes.isPending || (isNone && last.isPending),
  }
}

/** The nearest bodies and classes as buttons: one press settles the name. */
export function Candidates({ named, choose }: { named: string; choose: (choice: Choice) => void }) {
  const t = useWords(words)
  const { choices, isPending } = useCandidates(named)
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
