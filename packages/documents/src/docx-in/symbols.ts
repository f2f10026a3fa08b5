/**
 * Characters of symbol fonts. They stand in the private use area (U+F020 and on) or are named by `w:sym`; what they
 * show depends on the font. The Symbol font's encoding is Adobe's (unicode.org, VENDORS/ADOBE/symbol.txt).
 */
const symbolFont: ReadonlyMap<number, string> = new Map([
  ...[
    ...' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
  ].map((sign, at) => [0x20 + at, sign] as const),
  ...[...'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'].map(
    (sign, at) => [0xa0 + at, sign] as const,
  ),
])

/** Bullets and marks of Wingdings that lists and forms use. */
const wingdings: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

/** What a character of a font shows; undefined for a symbol that is not known. */
export const symbolIn = (code: number, font: string | undefined): string | undefined => {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (font !== undefined && /^symbol$/i.test(font)) return symbolFont.get(own)
  if (font !== undefined && /^wingdings$/i.test(font)) return wingdings.get(own)
  if (code >= 0xe000 && code <= 0xf8ff) return undefined
  return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined
}

/** The bullet of a list; a dot for a sign that only its font knows. */
export const displayedSymbol = (text: string, font: string | undefined): string =>
  [...text].map(sign => symbolIn(sign.codePointAt(0)!, font) ?? '•').join('')
