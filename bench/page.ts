import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, loadConfigFromFile, type Plugin, type PluginOption, type Rolldown } from 'vite'
import { report, say } from './measure.ts'

const limit = 400

/** Builds the page in memory and weighs its scripts. */
export async function run(): Promise<void> {
  say('page: building …')
  const chunks = await buildPage()
  const weights = new Map(chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code).length / 1000]))
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const gather = (files: readonly string[], into = new Set<string>()): Set<string> => {
    for (const file of files) if (byName.has(file) && !into.has(file)) gather(byName.get(file)?.imports ?? [], into.add(file))
    return into
  }
  const weigh = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + (weights.get(file) ?? 0), 0)
  const page = { setting: { bench: 'page' } }
  const first = gather(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName))
  report(page, { measure: 'script of the first load, gzipped', value: weigh(first), unit: 'kB', goal: limit, samples: first.size })
  const routes = chunks.filter((chunk) => chunk.isDynamicEntry && !first.has(chunk.fileName)).sort((a, b) => a.name.localeCompare(b.name))
  for (const route of routes)
    report(page, {
      measure: `${route.name}, added to that`,
      value: weigh([...gather([route.fileName])].filter((file) => !first.has(file))),
      unit: 'kB',
    })
  report(page, { measure: 'all scripts', value: weigh(weights.keys()), unit: 'kB' })
}

async function buildPage(): Promise<Rolldown.OutputChunk[]> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, fileURLToPath(new URL('../vite.config.ts', import.meta.url)))
  if (!loaded) throw new Error('vite.config.ts could not be read')
  const built = await build({
    ...loaded.config,
    configFile: false,
    logLevel: 'warn',
    plugins: await withoutWeighing(loaded.config.plugins ?? []),
    build: { ...loaded.config.build, write: false },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'))
}

/** Everything but the plugin that weighs what was written to disk: here nothing is. */
async function withoutWeighing(plugins: PluginOption[]): Promise<PluginOption[]> {
  const all = (await Promise.all(plugins.flat(9))).flat(9) as (Plugin | false | null | undefined)[]
  return all.filter((plugin) => plugin && plugin.name !== 'weigh-first-load')
}
