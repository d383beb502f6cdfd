import { SaxesParser } from 'saxes'
import { limits } from '../limits.ts'
import { Unfit } from '../unfit.ts'
import { words } from '../words.ts'

/** An element of a docx part; `w:` stands before the names of Word's own, whatever the file calls them. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

const wordNamespaces = new Set(['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'])
const chunk = 1 << 16

/**
 * Walks through a part and hands out each element that stands right inside `parent`, whole; what was handed out is let go. A document type is refused, and with it all entities but XML's own five, so none can
 * multiply; so is what is nested or heaped up beyond measure.
 */
export function walk(bytes: Buffer, parent: string, take: (element: Element) => void): void {
  const parser = new SaxesParser()
  const open: Element[] = []
  let renamed = ''
  let elements = 0
  let at = -1
  let depth = 0
  const named = (name: string) => (renamed && name.startsWith(renamed) ? `w:${name.slice(renamed.length)}` : name)
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Unfit('invalid', words.declares)
  })
  parser.on('opentag', ({ name: given, attributes }) => {
    if (depth === 0) renamed = prefixOf(attributes)
    const name = named(given)
    if (++depth > limits.depth) throw new Unfit('invalid', words.tooDeep, { limit: limits.depth })
    if (at >= 0) {
      if (++elements > limits.elements) throw new Unfit('too-large', words.tooManyElements, { limit: limits.elements })
      const own = renamed ? Object.fromEntries(Object.entries(attributes).map(([key, value]) => [named(key), value])) : attributes
      const element: Element = { name, attributes: own, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    } else if (name === parent) at = depth
  })
  parser.on('closetag', () => {
    if (at >= 0 && depth === at) at = -1
    else if (at >= 0) {
      const element = open.pop()
      if (element && depth === at + 1) {
        elements = 0
        take(element)
      }
    }
    depth--
  })
  const keep = (text: string) => void (at >= 0 && open.at(-1)?.children.push(text))
  parser.on('text', keep)
  parser.on('cdata', keep)
  const text = decoded(bytes)
  for (let from = 0; from < text.length; from += chunk) parser.write(text.slice(from, from + chunk))
  parser.close()
}

function prefixOf(attributes: Record<string, string>): string {
  for (const [key, value] of Object.entries(attributes))
    if (wordNamespaces.has(value)) return key === 'xmlns:w' ? '' : `${key.slice('xmlns:'.length)}:`
  return ''
}

const decoded = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8').decode(bytes)

/** The first element of a name right inside another. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child): child is Element => typeof child !== 'string' && child.name === name)

/** The elements right inside another. */
export const childrenOf = (element: Element | undefined): Element[] =>
  element?.children.filter((child): child is Element => typeof child !== 'string') ?? []

/** The value of an element right inside another: `<w:ilvl w:val="0"/>`. */
export const valueIn = (element: Element | undefined, name: string): string | undefined => childOf(element, name)?.attributes['w:val']

/** Whether a property is switched on: it is there and does not say otherwise; undefined where it is not there. */
export function switched(element: Element | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  return found && !/^(?:0|false|off)$/.test(found.attributes['w:val'] ?? '')
}
