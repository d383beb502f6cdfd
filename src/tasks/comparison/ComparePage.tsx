import './comparison.css'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { endpoints as directives } from '../../directives/contract.ts'
import { ExtractionProgress } from '../../directives/ExtractionProgress.tsx'
import { citationOf } from '../../directives/naming.ts'
import { placeOf } from '../../directives/places.ts'
import { useExtraction } from '../../directives/useExtraction.ts'
import { useAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { FilesInput } from '../../ui/Files.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { type Comparison, endpoints } from './contract.ts'
import { Differences, differs } from './Differences.tsx'
import { words } from './words.ts'

const accepted = '.docx,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.html,.htm,.txt,.doc'
/** The file that was read to be compared, by the reading of it: the page can be left and opened again. */
const Where = z.object({ file: z.uuid().optional() })

/** A directive beside another file of the same document: what differs, and what that does to its tasks. */
export function ComparePage() {
  const t = useWords(words)
  const { directiveId } = useParams({ from: '/directives/$directiveId/compare' })
  const directive = useAsk(directives.openDirective, { directiveId: directiveId as never })
  const [{ file }, change] = useAddress(Where)
  const comparison = useAsk(endpoints.compareDirective, file ? { directiveId: directiveId as never, extractionId: file as never } : null)
  const draft = directive.data
  return (
    <Page
      title={t('compare')}
      description={t('compareLead')}
      trail={[{ label: t('directives'), place: { to: '/directives' } }, ...(draft ? [{ label: citationOf(draft), place: placeOf(draft) }] : [])]}
      actions={
        file && (
          <>
            <Button onClick={() => change({ file: null })}>{t('otherFile')}</Button>
            {comparison.data?.canTake && differs(comparison.data) && (
              <Take directiveId={directiveId} extractionId={file} comparison={comparison.data} />
            )}
          </>
        )
      }
    >
      {file ? (
        <Answer of={comparison}>{(shown) => <Differences comparison={shown} directiveId={directiveId} />}</Answer>
      ) : (
        <Answer of={directive}>{() => <Choose chosen={(extractionId) => change({ file: extractionId })} />}</Answer>
      )}
    </Page>
  )
}

function Choose({ chosen }: { chosen: (extractionId: string) => void }) {
  const t = useWords(words)
  const [fileId, setFileId] = useState<string>()
  const extraction = useExtraction((_, extractionId) => chosen(extractionId))
  const takeFile = ([id]: string[]) => {
    setFileId(id)
    extraction.stop()
  }
  return (
    <Form layout="vertical" className="read-form" onFinish={() => fileId && !extraction.isUnderWay && extraction.start(fileId)}>
      <Form.Item label={t('file')} htmlFor="compare-file" extra={t('fileHint')}>
        <FilesInput id="compare-file" one accept={accepted} onChange={takeFile} />
      </Form.Item>
      {extraction.refusal && (
        <Alert role="alert" className="form-refusal" type="error" showIcon title={t('notRead')} description={extraction.refusal.message} />
      )}
      {extraction.isUnderWay && <ExtractionProgress progress={extraction.progress} stop={extraction.stop} />}
      <Button type="primary" htmlType="submit" disabled={!fileId} loading={extraction.isUnderWay}>
        {t('start')}
      </Button>
    </Form>
  )
}

function Take({ directiveId, extractionId, comparison }: { directiveId: string; extractionId: string; comparison: Comparison }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const { rows } = comparison.tasks
  const count = (kind: 'changed' | 'gone' | 'new', isByHand: boolean) =>
    rows.filter((row) => row.kind === kind && (row.isByHand || row.isAdded) === isByHand).length
  const counts = {
    follow: count('changed', false),
    kept: count('changed', true) + count('gone', true),
    gone: count('gone', false),
    added: count('new', false),
  }
  return (
    <ActDialog
      open={t('take')}
      button={{ type: 'primary' }}
      lead={t('takeLead', { name: comparison.fileName, ...counts })}
      endpoint={endpoints.takeText}
      fixed={{ directiveId: directiveId as never, extractionId: extractionId as never, version: comparison.version }}
      said={t('taken')}
      done={() => void navigate({ to: '/directives/$directiveId/review', params: { directiveId } })}
    >
      {null}
    </ActDialog>
  )
}
