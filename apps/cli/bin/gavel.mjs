#!/usr/bin/env node
// The gavel command. It runs what `npm run build` made, and makes it first when it is not there yet.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const built = resolve(here, '../dist/main.js')
if (!existsSync(built)) {
  const root = resolve(here, '../../..')
  process.stderr.write('gavel: building first, this happens once …\n')
  const done = spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-b'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) {
    process.stderr.write('gavel: the build failed; run `npm ci` and try again\n')
    process.exit(70)
  }
}
// Whoever reads only the beginning (`| head`) has what he wanted: that is no failure.
process.stdout.on('error', error => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})
const { main } = await import(pathToFileURL(built).href)
process.exitCode = await main(process.argv.slice(2))
