import { get, type Instant } from '@gavel/kernel'
import type { Act, DomainState } from '../../state.ts'
import {
  act,
  after,
  assembly,
  at,
  chair,
  delegate,
  type Fact,
  secretariat,
  sitting,
} from '../../testing/index.ts'
import { type DecisionStatus, decisionStatus } from '../decisionStatus.ts'
import type { Decision } from '../state.ts'

/** The hash of a document, as far as a test cares: the same letter 64 times. */
export const hash = (letter: string): string => letter.repeat(64)

/** A draft with two paragraphs that nobody disputes, opened and issued once, before 09:05. */
export const cleanText = (text = 't1', document = hash('a')): readonly Act[] => [
  act(secretariat(), 'texts.introduce', {
    text,
    title: 'Draft',
    body: 'soc',
    audience: { kind: 'public' },
    language: 'en',
    kind: 'draft',
  }),
  act(secretariat(), 'texts.lay', {
    text,
    paragraphs: ['1', '2'].map(number => ({
      id: `${text}-${number}`,
      number,
      level: 0,
      kind: 'operative' as const,
      content: [{ kind: 'words' as const, text: `Members do what paragraph ${number} says.` }],
    })),
  }),
  act(secretariat(), 'texts.open', { text }, at('09:01')),
  act(secretariat(), 'texts.issueVersion', { text, document }, at('09:02')),
]

/** The last issued version of a text, as the subject of a decision. */
export const subjectOn = (state: DomainState, text = 't1') => {
  const issued = get(state.texts.texts, text)?.versions.at(-1)
  return { kind: 'text' as const, text, symbol: issued?.symbol ?? '', document: issued?.document ?? '' }
}

/** Three members in the room (a fourth stays away), a meeting of the body that is open, and a clean text. */
export const room: readonly Fact[] = [
  ...assembly('AAA', 'BBB', 'CCC', 'DDD'),
  ...cleanText(),
  ...sitting('m1', 'soc', ['AAA', 'BBB', 'CCC']),
]

export const subject = subjectOn(after(...room))

type PutBody = {
  decision?: string
  meeting?: string
  item?: string
  subject?: typeof subject | { kind: 'wording'; wording: string }
  minusOne?: { case: string; member: string }
}

export const puts = (body: PutBody = {}, when: Instant = at('10:00'), by = chair()) =>
  act(
    by,
    'decisions.put',
    { decision: 'd1', meeting: 'm1', item: '1', title: 'On measures', subject, ...body },
    when,
  )

export const objects = (member: string, when: Instant = at('10:05'), decision = 'd1') =>
  act(delegate(member), 'decisions.object', { decision, member }, when)

export const withdraws = (member: string, when: Instant = at('10:10'), decision = 'd1') =>
  act(delegate(member), 'decisions.withdrawObjection', { decision, member }, when)

export const adopts = (when: Instant = at('10:20'), decision = 'd1', by = chair()) =>
  act(by, 'decisions.declareAdopted', { decision }, when)

/** Two weeks from the opening day, noon; announced in words and zone. */
export const expiry = at('2026-12-07 12:00')

export const offer = {
  expiresAt: expiry,
  timeZone: 'Asia/Almaty',
  announcedAs: 'Monday 7 December 2026, 17:00 Astana time',
}

export const opens = (body: object = {}, when: Instant = at('10:00'), by = chair()) =>
  act(
    by,
    'decisions.openSilence',
    { decision: 'd1', body: 'soc', title: 'Temporary', subject, ...offer, ...body },
    when,
  )

export const proposes = (body: object = {}, when: Instant = at('10:00'), by = chair()) =>
  act(
    by,
    'decisions.proposeSilence',
    { decision: 'd1', meeting: 'm1', item: '1', title: 'Temporary', subject, ...offer, ...body },
    when,
  )

export const breaks = (member: string, when: Instant, decision = 'd1') =>
  act(delegate(member), 'decisions.breakSilence', { decision, member, by: { kind: 'objection' } }, when)

export const notice = (when: Instant, by = chair()) =>
  act(by, 'decisions.giveNotice', { decision: 'd1' }, when)

/** A later meeting of the body, open, with a quorum. */
export const nextMeeting = (meeting = 'm2', day = '2026-12-14', bodyCode = 'soc'): readonly Act[] => [
  act(
    secretariat(),
    'meetings.convene',
    {
      meeting,
      body: bodyCode,
      title: 'Next',
      opensAt: at(`${day} 09:00`),
      place: 'Hall',
      timeZone: 'UTC',
      agenda: [{ number: '1', title: 'Item' }],
    },
    at(`${day} 08:00`),
  ),
  ...['AAA', 'BBB', 'CCC'].map(member =>
    act(secretariat(), 'meetings.recordPresence', { meeting, member, present: true }, at(`${day} 08:30`)),
  ),
  act(chair(bodyCode), 'meetings.open', { meeting }, at(`${day} 09:00`)),
]

export const confirms = (when: Instant, meeting = 'm2', title?: string) =>
  act(
    chair(),
    'decisions.confirmSilence',
    { decision: 'd1', meeting, ...(title === undefined ? {} : { title }) },
    when,
  )

export const decisionIn = (state: DomainState, decision = 'd1'): Decision => {
  const found = get(state.decisions.decisions, decision)
  if (found === undefined) throw new RangeError(`no decision ${decision}`)
  return found
}

/** How the decision stands after facts, asked at an instant. */
export const statusAfter = (facts: readonly Fact[], now: Instant, decision = 'd1'): DecisionStatus =>
  decisionStatus(decisionIn(after(...facts), decision), now)
