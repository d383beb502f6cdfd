import { createTransport } from 'nodemailer'

export type Letter = { to: { name: string; address: string }; messageId: string; subject: string; text: string; html: string; settingsPage: string }

/** The way out for e-mails, from the settings of the environment. */
export type Post = { publicUrl: string; send: (letter: Letter) => Promise<void>; close: () => void }

type Environment = { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined; PUBLIC_URL?: string | undefined }

/** Whether this installation can send e-mail: it has a server, a sender and an address of its own for the links. */
export const canMail = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Environment = process.env): boolean => Boolean(SMTP_URL && MAIL_FROM && PUBLIC_URL)

/** The domains whose addresses alone are taken; none: any. */
export const mailDomains = (): string[] =>
  (process.env.MAIL_DOMAINS ?? '')
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
    .filter(Boolean)

/** Opens the way out; undefined where the environment names none. */
export function openPost(environment: Environment = process.env): Post | undefined {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = environment
  if (!SMTP_URL || !MAIL_FROM || !PUBLIC_URL) return undefined
  const transport = createTransport(SMTP_URL, { from: MAIL_FROM })
  return {
    publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
    async send({ settingsPage, ...letter }) {
      await transport.sendMail({
        ...letter,
        headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${settingsPage}>` },
      })
    },
    close: () => transport.close(),
  }
}
