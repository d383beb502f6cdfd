import { access, constants, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Extracted, Progress } from '../directives/extraction/extracted.ts'
import { limits } from '../directives/extraction/limits.ts'
import type { Reading } from '../directives/reading/reading.ts'
import { words } from '../directives/words.ts'
import { readFile } from '../extraction.ts'
import { Refusal, StartError } from '../kernel/errors.ts'
import { dayOf } from '../kernel/serve.ts'
import { fill } from '../kernel/words.ts'
import { written } from '../paper/sheets.ts'
import { akomaNtosoOf, csvOf, xlsxOf } from '../writing.ts'
import { writeOut } from './output.ts'

const formats = ['json', 'csv', 'xlsx', 'akn'] as const
type Format = (typeof formats)[number]

/** What a script is told by the exit code; 1 is a fault of the program. */
const exits = { usage: 2, missing: 3, unreadable: 4, locked: 5, empty: 6, tooLarge: 7 } as const
const refusals: readonly [keyof typeof words, keyof typeof exits][] = [
  ['locked', 'locked'],
  ['noText', 'empty'],
  ['nothingRecognised', 'empty'],
]

/** Why a file is not read, with the exit code that tells it. */
class ReadError extends StartError {
  constructor(message: string, { exitCode, ...options }: ErrorOptions & { exitCode: number }) {
    super(message, options)
    this.exitCode = exitCode
  }
}

/** Why a file could not be read, in both languages, with its exit code; what is no refusal stays as it is. */
function told(error: unknown, name: string): unknown {
  if (!(error instanceof Refusal)) return error
  const known = refusals.find(([word]) => fill(words[word], { name }).en === error.sentence.en)?.[1]
  const exitCode = exits[known ?? (error.kind === 'too-large' ? 'tooLarge' : 'unreadable')]
  return new ReadError(`${error.sentence.vi}\n${error.sentence.en}`, { exitCode, cause: error })
}

const usage = 'Xin ghi tệp cần đọc: / Say which file to read: trienkhai read FILE [--json | --csv | --xlsx | --akn] [--as-of YYYY-MM-DD]'

/** Reads a document, seen from where the user stands, and prints what a clerk would read in it. */
export async function read(args: string[]): Promise<number> {
  const { file, format, asOf } = asked(args)
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
  await admit(path)
  if (format === 'xlsx' && process.stdout.isTTY)
    throw new ReadError(
      'Bảng xlsx không in ra màn hình được; xin ghi vào tệp: / An xlsx is not for the screen; send it to a file: … --xlsx > nhiem-vu.xlsx',
      { exitCode: exits.usage },
    )
  const { reading, recognition } = await readFile(path, { tell: showProgress }).catch((error) => {
    throw told(error, basename(file))
  })
  for (const { why } of reading.doubts) process.stderr.write(`${why.vi}\n${why.en}\n`)
  await writeOut(await printed({ reading, recognition }, format, asOf))
  return 0
}

function asked(args: string[]): { file: string; format: Format | null; asOf: string } {
  const unknown = args.find((arg) => arg.startsWith('--') && !/^--(?:json|csv|xlsx|akn|as-of(?:=.*)?)$/s.test(arg))
  if (unknown) throw new ReadError(`Không có tùy chọn ${unknown}. / There is no option ${unknown}.`, { exitCode: exits.usage })
  const flag = { type: 'boolean' } as const
  const options = { json: flag, csv: flag, xlsx: flag, akn: flag, 'as-of': { type: 'string' } } as const
  const { values, positionals } = taken(() => parseArgs({ args, allowPositionals: true, options }))
  const chosen = formats.filter((one) => values[one])
  if (chosen.length > 1) {
    const named = (and: string) => chosen.map((one) => `--${one}`).join(` ${and} `)
    throw new ReadError(`Xin chọn một trong ${named('và')}. / Choose one of ${named('and')}.`, { exitCode: exits.usage })
  }
  if (positionals.length !== 1) throw new ReadError(usage, { exitCode: exits.usage })
  const day = values['as-of']
  return { file: positionals[0] as string, format: chosen[0] ?? null, asOf: day !== undefined ? dayIn(day) : dayOf(Temporal.Now.instant()) }
}

