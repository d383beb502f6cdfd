/// <reference types="vite/client" />
import './papers.css'
import { Alert, Checkbox, Spin } from 'antd'
import { useState } from 'react'
import { type CallError, call } from '../../kernel/call.ts'
import { useAct } from '../../ui/ask.ts'
import { FilesInput } from '../../ui/Files.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { PasteDialog } from '../editor/PasteDialog.tsx'
import { Changes, Unread } from './Changes.tsx'
import { type Cells, endpoints, type FileChange, type PlanFile } from './contract.ts'
import { answeredBy } from './rules.ts'
import { words } from './words.ts'

/** What is taken unless somebody says otherwise: nothing is taken out of a plan by leaving it alone. */
const isOffered = ({ kind }: FileChange): boolean => kind === 'new' || kind === 'changed'

/** Reads a file, shows what it would do to the plan, and does what is chosen of it. The file is read when it arrives and when a change of somebody else stands in the way. */
export function ImportDialog({ plan, close }: { plan: PlanPage; close: () => void }) {
  const t = useWords(words)
  const [fileId, setFileId] = useState<string>()
  const [seen, setSeen] = useState<PlanFile>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reorders, setReorders] = useState(true)
  const [isReading, setReading] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const planId = plan.id as never
  const { run, isActing } = useAct(endpoints.importPlanRows, { said: t('imported'), done: close, quiet: true })

  const read = async (fileId: string) => {
    setReading(true)
    try {
      const file = await call(endpoints.readPlanFile, { planId, fileId })
      setSeen(file)
      setChosen(new Set(file.changes.filter(isOffered).map(({ id }) => id)))
    } catch (error) {
      setSeen(undefined)
      setRefusal((error as CallError).message)
    } finally {
      setReading(false)
    }
  }
  const choose = ([arrived]: string[]) => {
    setFileId(arrived)
    setSeen(undefined)
    setRefusal(undefined)
    if (arrived) void read(arrived)
  }
  const send = async (input: Omit<Parameters<typeof run>[0], 'planId'>) => {
    setRefusal(undefined)
    try {
      await run({ planId, ...input })
    } catch (error) {
      const { message, status } = error as CallError
      setRefusal(message)
      if (status === 409 && fileId) await read(fileId)
    }
  }
  const moves = seen !== undefined && seen.order.length > 0
  const taken = (seen?.changes ?? []).filter(({ id }) => chosen.has(id))
  const count = taken.length + Number(moves && reorders)
  const apply = () =>
    send({
      rows: taken.filter(({ kind }) => kind !== 'missing').map(({ id, version, facts }) => ({ ...facts, id, version })),
      removed: taken.filter(({ kind }) => kind === 'missing').map(({ id, version }) => ({ id, version: version as number })),
      order: moves && reorders ? seen.order : [],
    })
  const set = (ids: readonly string[], isTaken: boolean) =>
    setChosen((before) => new Set([...[...before].filter((id) => !ids.includes(id)), ...(isTaken ? ids : [])]))
  return (
    <Modal
      open
      onCancel={close}
      title={t('import')}
      width={920}
      mask={{ closable: false }}
      okText={count > 0 ? t('importChosen', { count }) : t('importNothing')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: count === 0 || isReading, loading: isActing }}
      onOk={() => void apply()}
    >
      <p className="dialog-lead">{t('importLead')}</p>
      <FilesInput one accept=".xlsx,.docx,.pdf,.html,.txt" value={fileId ? [fileId] : []} onChange={choose} />
      {refusal && <Alert className="import-said" role="alert" type="warning" showIcon title={refusal} />}
      {isReading && !seen && (
        <p className="import-said" role="status">
          <Spin size="small" /> {t('reading')}
        </p>
      )}
      {seen && seen.kind !== 'table' && (
        <>
          <p className="import-said" role="status">
            {summary(t, seen)}
          </p>
          <Unread faults={seen.faults} />
          <Changes plan={plan} file={seen} chosen={chosen} set={set} />
          {moves && (
            <Checkbox checked={reorders} onChange={({ target }) => setReorders(target.checked)}>
              {t('reorder')}
            </Checkbox>
          )}
        </>
      )}
      {seen?.kind === 'table' && (
        <PasteDialog
          title={t('tableTitle', { name: seen.name })}
          rows={seen.cells}
          plan={plan}
          add={(items) => void send({ rows: items.map((item) => ({ ...answering(plan, item), id: crypto.randomUUID(), version: null })) })}
          close={() => setSeen(undefined)}
        />
      )}
    </Modal>
  )
}

/** A row of a table with what its words seem to answer. */
function answering(plan: PlanPage, item: Partial<Facts>): Cells {
  const obligation = answeredBy(
    item.text ?? '',
    plan.obligations.filter(({ isPlanItself }) => !isPlanItself),
  )
  const superior = answeredBy(item.text ?? '', plan.above)
  return { ...item, obligationIds: obligation ? [obligation.id] : [], superiorItemIds: superior ? [superior.id] : [] }
}

function summary(t: ReturnType<typeof useWords<typeof words>>, { kind, changes, same, order }: PlanFile): string {
  const count = (...kinds: FileChange['kind'][]) => changes.filter((change) => kinds.includes(change.kind)).length
  if (kind === 'document') return t('documentSays', { count: changes.length, there: count('there') })
  if (changes.length === 0 && order.length === 0) return t('nothingDiffers', { count: same })
  return t('sheetSays', { added: count('new'), changed: count('changed', 'stale'), missing: count('missing'), same })
}
