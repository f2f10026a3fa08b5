/**
 * What a release has to pass beyond the tests: both lock files install cleanly, nothing known to be vulnerable is in
 * them, and no lock file names the host it was made against.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

const locks = ['package-lock.json', 'bench/peers/package-lock.json']
for (const lock of locks) {
  if (/"resolved": "https?:/.test(readFileSync(join(root, lock), 'utf8'))) {
    console.error(`✗ ${lock} names a registry's host; install with omit-lockfile-registry-resolved=true`)
    process.exit(1)
  }
}
console.log('✓ lock files name no host')

const audit = spawnSync('npm', ['audit', '--json', '--omit=dev'], { cwd: root, encoding: 'utf8' })
const answer = (() => {
  try {
    return JSON.parse(audit.stdout)
  } catch {
    return { error: { summary: audit.stderr } }
  }
})()
const found = answer.metadata?.vulnerabilities
if (found === undefined) {
  console.log(
    `? npm audit: this registry does not answer audits, so nothing was checked (${String(answer.message ?? answer.error?.summary ?? '').slice(0, 120)})`,
  )
} else if (found.total > 0) {
  console.error(`✗ npm audit: ${JSON.stringify(found)}`)
  process.exit(1)
} else console.log('✓ npm audit: nothing known')
