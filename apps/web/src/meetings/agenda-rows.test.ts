import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convenes, world } from '../../../../packages/domain/src/meetings/testing/room.ts'
import { after } from '../../../../packages/domain/src/testing/index.ts'
import { type AgendaRow, indented, levelled, movedBy, numbered, rowsOf, without } from './agenda-rows.ts'

const row = (title: string, depth = 0): AgendaRow => ({ key: title, title, depth, documents: [] })
const rows = [row('A'), row('B'), row('C', 1), row('D', 2), row('E', 1), row('F')]
const titles = (list: readonly AgendaRow[]) => list.map(({ title }) => title).join('')
const numbers = (list: readonly AgendaRow[]) => numbered(list).map(({ number }) => number)

const anyRows = fc
  .array(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 2 })), { maxLength: 60 })
  .map(list =>
    levelled(list.map(([title, depth], at) => ({ ...row(`${at} ${title}`, depth), key: String(at) }))),
  )

describe('the numbers of an agenda', () => {
  it('[M-15] follow from where an item stands', () => {
    expect(numbers(rows)).toEqual(['1', '2', '2(a)', '2(a)(i)', '2(b)', '3'])
    expect(numbered(rows)[3]).toEqual({ number: '2(a)(i)', title: 'D', under: '2(a)' })
    const many = [row('A'), ...Array.from({ length: 28 }, (_, n) => row(`s${n}`, 1))]
    expect(numbers(many).slice(26)).toEqual(['1(z)', '1(aa)', '1(ab)'])
    const deep = [row('A'), row('B', 1), ...Array.from({ length: 9 }, (_, n) => row(`r${n}`, 2))]
    expect(numbers(deep).slice(5)).toEqual([
      '1(a)(iv)',
      '1(a)(v)',
      '1(a)(vi)',
      '1(a)(vii)',
      '1(a)(viii)',
      '1(a)(ix)',
    ])
  })

  it('are read back as the rows they came from', () => {
    expect(rowsOf(numbered(rows)).map(({ title, depth }) => [title, depth])).toEqual(
      rows.map(({ title, depth }) => [title, depth]),
    )
  })

  it('are what the rules ask for, whatever was written', () => {
    fc.assert(
      fc.property(anyRows, list => {
        const agenda = numbered(list)
        const before = new Set<string>()
        expect(new Set(agenda.map(({ number }) => number)).size).toBe(agenda.length)
        for (const { number, under } of agenda) {
          if (under !== undefined) {
            expect(before.has(under)).toBe(true)
            expect(number.startsWith(under) && number !== under).toBe(true)
          }
          before.add(number)
        }
      }),
    )
  })

  it('[M-6, M-15] are accepted as the agenda of a meeting', () => {
    const agenda = numbered(rows)
    const [meeting] = after(world, convenes({ agenda })).meetings.meetingOrder
    expect(meeting).toBe('m')
  })
})

describe('an agenda that is being written', () => {
  it('moves an item with what stands under it', () => {
    expect(titles(movedBy(rows, 1, -1))).toBe('BCDEAF')
    expect(titles(movedBy(rows, 1, 1))).toBe('AFBCDE')
    expect(titles(movedBy(rows, 2, 1))).toBe('ABECDF')
    expect(titles(movedBy(rows, 4, -1))).toBe('ABECDF')
    expect(movedBy(rows, 0, -1)).toBe(rows)
    expect(movedBy(rows, 2, -1)).toBe(rows)
    expect(movedBy(rows, 5, 1)).toBe(rows)
  })

  it('loses nothing by moving, and comes back', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (list, seed) => {
        if (list.length === 0) return
        const at = seed % list.length
        for (const step of [1, -1] as const) {
          const moved = movedBy(list, at, step)
          expect([...moved].sort((a, b) => Number(a.key) - Number(b.key))).toEqual(list)
          expect(levelled(moved)).toEqual(moved)
          if (moved === list) continue
          const back = moved.findIndex(({ key }) => key === list[at]!.key)
          expect(movedBy(moved, back, step === 1 ? -1 : 1)).toEqual(list)
        }
      }),
    )
  })

  it('goes under the item before it, and out again', () => {
    expect(indented(rows, 5, 1).map(({ depth }) => depth)).toEqual([0, 0, 1, 2, 1, 1])
    expect(indented(rows, 0, 1)).toEqual(rows)
    expect(indented(rows, 2, -1).map(({ depth }) => depth)).toEqual([0, 0, 0, 1, 1, 0])
  })

  it('keeps what stood under an item that is taken out', () => {
    expect(without(rows, 1).map(({ title, depth }) => `${title}${depth}`)).toEqual([
      'A0',
      'C1',
      'D2',
      'E1',
      'F0',
    ])
    expect(without([row('A'), row('B', 1)], 0).map(({ depth }) => depth)).toEqual([0])
  })
})
