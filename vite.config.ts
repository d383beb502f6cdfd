import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const dist = resolve(import.meta.dirname, 'dist')

/** Says what the browser must fetch before the first page shows, and fails the build when its script weighs over 400 kB gzipped. */
function weigh(limit: number): Plugin {
  const firstPage = /^(SignInPage|MyWorkPage)/
  return {
    name: 'weigh-first-load',
    apply: 'build',
    writeBundle(_options, bundle) {
      const needed = new Set<string>()
      const follow = (file: string): void => {
        const chunk = bundle[file]
        if (needed.has(file) || chunk?.type !== 'chunk') return
        needed.add(file)
        for (const imported of chunk.imports) follow(imported)
      }
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && (chunk.isEntry || firstPage.test(chunk.name))) follow(chunk.fileName)
      const kilobytes = [...needed].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1000
      const whole = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'))
      this.info(`first load: ${kilobytes.toFixed(0)} kB of gzipped script in ${needed.size} files (limit ${limit}); ${whole.length} scripts in all`)
      if (kilobytes > limit) this.error(`The first load weighs ${kilobytes.toFixed(0)} kB gzipped; the limit is ${limit}.`)
    },
  }
}

export default defineConfig({
  root: resolve(import.meta.dirname, 'src/ui'),
  publicDir: false,
  plugins: [react(), weigh(400)],
  build: {
    outDir: dist,
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    target: 'baseline-widely-available',
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'base', test: /node_modules[\\/](react|react-dom|scheduler|zod|@tanstack)[\\/]/ }] } },
    },
    chunkSizeWarningLimit: 1500,
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
})
