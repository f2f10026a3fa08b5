import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'

const catalogue = /\/src\/(?:rooms\/[a-z]+\/)?words\/(en|ru|ar)\/(?!index)[a-z-]+\.ts$/

/** Messages are parsed when the app is built, so that the browser carries no parser of theirs. */
const compiledWords = (): Plugin => ({
  name: 'gavel-words',
  apply: 'build',
  async transform(_code, id) {
    if (!catalogue.test(id)) return null
    const { code } = await transformWithOxc(readFileSync(id, 'utf8'), id)
    const module: Record<string, Record<string, string>> = await import(
      `data:text/javascript,${encodeURIComponent(code.replace(/^import .*$/gm, ''))}`
    )
    return Object.entries(module)
      .map(([name, words]) => {
        const compiled = Object.fromEntries(
          Object.entries(words).map(([key, message]) => [key, compileMessage(message)]),
        )
        return `export const ${name} = ${JSON.stringify(compiled)}`
      })
      .join('\n')
  },
})

/** The list of what the service worker keeps: the application's own files, whatever they are called in this build. */
const kept = (): Plugin => ({
  name: 'gavel-kept',
  apply: 'build',
  generateBundle(_options, bundle) {
    const paths = Object.keys(bundle)
      .filter(
        name =>
          name.startsWith('assets/') && /\.(js|css)$/.test(name) && !/^assets\/(verify|reading)/.test(name),
      )
      .map(name => `/${name}`)
    this.emitFile({ type: 'asset', fileName: 'kept.json', source: JSON.stringify(paths) })
  },
})

/** Each file also in the two encodings browsers take, so that the server compresses nothing while it serves. */
const encoded = (): Plugin => ({
  name: 'gavel-encoded',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file.fileName)) continue
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        if (bytes.length < 1_024) continue
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
        this.emitFile({
          type: 'asset',
          fileName: `${file.fileName}.br`,
          source: brotliCompressSync(bytes, { params }),
        })
        this.emitFile({
          type: 'asset',
          fileName: `${file.fileName}.gz`,
          source: gzipSync(bytes, { level: 9 }),
        })
      }
    },
  },
})

// The one default export of the house: Vite looks for it.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compiledWords(), kept(), encoded()],
  resolve: { conditions: ['gavel-source', 'module', 'browser', 'production'] },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Weights are watched by a test, compressed, and by what a page loads.
    chunkSizeWarningLimit: 1_000,
    rollupOptions: {
      input: {
        app: 'index.html',
        reading: 'src/reading/reading.css',
        verify: 'src/record/verify-page.ts',
        worker: 'src/worker/worker.ts',
      },
      // A service worker is found under one name for ever; everything else is named after what is in it.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
