import { dayOfSerial } from '../xlsx/serial.ts'

/** Forms in which days are written. Months are named in English. */
export const dateForms = [
  'iso',
  'm/d/y',
  'd/m/y',
  'd.m.y',
  'd month y',
  'month d y',
  'month y',
  'quarter y',
  'y-m',
  'y',
  'serial',
] as const
export type DateForm = (typeof dateForms)[number]

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const monthOf = (name: string): number =>
  name.length < 3 ? 0 : monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Two digits are of this century: no table of commitments is older. */
const yearOf = (text: string): number => Number(text) + (text.length === 2 ? 2000 : 0)

const roman: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const two = (part: number): string => String(part).padStart(2, '0')

/** The day as `2026-11-24`; undefined where the calendar has none such. */
const dayFrom = (year: number, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month) && year >= 1
    ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
    : undefined

const span = (year: number, from: number, until: number, end: boolean): string | undefined =>
  end ? dayFrom(year, until, lastOf(year, until)) : dayFrom(year, from, 1)

type Reader = (parts: readonly string[], end: boolean) => string | undefined

/** Each form: how it is written, and the day it says. Of a longer time, its first or its last day. */
const readers: { readonly [form in DateForm]: readonly [RegExp, Reader] } = {
  iso: [/^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+Z?)?$/, ([y, m, d]) => dayFrom(Number(y), Number(m), Number(d))],
  'm/d/y': [/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)$/, ([m, d, y]) => dayFrom(yearOf(y!), Number(m), Number(d))],
  'd/m/y': [/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)$/, ([d, m, y]) => dayFrom(yearOf(y!), Number(m), Number(d))],
  'd.m.y': [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/, ([d, m, y]) => dayFrom(yearOf(y!), Number(m), Number(d))],
  'd month y': [
    /^(\d{1,2}) ([A-Za-z]+)\.?,? (\d{4})$/,
    ([d, m, y]) => dayFrom(Number(y), monthOf(m!), Number(d)),
  ],
  'month d y': [
    /^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})$/,
    ([m, d, y]) => dayFrom(Number(y), monthOf(m!), Number(d)),
  ],
  'month y': [
    /^([A-Za-z]+)\.?,? (\d{4})$/,
    ([m, y], end) => (monthOf(m!) === 0 ? undefined : span(Number(y), monthOf(m!), monthOf(m!), end)),
  ],
  'quarter y': [
    /^(?:quarter|q) ?([1-4]),?(?: of)? (\d{4})$|^(I{1,3}|IV) quarter(?: of)? (\d{4})$/i,
    ([q, y, r, ry], end) => {
      const quarter = q === undefined ? roman[r!.toUpperCase()]! : Number(q)
      return span(Number(y ?? ry), quarter * 3 - 2, quarter * 3, end)
    },
  ],
  'y-m': [/^(\d{4})-(\d\d)$/, ([y, m], end) => span(Number(y), Number(m), Number(m), end)],
  y: [/^(\d{4})$/, ([y], end) => span(Number(y), 1, 12, end)],
  serial: [/^(\d{5})(?:\.\d+)?$/, ([serial]) => dayOfSerial(Math.floor(Number(serial)), false)],
}

/** The day a text says in the first of the forms that fits; undefined where none does. */
export const dayIn = (text: string, forms: readonly DateForm[], end: boolean): string | undefined => {
  const plain = text.trim().replace(/\s+/g, ' ')
  for (const form of forms) {
    const [pattern, read] = readers[form]
    const found = pattern.exec(plain)
    const day = found === null ? undefined : read(found.slice(1), end)
    if (day !== undefined) return day
  }
  return undefined
}
