import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/walls/sources.ts'
import { fileOf, p, run } from '../testing/file.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

let folder: string
let script: URL
const open: Workshop[] = []

/** A working process of its own making, in place of ours. */
const scripted = async (name: string, source: string): Promise<URL> => {
  const file = join(folder, name)
  await writeFile(file, `${source}; process.send('ready')`)
  return pathToFileURL(file)
}

const workshop = (options: Parameters<typeof openWorkshop>[0]): Workshop => {
  const made = openWorkshop(options)
  open.push(made)
  return made
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-workshop-'))
  const outfile = join(folder, 'child.mjs')
  await build({
    entryPoints: [join(root, 'packages/documents/src/work/child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['gavel-source'],
    external: ['@myriaddreamin/*'],
    logLevel: 'silent',
  })
  script = pathToFileURL(outfile)
})
afterAll(async () => {
  await Promise.all(open.map(each => each.stop()))
  await rm(folder, { recursive: true, force: true })
})

const read = (bytes: Uint8Array) => ({ kind: 'readDraft', bytes, parties: new Map([['a', 'A']]) }) as const
const file = fileOf({ body: p(run('Members meet.')) })

describe('the workshop', () => {
  it('does tasks in a process of its own, and hands back what came of them or why nothing did', async () => {
    const { run: work } = workshop({ script })
    const [done, refused] = await Promise.all([work(read(file)), work(read(Buffer.from('%PDF')))])
    expect(done).toMatchObject({
      kind: 'done',
      value: { draft: { paragraphs: [{ content: [{ text: 'Members meet.' }] }] } },
    })
    expect(refused).toMatchObject({ kind: 'refused', code: 'notDocx' })
  })

  it('ends a task that takes too long, and does the next', async () => {
    const slow = await scripted(
      'slow.mjs',
      'process.on("message", task => { if (task.bytes.length === 1) for (;;); process.send({ kind: "done", value: "well" }) })',
    )
    const { run: work } = workshop({ script: slow, taskMs: 300 })
    const [stuck, next] = await Promise.all([work(read(new Uint8Array(1))), work(read(new Uint8Array(2)))])
    expect(stuck).toMatchObject({ kind: 'refused', code: 'exhausted' })
    expect(next).toEqual({ kind: 'done', value: 'well' })
  })

  it('survives a task that takes all the memory', async () => {
    const greedy = await scripted(
      'greedy.mjs',
      'process.on("message", task => { if (task.bytes.length === 1) { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) } process.send({ kind: "done", value: "well" }) })',
    )
    const { run: work } = workshop({ script: greedy, memoryMb: 32 })
    expect(await work(read(new Uint8Array(1)))).toMatchObject({ kind: 'refused', code: 'exhausted' })
    expect(await work(read(new Uint8Array(2)))).toEqual({ kind: 'done', value: 'well' })
  })

  it('says that it is busy when too many wait, and a fault of ours as a fault', async () => {
    const broken = await scripted(
      'broken.mjs',
      'process.on("message", () => process.send({ kind: "failed", message: "oh" }))',
    )
    const { run: work } = workshop({ script: broken, waiting: 1 })
    const answers = await Promise.allSettled([work(read(file)), work(read(file)), work(read(file))])
    expect(answers.map(answer => (answer.status === 'fulfilled' ? answer.value.kind : 'thrown'))).toEqual([
      'thrown',
      'thrown',
      'busy',
    ])
  })

  it('gives the process nothing of this one’s environment', async () => {
    const curious = await scripted(
      'curious.mjs',
      'process.on("message", () => process.send({ kind: "done", value: Object.keys(process.env) }))',
    )
    process.env['GAVEL_SECRET_OF_A_TEST'] = 'x'
    const { run: work } = workshop({ script: curious })
    const told = await work(read(file))
    delete process.env['GAVEL_SECRET_OF_A_TEST']
    expect(told).toMatchObject({ kind: 'done' })
    expect(JSON.stringify(told)).not.toContain('GAVEL_SECRET')
  })
})
