import { App, Button } from 'antd'
import { useState } from 'react'
import { type CallError, call } from '../../kernel/call.ts'
import { endpoints } from '../../tasks/contract.ts'
import { useAct } from '../../ui/ask.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../words.ts'

/** Accepts an obligation where it stands in the list. */
export function QuickAccept({ obligationId, text }: { obligationId: string; text: string }) {
  const t = useWords(words)
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const { run, isActing } = useAct(endpoints.takeStep, { said: t('accepted'), quiet: true })
  const accept = async () => {
    setAsking(true)
    const id = obligationId as never
    await call(endpoints.openObligation, { obligationId: id })
      .then(({ version }) => run({ obligationId: id, version, event: 'accept' }))
      .catch((refusal: CallError) => void message.error(refusal.message, 6))
      .finally(() => setAsking(false))
  }
  return (
    <Button loading={isAsking || isActing} aria-label={t('acceptThis', { text: text.slice(0, 80) })} onClick={() => void accept()}>
      {t('now-accept')}
    </Button>
  )
}
