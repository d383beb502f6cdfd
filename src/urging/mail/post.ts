import { createTransport } from 'nodemailer'
import { StartError } from '../../kernel/errors.ts'
import type { Environment } from './setting.ts'

export type Letter = { to: { name: string; address: string }; messageId: string; subject: string; text: string; html: string; settingsPage: string }

/**
 * What became of an attempt: the server took it; refused it for now; refused the address for good; refused the message for good;
 * or could not be had or let nobody in, which says nothing of the mail.
 */
export type Outcome = { is: 'sent' } | { is: 'later' | 'wrong-address' | 'refused' | 'away'; why: string }

/** The way out for e-mails, from the settings of the environment. */
export type Post = { publicUrl: string; send: (letter: Letter) => Promise<Outcome>; close: () => void }

/** Milliseconds until a server that does not answer counts as away: well within the time a mail is left to one process. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

const mustBe = (name: string, like: string): string => `${name} phải có dạng ${like}. / ${name} must be like ${like}.`

/** Opens the way out; undefined where the environment names none. */
export function openPost(environment: Environment = process.env): Post | undefined {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = environment
  if (!SMTP_URL || !MAIL_FROM || !PUBLIC_URL) return undefined
  if (!/^smtps?:$/.test(URL.parse(SMTP_URL)?.protocol ?? '')) throw new StartError(mustBe('SMTP_URL', 'smtp://user:password@mail.example.vn:587'))
  if (!/^https?:$/.test(URL.parse(PUBLIC_URL)?.protocol ?? '')) throw new StartError(mustBe('PUBLIC_URL', 'https://trienkhai.example.vn'))
  const transport = createTransport({ url: SMTP_URL, ...patience }, { from: MAIL_FROM })
  return {
    publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
    async send({ settingsPage, ...letter }) {
      try {
        await transport.sendMail({
          ...letter,
          headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${settingsPage}>` },
        })
        return { is: 'sent' }
      } catch (error) {
        return outcomeOf(error as Failure)
      }
    },
    close: () => transport.close(),
  }
}

type Failure = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** What a failure of the mail library means (RFC 5321, 4.2; RFC 3463): 4xx is for now, 5xx for good; a refusal by policy (5.7.x) may be mended at the server, so it is for now too. */
export function outcomeOf({ code, command, responseCode = 0, response = '', message }: Failure): Outcome {
  const why = (response || message).slice(0, 500)
  const isForGood = responseCode >= 500 && !/^\d{3}[ -]5\.7\./.test(response)
  const isOfRecipient = code === 'EENVELOPE' && (command === 'RCPT TO' || /invalid recipient/i.test(message))
  const isOfMessage = code === 'EMESSAGE' || command === 'DATA'
  if (responseCode === 421) return { is: 'away', why }
  if (isOfRecipient) return { is: isForGood || responseCode === 0 ? 'wrong-address' : 'later', why }
  if (isOfMessage) return { is: isForGood ? 'refused' : 'later', why }
  return { is: 'away', why }
}
