import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { main } from '../main.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-foresight-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const gavel = async (...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
  const said = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    said.out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said.err += String(text)
    return true
  })
  const code = await main(argv)
  vi.restoreAllMocks()
  return { code, ...said }
}

const members = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE']
/** AAA votes no on every second topic, always; BBB abstains on every third; the others agree. */
const filesOf = (from: number, to: number): readonly string[] => {
  const items = ['rcid,session,date,unres,issues,amend,para,short,descr']
  const votes = ['rcid,iso3,vote']
  for (let session = from; session <= to; session++)
    for (let topic = 0; topic < 6; topic++) {
      const id = session * 100 + topic
      const word = ['fisheries', 'deserts', 'railways', 'heritage', 'statistics', 'archives'][topic]
      items.push(`${id},${session},${1950 + session}-10-01,,,,,Question of ${word},`)
      for (const [m, member] of members.entries())
        votes.push(`${id},${member},${m === 0 && topic % 2 === 0 ? 3 : m === 1 && topic % 3 === 0 ? 2 : 1}`)
    }
  const paths = [join(folder, `items-${from}-${to}.csv`), join(folder, `votes-${from}-${to}.csv.gz`)]
  writeFileSync(paths[0]!, items.join('\n'))
  writeFileSync(paths[1]!, gzipSync(votes.join('\n')))
  return paths
}

describe('gavel foresight backtest', () => {
  test('takes several files to a flag, packed or not, and scores what it had not seen', async () => {
    const call = ['foresight', 'backtest', '--train', ...filesOf(1, 6), '--test', ...filesOf(7, 7)]
    const { code, out, err } = await gavel(...call, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const report = JSON.parse(out)
    expect(report).toMatchObject({ sessions: [7], items: 6, members, without: 'AAA' })
    expect(report.member).toMatchObject({ n: 30, base: 0.1, auc: 1 })
    expect(report.event).toMatchObject({ n: 6, base: 0.5, auc: 1 })
    expect(report.eventWithout.base).toBe(0)
    expect(report.member.logloss).toBeLessThan(report.naive.baseRate.member.logloss)
    expect(report.member.calibration.bins.length).toBeGreaterThan(0)
    const told = await gavel(...call, '--members', 'AAA,BBB,CCC')
    expect(told.out).toContain('6 items of 1 sessions, 3 members')
    expect(told.out).toContain('what they did last time')
  })
  test('says in one line what it cannot read', async () => {
    const odd = join(folder, 'odd.csv')
    writeFileSync(odd, 'a,b\n1,2\n')
    expect(await gavel('foresight', 'backtest', '--test', odd)).toMatchObject({
      code: 2,
      err: 'gavel foresight backtest: --train names no file\n',
    })
    expect(await gavel('foresight', 'backtest', '--train', odd, '--test', odd)).toMatchObject({
      code: 2,
      err: expect.stringContaining('neither roll calls'),
    })
    const [items, votes] = filesOf(1, 2) as [string, string]
    expect(
      await gavel('foresight', 'backtest', '--train', items, votes, '--test', ...filesOf(3, 3)),
    ).toMatchObject({ code: 2, err: expect.stringContaining('fewer than three sessions') })
  })
})
