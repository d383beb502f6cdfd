import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Endpoints, parametersOf } from './kernel/endpoint.ts'

/** The story's order: a slice knows the kernel and the slices before it. */
const story = 'organisations people directives tasks dissemination plans deliverables reports obstacles inspections staffing urging overview'.split(
  ' ',
)
/** What every slice may use besides the kernel: what is put on paper, as sheets and as official letters. It knows the kernel alone. */
const paper = 'paper'
/** The most lines a file may have. */
const fileLimit = 400
/** The most lines the kernel may have in all, without its tests, the generated row types and the embedded PostgreSQL. */
const kernelLimit = 1000
/** Where JavaScript's own `Date` is allowed, because an interface of the platform asks for it. */
const mayUseDate = new Set(['ui/ask.ts', 'ui/days.ts', 'kernel/postgres.test.ts'])
/** Written by a program, not by hand. */
const generated = 'kernel/tables.ts'

type Import = { from: string; isType: boolean }
type Source = { path: string; text: string; imports: Import[] }

const root = fileURLToPath(new URL('.', import.meta.url))
const importing = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** What a file imports: its own modules as paths under `src`, packages by their names. */
function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(importing)].map(([, type, named, dynamic]) => {
    const from = (named ?? dynamic) as string
    return { from: from.startsWith('.') ? relative(root, join(root, dirname(path), from)) : from, isType: type !== undefined }
  })
}

const paths = globSync('**/*.{ts,tsx,css}', { cwd: root }).sort()
const all: Source[] = paths.map((path) => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, imports: path.endsWith('.css') ? [] : importsOf(path, text) }
})
const sources = all.filter(({ path }) => !path.endsWith('.test.ts') && !path.endsWith('.css'))
const byPath = new Map(sources.map((source) => [source.path, source]))

const homeOf = (path: string) => path.split('/')[0] as string
const rankOf = (path: string) => story.indexOf(homeOf(path))
const nameOf = (path: string) => path.split('/').at(-1) as string
const isOwnModule = (from: string) => /\.(tsx?|css)$/.test(from)
const isPage = (path: string) => path.endsWith('.tsx') || path.startsWith('ui/')
/** All that the programs of the server reach by imports, of values or of types. */
const onServer = new Set<string>()
const reach = (path: string) => {
  if (onServer.has(path) || isPage(path)) return
  onServer.add(path)
  for (const { from } of byPath.get(path)?.imports ?? []) reach(from)
}
for (const { path } of sources) if (!path.includes('/') || ['commands', 'example', 'kernel'].includes(homeOf(path))) reach(path)
/** Pages, and what only pages use. */
const isBrowser = (path: string) => isPage(path) || !onServer.has(path)
/** In a slice, or in a part of one that has the same few files: `plans/coverage/queries.ts`. */
const isQueries = (path: string) => /^\w+\/(\w+\/)?queries(\.ts$|\/)/.test(path)
const isActions = (path: string) => /^\w+\/(\w+\/)?actions(\.ts$|\/)/.test(path)
const ownOrUpper = (path: string, from: string) => rankOf(from) >= 0 && rankOf(from) <= rankOf(path)

/** Every import of the chosen files that a rule does not allow, as «file ← module». */
const offences = (chosen: (source: Source) => boolean, allows: (found: Import, source: Source) => boolean) =>
  sources.filter(chosen).flatMap((source) => source.imports.filter((found) => !allows(found, source)).map(({ from }) => `${source.path} ← ${from}`))

const contracts = await Promise.all(
  sources.filter(({ path }) => nameOf(path) === 'contract.ts').map(async ({ path }) => (await import(`./${path}`)) as { endpoints: Endpoints }),
)
const endpoints = contracts.flatMap((contract) => Object.entries(contract.endpoints))

