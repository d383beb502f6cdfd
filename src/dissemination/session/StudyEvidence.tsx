/// <reference types="vite/client" />
import './evidence.css'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../kernel/call.ts'
import { useAsk } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { showCount } from '../../ui/numbers.ts'
import type { EvidenceOfferProps } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { asksToStudy, evidenceOf } from '../rules.ts'
import { words } from '../screen/words.ts'
import { endpoints, type StudySession } from './contract.ts'

/** Where a task is to have a directive studied: the sessions its body has held on it, each to be put into the report with its minutes; whoever reports decides, and may change the words. */
export function StudyEvidence({ directiveId, bodyId, text, take }: EvidenceOfferProps) {
  const t = useWords(words)
  const asked = asksToStudy(text) ? { directiveId: directiveId as never, bodyId: bodyId as never, limit: 20 } : null
  const list = useAsk(endpoints.listSessions, asked)
  const [taken, setTaken] = useState<readonly string[]>([])
  const [busy, setBusy] = useState<string>()
  const [hasFailed, setFailed] = useState(false)
  const held = (list.data?.rows ?? []).filter(({ withdrawnOn }) => withdrawnOn === null)
  if (!asked || held.length === 0) return null
  const figures = ({ heldOn, present, invited, topic }: StudySession) => ({
    topic,
    day: showDay(heldOn),
    present: showCount(present),
    invited: showCount(invited),
  })
  const put = async (session: StudySession) => {
    setBusy(session.id)
    setFailed(false)
    try {
      take(t('evidenceSays', figures(session)), await Promise.all(evidenceOf(session.files).map((file) => fetched(session.id, file))))
      setTaken((before) => [...before, session.id])
    } catch {
      setFailed(true)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <section className="evidence-offer" aria-label={t('evidenceLead')}>
      <p>{t('evidenceLead')}</p>
      <ul>
        {held.map((session) => (
          <li key={session.id}>
            <span>
              {whole(t('evidenceLine', figures(session)))}
              {evidenceOf(session.files).length === 0 && <span className="quiet"> {t('evidenceBare')}</span>}
            </span>
            <Button
              size="small"
              loading={busy === session.id}
              disabled={taken.includes(session.id)}
              aria-label={`${t('evidenceTake')}: ${session.topic}, ${showDay(session.heldOn)}`}
              onClick={() => void put(session)}
            >
              {t(taken.includes(session.id) ? 'evidenceTaken' : 'evidenceTake')}
            </Button>
          </li>
        ))}
      </ul>
      {hasFailed && <p role="alert">{t('evidenceFailed')}</p>}
    </section>
  )
}

/** A file of a session as though it had been chosen from this machine. */
async function fetched(sessionId: string, { id, name, mediaType }: StudySession['files'][number]): Promise<File> {
  const response = await fetch(addressOf(endpoints.downloadSessionFile, { sessionId: sessionId as never, fileId: id }))
  if (!response.ok) throw new Error(String(response.status))
  return new File([await response.blob()], name, { type: mediaType })
}
