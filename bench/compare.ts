/** Two versions of a 300-page treaty compared: Gavel against diff-match-patch. */
import { type Comparison, compareTexts } from '@gavel/text'
import { faster, interleaved, type Options, peer, type Report, row } from './measure.ts'
import { asLines, type Revision, revised, treaty } from './treaty.ts'

export const peers = true

type Diff = readonly [number, string]
interface DiffMatchPatch {
  Diff_Timeout: number
  diff_main(a: string, b: string, checkLines?: boolean): Diff[]
  diff_cleanupSemantic(diffs: Diff[]): void
  diff_charsToLines_(diffs: Diff[], words: readonly string[]): void
}
interface Module {
  readonly default: new () => DiffMatchPatch
}

/** Deleted and inserted stretches of words, and how many moves were recognised rightly. */
interface Found {
  readonly fragments: number
  readonly moves: number
}

const foundByUs = ({ changes }: Comparison, truth: Revision): Found => {
  const moves = new Set(truth.moves.map(([from, to]) => `${from} ${to}`))
  let fragments = 0
  let right = 0
  for (const change of changes) {
    if (change.kind === 'edited' || change.kind === 'moved')
      fragments += change.fragments.filter(each => each.kind !== 'same').length
    if (change.kind === 'inserted' || change.kind === 'deleted') fragments++
    if (change.kind === 'moved' && moves.has(`${change.from.at} ${change.to.at}`)) right++
  }
  return { fragments, moves: right }
}

/** A list of insertions and deletions has no moves to recognise. */
const foundByPeer = (diffs: readonly Diff[]): Found => ({
  fragments: diffs.filter(([kind]) => kind !== 0).length,
  moves: 0,
})

/** The known recipe for words: each different word becomes one character, then the characters are compared. */
const byWords = (dmp: DiffMatchPatch, a: string, b: string): Diff[] => {
  const words: string[] = ['']
  const codes = new Map<string, number>()
  const encoded = (text: string): string =>
    (text.match(/\s+|[^\s]+/g) ?? [])
      .map(each => {
        const known = codes.get(each) ?? words.push(each) - 1
        codes.set(each, known)
        return String.fromCharCode(known)
      })
      .join('')
  const diffs = dmp.diff_main(encoded(a), encoded(b), false)
  dmp.diff_charsToLines_(diffs, words)
  return diffs
}

const beside = (found: Found, truth: Revision) => ({
  'fragments per true change': found.fragments / (truth.edits + truth.inserted + truth.deleted),
  'moved paragraphs recognised': `${Math.round((100 * found.moves) / Math.max(1, truth.moves.length))} %`,
})

export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  const before = treaty(small ? 300 : 3000)
  const truth = revised(before, { edited: 0.4, inserted: 0.02, deleted: 0.02, moved: 0.01 })
  const [a, b] = [asLines(before), asLines(truth.paragraphs)]
  const { default: Dmp } = await peer<Module>('diff-match-patch')
  const timeless = (): DiffMatchPatch => Object.assign(new Dmp(), { Diff_Timeout: 0 })
  /** Fresh strings each time, as they come from a file: nothing is remembered from the run before. */
  const split = (text: string) =>
    Buffer.from(text)
      .toString('utf8')
      .split('\n')
      .slice(0, -1)
      .map(text => ({ text }))
  say(`comparing ${before.length} paragraphs with ${truth.edits} small changes …`)
  const semantic = (): Diff[] => {
    const dmp = new Dmp()
    const diffs = dmp.diff_main(a, b)
    dmp.diff_cleanupSemantic(diffs)
    return diffs
  }
  const [ours, usual, noLimit, cleaned, words] = await interleaved(
    [
      { name: 'Gavel', run: () => compareTexts(split(a), split(b)) },
      { name: 'diff-match-patch (default)', run: () => new Dmp().diff_main(a, b) },
      { name: 'diff-match-patch (no time limit)', run: () => timeless().diff_main(a, b) },
      { name: 'diff-match-patch (default + semantic clean-up)', run: semantic },
      { name: 'diff-match-patch (word recipe, 1 s limit)', run: () => byWords(new Dmp(), a, b) },
    ],
    runs,
  )
  const us = row(ours!, beside(foundByUs(ours!.result as Comparison, truth), truth))
  const them = [usual!, noLimit!, cleaned!, words!].map(each =>
    row(each, beside(foundByPeer(each.result as Diff[]), truth)),
  )
  const wordCount = a.split(/\s+/).length - 1
  return {
    title: 'Two versions of a treaty compared, words as units',
    work: `${before.length} paragraphs, ${wordCount} words, ${Math.round(a.length / 1000)} kB; ${truth.editedParagraphs} edited (${truth.edits} small changes), ${truth.inserted} inserted, ${truth.deleted} deleted, ${truth.moves.length} moved`,
    rows: [us, ...them],
    ratios: them.map(each => faster(us, each, 4)),
    notes: [
      'Gavel’s time includes reading both versions from bytes and cutting them into paragraphs; the peer is given two strings.',
      'A true change is one small change of wording by the generator, or one paragraph inserted or deleted; a replacement counts two fragments (deleted and inserted).',
      'diff-match-patch compares characters and breaks words, except by the word recipe; it has no notion of a moved paragraph, so a move is counted in its fragments but not recognised.',
      'diff-match-patch by default stops refining after one second of clock time: on a busy machine its time is that limit and its fragments fall below one per change, since it then gives long stretches as replaced. Compare the run without a limit. By the word recipe it has within a second found almost nothing and gives nearly the whole text as replaced (hence the few fragments).',
    ],
  }
}
