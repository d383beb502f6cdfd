import { FileOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { type Sending, send } from './sending.ts'
import { useLanguage, useWords } from './useWords.tsx'
import { words } from './words.ts'

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`

type InputProps = { value?: string[]; onChange?: (fileIds: string[]) => void; id?: string; accept?: string; one?: boolean }

/** Hands files in as soon as they are chosen or dropped; its value is the ids of those that arrived, so it stands in a `Field` as it is. */
export function FilesInput({ onChange, id, accept, one = false }: InputProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const [files, setFiles] = useState<Sending[]>([])
  const latest = useRef<Sending[]>([])
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  const put = (next: Sending[]) => {
    latest.current = next
    setFiles(next)
    onChange?.(next.flatMap(({ fileId }) => fileId ?? []))
  }
  const amend = (key: string, change: Partial<Sending>) => put(latest.current.map((file) => (file.key === key ? { ...file, ...change } : file)))
  const start = (file: Sending) => {
    amend(file.key, { failure: undefined, percent: 0 })
    void send(file.file, language, (percent) => amend(file.key, { percent })).then(
      ({ id }) => amend(file.key, { fileId: id, percent: 100 }),
      (failure: Error) => amend(file.key, { failure: failure.message || t('uploadBroke') }),
    )
  }
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])].slice(0, one ? 1 : undefined).map((file) => ({ key: crypto.randomUUID(), file, percent: 0 }))
    put(one && taken.length ? taken : [...latest.current, ...taken])
    taken.forEach(start)
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
      <span className="drop-hint">{t('orDropFiles')}</span>
      <ul aria-live="polite">
        {files.map((file) => (
          <li key={file.key}>
            <span className="file-name">{file.file.name}</span>
            <small>{size(file.file.size)}</small>
            {file.failure ? (
              <span className="file-failure" role="alert">
                {file.failure}{' '}
                <Button type="link" size="small" onClick={() => start(file)}>
                  {t('sendAgain')}
                </Button>
              </span>
            ) : file.fileId ? (
              <small>{t('sent')}</small>
            ) : (
              <Progress percent={file.percent} size="small" showInfo={false} aria-label={t('sending', { percent: file.percent })} />
            )}
            <Button
              type="text"
              size="small"
              aria-label={t('removeFile', { name: file.file.name })}
              onClick={() => put(latest.current.filter(({ key }) => key !== file.key))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
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
