import { gap, line, type Part } from '../parts.ts'
import { openArchive } from './archive.ts'
import { partsOf, type Setting } from './body.ts'
import { numberingOf } from './numbering.ts'
import { stylesOf } from './styles.ts'
import { walk } from './xml.ts'

/**
 * A docx as its reader sees it: numbers and bullets that Word only works out while printing, tables with their merged cells, text boxes; inserted words and not the deleted ones. The heads
 * and feet of pages are left out; footnotes stand at the end.
 */
export async function partsOfDocx(bytes: Buffer): Promise<Part[]> {
  const archive = await openArchive(bytes)
  const main = (await targetOf(await archive.partOf('_rels/.rels'), '', 'officeDocument')) ?? 'word/document.xml'
  const body = await archive.partOf(main)
  if (!body) throw new Error('the archive holds no document')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = await archive.partOf(`${folder}_rels/${main.slice(folder.length)}.rels`)
  const related = async (kind: string) => archive.partOf((await targetOf(relations, folder, kind)) ?? `${folder}${kind}.xml`)
  const styles = stylesOf(await related('styles'))
  const setting: Setting = { styles, numbering: numberingOf(await related('numbering'), styles), footnotes: [], carried: '' }
  const parts: Part[] = []
  walk(body, 'w:body', (element) => {
    for (const part of partsOf(setting, element)) parts.push(part)
  })
  if (setting.carried.trim()) parts.push(line(setting.carried.trim()))
  return [...parts, ...(await footnotesOf(setting, await related('footnotes'), await related('endnotes')))]
}

async function targetOf(relations: Buffer | undefined, folder: string, kind: string): Promise<string | undefined> {
  let target: string | undefined
  if (relations)
    walk(relations, 'Relationships', ({ attributes }) => {
      if (attributes.Type?.endsWith(`/${kind}`) && attributes.TargetMode !== 'External') target ??= attributes.Target
    })
  return target === undefined ? undefined : target.startsWith('/') ? target.slice(1) : `${folder}${target}`
}

async function footnotesOf(setting: Setting, footnotes: Buffer | undefined, endnotes: Buffer | undefined): Promise<Part[]> {
  if (setting.footnotes.length === 0) return []
  const asked = [...setting.footnotes]
  const found = new Map<string, string>()
  for (const [part, root, kind] of [
    [footnotes, 'w:footnotes', 'footnote'],
    [endnotes, 'w:endnotes', 'endnote'],
  ] as const)
    if (part)
      walk(part, root, (element) => {
        const words = partsOf(setting, { ...element, name: 'w:body' }).flatMap((one) => (one.kind === 'line' ? [one.text] : []))
        found.set(`${kind} ${element.attributes['w:id'] ?? ''}`, words.join(' '))
      })
  const notes = asked.flatMap((id, i) => (found.get(id) ? [line(`[${i + 1}] ${found.get(id)}`)] : []))
  return notes.length ? [gap, ...notes] : []
}
