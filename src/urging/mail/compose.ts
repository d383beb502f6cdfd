import { fill, type Language } from '../../kernel/words.ts'
import type { NoticeLine } from '../contract.ts'
import { words } from '../words.ts'
import { words as mailWords } from './words.ts'

type Told = NoticeLine & { forBody: string }
export type Composed = { subject: string; text: string; html: string }

/** So many things are named in a mail; the rest are counted. */
const named = 40

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const written = (day: string) => day.split('-').reverse().join('-')
const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200).trimEnd()}…` : text)

/** The mail that tells somebody of notices, as text and as simple HTML: what, by when, and a link to each; of secret directives nothing but that there is something. */
export function compose(person: string, told: readonly Told[], language: Language, publicUrl: string, today: string): Composed {
  const say = (key: keyof typeof mailWords, values = {}) => fill(mailWords[key], values)[language]
  const overdue = told.filter((one) => isOverdue(one, today)).length
  const counts = { count: told.length, overdue }
  const lines = told
    .slice(0, named)
    .map((one) => ({ ...lineOf(one, language, today), forBody: one.forBody, link: `${publicUrl}/${pages[one.page]}/${one.thingId}` }))
  const bodies = [...Map.groupBy(lines, ({ forBody }) => forBody)]
  const more = told.length - lines.length
  const settings = `${publicUrl}/notices/settings`

  const text = [
    say('greeting', { person }),
    '',
    say(overdue ? 'leadOverdue' : 'lead', counts),
    ...bodies.flatMap(([body, some]) => [
      '',
      `${body}:`,
      ...some.flatMap(({ head, words, link }) => [`- ${head}${words ? `: ${words}` : ''}`, `  ${link}`]),
    ]),
    ...(more > 0 ? ['', say('more', { count: more }), `${publicUrl}/notices`] : []),
    '',
    say('footer'),
    settings,
  ].join('\n')

  const items = ([body, some]: (typeof bodies)[number]) =>
    `<h2 style="font-size:16px;margin:20px 0 6px">${safe(body)}</h2><ul style="padding-left:20px;margin:0">${some
      .map(
        ({ head, words, link }) =>
          `<li style="margin:0 0 10px"><a href="${safe(link)}" style="color:#b3121d">${safe(head)}</a>${words ? `<br>${safe(words)}` : ''}</li>`,
      )
      .join('')}</ul>`
  const html = `<!doctype html><html lang="${language}"><body style="font-family:'Be Vietnam Pro',Arial,sans-serif;font-size:15px;line-height:1.5;color:#222">
<p>${safe(say('greeting', { person }))}</p><p>${safe(say(overdue ? 'leadOverdue' : 'lead', counts))}</p>
${bodies.map(items).join('\n')}
${more > 0 ? `<p><a href="${safe(`${publicUrl}/notices`)}" style="color:#b3121d">${safe(say('more', { count: more }))}</a></p>` : ''}
<p style="font-size:13px;color:#666;border-top:1px solid #ddd;padding-top:10px">${safe(say('footer'))} <a href="${safe(settings)}" style="color:#666">${safe(settings)}</a></p></body></html>`
  return { subject: say(overdue ? 'subjectOverdue' : 'subject', counts), text, html }
}

const pages = { obligation: 'obligations', urging: 'urgings' } as const

const isOverdue = ({ kind, due }: Told, today: string) => (kind === 'milestone' || kind === 'urging') && due !== null && due < today

function lineOf(one: Told, language: Language, today: string): { head: string; words: string } {
  const what = words[one.kind][language]
  const when = one.due ? fill(mailWords[dueWord(one, today)], { day: written(one.due) })[language] : ''
  const head = [what, when].filter(Boolean).join(' – ')
  if (one.isSecret) return { head, words: words[one.page === 'urging' ? 'secretUrging' : 'secret'][language] }
  return { head, words: [one.address, short(one.text)].filter(Boolean).join(' – ') + (one.directiveTitle ? ` (${short(one.directiveTitle)})` : '') }
}

function dueWord(one: Told, today: string): 'since' | 'overdueSince' | 'dueOn' {
  if (one.kind === 'accept' || one.kind === 'verify' || one.kind === 'returned') return 'since'
  return isOverdue(one, today) ? 'overdueSince' : 'dueOn'
}
