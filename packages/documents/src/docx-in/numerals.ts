import type { Where } from '@gavel/text'
import { DocumentFault } from '../fault.ts'

/** Numbers as lists print them, by the names of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat). */

const roman = (n: number): string => {
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = n
  let out = ''
  for (const [value, sign] of steps)
    while (rest >= value) {
      out += sign
      rest -= value
    }
  return out
}

/** a … z, aa, bb … zz, aaa: the letter is repeated, not counted on. */
const repeated =
  (alphabet: string) =>
  (n: number): string => {
    const letters = [...alphabet]
    return letters[(n - 1) % letters.length]!.repeat(Math.ceil(n / letters.length))
  }

const digitsFrom =
  (zero: number) =>
  (n: number): string =>
    [...String(n)].map(digit => String.fromCodePoint(zero + Number(digit))).join('')

const ordinal = (n: number): string => {
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

const upper =
  (format: (n: number) => string) =>
  (n: number): string =>
    format(n).toUpperCase()
const latin = repeated('abcdefghijklmnopqrstuvwxyz')
const russian = repeated('абвгдежзиклмнопрстуфхцчшщэюя')

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: n => String(n).padStart(2, '0'),
  lowerLetter: latin,
  upperLetter: upper(latin),
  lowerRoman: roman,
  upperRoman: upper(roman),
  russianLower: russian,
  russianUpper: upper(russian),
  arabicAlpha: repeated('أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: repeated('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
  hebrew2: repeated('אבגדהוזחטיכלמנסעפצקרשת'),
  hindiNumbers: digitsFrom(0x966),
  thaiNumbers: digitsFrom(0xe50),
  decimalFullWidth: digitsFrom(0xff10),
  numberInDash: n => `- ${n} -`,
  ordinal,
  none: () => '',
}

/** A number in a format. Throws DocumentFault for a format that is not known, since the number is part of the words. */
export const numeral = (n: number, format: string, where: Where): string => {
  const print = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (print === undefined)
    throw new DocumentFault(
      'unread',
      `The paragraph is numbered in the format ${format.slice(0, 40)}, which is not read here.`,
      where,
    )
  return n < 1 ? String(n) : n > 9_999 && format !== 'decimal' ? String(n) : print(n)
}
