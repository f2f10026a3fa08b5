/**
 * Words, for counting and comparing: simple, fast, the same on every machine. A word is a run of letters, digits and
 * marks, joined by an apostrophe, hyphen, dot or slash between them (`climate-resilient`, `1.5`, `Party's`, `A/77/1`);
 * scripts written without spaces (Han, kana) count by the character. Emphasis marks are no part of a word:
 * `r*eaffirming*` is one.
 */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’\-‐‑./](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+)*/gu

/** Texts of basic Latin alone are the common case; the same rule for them needs no Unicode tables. */
const latinWord = /[A-Za-z0-9]+(?:['\-./][A-Za-z0-9]+)*/g
const onlyLatin = /^[\0-\x7f]*$/

const emphasis = /[*_]+/g

/** The words of a text, in order. */
export const splitWords = (text: string): readonly string[] => {
  const bare = text.includes('*') || text.includes('_') ? text.replace(emphasis, '') : text
  return bare.match(onlyLatin.test(bare) ? latinWord : word) ?? []
}

/** How many words a text has. */
export const countWords = (text: string): number => splitWords(text).length
