import { capital } from '../kernel/words.ts'
import { useAsk } from '../ui/ask.ts'
import { fold } from '../ui/table/columns.ts'
import { useLanguage } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'

/** Names the kind of a body beside its name; nothing where the name says it already: «Bộ Nội vụ» is a bộ. */
export function useKindBeside(): (body: { name: string; kind: string; kindName: string }) => string {
  const kindName = useKindName()
  return (body) => {
    const kind = kindName(body)
    return fold(body.name).startsWith(fold(kind)) ? '' : kind
  }
}

/** Names the kind of a body in the reader's language. */
export function useKindName(): (body: { kind: string; kindName: string }) => string {
  const { language } = useLanguage()
  const kinds = useAsk(endpoints.listKinds, language === 'en' ? {} : null)
  const english = new Map((kinds.data ?? []).map((kind) => [kind.key, kind.english]))
  return ({ kind, kindName }) => capital(english.get(kind) ?? kindName)
}
