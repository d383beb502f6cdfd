import { capital } from '../kernel/words.ts'
import { useAsk } from '../ui/ask.ts'
import { Choice } from '../ui/Choice.tsx'
import { RefusalNote } from '../ui/Faults.tsx'
import { useLanguage } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'

/** Picks a kind of body. */
export function KindPicker(field: { value?: string; onChange?: (kind: string) => void; id?: string }) {
  const { language } = useLanguage()
  const kinds = useAsk(endpoints.listKinds, {})
  if (kinds.error) return <RefusalNote refusal={kinds.error} retry={() => void kinds.refetch()} />
  return (
    <Choice
      {...field}
      loading={kinds.isPending}
      options={(kinds.data ?? []).map(({ key, name, english }) => ({ value: key, label: capital(language === 'vi' ? name : english) }))}
    />
  )
}
