import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { childOf, childrenOf, readXml } from '../xml/tree.ts'
import { writeAtom } from './atom.ts'
import { type CalendarEntry, writeCalendar } from './calendar.ts'

const entry: CalendarEntry = {
  uid: 'meeting-m@example.org',
  sequence: 3,
  revisedAt: '2026-11-24T10:00:00.000Z',
  at: '2026-11-25T12:00:00.000Z',
  allDay: false,
  title: 'Meeting',
  cancelled: false,
  busy: true,
  restricted: false,
}

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent')

/** Words that try to end a line, a property or an element. */
const hostile = fc.stringMatching(/^[a-zA-Zа-я;,:\\"<>&\r\n\u2028 ]{1,120}$/)

describe('a calendar', () => {
  it('reads back with every event as it was, whatever its words are', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, place, name) => {
        const text = writeCalendar({ name, events: [{ ...entry, title, place, about: title }] })
        const [event, ...more] = parsed(text)
        expect(more).toEqual([])
        const flat = (words: string): string => words.replace(/\p{Cc}+/gu, ' ').trim()
        expect(event?.getFirstPropertyValue('summary') ?? '').toBe(flat(title))
        expect(event?.getFirstPropertyValue('location') ?? '').toBe(flat(place))
        expect(event?.getFirstPropertyValue('uid')).toBe(entry.uid)
        expect(event?.getFirstPropertyValue('sequence')).toBe(3)
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }),
      { numRuns: 200 },
    )
  })

  it('gives whole days as days and instants in UTC, wherever the server stands', () => {
    const day = { ...entry, allDay: true, at: '2026-12-31' }
    const [first, second] = parsed(writeCalendar({ name: 'x', events: [day, entry] }))
    expect(String(first?.getFirstPropertyValue('dtstart'))).toBe('2026-12-31')
    expect(String(second?.getFirstPropertyValue('dtstart'))).toBe('2026-11-25T12:00:00Z')
  })

  it('says what is called off, and reminds of it no more', () => {
    const [event] = parsed(
      writeCalendar({ name: 'x', events: [{ ...entry, cancelled: true, remindBefore: 60 }] }),
    )
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event?.getFirstSubcomponent('valarm')).toBeNull()
  })
})

describe('a feed', () => {
  it('is well-formed, and its words are words, whatever they are', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const feed = readXml(
          Buffer.from(
            writeAtom({
              id: 'tag:x,2026:feed',
              title,
              language: 'en',
              self: 'https://x/feed',
              site: 'https://x/',
              author: title,
              updated: entry.at,
              entries: [{ id: 'tag:x,2026:1', title, updated: entry.at, url: 'https://x/1?a&b', summary }],
            }),
          ),
          'feed',
        )
        const atom = (name: string): string => `{http://www.w3.org/2005/Atom}:${name}`
        const [one] = childrenOf(feed, atom('entry'))
        const words = (name: string): string => childOf(one, atom(name))?.children.join('') ?? ''
        // XML reads every line end as one sign, unless it is written as a reference.
        expect([words('title'), words('summary')]).toEqual([title, summary])
      }),
      { numRuns: 200 },
    )
  })
})
