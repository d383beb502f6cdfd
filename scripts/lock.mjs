// Completes package-lock.json after npm has written it. Packages with native code list one package for each kind of machine; where a
// registry has not got them all, npm leaves those out of the file, and its own "npm ci" then refuses the file. Each gets its line here.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const { packages } = lock
const known = Object.keys(packages).length

for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isThere = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => packages[place])
    if (isThere || !/^\d+\.\d+\.\d+/.test(version)) continue
    const { os, cpu, libc } = machine(name)
    packages[`node_modules/${name}`] = { version, cpu, dev: entry.dev, libc, optional: true, os }
  }
}

if (Object.keys(packages).length > known) {
  const [root, ...others] = Object.entries(packages)
  lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))])
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}

/** Such packages are named after the machine they are for: binding-linux-x64-musl. */
function machine(name) {
  const words = name.split(/[-/]/)
  const one = (of) => words.find((word) => of.includes(word))
  const os = one(['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'])
  const cpu = one(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 's390x', 'riscv64', 'wasm32', 'x64'])
  const libc = words.includes('musl') ? 'musl' : words.some((word) => /^gnu/.test(word)) ? 'glibc' : undefined
  return { os: os && [os], cpu: cpu && [cpu], libc: libc && [libc] }
}
