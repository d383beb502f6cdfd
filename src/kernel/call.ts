import type { z } from 'zod'
import { type Endpoint, parametersOf } from './endpoint.ts'
import type { Language, Word } from './words.ts'

/** What the server refused, with the sentence to show. */
export class CallError extends Error {
  readonly status: number
  readonly kind: string
  constructor(status: number, kind: string, message: string) {
    super(message)
    this.status = status
    this.kind = kind
  }
}

const unreachable: Word = {
  vi: 'Không nối được tới máy chủ. Nội dung đã nhập vẫn còn ở trên; xin kiểm tra mạng rồi thử lại.',
  en: 'The server can’t be reached. What you entered is still above; check the network and try again.',
}

let language: Language = 'vi'
/** Sets the language that refusals come in. */
export const speak = (chosen: Language): void => {
  language = chosen
}

/** The language that refusals come in: the reader's. */
export const spoken = (): Language => language

/** The address of an endpoint with its input in path and query: for links to downloads. */
export function addressOf<E extends Endpoint>(endpoint: E, input: z.input<E['input']>): string {
  const values = { ...(input as Record<string, unknown>) }
  let path: string = endpoint.path
  for (const name of parametersOf(endpoint.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(values[name])))
    delete values[name]
  }
  if (endpoint.kind === 'write') return path
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
  return query.size ? `${path}?${query}` : path
}

/** Asks the server: typed both ways by the endpoint; a refusal comes as a `CallError` with a sentence to show. */
export async function call<E extends Endpoint>(endpoint: E, input: z.input<E['input']>, signal?: AbortSignal): Promise<z.output<E['output']>> {
  const values = input as Record<string, unknown>
  const inPath = new Set(parametersOf(endpoint.path))
  const body = endpoint.kind === 'write' ? JSON.stringify(Object.fromEntries(Object.entries(values).filter(([name]) => !inPath.has(name)))) : null
  return ask(addressOf(endpoint, input), {
    method: endpoint.kind === 'write' ? 'POST' : 'GET',
    headers: { 'accept-language': language, ...(body === null ? {} : { 'content-type': 'application/json' }) },
    body,
    signal: signal ?? null,
  }) as Promise<z.output<E['output']>>
}

async function ask(address: string, init: RequestInit): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(address, { credentials: 'same-origin', ...init })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    throw new CallError(0, 'unreachable', unreachable[language])
  }
  if (response.ok) return response.json()
  const refusal = (await response.json().catch(() => null)) as { kind?: string; message?: string } | null
  throw new CallError(response.status, refusal?.kind ?? 'fault', refusal?.message ?? unreachable[language])
}