function taken<T>(parse: () => T): T {
  try {
    return parse()
  } catch {
    throw new ReadError(usage, { exitCode: exits.usage })
  }
}

/** A day as ISO has it, or as officials write it. */
function dayIn(said: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(said) ?? []
  try {
    return Temporal.PlainDate.from(year ? { year: Number(year), month: Number(month), day: Number(day) } : said, { overflow: 'reject' }).toString()
  } catch {
    throw new ReadError(`«${said}» không phải là ngày; xin ghi như 31-12-2013. / «${said}» is no day; write it as 2013-12-31 or 31-12-2013.`, {
      exitCode: exits.usage,
    })
  }
}

async function admit(path: string): Promise<void> {
  await access(path, constants.R_OK).catch(() => {
    throw new ReadError(`Không có tệp ${path}, hoặc không được phép đọc. / It is not there, or may not be read.`, { exitCode: exits.missing })
  })
  const facts = await stat(path)
  if (facts.isDirectory())
    throw new ReadError(`${path} là thư mục; xin ghi tệp cần đọc trong đó. / It is a folder; say which file in it to read.`, {
      exitCode: exits.missing,
    })
  if (!facts.isFile()) throw new ReadError(`${path} không phải là tệp. / It is no file.`, { exitCode: exits.missing })
  if (facts.size === 0) throw new ReadError(`${path} rỗng (0 byte). / It is empty (0 bytes).`, { exitCode: exits.empty })
  if (facts.size > limits.fileBytes)
    throw new ReadError(
      `${path} lớn hơn ${limits.fileBytes / 1024 / 1024} MB nên không đọc được. / It is larger than ${limits.fileBytes / 1024 / 1024} MB and can’t be read.`,
      { exitCode: exits.tooLarge },
    )
}

/** A scan takes minutes: whoever looks on sees how far it is. */
function showProgress({ done, of, isRecognising }: Progress): void {
  if (isRecognising && process.stderr.isTTY) process.stderr.write(`\rRecognising page ${done + 1} of ${of} …${done + 1 === of ? '\n' : ''}`)
}

async function printed({ reading, recognition }: { reading: Reading; recognition: Extracted['recognition'] }, format: Format | null, asOf: string) {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...reading, recognition, asOf }, null, 2)}\n`
    case 'csv':
      return csvOf(reading, 'vi', asOf)
    case 'akn':
      return akomaNtosoOf(reading)
    case 'xlsx':
      return xlsxOf(reading, 'vi', asOf)
    default:
      return listed(reading, recognition)
  }
}

function listed({ document, tasks }: Reading, recognition: Extracted['recognition']): string {
  const head = [document.kind, document.number, document.date && `ngày ${written(document.date)}`, document.issuer && `(${document.issuer})`]
    .filter(Boolean)
    .join(' ')
  const scanned = recognition
    ? `Nhận dạng từ bản chụp: ${recognition.pages} trang, độ tin cậy ${recognition.confidence} %, ${recognition.doubtful.length} trên ${recognition.words} từ cần xem lại\n`
    : ''
  const line = (label: string, names: readonly string[]) => (names.length ? `   ${label}: ${names.join('; ')}\n` : '')
  const blocks = tasks.map(
    (task, i) =>
      `${i + 1}. ${task.text}\n${line('Chủ trì', task.lead)}${line('Phối hợp', task.coordinate)}${line('Trình, báo cáo', task.submitTo)}${line('Qua', task.via)}${line('Theo dõi, đôn đốc', task.followUp)}${line(
        'Thời hạn',
        task.milestones.map(({ worded, due }) => (due ? `${worded} → ${written(due)}` : worded)),
      )}${line(
        'Sản phẩm',
        task.products.map(({ name }) => name),
      )}`,
  )
  return `${head}\n${scanned}${tasks.length} nhiệm vụ\n\n${blocks.join('\n')}`
}
