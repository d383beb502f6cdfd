import { FileOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { CallError } from '../kernel/call.ts'
import { useMe } from './ask.ts'
import { rememberedFile, rememberFile } from './drafts.ts'
import { type Sending, send } from './sending.ts'
import { useUploadState } from './uploads.ts'
import { useLanguage, useWords } from './useWords.tsx'
import { words } from './words.ts'

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`

/** What is wrong with the file itself: sent again, it would be refused again. */
const refusedForGood = new Set([400, 413])

type InputProps = {
  value?: string[]
  onChange?: (fileIds: string[]) => void
  id?: string
  accept?: string
  one?: boolean
  /** Files that the page hands over: each new list of them is taken as though it had been chosen here. */
  given?: readonly File[] | undefined
}

/** Hands files in as soon as they are chosen or dropped; its value is the ids of those that arrived, so it stands in a `Field` as it is. */
export function FilesInput({ value = [], onChange, id, accept, one = false, given }: InputProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const me = useMe()
  const limit = me.data?.fileLimit ?? Infinity
  const [files, setFiles] = useState<Sending[]>(() => value.map((fileId) => arrivedBefore(fileId, t('fileArrived'))))
  const latest = useRef<Sending[]>(files)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  useUploadState(files.some(({ failure }) => failure) ? 'failed' : files.some(({ fileId }) => !fileId) ? 'sending' : 'arrived')

  const put = (next: Sending[]) => {
    latest.current = next
    setFiles(next)
  }
  const putAndTell = (next: Sending[]) => {
    put(next)
    onChange?.(next.flatMap(({ fileId }) => fileId ?? []))
  }
  const amended = (key: string, change: Partial<Sending>) => latest.current.map((file) => (file.key === key ? { ...file, ...change } : file))
  const start = (file: Sending) => {
    put(amended(file.key, { failure: undefined, percent: 0 }))
    if (file.size > limit) return put(amended(file.key, { failure: t('fileTooLarge', { limit: megabytes(limit) }), isHopeless: true }))
    if (!file.file) return
    const sent = send(file.file, language, (percent) => put(amended(file.key, { percent })))
    put(amended(file.key, { stop: sent.stop }))
    sent.arrival.then(
      ({ id }) => {
        rememberFile(id, file)
        putAndTell(amended(file.key, { fileId: id, percent: 100 }))
      },
      (failure: Error) => {
        const isHopeless = failure instanceof CallError && refusedForGood.has(failure.status)
        put(amended(file.key, { failure: failure.message || t('uploadBroke'), isHopeless }))
        if (failure instanceof CallError && failure.status === 401) void me.refetch() // the page asks to sign in, and keeps what was typed
      },
    )
  }
  const take = (list: Iterable<File> | null) => {
    const taken = [...(list ?? [])]
      .slice(0, one ? 1 : undefined)
      .map((file) => ({ key: crypto.randomUUID(), file, name: file.name, size: file.size, percent: 0 }))
    if (one && taken.length) for (const { stop } of latest.current) stop?.()
    putAndTell(one && taken.length ? taken : [...latest.current, ...taken])
    taken.forEach(start)
  }
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    if (given?.length) taking.current(given)
  }, [given])
  const remove = (file: Sending) => {
    file.stop?.()
    putAndTell(latest.current.filter(({ key }) => key !== file.key))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <fieldset
      className={`drop ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend className="unseen">{t('chooseFiles')}</legend>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        className="unseen"
        multiple={!one}
        accept={accept}
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
      />
      <Button id={id} icon={<PaperClipOutlined aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t('chooseFiles')}
      </Button>
      <span className="drop-hint">
        {t('orDropFiles')}
        {limit < Infinity && `. ${t('upTo', { limit: megabytes(limit) })}`}
      </span>
      <ul aria-live="polite">
        {files.map((file) => (
          <li key={file.key}>
            <span className="file-name">{file.name}</span>
            {file.size > 0 && <small>{size(file.size)}</small>}
            {file.failure ? (
              <span className="file-failure" role="alert">
                {file.failure}{' '}
                {!file.isHopeless && (
                  <Button type="link" size="small" onClick={() => start(file)}>
                    {t('sendAgain')}
                  </Button>
                )}
              </span>
            ) : file.fileId ? (
              <small>{t('sent')}</small>
            ) : (
              <Progress percent={file.percent} size="small" showInfo={false} aria-label={t('sending', { percent: file.percent })} />
            )}
            <Button type="text" size="small" aria-label={t('removeFile', { name: file.name })} onClick={() => remove(file)}>
              ×
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

const arrivedBefore = (fileId: string, otherwise: string): Sending => {
  const { name, size } = rememberedFile(fileId) ?? { name: otherwise, size: 0 }
  return { key: fileId, name, size, percent: 100, fileId }
}

/** Files that are there, each a download; `href` is `addressOf(endpoints.downloadX, …)`. */
export function FileList({ files }: { files: { name: string; size?: number; href: string }[] }) {
  const t = useWords(words)
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.href}>
          <a href={file.href} download aria-label={t('download', { name: file.name })}>
            <FileOutlined aria-hidden="true" /> {file.name}
          </a>
          {file.size !== undefined && <small> {size(file.size)}</small>}
        </li>
      ))}
    </ul>
  )
}
