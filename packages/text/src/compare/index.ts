/** Comparison of two versions of a text: which paragraph became which, and what became of its words. */
export { type Alignment, align, type Indexed, indexed } from './align.ts'
export {
  applied,
  type ComparedToOther,
  type Comparison,
  compareTexts,
  type ParagraphChange,
  reversed,
  type Standing,
} from './compare.ts'
export {
  type Edit,
  edited,
  editsBetween,
  type Fragment,
  fragmentsBetween,
  textAfter,
  textBefore,
} from './fragments.ts'
export { type PlainParagraph, paragraphsOf } from './paragraph.ts'