describe('the house', () => {
  test('the imports are read at all', () => {
    assert.ok(sources.length > 60)
    assert.deepEqual(importsOf('tasks/actions/x.ts', "import { a } from '../rules.ts'\nimport type { B } from 'zod'\nimport './x.css'"), [
      { from: 'tasks/rules.ts', isType: false },
      { from: 'zod', isType: true },
      { from: 'tasks/actions/x.css', isType: false },
    ])
  })

  test('a slice imports only the kernel, the look, and slices before it in the story', () => {
    const allows = ({ from }: Import, { path }: Source) =>
      !isOwnModule(from) || ['kernel', paper].includes(homeOf(from)) || (isBrowser(path) && homeOf(from) === 'ui') || ownOrUpper(path, from)
    assert.deepEqual(
      offences(({ path }) => rankOf(path) >= 0, allows),
      [],
    )
  })

  test('every folder is the kernel, the look, the start or a slice of the story', () => {
    const known = new Set(['kernel', 'ui', paper, 'example', 'commands', ...story])
    assert.deepEqual(
      [...new Set(all.map(({ path }) => path).filter((path) => path.includes('/')))].filter((path) => !known.has(homeOf(path))),
      [],
    )
  })

  test('the kernel imports no slice, and what puts things on paper the kernel alone', () => {
    assert.deepEqual(
      offences(
        ({ path }) => ['kernel', paper].includes(homeOf(path)),
        ({ from }, { path }) => !isOwnModule(from) || ['kernel', homeOf(path)].includes(homeOf(from)),
      ),
      [],
    )
  })

  test('a contract imports only zod, the kernel’s endpoint.ts and contracts before it', () => {
    assert.deepEqual(
      offences(
        ({ path }) => nameOf(path) === 'contract.ts',
        ({ from }, { path }) => from === 'zod' || from === 'kernel/endpoint.ts' || (nameOf(from) === 'contract.ts' && ownOrUpper(path, from)),
      ),
      [],
    )
  })

  test('rules import only contracts and rules of their own slice and those before it', () => {
    assert.deepEqual(
      offences(
        ({ path }) => nameOf(path) === 'rules.ts',
        ({ from }, { path }) => ['contract.ts', 'rules.ts'].includes(nameOf(from)) && ownOrUpper(path, from),
      ),
      [],
    )
  })

  test('words import only the form of a word', () => {
    assert.deepEqual(
      offences(
        ({ path }) => nameOf(path) === 'words.ts' && rankOf(path) >= 0,
        ({ from }) => from === 'kernel/words.ts',
      ),
      [],
    )
  })

  test('queries import only kysely, the kernel, and queries, sight, reach, rules, closed lists and types of their own slice and those before it', () => {
    const allows = ({ from, isType }: Import, { path }: Source) => {
      if (!isOwnModule(from)) return from === 'kysely' || (from === 'zod' && isType)
      if (homeOf(from) === 'kernel') return true
      if (!ownOrUpper(path, from)) return false
      return isQueries(from) || ['sight.ts', 'reach.ts', 'rules.ts', 'contract.ts'].includes(nameOf(from)) || (isType && !isActions(from))
    }
    assert.deepEqual(
      offences(({ path }) => isQueries(path), allows),
      [],
    )
  })

  test('what the browser is sent reaches nothing of the server', () => {
    const forServer = (path: string, from: string) =>
      isQueries(path) ||
      isActions(path) ||
      [
        'node:',
        'pg',
        'kysely',
        'fastify',
        '@fastify/',
        'pino',
        'better-auth',
        'saxes',
        'yauzl',
        'htmlparser2',
        'pdfjs-dist',
        'tesseract.js',
        'utif2',
        '@napi-rs/canvas',
        'exceljs',
        'docx',
        'nodemailer',
        'graphile-worker',
      ].some((name) => from === name || (/[:/]$/.test(name) && from.startsWith(name)))
    const seen = new Set<string>()
    const found: string[] = []
    const walk = (path: string, way: string) => {
      const source = byPath.get(path)
      if (!source || seen.has(path)) return
      seen.add(path)
      if (isQueries(path) || isActions(path)) found.push(way)
      for (const { from, isType } of source.imports) {
        if (isType) continue
        if (forServer(path, from)) found.push(`${way} ← ${from}`)
        if (isOwnModule(from)) walk(from, `${way} ← ${from}`)
      }
    }
    for (const { path } of sources.filter(({ path }) => isBrowser(path))) walk(path, path)
    assert.deepEqual(found, [])
  })

  test('a page asks for types of contracts, rules and words, not of the server', () => {
    assert.deepEqual(
      offences(
        ({ path }) => isBrowser(path),
        ({ from }) =>
          !isOwnModule(from) || !(isQueries(from) || isActions(from) || ['kernel/database.ts', 'kernel/serve.ts', generated].includes(from)),
      ),
      [],
    )
  })

  test('the server imports no page', () => {
    assert.deepEqual(
      offences(
        ({ path }) => !isBrowser(path),
        ({ from }) => !isOwnModule(from) || !isPage(from),
      ),
      [],
    )
  })

  test('no file is called by a word that says nothing', () => {
    assert.deepEqual(
      paths.filter((path) => /(^|\/)(utils?|helpers?|common|types|misc|shared)(\/|\.)/.test(path)),
      [],
    )
  })

  test(`no file is longer than ${fileLimit} lines`, () => {
    const lines = ({ text }: Source) => text.trimEnd().split('\n').length
    assert.deepEqual(
      all.filter((source) => source.path !== generated && lines(source) > fileLimit).map((source) => `${source.path}: ${lines(source)}`),
      [],
    )
    const kernel = sources.filter(({ path }) => homeOf(path) === 'kernel' && path !== generated && !/^kernel\/postgres(\.ts|\/)/.test(path))
    const total = kernel.reduce((sum, source) => sum + lines(source), 0)
    assert.ok(total <= kernelLimit, `the kernel has ${total} lines`)
  })

  test('days and instants are Temporal, never Date', () => {
    assert.deepEqual(
      all
        .filter(({ path, text }) => path !== 'architecture.test.ts' && !mayUseDate.has(path) && /\bnew Date\(|\bDate\.now\(/.test(text))
        .map(({ path }) => path),
      [],
    )
  })

  test('no classes but errors', () => {
    const named = /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+(\w+)(?:\s+extends\s+(\w+))?/gm
    const found = sources.flatMap(({ path, text }) =>
      [...text.matchAll(named)].filter(([, , base]) => !base?.endsWith('Error')).map(([, name]) => `${path}: ${name}`),
    )
    assert.deepEqual(found, [])
  })

  test('every table says what it holds', () => {
    const folder = new URL('../migrations/', import.meta.url)
    const text = globSync('*.sql', { cwd: fileURLToPath(folder) })
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n')
    const tables = [...text.matchAll(/^create table (?:if not exists )?(\w+)/gm)].map(([, name]) => name as string)
    assert.ok(tables.length > 20)
    assert.deepEqual(
      tables.filter((name) => !new RegExp(`comment on table ${name} is '([^']|''){20,}`).test(text)),
      [],
    )
  })

  test('every endpoint says in a sentence what it does', () => {
    assert.deepEqual(
      endpoints.filter(([, { does }]) => !/^\p{Lu}.{8,}\.$/su.test(does)).map(([name, { does }]) => `${name}: ${does}`),
      [],
    )
  })

  test('every endpoint has a name and an address of its own, and takes what its address asks for', () => {
    const addresses = endpoints.map(([, { kind, path }]) => `${kind === 'write' ? 'POST' : 'GET'} ${path.replace(/:\w+/g, ':')}`)
    assert.deepEqual(
      addresses.filter((address, i) => addresses.indexOf(address) !== i),
      [],
    )
    const names = endpoints.map(([name]) => name)
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    )
    assert.deepEqual(
      endpoints.filter(([, { path, input }]) => parametersOf(path).some((parameter) => !(parameter in input.shape))).map(([name]) => name),
      [],
    )
  })
})
