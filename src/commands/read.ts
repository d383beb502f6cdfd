import { access, constants, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { extractText } from '../directives/extraction/extract.ts'
import { readDirective } from '../directives/reading/read.ts'
import type { Reading } from '../directives/reading/reading.ts'
import { StartError } from '../kernel/errors.ts'
import { writeOut } from './output.ts'

/** Reads a document, seen from where the user stands, and prints what a clerk would read in it. */
export async function read(args: string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (files.length !== 1 || unknown)
    throw new StartError(unknown ? `There is no option ${unknown}.` : 'Say which file to read: trienkhai read FILE [--json]')
  const [file = ''] = files
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
  await access(path, constants.R_OK).catch(() => {
    throw new StartError(`${path} is not there, or may not be read.`)
  })
  const facts = await stat(path)
  if (facts.isDirectory()) throw new StartError(`${path} is a folder; say which file in it to read.`)
  if (facts.size === 0) throw new StartError(`${path} is empty (0 bytes).`)
  const sniffed = await fileTypeFromFile(path)
  const reading = readDirective(await extractText(path, file.split('/').pop() ?? file, sniffed?.mime ?? 'text/plain'))
  await writeOut(args.includes('--json') ? `${JSON.stringify(reading, null, 2)}\n` : listed(reading))
  return 0
}

function listed({ document, tasks }: Reading): string {
  const head = [document.kind, document.number, document.issuer && `(${document.issuer})`].filter(Boolean).join(' ')
  const line = (label: string, names: readonly string[]) => (names.length ? `   ${label}: ${names.join('; ')}\n` : '')
  const blocks = tasks.map(
    (task, i) =>
      `${i + 1}. ${task.text}\n${line('Chủ trì', task.lead)}${line('Phối hợp', task.coordinate)}${line('Trình, báo cáo', task.submitTo)}${line('Qua', task.via)}${line(
        'Thời hạn',
        task.milestones.map(({ worded, due }) => (due ? `${worded} → ${due}` : worded)),
      )}`,
  )
  return `${head}\n${tasks.length} nhiệm vụ\n\n${blocks.join('\n')}`
}
