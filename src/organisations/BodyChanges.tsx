import { Form } from 'antd'
import { capital } from '../kernel/words.ts'
import { useAsk } from '../ui/ask.ts'
import { useLanguage, useWords } from '../ui/useWords.tsx'
import { endpoints, type Level } from './contract.ts'
import { words } from './words.ts'

type Facts = { name: string; shortName: string; kind: string; level: Level; parentId: string | null }
const fields = ['name', 'shortName', 'kind', 'level', 'parentId'] as const

/** The facts of a body that what was entered would change. */
export const changedFacts = (body: Facts, entered: Partial<Facts>) =>
  fields.filter((field) => field in entered && (String(entered[field] ?? '').trim() || null) !== (body[field] || null))

/** What a change of a body would make of what, before it is saved; stands in its form. */
export function BodyChanges({ body }: { body: Facts & { parentName: string | null; kindName: string } }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const form = Form.useFormInstance()
  const entered = (Form.useWatch([], form) ?? {}) as Partial<Facts>
  const changed = changedFacts(body, entered)
  const kinds = useAsk(endpoints.listKinds, {})
  const parentId = changed.includes('parentId') ? entered.parentId : null
  const parents = useAsk(endpoints.searchBodies, parentId ? { words: ' ', ids: [parentId as never] } : null)
  const kindOf = (key: string | undefined) => {
    const kind = kinds.data?.find((one) => one.key === key)
    return kind ? capital(language === 'vi' ? kind.name : kind.english) : ''
  }
  const shown = (field: (typeof fields)[number], facts: Partial<Facts>, parentName: string | null | undefined): string => {
    if (field === 'kind') return kindOf(facts.kind)
    if (field === 'level') return facts.level ? t(facts.level) : ''
    if (field === 'parentId') return facts.parentId ? (parentName ?? '') : t('noParent')
    return facts[field] ?? ''
  }
  if (changed.length === 0) return <p className="quiet">{t('nothingEntered')}</p>
  const keepsShort = changed.includes('name') && !changed.includes('shortName') && body.shortName !== ''
  return (
    <>
      <dl className="changes" aria-label={t('changes')}>
        {changed.map((field) => (
          <div key={field}>
            <dt>{t(field === 'parentId' ? 'parent' : field)}</dt>
            <dd>
              <del>{shown(field, body, body.parentName)}</del> → <ins>{shown(field, entered, parents.data?.[0]?.name)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {keepsShort && <p role="status">{t('shortNameStays', { name: body.shortName })}</p>}
    </>
  )
}
