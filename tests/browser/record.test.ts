import { readFileSync } from 'node:fs'
import {
  appendLeaves,
  emptyEdge,
  generateKey,
  inclusionProof,
  leafHash,
  parseNote,
  printProof,
  printVerifierKey,
  sealLeaf,
  signCheckpoint,
  signNote,
  toBase64,
  verifierKey,
  witnessedBy,
} from '@gavel/record'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { Answers, MerkleVector } from './page.ts'

/** The record's verifier, bundled for the browser and put to work in one. */
type Window = { readonly gavel: Answers }
declare const window: Window

const bundle = async (): Promise<string> => {
  const built = await build({
    entryPoints: [new URL('page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['gavel-source'],
    logLevel: 'error',
  })
  return built.outputFiles[0]!.text
}

const vectors = (kind: string): readonly MerkleVector[] =>
  JSON.parse(
    readFileSync(new URL(`../vectors/transparency-dev-merkle/${kind}.json`, import.meta.url), 'utf8'),
  )

const key = generateKey('example.org/record')
const vkey = printVerifierKey(key)
const sealed = { salt: new Uint8Array(32).fill(6), content: Uint8Array.of(1, 2, 3) }
const entries = Array.from({ length: 1_000 }, (_, i) =>
  i === 400 ? sealLeaf(sealed) : Uint8Array.of(i >> 8, i & 255),
)
const { edge, root, tiles } = appendLeaves(
  emptyEdge,
  entries.map(entry => leafHash(entry)),
)
const readTile = (level: number, index: number) =>
  tiles.find(tile => tile.level === level && tile.index === index)?.hashes
const witnesses = [1, 2, 3].map(n => generateKey(`example.org/w${n}`, 'cosignature'))
const signed = signCheckpoint({ origin: key.name, size: edge.size, root }, key)
const checkpoint = signNote(parseNote(signed), witnesses.slice(1), 1_795_000_000)
const fileOf = async (index: number) =>
  printProof({ index, path: await inclusionProof(index, edge.size, readTile), checkpoint })

describe('the record in a browser', () => {
  let browser: Browser
  let page: Page
  const failures: string[] = []
  beforeAll(async () => {
    browser = await openChromium()
    page = await browser.newPage()
    page.on('pageerror', error => failures.push(String(error)))
    await page.setContent('<!doctype html><title>Gavel</title>')
    const code = await bundle()
    console.info(
      `the record's verifier for the browser: ${Math.round(code.length / 1024)} kB before compression`,
    )
    await page.addScriptTag({ content: code })
  })
  afterAll(() => browser?.close())

  it.each(['inclusion', 'consistency'] as const)('all 98 %s vectors come out as they say', async kind => {
    const given = vectors(kind)
    expect(given.length).toBe(98)
    const wrong = await page.evaluate(([name, all]) => window.gavel.wrongVectors(name, all), [
      kind,
      given,
    ] as const)
    expect(wrong).toEqual([])
    // A vector turned round must be noticed, or the test above could not fail.
    const turned = given.map(vector => ({ ...vector, wantErr: !vector.wantErr }))
    const all = await page.evaluate(([name, some]) => window.gavel.wrongVectors(name, some), [
      kind,
      turned,
    ] as const)
    expect(all.length).toBe(98)
  })

  it('a proof file holds for its entry and its key, and for no other', async () => {
    const ask = (file: string, leaf: Uint8Array, by: string) =>
      page.evaluate(args => window.gavel.proof(...args), [file, toBase64(leaf), by] as const)
    const file = await fileOf(777)
    expect(await ask(file, entries[777]!, vkey)).toBe('holds')
    expect(await ask(file, entries[778]!, vkey)).toBe('leaf-mismatch')
    expect(await ask(file.replace('\n1000\n', '\n1001\n'), entries[777]!, vkey)).toBe('signature-invalid')
    expect(await ask(file, entries[777]!, printVerifierKey(generateKey(key.name)))).toBe('signature-unknown')
    expect(await ask(file.slice(0, 200), entries[777]!, vkey)).toMatch(/malformed$/)
  })

  it('a sealed entry is proven with salt and content, and cosignatures are counted', async () => {
    const file = await fileOf(400)
    const [salt, content] = [toBase64(sealed.salt), toBase64(sealed.content)]
    const ask = (atLeast: number) =>
      page.evaluate(args => window.gavel.sealedProof(...args), [
        file,
        salt,
        content,
        vkey,
        witnessedBy(atLeast, witnesses.map(verifierKey)),
      ] as const)
    expect([await ask(2), await ask(3)]).toEqual(['holds', 'witnesses-missing'])
  })

  it('a whole record is re-hashed to its checkpoint, and an altered one is not', async () => {
    const all = entries.map(toBase64)
    const ask = (given: readonly string[]) =>
      page.evaluate(args => window.gavel.record(...args), [given, [checkpoint], vkey] as const)
    expect(await ask(all)).toBe(toBase64(root))
    expect(await ask(all.toSpliced(500, 1, 'AAAA'))).toBe('root-mismatch')
  })

  it('nothing went wrong unseen; and this is how long it takes', async () => {
    const deepest = vectors('inclusion')
      .filter(vector => !vector.wantErr)
      .sort((a, b) => b.treeSize - a.treeSize)[0]!
    const inclusion = await page.evaluate(vector => window.gavel.timeInclusion(vector, 21, 200), deepest)
    const file = await fileOf(777)
    const whole = await page.evaluate(args => window.gavel.timeProof(...args), [
      file,
      toBase64(entries[777]!),
      vkey,
      21,
    ] as const)
    console.info(
      `one inclusion proof (${deepest.proof?.length} hashes) in the browser: ${inclusion.toFixed(4)} ms, median of 21 (goal < 1 ms)`,
    )
    console.info(`one proof file with its signatures: ${whole.toFixed(2)} ms, median of 21`)
    expect(failures).toEqual([])
  })
})
