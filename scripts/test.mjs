/**
 * `npm test`: installs what is missing, then runs everything: build, types, lint, dead code, every test (three stores,
 * a real PostgreSQL, a real browser, crashes). Arguments are passed on to the test runner: `npm test -- --coverage`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bin, build, ensureChromium, ensureInstalled, ensurePostgres, root, run, step } from './steps.mjs'

ensureInstalled()
const env = { ...ensurePostgres(), ...ensureChromium() }
build()
step('types of the tests', bin('tsc'), ['-p', 'tsconfig.tests.json', '--noEmit', '--pretty', 'false'])
step('lint and format', bin('biome'), ['check', '--error-on-warnings', '.'])
step('dead code and dependencies', bin('knip'), [])

const report = join(root, '.cache', 'tests.json')
mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(report, { force: true })
console.log('\n— tests')
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]
const code = run(bin('vitest'), args, env)
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(report, 'utf8'),
)
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`)
process.exit(code)
