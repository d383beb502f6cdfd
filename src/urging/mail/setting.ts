/** What the environment says of e-mail; apart from the sending itself, so that only who sends loads the mail library. */
export type Environment = { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined; PUBLIC_URL?: string | undefined }

/** Whether this installation can send e-mail: it has a server, a sender and an address of its own for the links. */
export const canMail = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Environment = process.env): boolean => Boolean(SMTP_URL && MAIL_FROM && PUBLIC_URL)

/** The domains whose addresses alone are taken; none: any. */
export const mailDomains = (): string[] =>
  (process.env.MAIL_DOMAINS ?? '')
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
    .filter(Boolean)
