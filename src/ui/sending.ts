import { CallError } from '../kernel/call.ts'
import type { Language } from '../kernel/words.ts'

/** A file on its way: how far it is, its id once it arrived, or why it did not. */
export type Sending = {
  key: string
  name: string
  size: number
  /** Its bytes; a file that arrived before the page was reloaded has none here. */
  file?: File
  percent: number
  fileId?: string
  failure?: string | undefined
  /** Sending it again would fail again. */
  isHopeless?: boolean
  stop?: () => void
}

/** Hands a file in, telling how far it is; fails with the sentence of the refusal, or none when the connection broke. */
export function send(file: File, language: Language, tell: (percent: number) => void): { arrival: Promise<{ id: string }>; stop: () => void } {
  const request = new XMLHttpRequest()
  const arrival = new Promise<{ id: string }>((resolve, reject) => {
    const body = new FormData()
    body.append('file', file)
    request.open('POST', '/api/files')
    request.setRequestHeader('accept-language', language)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => tell(Math.min(99, Math.round((loaded / total) * 100)))
    request.onerror = () => reject(new CallError(0, 'unreachable', ''))
    request.onload = () => {
      const answer = request.response as { id?: string; kind?: string; message?: string } | null
      if (request.status === 200 && answer?.id) resolve({ id: answer.id })
      else reject(new CallError(request.status, answer?.kind ?? 'fault', answer?.message ?? ''))
    }
    request.send(body)
  })
  return { arrival, stop: () => request.abort() }
}
