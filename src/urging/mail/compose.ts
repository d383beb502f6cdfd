import { sayPlace } from '../../directives/citing.ts'
import { fill, type Language } from '../../kernel/words.ts'
import { written } from '../../paper/sheets.ts'
import type { NoticeLine } from '../contract.ts'
import { countsSince, pathOf, secretWord } from '../rules.ts'
import { words } from '../words.ts'
import { words as mailWords } from './words.ts'

export type Told = NoticeLine & { forBody: string }
export type Composed = { subject: string; text: string; html: string }

/** So many things are named in a mail; the rest are counted. */
const named = 40

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200).trimEnd()}…` : text)

/** Kinds that tell something and ask for nothing. */
const news = new Set<NoticeLine['kind']>(['answered', 'urging-done', 'urging-lapsed', 'noted-change', 'template'])
/** Kinds whose day is one to keep; of the others it is one from which something waits. */
const byDay = new Set<NoticeLine['kind']>(['study', 'milestone', 'plan', 'urging', 'urged'])

/**
 * The mail that tells somebody of notices, as text and as simple HTML: what, by when, and a link to each, what is overdue first;
 * of secret directives nothing but that there is something.
 */
export function compose(person: string, told: readonly Told[], language: Language, publicUrl: string, today: string): Composed {
  const say = (key: keyof typeof mailWords, values = {}) => fill(mailWords[key], values)[language]
  const isOverdue = ({ kind, due }: Told) => byDay.has(kind) && due !== null && due < today
  const todo = told.filter(({ kind }) => !news.has(kind))
  const sum = (some: readonly Told[]) => some.reduce((count, one) => count + one.count, 0)
  const overdue = sum(todo.filter(isOverdue))
  const sort = todo.length === 0 ? 'News' : overdue > 0 ? 'Overdue' : ''
  const counts = { count: sum(told), todo: sum(todo), overdue, today: written(today) }
  const inOrder = told.toSorted((one, other) => Number(isOverdue(other)) - Number(isOverdue(one)))
  const lines = inOrder.slice(0, named).map((one) => ({
    ...lineOf(one, language, today),
    forBody: one.forBody,
    link: `${publicUrl}/${one.count > 1 ? `notices?of=${one.id}` : pathOf(one.page, one.thingId)}`,
  }))
  const bodies = [...Map.groupBy(lines, ({ forBody }) => forBody)]
  const more = sum(inOrder.slice(named))
  const settings = `${publicUrl}/notices/settings`

  const text = [
    say('greeting', { person }),
    '',
    say(`lead${sort}`, counts),
    ...bodies.flatMap(([body, some]) => [
      '',
      body.toUpperCase(),
      ...some.flatMap(({ head, about, link }) => ['', `- ${head}`, ...about.map((line) => `  ${line}`), `  ${link}`]),
    ]),
    ...(more > 0 ? ['', say('more', { count: more }), `${publicUrl}/notices`] : []),
    '',
    '--',
    say('footer'),
    settings,
  ].join('\n')

  const items = ([body, some]: (typeof bodies)[number]) =>
    `<h2 style="font-size:16px;margin:20px 0 6px">${safe(body)}</h2><ul style="padding-left:20px;margin:0">${some
      .map(
        ({ head, about, link }) =>
          `<li style="margin:0 0 10px"><a href="${safe(link)}" style="color:#b3121d">${safe(head)}</a>${about.map((line) => `<br>${safe(line)}`).join('')}</li>`,
      )
      .join('')}</ul>`
  const html = `<!doctype html><html lang="${language}"><body style="font-family:'Be Vietnam Pro',Arial,sans-serif;font-size:15px;line-height:1.5;color:#222">
<p>${safe(say('greeting', { person }))}</p><p>${safe(say(`lead${sort}`, counts))}</p>
${bodies.map(items).join('\n')}
${more > 0 ? `<p><a href="${safe(`${publicUrl}/notices`)}" style="color:#b3121d">${safe(say('more', { count: more }))}</a></p>` : ''}
<p style="font-size:13px;color:#666;border-top:1px solid #ddd;padding-top:10px">${safe(say('footer'))} <a href="${safe(settings)}" style="color:#666">${safe(settings)}</a></p></body></html>`
  return { subject: say(`subject${sort}`, counts), text, html }
}

function lineOf(one: Told, language: Language, today: string): { head: string; about: string[] } {
  const say = (key: keyof typeof mailWords, values = {}) => fill(mailWords[key], values)[language]
  const what = one.kind === 'milestone' && one.due ? say(one.due < today ? 'over' : 'soon') : words[one.kind][language]
  const head = [what, whenOf(one, language, today)].filter(Boolean).join(' – ')
  const others = one.count > 1 ? [say('others', { count: one.count - 1 })] : []
  if (one.isSecret) return { head, about: [words[secretWord[one.page]][language], ...others] }
  const address = one.page === 'urging' && one.address ? say('letterNumber', { number: one.address }) : sayPlace(one.address, language)
  const told = [address, short(one.text)].filter(Boolean).join(': ')
  return {
    head,
    about: [
      one.directiveName ? `${told} (${short(one.directiveName)})` : told,
      ...(one.bodyName !== one.forBody ? [say('other', { body: one.bodyName })] : []),
      ...others,
    ],
  }
}

function whenOf({ kind, due }: Told, language: Language, today: string): string {
  if (due === null) return ''
  const say = (key: keyof typeof mailWords, values = {}) => fill(mailWords[key], { day: written(due), ...values })[language]
  if (countsSince(kind)) return say(`when-${kind}`)
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(due)).days
  if (days === 0) return say('dueToday')
  return days > 0 ? say('dueOn', { days }) : say('overdueSince', { days: -days })
}
