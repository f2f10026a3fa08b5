import { describe, expect, test } from 'vitest'
import { joined, ofMembers, stand } from './evidence.ts'
import { readEvidence } from './rollcalls.ts'
import { readTable } from './table.ts'

const head =
  'rcid,session,date,unres,resid,issues,importantvote,amend,para,n_yes,n_abstain,n_no,n_absent,short,descr'
const items = (...rows: readonly string[]) => ({ name: 'items.csv', text: [head, ...rows].join('\n') })
const later = '12,2,1947-03-01,R/2/9,9,hr;ec,,0,1,1,0,1,0,,"Right to ""food"", and water"'
const earlier = '7,1,1946-01-01,R/1/1,1,,0,0,0,1,1,0,0,ARMS,Reduction of arms'
const long = {
  name: 'votes.csv',
  text: 'rcid,session,iso3,vote\n12,2,AAA,3\n12,2,BBB,1\n7,1,AAA,8\n7,1,BBB,2\n',
}
const wide = { name: 'wide.csv', text: 'rcid,AAA,BBB\n12,3,1\n7,8,2\n' }

describe('evidence from files', () => {
  test('long and wide votes tell the same, in the order of time', () => {
    const [a, b] = [long, wide].map(votes => readEvidence([votes, items(later, earlier)]))
    expect(a).toEqual(b)
    expect(a!.items.map(item => item.id)).toEqual(['7', '12'])
    expect([...a!.stands]).toEqual([stand.absent, stand.abstain, stand.no, stand.yes])
    expect(a!.items[1]).toMatchObject({
      kind: 'paragraph',
      issues: ['hr', 'ec'],
      description: 'Right to "food", and water',
    })
  })
  test('a list of members says whom to keep', () => {
    const list = { name: 'countries.csv', text: 'iso3,cow,name,cica_member\nAAA,1,A,0\nBBB,2,B,1\n' }
    expect(readEvidence([long, items(later), list]).members).toEqual(['BBB'])
  })
  test('where an id is in both, the later file is believed; a member unknown to one has no stands there', () => {
    const old = readEvidence([items(earlier), wide])
    const anew = readEvidence([items(earlier), { name: 'c.csv', text: 'rcid,BBB,CCC\n7,3,1\n' }])
    const both = joined(old, anew)
    expect(both.members).toEqual(['AAA', 'BBB', 'CCC'])
    expect([...both.stands]).toEqual([stand.none, stand.no, stand.yes])
    expect([...ofMembers(both, ['CCC', 'ZZZ']).stands]).toEqual([stand.yes, stand.none])
  })
  test.each([
    ['no vote', [items(later)], 'no votes in items.csv'],
    ['no item', [long], 'no roll calls in votes.csv'],
    ['a foreign file', [{ name: 'x.csv', text: 'a,b\n1,2\n' }], 'x.csv: neither roll calls'],
    [
      'a bad date',
      [items(later.replace('1947-03-01', '1.3.47')), long],
      'items.csv, row 2: the date "1.3.47"',
    ],
    ['a bad session', [items(later.replace('12,2,', '12,II,')), long], 'the session "II" is no number'],
    ['a bad vote', [items(later), { ...long, text: long.text.replace('AAA,3', 'AAA,7') }], 'the vote "7"'],
    ['ids that do not meet', [items(later.replace('12,', '99,')), long], 'do not meet'],
  ])('%s is refused with file, row and reason', (_, files, told) => {
    expect(() => readEvidence(files)).toThrow(told)
  })
  test('a short row and an open quotation mark are refused', () => {
    expect(() => readTable('t', 'a,b\n1\n2,3\n')).toThrow('t, row 2: 1 cells where the header has 2')
    expect(() => readTable('t', 'a,b\n1,"2\n')).toThrow('t, row 2: a quotation mark is never closed')
    expect(readTable('t', '\uFEFFa,b\r\n1,\r\n').rows).toEqual([['1', '']])
  })
})
