import './directives.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { useAct, useDuty } from '../ui/ask.ts'
import { useDrafts } from '../ui/drafts.ts'
import { Empty } from '../ui/Empty.tsx'
import { FilesInput } from '../ui/Files.tsx'
import { DraftNotice } from '../ui/Form.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { ExtractionProgress } from './ExtractionProgress.tsx'
import { useExtraction } from './useExtraction.ts'
import { words } from './words.ts'

const draftKey = 'read-directive'
const accepted = '.docx,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.html,.htm,.txt,.doc'

/** Hands a document in, as a file or as text, and opens its review once it is read. */
export function ReadDirectivePage() {
  const t = useWords(words)
  const mayRead = useDuty('clerk', 'leader')
  return (
    <Page title={t('readNew')} description={t('readNewLead')} trail={[{ label: t('directives'), place: { to: '/directives' } }]}>
      {mayRead ? (
        <div className="columns">
          <ReadForm />
          <Section title={t('whatNext')}>
            <ol className="next-steps">
              <li>{t('next1')}</li>
              <li>{t('next2')}</li>
              <li>{t('next3')}</li>
            </ol>
            <p className="quiet">{t('keptAsIs')}</p>
          </Section>
        </div>
      ) : (
        <Empty title={t('readNew')} advice={t('onlyClerks')} action={<Link to="/directives">{t('readElse')}</Link>} />
      )}
    </Page>
  )
}

function ReadForm() {
  const t = useWords(words)
  const navigate = useNavigate()
  const drafts = useDrafts()
  const [draft, setDraft] = useState(() => drafts.read(draftKey))
  const [text, setText] = useState(() => String(draft?.values.text ?? ''))
  const [from, setFrom] = useState<'file' | 'text'>(draft ? 'text' : 'file')
  const [fileId, setFileId] = useState<string>()
  const { act, isActing, refusal, forget } = useAct(endpoints.readDirective, {
    quiet: true,
    said: t('readDone'),
    done: ({ directiveId }) => {
      drafts.drop(draftKey)
      void navigate({ to: '/directives/$directiveId/review', params: { directiveId } })
    },
  })
  const extraction = useExtraction((fileId) => act({ fileId, again: false }))
  const takeFile = ([id]: string[]) => {
    setFileId(id)
    extraction.stop()
    forget()
  }
  const takeText = ({ target }: { target: { value: string } }) => {
    setText(target.value)
    if (target.value) drafts.keep(draftKey, { text: target.value })
    else drafts.drop(draftKey)
    forget()
  }
  const given = from === 'file' ? { fileId } : { text }
  const isGiven = from === 'file' ? fileId !== undefined : text.trim() !== ''
  const isBusy = isActing || extraction.isUnderWay
  const read = () => {
    forget()
    if (from === 'file' && fileId) extraction.start(fileId)
    else act({ text, again: false })
  }
  const refused = refusal ?? extraction.refusal
  return (
    <Form layout="vertical" className="read-form" onFinish={() => isGiven && !isBusy && read()}>
      <Segmented
        value={from}
        options={[
          { value: 'file', label: t('fromFile') },
          { value: 'text', label: t('fromText') },
        ]}
        onChange={(value) => {
          setFrom(value as 'file' | 'text')
          forget()
        }}
      />
      <div hidden={from !== 'file'}>
        <Form.Item label={t('file')} htmlFor="read-file" extra={t('fileHint')}>
          <FilesInput id="read-file" one accept={accepted} onChange={takeFile} />
        </Form.Item>
      </div>
      <div hidden={from !== 'text'}>
        {draft && (
          <DraftNotice
            at={draft.at}
            drop={() => {
              drafts.drop(draftKey)
              setDraft(undefined)
              setText('')
            }}
          />
        )}
        <Form.Item label={t('pasteLabel')} htmlFor="read-text" extra={t('pasteHint')}>
          <Input.TextArea id="read-text" rows={16} value={text} onChange={takeText} />
        </Form.Item>
      </div>
      {refused && (
        <Alert
          role="alert"
          className="form-refusal"
          type={refused.status === 409 ? 'warning' : 'error'}
          showIcon
          title={t(refused.status === 409 ? 'already' : 'notRead')}
          description={refused.message}
          action={
            refused.status === 409 ? (
              <Button size="small" onClick={() => act({ ...given, again: true })}>
                {t('readAgain')}
              </Button>
            ) : undefined
          }
        />
      )}
      {extraction.isUnderWay && <ExtractionProgress progress={extraction.progress} stop={extraction.stop} />}
      {isActing && (
        <div className="reading-now" role="status">
          <Spin />
          <div>
            <strong>{t('readingNow')}</strong>
            <div className="quiet">{t('readingLeave')}</div>
          </div>
        </div>
      )}
      <Button type="primary" htmlType="submit" disabled={!isGiven} loading={isBusy}>
        {t('read')}
      </Button>
    </Form>
  )
}
