import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../packages/store/src/testing/folder.ts'
import { startWriter } from './child.ts'
import { founding, openOrganisation } from './organisation.ts'
import { openStore, rounds, runnable, type Where } from './place.ts'
import { auditor, keptAll } from './verify.ts'

const imageBytes = 256 * 1024 * 1024

const command = (name: string, ...args: readonly string[]): void =>
  void execFileSync(name, [...args], { stdio: ['ignore', 'ignore', 'pipe'] })

const mount = (image: string, at: string): void => {
  mkdirSync(at, { recursive: true })
  command('mount', '-o', 'loop', image, at)
}

/** A file system in a file, which can be copied while it is written to: what a disk holds when the power goes. */
const makeImage = (image: string): void => {
  writeFileSync(image, '')
  truncateSync(image, imageBytes)
  command('mkfs.ext4', '-q', '-F', image)
}

/** Whether this machine lets us mount; the reason, if not. */
const whyNot = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a disk image needs root on Linux'
  const folder = await temporaryFolder()
  try {
    const image = join(folder.path, 'try')
    makeImage(image)
    mount(image, join(folder.path, 'at'))
    command('umount', join(folder.path, 'at'))
    return undefined
  } catch (error) {
    return `no disk image can be mounted here (${String((error as Error).message).split('\n')[0]})`
  } finally {
    await folder.remove()
  }
}

const obstacle = await whyNot()

/** What the disk holds now, torn or not, as another disk: reflinks would not do, the bytes are read one by one. */
const cut = (image: string, copy: string): void => copyFileSync(image, copy)

const oneCut = async (script: string, folder: string, round: number): Promise<number> => {
  const image = join(folder, 'disk')
  const disk = join(folder, 'mounted')
  const after = join(folder, 'recovered')
  makeImage(image)
  mount(image, disk)
  let told: Awaited<ReturnType<typeof startWriter>['ended']>
  let acknowledgedBefore: ReadonlySet<string>
  try {
    const where: Where = { kind: 'sqlite', address: join(disk, 'record.db') }
    const first = await openOrganisation(await openStore(where))
    await first.submit(founding(), 'institution')
    await first.close()
    const writer = startWriter(script, { where, mark: `p${round}`, writers: 8, acts: 0, short: 100 })
    await writer.ready
    await new Promise(resolve => setTimeout(resolve, 50 + Math.random() * 400))
    // What was acknowledged before the cut began has to be on the copy; what came later may be.
    acknowledgedBefore = writer.acknowledgedNow()
    cut(image, `${image}.cut`)
    writer.kill()
    told = await writer.ended
  } finally {
    command('umount', '-l', disk)
  }
  mount(`${image}.cut`, after)
  try {
    const store = await openStore({ kind: 'sqlite', address: join(after, 'record.db') })
    const { audit, indexOf } = auditor()
    await audit(store)
    const acknowledged = new Map([...told.acknowledged].filter(([id]) => acknowledgedBefore.has(id)))
    keptAll({ ...told, acknowledged }, indexOf)
    const keeper = await openOrganisation(store)
    expect(keeper.closure()).toBeNull()
    await keeper.close()
    return acknowledged.size
  } finally {
    command('umount', '-l', after)
  }
}

describe.skipIf(obstacle !== undefined)(obstacle ?? 'the power goes in the middle of a write', () => {
  const count = Math.min(rounds(2), 20)
  let script: string
  beforeAll(async () => {
    script = await runnable('writer')
  })

  test(
    `a SQLite file, ${count} cuts`,
    async () => {
      let acknowledged = 0
      for (let round = 0; round < count; round++) {
        const folder = await temporaryFolder()
        try {
          acknowledged += await oneCut(script, folder.path, round)
        } finally {
          if (existsSync(folder.path)) await folder.remove()
        }
      }
      expect(acknowledged).toBeGreaterThan(0)
      console.log(`power: ${count} cuts, ${acknowledged} acts acknowledged before them, none lost`)
    },
    60_000 + count * 20_000,
  )
})
