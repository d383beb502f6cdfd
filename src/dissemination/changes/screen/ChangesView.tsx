import { useAsk } from '../../../ui/ask.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Answer } from '../../../ui/Faults.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { DraftCard } from './DraftCard.tsx'
import { PrepareChange } from './PrepareChange.tsx'
import { ReceivedChanges } from './ReceivedChanges.tsx'
import { SentChange } from './SentChange.tsx'
import { words } from './words.ts'

/** The changes of a directive that was sent out: what was sent to one's own body; for those it lies open to, the draft and what was sent, with every answer. */
export function ChangesView({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const found = useAsk(endpoints.listChanges, { directiveId: directiveId as never })
  const received = useAsk(endpoints.listReceivedChanges, { directiveId: directiveId as never })
  return (
    <Answer of={found}>
      {({ canChange, changes }) => {
        const draft = changes.find(({ state }) => state === 'draft')
        const sent = changes.filter(({ state }) => state === 'sent')
        const isEmpty = changes.length === 0 && received.data?.changes.length === 0
        return (
          <>
            <ReceivedChanges directiveId={directiveId} />
            {draft && <DraftCard directiveId={directiveId} draft={draft} />}
            {isEmpty && <Empty title={t('none')} advice={t('noneAdvice')} action={canChange && <PrepareChange directiveId={directiveId} />} />}
            {(sent.length > 0 || (!isEmpty && canChange && !draft)) && (
              <Section title={t('items')} actions={canChange && !draft && <PrepareChange directiveId={directiveId} />}>
                {sent.map((change, index) => (
                  <SentChange key={change.id} change={change} isOpen={index === 0} />
                ))}
              </Section>
            )}
          </>
        )
      }}
    </Answer>
  )
}
