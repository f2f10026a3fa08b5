/** 193 delegations' versions of one treaty in one bracketed text: Gavel against git merge-file, one after another. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BaseParagraph,
  type Compilation,
  type CompilationState,
  compilationOf,
  compile,
  type Submission,
  startCompilation,
  textProposedBy,
  withoutSubmission,
  withSubmission,
} from '@gavel/text'
import { faster, figure, interleaved, type Options, type Report, row, within } from './measure.ts'
import { asLines, delegationsVersion, treaty } from './treaty.ts'

interface Work {
  readonly folder: string
  readonly names: readonly string[]
}

const fileOf = ({ folder }: Work, name: string): string => join(folder, `${name}.txt`)

const read = (work: Work, name: string): readonly BaseParagraph[] =>
  readFileSync(fileOf(work, name), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map(text => ({ text }))

const submissions = function* (work: Work): Generator<Submission> {
  for (const delegation of work.names)
    yield { delegation, text: readFileSync(fileOf(work, delegation), 'utf8') }
}

interface Merged {
  readonly text: string
  readonly conflicts: number
}

/** Merges the versions one by one into one file, as a secretariat with git would; counts what it reports. */
const gitMerge = (work: Work, union: boolean): Merged => {
  const merged = fileOf(work, 'merged')
  writeFileSync(merged, readFileSync(fileOf(work, 'base')))
  let conflicts = 0
  for (const name of work.names) {
    const args = [
      'merge-file',
      '-p',
      ...(union ? ['--union'] : []),
      merged,
      fileOf(work, 'base'),
      fileOf(work, name),
    ]
    const git = spawnSync('git', args, { maxBuffer: 1 << 30 })
    if (git.status === null || git.status > 127) throw new Error(`git merge-file: ${git.stderr}`)
    conflicts += git.status
    writeFileSync(merged, git.stdout)
  }
  const text = readFileSync(merged, 'utf8')
  return { text, conflicts }
}

/** How many of the delegations' edited paragraphs stand in a text as whole lines. */
const linesFound = (text: string, wanted: ReadonlySet<string>): number => {
  const lines = new Set(text.split('\n'))
  let found = 0
  for (const line of wanted) if (lines.has(line)) found++
  return found
}

/** How many submissions are got back exactly from the bracketed text. */
const recovered = (compilation: Compilation, work: Work): number =>
  work.names.filter(name => {
    const texts = textProposedBy(compilation.draft, name)
    return `${texts.join('\n')}\n` === readFileSync(fileOf(work, name), 'utf8')
  }).length

const timed = <T>(work: () => T): readonly [number, T] => {
  const from = performance.now()
  const result = work()
  return [performance.now() - from, result]
}

/** One more submission on a compilation of all the others, brackets up to date; and taking one out again. */
const increments = (state: CompilationState, work: Work, runs: number) => {
  const adding: number[] = []
  const withdrawing: number[] = []
  for (let at = -3; at < runs; at++) {
    const delegation = work.names[(at + work.names.length) % work.names.length]!
    const [less, without] = timed(() => {
      const next = withoutSubmission(state, delegation)
      compilationOf(next)
      return next
    })
    const text = readFileSync(fileOf(work, delegation), 'utf8')
    const [more] = timed(() => compilationOf(withSubmission(without, { delegation, text })))
    if (at < 0) continue
    withdrawing.push(less)
    adding.push(more)
  }
  return { adding, withdrawing }
}

const prepared = (small: boolean): { work: Work; edited: Set<string> } => {
  const base = treaty(small ? 300 : 3000)
  const names = Array.from({ length: small ? 20 : 193 }, (_, at) => `Delegation${at + 1}`)
  const work = { folder: mkdtempSync(join(tmpdir(), 'gavel-compile-')), names }
  const known = new Set(base.map(each => each.text))
  const edited = new Set<string>()
  writeFileSync(fileOf(work, 'base'), asLines(base))
  names.forEach((name, at) => {
    const version = delegationsVersion(base, 30, 1000 + at)
    for (const { text } of version) if (!known.has(text)) edited.add(text)
    writeFileSync(fileOf(work, name), asLines(version))
  })
  return { work, edited }
}

const measured = async (work: Work, edited: ReadonlySet<string>, { runs, say }: Options): Promise<Report> => {
  const peerRuns = Math.min(runs, 3)
  say(`compiling ${work.names.length} submissions; git runs ${peerRuns} times each way …`)
  const [cold] = timed(() => compile(read(work, 'base'), submissions(work)))
  const [ours, plainGit, unionGit] = await interleaved(
    [
      { name: 'Gavel', run: () => compile(read(work, 'base'), submissions(work)) },
      { name: 'git merge-file', run: () => gitMerge(work, false), runs: peerRuns },
      { name: 'git merge-file --union', run: () => gitMerge(work, true), runs: peerRuns },
    ],
    runs,
    2,
  )
  const compilation = ours!.result as Compilation
  const [conflicts, union] = [plainGit!.result as Merged, unionGit!.result as Merged]
  const brackets = JSON.stringify(compilation.draft).split('"kind":"bracket"').length - 1
  const us = row(ours!, {
    brackets,
    'submissions got back exactly': `${recovered(compilation, work)} of ${work.names.length}`,
  })
  const share = (text: string): string => `${linesFound(text, edited)} of ${edited.size}`
  const them = [
    row(plainGit!, {
      'conflicts reported': conflicts.conflicts,
      'conflict marks in the answer': conflicts.text.split('\n<<<<<<< ').length - 1,
      'edited paragraphs in the answer': share(conflicts.text),
    }),
    row(unionGit!, { 'edited paragraphs in the answer': share(union.text), 'who proposed them': 'unknown' }),
  ]
  let state = startCompilation(read(work, 'base'))
  for (const each of submissions(work)) state = withSubmission(state, each)
  compilationOf(state)
  const { adding, withdrawing } = increments(state, work, Math.max(20, runs))
  const one = figure('Gavel: one more submission', 'ms', adding)
  const out = figure('Gavel: one withdrawn', 'ms', withdrawing)
  return {
    title: 'Many delegations’ versions of one treaty compiled into one bracketed text',
    work: `${work.names.length} delegations × 30 edited paragraphs on a base of ${compilation.paragraphs.length} paragraphs, ${compilation.paragraphs.filter(each => each.wordings.length > 0).length} of them touched`,
    rows: [us, figure('Gavel, first time in the process', 'ms', [cold]), ...them, one, out],
    ratios: [...them.map(each => faster(us, each, 6, 20)), within(one, 10), within(out, 10)],
    notes: [
      'Gavel’s time includes reading all versions from files, cutting them into paragraphs, and building the bracketed draft; git’s includes its processes and files, as anybody would run it.',
      `git is run ${peerRuns} times each way, without a warm-up, since it is slow.`,
      'git merge-file answers with conflict marks and, in union mode, with lines after one another; it knows no proposer, no words, no move. Gavel does not merge: every wording stays, with its proposers.',
    ],
  }
}

export const run = async (options: Options): Promise<Report> => {
  const { work, edited } = prepared(options.small)
  try {
    return await measured(work, edited, options)
  } finally {
    rmSync(work.folder, { recursive: true, force: true })
  }
}
