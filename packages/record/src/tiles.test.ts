import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordFault } from './fault.ts'
import { entryBundle, parseEntryBundle, parseTilePath, tilePath } from './tiles.ts'

describe('tile paths', () => {
  it('are written as the specification shows', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 0, index: 0, width: 256 })).toBe('tile/0/000')
    expect(tilePath({ level: 1, index: 1, width: 17 })).toBe('tile/1/001.p/17')
    expect(tilePath({ level: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112')
    expect(tilePath({ level: 0, index: 1_000, width: 256 })).toBe('tile/0/x001/000')
  })

  it('read back what they were written from', () => {
    const places = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(
      fc.property(places, place => {
        expect(parseTilePath(tilePath(place))).toEqual(place)
      }),
    )
  })

  it.each([
    '',
    'tile/0/1',
    'tile/0/0001',
    'tile/00/001',
    'tile/64/001',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/07',
    'tile/entries/../../secret',
    '/tile/0/001',
    'tile/0/001\n',
    'tile/data/001',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
  ])('refuse %j', path => {
    expect(() => parseTilePath(path)).toThrow(RecordFault)
  })

  it('take any text without breaking, and print what they accept as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^tile\/[0-9x/.pentris]{0,20}$/)), path => {
        try {
          expect(tilePath(parseTilePath(path))).toBe(path)
        } catch (fault) {
          expect(fault).toBeInstanceOf(RecordFault)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('entry bundles', () => {
  it('put two bytes of length before each entry', () => {
    expect(entryBundle([Uint8Array.of(7, 8), Uint8Array.of()])).toEqual(Uint8Array.of(0, 2, 7, 8, 0, 0))
    expect(entryBundle([new Uint8Array(65_535)]).slice(0, 2)).toEqual(Uint8Array.of(255, 255))
  })

  it('read back what they were written from', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), entries => {
        expect(parseEntryBundle(entryBundle(entries)).map(entry => [...entry])).toEqual(
          entries.map(e => [...e]),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('take any bytes without breaking, and print what they accept as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), bytes => {
        try {
          expect(entryBundle(parseEntryBundle(bytes))).toEqual(bytes)
        } catch (fault) {
          expect(fault).toMatchObject({ code: 'bundle-malformed' })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('refuse an entry of 65,536 bytes, a 257th entry, and to end early', () => {
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow(
      expect.objectContaining({ code: 'entry-too-long' }),
    )
    expect(() => entryBundle(Array.from({ length: 257 }, () => new Uint8Array(0)))).toThrow(/at most 256/)
    expect(() => parseEntryBundle(new Uint8Array(257 * 2))).toThrow(/at most 256/)
    expect(() => parseEntryBundle(Uint8Array.of(0))).toThrow(/inside a length/)
    expect(() => parseEntryBundle(Uint8Array.of(0, 2, 7))).toThrow(/inside an entry/)
  })
})
