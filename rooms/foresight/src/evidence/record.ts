import { type Audience, type DomainState, decisions, institution, texts } from '@gavel/domain'
import type { Matter, OutlookEvidence, Precedent, Said } from '@gavel/forecast'
import { type BodyId, entries, get, type Instant, type MemberId, values } from '@gavel/kernel'
import { type ForesightState, soundingsOn } from '../law/state.ts'

/** Plain data for the models, read off the record as far as the one who asks may read it. */

type Sees = (audience: Audience) => boolean
type Decision = Parameters<typeof decisions.decisionStatus>[0]

const matterOf = (id: string, title: string): Matter => ({ id, title, tags: [] })

/** The text a decision is about, else the decision. */
export const subjectOf = ({ id, subject }: Decision): string => (subject.kind === 'text' ? subject.text : id)

/** Who objected in the last round of a decision and did not take it back, and who broke its silence, where that may be read. */
const objectorsIn = (decision: Decision, house: DomainState, sees: Sees): readonly MemberId[] => {
  const { id, course, objections } = decision
  const standing = objections
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .map(({ member }) => member)
  if (course.stage !== 'silence') return standing
  const broke = course.silence.entries.flatMap(entry =>
    entry.kind === 'broken' && sees(decisions.audienceOfBreak(house, id, entry.at)!) ? [entry.member] : [],
  )
  return [...new Set([...standing, ...broke])]
}

const precedentOf = (
  decision: Decision,
  house: DomainState,
  sees: Sees,
  now: Instant,
): readonly Precedent[] => {
  const status = decisions.decisionStatus(decision, now)
  const isOver = status.kind === 'adopted' || (status.kind === 'notAdopted' && status.why !== 'takenBack')
  if (!isOver) return []
  const { at } = status
  const matter = matterOf(subjectOf(decision), decision.title)
  const tookPart = institution.membersOf(house.institution, decision.body, at)
  return [{ matter, at, tookPart, objected: objectorsIn(decision, house, sees) }]
}

/** What delegations say on the face of a text: of its options, its paragraphs, deletions and moves. */
export const standsIn = (text: texts.Text): readonly Said[] =>
  [...texts.paragraphsOf(text)].flatMap(paragraph => {
    const { id, whole, options, deletion, move } = paragraph
    const supports: readonly (readonly [string, texts.Support | null])[] = [
      [id, whole],
      ...entries(options),
      [`${id} deletion`, deletion],
      [`${id} move`, move],
    ]
    return supports.flatMap(([part, support]) => (support === null ? [] : saidOf(text, part, support)))
  })

const saidOf = (text: texts.Text, part: string, { proposer, stands }: texts.Support): readonly Said[] => {
  const said = (member: string, says: Said['says'], at: string): Said => ({
    kind: 'stand',
    member,
    matter: text.id,
    part,
    says,
    at,
  })
  return [
    // The record's state keeps no instant of a proposal; the text's own is the earliest it can be.
    ...(proposer === null ? [] : [said(proposer, 'proposes', text.introducedAt)]),
    ...[...entries(stands)].map(([member, { stand, at }]) => said(member, stand, at)),
  ]
}

const soundedOn = (state: ForesightState, text: texts.Text): readonly Said[] =>
  soundingsOn(state, text.id).map(({ member, part, says, at }) => ({
    kind: 'sounding',
    member,
    matter: text.id,
    ...(part === undefined ? {} : { part }),
    says,
    at,
  }))

export interface Asked {
  readonly house: DomainState
  readonly state: ForesightState
  readonly body: BodyId
  readonly now: Instant
  readonly sees: Sees
  /** Whether what was said in confidence counts: for those who mediate it does, for nobody else (F-8). */
  readonly inConfidence: boolean
}

/** The texts a body negotiates now that may be read. */
export const openTexts = ({
  house,
  body,
  sees,
}: Pick<Asked, 'house' | 'body' | 'sees'>): readonly texts.Text[] =>
  house.texts.order
    .map(id => get(house.texts.texts, id)!)
    .filter(text => text.body === body && text.stage === 'open' && sees(text.audience))

export const mattersOf = (open: readonly texts.Text[]): readonly Matter[] =>
  open.map(({ id, title }) => matterOf(id, title))

/** The evidence on the matters of a body: decisions that may be read, stands on its open texts, and soundings of those. */
export const evidenceOf = (asked: Asked, open: readonly texts.Text[]): OutlookEvidence => {
  const { house, state, body, now, sees, inConfidence } = asked
  const decided = [...values(house.decisions.decisions)].filter(({ id }) =>
    sees(decisions.audienceOfDecision(house, id)!),
  )
  return {
    members: institution.membersOf(house.institution, body, now),
    precedents: decided.flatMap(decision => precedentOf(decision, house, sees, now)),
    said: open.flatMap(text => [...standsIn(text), ...(inConfidence ? soundedOn(state, text) : [])]),
  }
}
