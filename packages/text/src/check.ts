import { type Convergence, convergence } from './convergence.ts'
import type { Defect } from './model.ts'
import { type ParseOptions, parseDraft } from './notation/parse.ts'

/** What a plain counter sees, which knows square brackets and nothing else: for comparing with other people's counts. */
export interface PlainCount {
  readonly open: number
  readonly close: number
  /** The deepest count of brackets not yet closed; one forgotten bracket raises it for all that follows. */
  readonly maxDepth: number
  readonly strayClose: number
  readonly leftOpen: number
}

/** The figures of a source and everything odd in it; `brackets`, `options` … as `Convergence` defines them. */
export interface TextCheck extends Omit<Convergence, 'perParagraph'> {
  readonly footnotes: number
  readonly defects: readonly Defect[]
  readonly defectsByKind: Readonly<Partial<Record<Defect['kind'], number>>>
  readonly plainCount: PlainCount
}

/** What `gavel text check` prints. */
export const checkText = (source: string, options: ParseOptions = {}): TextCheck => {
  const { draft, defects } = parseDraft(source, options)
  const { perParagraph: _, ...figures } = convergence(draft)
  const defectsByKind: Partial<Record<Defect['kind'], number>> = {}
  for (const { kind } of defects) defectsByKind[kind] = (defectsByKind[kind] ?? 0) + 1
  return {
    ...figures,
    footnotes: draft.footnotes.length,
    defects,
    defectsByKind,
    plainCount: countPlainly(source),
  }
}

/** Counts square brackets one by one, without recovery. */
export const countPlainly = (source: string): PlainCount => {
  let open = 0
  let close = 0
  let depth = 0
  let maxDepth = 0
  let strayClose = 0
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 91) {
      open++
      depth++
      if (depth > maxDepth) maxDepth = depth
    } else if (code === 93) {
      close++
      if (depth > 0) depth--
      else strayClose++
    }
  }
  return { open, close, maxDepth, strayClose, leftOpen: depth }
}
