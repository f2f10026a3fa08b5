/**
 * node bench/run.mjs NAME [--json] [--runs N] [--strict] [--small] [key=value …]
 *
 * Runs one benchmark, `bench/NAME.ts`, against its peers, and prints the medians and the ratios.
 *
 * THE CONVENTION. `bench/NAME.ts` exports
 *   - `run(options: Options): Promise<Report>`: the work. `options.runs` is how often to repeat (5 unless told),
 *     `options.small` asks for a short trial of the script itself, `options.settings` holds the `key=value` words;
 *   - `peers = true` when it needs a package of `bench/peers` (then they are installed first, by `npm ci` there).
 * Types and tools are in `bench/measure.ts`: `interleaved` repeats contenders in turn, `ratio` compares two
 * medians with the target, `table` rows print themselves, `peer('name')` loads a package of bench/peers,
 * `script('NAME.part')` is the file of the bundled `bench/NAME.part.ts`, for a worker or a child process.
 *
 * The TypeScript is bundled by esbuild: packages of this repository from their sources (condition
 * `gavel-source`), packages of npm from node_modules at run time. `import.meta.url` in a source file stays that
 * source file's own address, so files beside it are found. The bundle lies in node_modules/.cache and is rebuilt
 * each time. `--strict` ends with 1 when a ratio misses its target; `--json` prints the report and nothing else.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..')

/** Files that belong to the harness and are no benchmark themselves. */
const harness = new Set(['run', 'measure', 'treaty', 'index'])
const names = readdirSync(here)
  .filter(file => /^[a-z]+\.ts$/.test(file) && !harness.has(basename(file, '.ts')))
  .map(file => basename(file, '.ts'))
  .sort()

/** The folder of a package in the root's node_modules, from what is imported of it. */
const installed = name =>
  join(root, 'node_modules', ...name.split('/').slice(0, name.startsWith('@') ? 2 : 1))

/** Sources keep their own address; npm packages stay outside the bundle, wherever they are installed. */
const gavelSources = {
  name: 'gavel-sources',
  setup(setup) {
    setup.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || path.startsWith('@gavel/') || pluginData === 'asked') return undefined
      if (isBuiltin(path) || existsSync(installed(path))) return { external: true }
      // A package that only one of ours has: it is named by its file.
      const found = await setup.resolve(path, { kind, resolveDir, pluginData: 'asked' })
      return { path: pathToFileURL(found.path).href, external: true }
    })
    setup.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }))
  },
}

const bundle = async (name, into) => {
  const parts = readdirSync(here).filter(file => file.startsWith(`${name}.`) && /\..+\.ts$/.test(file))
  const entries = Object.fromEntries(parts.map(file => [basename(file, '.ts'), join(here, file)]))
  await build({
    absWorkingDir: root,
    entryPoints: { [name]: join(here, `${name}.ts`), run: join(here, 'run.ts'), ...entries },
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['gavel-source'],
    plugins: [gavelSources],
    sourcemap: 'inline',
    logLevel: 'error',
  })
}

/** Installs bench/peers from its lock file, unless the installed set is newer than the lock. */
const installPeers = () => {
  const lock = join(here, 'peers/package-lock.json')
  const present = join(here, 'peers/node_modules/.package-lock.json')
  if (existsSync(present) && statSync(present).mtimeMs >= statSync(lock).mtimeMs) return
  process.stderr.write('installing the peers in bench/peers …\n')
  const npm = spawnSync('npm', ['ci', '--prefix', join(here, 'peers'), '--no-audit', '--no-fund'], {
    cwd: join(here, 'peers'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (npm.status !== 0) throw new Error('npm ci in bench/peers failed')
}

const [name, ...words] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  process.stderr.write(
    `usage: node bench/run.mjs NAME [--json] [--runs N] [--strict] [--small] [key=value …]\n`,
  )
  process.stderr.write(`benchmarks: ${names.join(', ')}\n`)
  process.exit(name === '--help' ? 0 : 2)
}
const cache = join(root, 'node_modules/.cache/gavel-bench', `${name}-${process.pid}`)
mkdirSync(cache, { recursive: true })
process.on('exit', () => rmSync(cache, { recursive: true, force: true }))
await bundle(name, cache)
globalThis.gavelBench = { scripts: cache, peers: join(here, 'peers') }
const bench = await import(pathToFileURL(join(cache, `${name}.mjs`)).href)
const { main } = await import(pathToFileURL(join(cache, 'run.mjs')).href)
if (bench.peers === true) installPeers()
process.exitCode = await main(name, bench.run, words)
