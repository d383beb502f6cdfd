import { hyphenated } from '../../paper/hyphenated.ts'
import { citedIn } from '../reading/head/letterhead.ts'
import type { CitedDocument, Provision } from '../reading/reading.ts'
import type { Written, WrittenTask } from './written.ts'

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
/** The namespace of what Akoma Ntoso has no element for: the tasks. */
const ownNamespace = 'urn:trienkhai:tasks:1'
const source = '#trienkhai'
/** Where the document gives no day: Akoma Ntoso asks for one, and this is none that anybody would take for it. */
const noDay = '0001-01-01'

/** Elements of the hierarchy that Akoma Ntoso has by the same name; the others are containers with a name of their own. */
const ownElements = new Set<Provision['kind']>(['part', 'chapter', 'section', 'article', 'point', 'indent', 'paragraph'])
const longestHeading = 220

/** A document in Akoma Ntoso 3.0, every word of it in its order: provisions under their addresses, what stands outside them in its place, the tasks among what the standard leaves to others. */
export function akomaNtosoOf(written: Written): string {
  const { text, document, provisions } = written
  const first = provisions.reduce((least, { span }) => Math.min(least, span[0]), text.length)
  const last = provisions.reduce((most, { span }) => Math.max(most, span[1]), 0)
  const preface = linesOf(text.slice(0, first))
  const ending = provisions.length ? linesOf(text.slice(last)) : []
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${namespace}">
<doc name="${slug(document.kind ?? 'van-ban')}">
${metaOf(written)}
${preface.length ? `<preface>${preface.map(block).join('')}</preface>\n` : ''}<mainBody eId="body">
${bodyOf(written)}
</mainBody>
${ending.length ? `<conclusions eId="conclusions">${ending.map(block).join('')}</conclusions>\n` : ''}</doc>
</akomaNtoso>
`
}

function metaOf({ document, tasks }: Written): string {
  const { kind, number, date, issuer } = document
  const author = slug(issuer ?? '') || 'chua-ro'
  const work = `/akn/vn/doc/${slug(kind ?? 'van-ban')}/${author}/${date ?? noDay}/${slug(number ?? '') || 'khong-so'}`
  const day = `<FRBRdate date="${date ?? noDay}" name="${date ? 'issued' : 'unknown'}"/>`
  const by = '<FRBRauthor href="#issuer"/>'
  const level = (name: string, uri: string, more: string) =>
    `<${name}><FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/>${day}${by}${more}</${name}>`
  const cited = [
    ...citedAs(
      'ground',
      document.grounds.flatMap((words) => citedIn(words).slice(0, 1)),
    ),
    ...citedAs('implements', document.implements),
    ...citedAs('amends', document.amends),
    ...citedAs('replaces', document.replaces),
  ]
  return `<meta>
<identification source="${source}">
${level('FRBRWork', work, `<FRBRcountry value="vn"/>${number ? `<FRBRnumber value="${attribute(number)}"/>` : ''}`)}
${level('FRBRExpression', `${work}/vie@`, '<FRBRlanguage language="vie"/>')}
${level('FRBRManifestation', `${work}/vie@.xml`, '<FRBRformat value="application/akn+xml"/>')}
</identification>
<references source="${source}">
<TLCOrganization eId="issuer" href="/akn/ontology/organization/vn/${author}" showAs="${attribute(issuer ?? 'chưa rõ')}"/>
<TLCOrganization eId="trienkhai" href="/akn/ontology/organization/vn/trienkhai" showAs="Triển Khai"/>
${cited.join('\n')}
</references>
${tasks.length ? `<proprietary source="${source}"><tasks xmlns="${ownNamespace}">\n${tasks.map(taskOf).join('\n')}\n</tasks></proprietary>` : ''}
</meta>`
}

/** Documents named, each under what it is to this one. */
const citedAs = (relation: string, cited: readonly CitedDocument[]): string[] =>
  cited.map(
    ({ kind, number, date, issuer }, i) =>
      `<TLCReference eId="${relation}_${i + 1}" name="${relation}" href="/akn/vn/doc/${slug(kind)}/${issuer ? `${slug(issuer)}/` : ''}${date ?? noDay}/${slug(number ?? '') || 'khong-so'}" showAs="${attribute([kind, number].filter(Boolean).join(' '))}"/>`,
  )

function taskOf(task: WrittenTask): string {
  const named = (role: string, names: readonly string[]) => names.map((name) => `<body role="${role}">${words(name)}</body>`).join('')
  const milestones = task.milestones.map(
    ({ worded, due, kind }) => `<milestone kind="${kind}"${due ? ` due="${due}"` : ''}>${words(worded)}</milestone>`,
  )
  return `<task${task.address ? ` provision="#${attribute(task.address)}"` : ''}${task.standing ? ' standing="true"' : ''}><text>${words(task.text)}</text>${named('lead', task.lead)}${named('coordinate', task.coordinate)}${named('advise', task.advise)}${named('submit-to', task.submitTo)}${named('via', task.via)}${named('follow-up', task.followUp)}${milestones.join('')}${task.conditions.map((one) => `<condition>${words(one)}</condition>`).join('')}${task.products.map(({ name }) => `<product>${words(name)}</product>`).join('')}${(task.doubts ?? []).map(({ field, why }) => `<doubt field="${attribute(field)}">${words(why.vi)}</doubt>`).join('')}</task>`
}

function bodyOf({ text, provisions }: Written): string {
  const children = Map.groupBy(provisions, ({ parent }) => parent)
  const known = new Set(provisions.map(({ address }) => address))
  const roots = provisions.filter(({ parent }) => parent === null || !known.has(parent))
  // Words between two provisions stand before the second, at its height; those over the first and after the last are head and foot.
  const ordered = [...provisions].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  const between = new Map<string, string[]>()
  let at = ordered[0]?.span[0] ?? 0
  for (const { address, span } of ordered) {
    const lines = span[0] > at ? linesOf(text.slice(at, span[0])) : []
    if (lines.length) between.set(address, lines)
    at = Math.max(at, span[1])
  }
  const out: string[] = []
  const open: { provision: Provision; isOpened: boolean }[] = roots.toReversed().map((provision) => ({ provision, isOpened: false }))
  // A stack, not a call in a call: how deep a document nests is not ours to say.
  while (open.length) {
    const { provision, isOpened } = open.pop() as (typeof open)[number]
    const under = children.get(provision.address) ?? []
    const name = ownElements.has(provision.kind) ? provision.kind : 'hcontainer'
    if (isOpened) {
      out.push(`</${name}>`)
      continue
    }
    const lines = between.get(provision.address)
    if (lines)
      out.push(`<hcontainer name="text" eId="${attribute(provision.address)}__before"><content>${lines.map(block).join('')}</content></hcontainer>`)
    out.push(
      `<${name}${name === 'hcontainer' ? ` name="${provision.kind}"` : ''} eId="${attribute(provision.address)}">${provision.kind === 'row' ? cellsOf(text.slice(...provision.span), under.length > 0) : ownOf(provision, under.length > 0)}`,
    )
    if (under.length === 0) out.push(`</${name}>`)
    else open.push({ provision, isOpened: true }, ...under.toReversed().map((child) => ({ provision: child, isOpened: false })))
  }
  return out.length ? out.join('\n') : `<p>${words(text.trim())}</p>`
}

/** A provision's own words: a heading or an introduction over others, or all there is. */
function ownOf({ label, text }: Provision, isOver: boolean): string {
  const number = label ? `<num>${words(label)}</num>` : ''
  if (!isOver) return `${number}<content>${block(text)}</content>`
  if (!text) return number
  const isHeading = text.length <= longestHeading && !/[.;:,]$/.test(text)
  return isHeading ? `${number}<heading>${words(text)}</heading>` : `${number}<intro>${block(text)}</intro>`
}

/** A row of a table: a block for each cell, its number too. */
function cellsOf(row: string, isOver: boolean): string {
  const cells = row
    .split(/[|\t]/)
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter((cell) => cell !== '')
  const name = isOver ? 'intro' : 'content'
  return `<${name}>${cells.map(block).join('') || '<p/>'}</${name}>`
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[|\s]+|[|\s]+$/g, ''))
    .filter((line) => line !== '')

const block = (text: string): string => `<p>${words(text)}</p>`

/** What XML can’t hold is left out: signs that steer a printer, halves of characters. */
const words = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
const attribute = (text: string): string =>
  words(text)
    .replaceAll('"', '&quot;')
    .replace(/[\n\t]/g, ' ')

/** A name as part of an address. */
const slug = (text: string): string => hyphenated(text).slice(0, 120)
