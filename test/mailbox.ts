import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; raw: string; text: string; subject: string; messageId: string }

/** A real mail server on a free port of this machine, and what it has taken. */
export type Mailbox = {
  url: string
  received: Received[]
  /** How it answers the next messages and recipients: `ok`, or a code and words. */
  says: { recipient: Saying; message: Saying }
  close: () => Promise<void>
}
type Saying = 'ok' | [code: number, words: string]

const refusal = ([code, words]: [number, string]) => Object.assign(new Error(words), { responseCode: code })

export async function openMailbox(): Promise<Mailbox> {
  const mailbox: Mailbox = { url: '', received: [], says: { recipient: 'ok', message: 'ok' }, close: async () => undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      const said = mailbox.says.recipient
      done(said === 'ok' ? null : refusal(said))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const said = mailbox.says.message
        if (said !== 'ok') return done(refusal(said))
        const raw = Buffer.concat(parts).toString()
        mailbox.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, ...read(raw) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  mailbox.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  mailbox.close = () => new Promise((resolve) => server.close(resolve))
  return mailbox
}

/** Subject, id and plain text of a message. */
function read(raw: string): { text: string; subject: string; messageId: string } {
  const [head = ''] = raw.split('\r\n\r\n')
  const field = (name: string) =>
    new RegExp(`^${name}: ([^\\r\\n]*(?:\\r\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
  const plain = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw)
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(plain?.[0] ?? '')?.[1]
  return { text: decode(plain?.[1] ?? '', encoding), subject: words(field('Subject')), messageId: field('Message-ID') }
}

const bytes = (quoted: string) =>
  Buffer.from(
    quoted.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
const decode = (content: string, encoding = '') =>
  encoding === 'base64' ? Buffer.from(content, 'base64').toString() : encoding === 'quoted-printable' ? bytes(content).toString() : content
const words = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, content: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(content, 'base64').toString() : bytes(content.replaceAll('_', ' ')).toString(),
    )
