import { Agent, type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { z } from 'zod'
import { addressOf } from '../src/kernel/call.ts'
import type { Endpoint } from '../src/kernel/endpoint.ts'
import { endpoints as people } from '../src/people/contract.ts'
import { password } from './registry.ts'

/** Somebody signed in, asking over HTTP as a browser does. */
export type Visitor = {
  /** Asks and reads the answer to its end, packed as it comes; whatever is not an answer is thrown. */
  look: <E extends Endpoint>(endpoint: E, input: z.input<E['input']>) => Promise<void>
  /** Asks and gives the output. */
  ask: <E extends Endpoint>(endpoint: E, input: z.input<E['input']>) => Promise<z.output<E['output']>>
  /** Hands a small file in; gives its id. */
  upload: (content: string) => Promise<string>
  /** Listens to what changes, as an open page does; gives what waits for the next word of it. */
  listen: () => Promise<() => Promise<void>>
}

/** Opens the door of a server on loopback; everybody comes from an address of their own, through a proxy that says which. */
export function openDoor(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let asked = 0
  const open = (method: string, path: string, headers: Record<string, string>, body?: string | Buffer) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const address = `10.0.${Math.floor(asked / 250) % 20}.${asked++ % 250}`
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asking = request(
        { agent, port, host: '127.0.0.1', method, path, headers: { 'x-forwarded-for': address, 'accept-language': 'vi', ...headers, ...length } },
        resolve,
      )
      asking.on('error', reject)
      asking.end(body)
    })
  const send = async (...asked: Parameters<typeof open>) => {
    const response = await open(...asked)
    return { response, content: await buffer(response) }
  }

  const answer = async (cookie: string, endpoint: Endpoint, input: object, packed: boolean) => {
    const isWrite = endpoint.kind === 'write'
    const headers = {
      cookie,
      'accept-encoding': packed ? 'gzip, deflate, br, zstd' : 'identity',
      ...(isWrite ? { 'content-type': 'application/json' } : {}),
    }
    const { response, content } = await send(
      isWrite ? 'POST' : 'GET',
      addressOf(endpoint, input as never),
      headers,
      isWrite ? JSON.stringify(input) : undefined,
    )
    if (response.statusCode !== 200) throw new Error(`${endpoint.path}: ${response.statusCode} ${packed ? '' : content}`)
    return { response, content }
  }

  return {
    close: () => agent.destroy(),
    async signIn(username: string): Promise<Visitor> {
      const { response } = await answer('', people.signIn, { username, password }, false)
      const cookie = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
      return {
        look: async (endpoint, input) => void (await answer(cookie, endpoint, input as object, true)),
        ask: async (endpoint, input) => JSON.parse(String((await answer(cookie, endpoint, input as object, false)).content)),
        async upload(words) {
          const edge = 'ranh-gioi-cua-tep'
          const body = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="bao-cao.txt"\r\ncontent-type: text/plain\r\n\r\n${words}\r\n--${edge}--\r\n`
          const { response, content } = await send('POST', '/api/files', { cookie, 'content-type': `multipart/form-data; boundary=${edge}` }, body)
          if (response.statusCode !== 200) throw new Error(`upload: ${response.statusCode} ${content}`)
          return JSON.parse(String(content)).id
        },
        async listen() {
          const stream = await open('GET', '/api/changes', { cookie, accept: 'text/event-stream' })
          if (stream.statusCode !== 200) throw new Error(`/api/changes: ${stream.statusCode}`)
          // when the agent ends, so does the stream
          stream.on('error', () => undefined)
          let heard = () => {}
          stream.on('data', (part: Buffer) => String(part).includes('data:') && heard())
          return () => new Promise<void>((resolve) => (heard = resolve))
        },
      }
    },
  }
}
