import { type Act, type DomainState, domain, texts } from '@gavel/domain'
import type { Instant, PersonId, TextId } from '@gavel/kernel'
import type { EditSource, FileEdit, NotPlaced } from '@gavel/text'

/**
 * From the changes of a file to the acts that propose them. Each is asked of the rules in turn, on the state the ones
 * before it would leave: what is answered would be accepted as it stands, and what a rule refuses is told with the rule.
 */
export interface Proposal {
  readonly act: { readonly type: string; readonly id: string; readonly as: object; readonly body: object }
  readonly source: EditSource
}

/** A change that cannot be proposed: why, or which rule refuses it. */
export type Left = (
  | NotPlaced
  | { readonly why: 'refused'; readonly source: EditSource; readonly paragraph?: string }
) & {
  readonly rule?: string
  readonly facts?: object
}

export interface Proposals {
  readonly acts: readonly Proposal[]
  readonly left: readonly Left[]
}

interface Proposing {
  readonly text: TextId
  readonly by: PersonId
  readonly as: Act['as']
  readonly at: Instant
  /** What the ids of acts, brackets and paragraphs begin with: the same file proposes under the same ids. */
  readonly mark: string
}

/** Changes of one paragraph's words come last first, so that none moves the place of the next. */
export const inOrder = (edits: readonly FileEdit[]): readonly FileEdit[] => {
  const out: FileEdit[] = []
  for (const edit of edits) {
    const last = out.at(-1)
    if (edit.kind === 'change' && last?.kind === 'change' && last.paragraph === edit.paragraph) {
      const first = out.findIndex(one => one.kind === 'change' && one.paragraph === edit.paragraph)
      out.splice(first, 0, edit)
    } else out.push(edit)
  }
  return out
}

const placeAfter = (after: string | null) => (after === null ? { at: 'start' } : { after })

/** The act an edit becomes, on a text as it stands; undefined where the paragraph is no longer there. */
const bodyOf = (
  edit: FileEdit,
  text: texts.Text,
  ids: string,
): readonly [type: string, body: object] | undefined => {
  if (edit.kind === 'newParagraph') {
    const { after, number, level, paragraphKind: kind, wording } = edit
    const numbered = number === '' ? {} : { number }
    const body = {
      text: text.id,
      paragraph: `${ids}p`,
      place: placeAfter(after),
      ...numbered,
      level,
      kind,
      wording,
    }
    return ['texts.proposeParagraph', body]
  }
  const paragraph = texts.paragraphOf(text, edit.paragraph as never)
  if (paragraph === undefined) return undefined
  const on = { text: text.id, paragraph: paragraph.id, base: paragraph.revision }
  switch (edit.kind) {
    case 'change': {
      const { within, at, length, wording } = edit
      const change = { ...(within === undefined ? {} : { within }), at, length, wording }
      return ['texts.propose', { ...on, change, bracket: `${ids}b`, option: `${ids}o`, retained: `${ids}r` }]
    }
    case 'alternative':
      return ['texts.proposeAlternative', { ...on, alternative: `${ids}p`, wording: edit.wording }]
    case 'deletion':
      return ['texts.proposeDeletion', on]
    case 'move':
      return ['texts.proposeMove', { ...on, place: placeAfter(edit.after) }]
  }
}

interface Tried {
  readonly state: DomainState
  readonly proposal?: Proposal
  readonly left?: Left
}

const tried = (proposing: Proposing, state: DomainState, edit: FileEdit, ids: string): Tried => {
  const text = texts.textOf(state.texts, proposing.text)!
  const made = bodyOf(edit, text, ids)
  const paragraph = 'paragraph' in edit ? { paragraph: edit.paragraph } : {}
  if (made === undefined) return { state, left: { why: 'gone', source: edit.source, ...paragraph } }
  const [type, body] = made
  const act = { type, id: `${ids}a`, as: proposing.as, body }
  const outcome = domain.decide({ ...act, by: proposing.by, at: proposing.at } as unknown as Act, state)
  if (outcome.kind === 'refused') {
    const { rule, facts } = outcome.refusal
    return { state, left: { why: 'refused', source: edit.source, rule, facts, ...paragraph } }
  }
  return { state: outcome.events.reduce(domain.evolve, state), proposal: { act, source: edit.source } }
}

/** A number that is taken gives way to the one the rules would give: the words matter, and the number is told. */
const withoutNumber = (edit: FileEdit): FileEdit | undefined =>
  edit.kind === 'newParagraph' && edit.number !== '' ? { ...edit, number: '' } : undefined

/** New paragraphs at one place follow one another as in the file. */
const follower = () => {
  const behind = new Map<string | null, string>()
  return {
    placed: (edit: FileEdit): FileEdit =>
      edit.kind === 'newParagraph' ? { ...edit, after: behind.get(edit.after) ?? edit.after } : edit,
    put: (edit: FileEdit, id: string): void => {
      if (edit.kind === 'newParagraph') behind.set(edit.after, id)
    },
  }
}

/** The acts that propose the edits of a file, and what of them the rules refuse. */
export const proposalsFor = (
  proposing: Proposing,
  before: DomainState,
  edits: readonly FileEdit[],
): Proposals => {
  const acts: Proposal[] = []
  const left: Left[] = []
  const following = follower()
  let state = before
  for (const [at, edit] of inOrder(edits).entries()) {
    const ids = `${proposing.mark}.${at + 1}`
    const other = withoutNumber(edit)
    const first = tried(proposing, state, following.placed(edit), ids)
    const result =
      first.left?.rule === 'T-20' && other !== undefined
        ? tried(proposing, state, following.placed(other), ids)
        : first
    state = result.state
    if (result.left !== undefined) left.push(result.left)
    if (result.proposal === undefined) continue
    acts.push(result.proposal)
    following.put(edit, `${ids}p`)
  }
  return { acts, left }
}
