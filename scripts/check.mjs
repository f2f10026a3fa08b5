/**
 * `npm run check`: what one runs while working. Types, lint, walls and the tests of the packages in this process;
 * not the crashes, the browser or PostgreSQL (`npm test` has those).
 */
import { availableParallelism } from 'node:os'
import { bin, build, ensureInstalled, step } from './steps.mjs'

ensureInstalled()
build()
step('types of the tests', bin('tsc'), [
  '-p',
  'tsconfig.tests.json',
  '--incremental',
  '--tsBuildInfoFile',
  '.cache/tests.tsbuildinfo',
  '--noEmit',
  '--pretty',
  'false',
])
step('lint and format', bin('biome'), ['check', '--error-on-warnings', '.'])
step('dead code and dependencies', bin('knip'), [])
step('tests', bin('vitest'), [
  'run',
  '--project',
  'pure',
  '--project',
  'world',
  '--maxWorkers',
  String(availableParallelism()),
  ...process.argv.slice(2),
])
