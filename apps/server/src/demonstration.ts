import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { importActs, type Keeper, type Room } from '@gavel/api'
import { type Act, type Capacity, institution, texts } from '@gavel/domain'
import {
  type ActId,
  type BodyId,
  dayMs,
  get,
  hourMs,
  type Instant,
  later,
  type MemberId,
  type ParagraphId,
  type TextId,
} from '@gavel/kernel'
import { parseDraft } from '@gavel/text'
import { isDone, type Said, step } from './demonstration-steps.ts'
import { exerciseOfYear, planMeeting, planMeetingId } from './demonstration-year.ts'
import { undertakenIn } from './exercise.ts'
import { submitOwn } from './founding.ts'
import { seatAct } from './seats.ts'

/** The demonstration's text, meeting and decision, by their ids. */
export const demonstrationText = 'demo-charter' as TextId
export const banner =
  'Demonstration. The draft is fictional, and every position in it is invented for an exercise: no government holds or has been asked for any of them.'

const paragraphWith = (keeper: Keeper, number: string): texts.NegotiatedParagraph => {
  const text = texts.textOf(keeper.state().texts, demonstrationText)!
  const found = [...texts.paragraphsOf(text)].find(paragraph => paragraph.number === number)
  if (found === undefined) throw new Error(`the demonstration has no paragraph ${number}`)
  return found
}

const optionOf = (paragraph: texts.NegotiatedParagraph, place: number) => {
  const bracket = paragraph.content.find(inline => inline.kind === 'bracket')
  if (bracket?.kind !== 'bracket') throw new Error(`paragraph ${paragraph.number} has no bracket`)
  return bracket.options[place]!.id
}

interface Seats {
  readonly delegates: readonly Capacity[]
  readonly members: readonly MemberId[]
}
const secretariat: Capacity = { kind: 'secretariat' }
const chair: Capacity = { kind: 'chair', body: 'soc' as BodyId }

/** Stands on the options of the draft, a proposal, an alternative, a new paragraph. */
const negotiated = (keeper: Keeper, { delegates }: Seats): readonly Said[] => {
  const text = demonstrationText
  const stand = (delegate: number, number: string, place: number, what: texts.Stand, note?: string): Said => {
    const paragraph = paragraphWith(keeper, number)
    const on = { text, paragraph: paragraph.id, option: optionOf(paragraph, place) }
    return [
      delegates[delegate]!,
      'texts.takeStand',
      { ...on, stand: what, ...(note === undefined ? {} : { note }) },
    ]
  }
  const third = paragraphWith(keeper, '3')
  const [change] = texts.changesToward(
    third,
    texts.editable(third.content).replace('its own law', 'its constitution'),
  )
  const ninth = paragraphWith(keeper, '9')
  const ids = { bracket: 'demo-b1', option: 'demo-o1', retained: 'demo-o0' }
  return [
    stand(0, '2', 0, 'backs'),
    stand(1, '2', 1, 'backs'),
    stand(2, '2', 1, 'objects', 'Coordination is for each member to ask for.'),
    stand(3, '4', 1, 'backs'),
    stand(4, '4', 1, 'canLiveWith'),
    stand(5, '6', 0, 'backs'),
    stand(6, '6', 1, 'backs'),
    stand(7, '8', 1, 'reserves', 'Awaiting instructions.'),
    stand(8, '10', 0, 'objects', 'Consensus has no exceptions.'),
    [delegates[9]!, 'texts.propose', { text, paragraph: third.id, base: third.revision, change, ...ids }],
    [
      delegates[10]!,
      'texts.proposeAlternative',
      {
        text,
        paragraph: ninth.id,
        base: ninth.revision,
        alternative: 'demo-alt-9',
        wording: 'A member may attach a reservation or a statement of interpretation to any decision.',
      },
    ],
    [
      delegates[11]!,
      'texts.proposeParagraph',
      {
        text,
        paragraph: 'demo-new-9',
        place: { after: 'demo-alt-9' as ParagraphId },
        level: 0,
        kind: 'operative',
        wording: 'Statements are published with the decision they belong to.',
      },
    ],
  ]
}

/** A meeting is convened before it opens, be it by the blink of an eye; the demonstration waits that long. */
const blinkMs = 150
const meeting = 'demo-meeting'
const agenda = [
  { number: '1', title: 'Adoption of the agenda' },
  { number: '2', title: 'Draft Charter (fictional)' },
  { number: '3', title: 'Date of the next meeting' },
]
/** As notice is given of it: the draft lies under its item. */
const provisional = agenda.map(item =>
  item.number === '2'
    ? {
        ...item,
        documents: [
          { kind: 'text', text: demonstrationText, title: 'Draft Charter (fictional, for an exercise)' },
        ],
      }
    : item,
)

const convened = (members: readonly MemberId[], opensAt: Instant): readonly Said[] => [
  [
    secretariat,
    'meetings.convene',
    {
      meeting,
      body: 'soc',
      title: 'Exercise: meeting of senior officials on the draft Charter',
      opensAt,
      place: 'Conference hall (exercise)',
      timeZone: 'Asia/Almaty',
      agenda: provisional,
    },
  ],
  ...members.map(
    (member): Said => [secretariat, 'meetings.recordPresence', { meeting, member, present: true }],
  ),
]

const opened = (): readonly Said[] => [
  [chair, 'meetings.open', { meeting }],
  [chair, 'meetings.adoptAgenda', { meeting, agenda }],
]

/** The meeting as whoever comes in finds it: the draft is taken up, two delegations wait to speak, the hall sees them. */
const underWay = (members: readonly MemberId[]): readonly Said[] => [
  [chair, 'meetings.takeUpItem', { meeting, item: '2' }],
  ...members
    .slice(12, 14)
    .map(
      (member): Said => [
        { kind: 'delegate', member },
        'meetings.askFloor',
        { meeting, item: '2', request: `demo-r-${member}`, speaker: { kind: 'member', member } },
      ],
    ),
  [chair, 'meetings.show', { meeting, what: { kind: 'speakers', item: '2' } }],
]

/** The chair's way out for one paragraph, and a silence procedure on the date of the next meeting. */
const steered = (keeper: Keeper): readonly Said[] => {
  const sixth = paragraphWith(keeper, '6')
  const text = texts.textOf(keeper.state().texts, demonstrationText)!
  const expiresAt = later(keeper.now(), 10 * dayMs + hourMs)
  const wording = 'A member may leave by written notice, which takes effect nine months after its receipt.'
  return [
    [
      chair,
      'texts.offerChairsText',
      {
        text: demonstrationText,
        base: text.revision,
        paragraphs: [{ paragraph: sixth.id, wording }],
        leavesOut: [0, 1].map(place => ({
          option: optionOf(sixth, place),
          reason: 'Nine months lie between the two wishes and cover one budget.',
        })),
      },
    ],
    [
      chair,
      'decisions.openSilence',
      {
        decision: 'demo-next-meeting',
        body: 'soc',
        title: 'Exercise: date of the next meeting on the Charter',
        subject: {
          kind: 'wording',
          wording: 'The next meeting on the draft Charter takes place in the spring.',
        },
        expiresAt,
        timeZone: 'Asia/Almaty',
        announcedAs: `${expiresAt.slice(0, 16).replace('T', ' ')} UTC`,
      },
    ],
  ]
}

const charter = fileURLToPath(new URL('../demonstration/charter.md', import.meta.url))

/** The acts that bring the fictional draft in, from its file. */
const introduced = async (keeper: Keeper): Promise<readonly Said[]> => {
  const source = await readFile(charter, 'utf8')
  const stored = await keeper.putDocument('text/markdown', Buffer.from(source))
  if (stored.kind !== 'stored') throw new Error('the demonstration is too large')
  const title = 'Draft Charter (fictional, for an exercise)'
  const asked = { title, body: 'soc', language: 'en', fictional: 'true' } as const
  return importActs(demonstrationText, parseDraft(source).draft, asked, stored.hash).map(act => {
    const { type, body } = act as { type: Act['type']; body: Said[2] }
    return [secretariat, type, body]
  })
}

const seat = async (keeper: Keeper, capacities: readonly Capacity[]): Promise<void> => {
  if (await isDone(keeper, 'seats')) return
  const from = keeper.now()
  const acts = capacities.map((capacity, at) => ({
    ...seatAct(keeper.state().institution, capacity, from),
    id: `demo:seats:${at}` as ActId,
  }))
  await submitOwn(keeper, acts)
}

/**
 * Sets the demonstration up on a new record, by acts like anybody's: a fictional draft Charter under negotiation in
 * an open meeting, with a chair's text for one paragraph and a silence procedure running; commitments with what was
 * reported of them; and a year with its plan and a review. Interrupted at any instant, it goes on where it was when
 * called again.
 */
export const demonstrate = async (keeper: Keeper, rooms: readonly Room[]): Promise<void> => {
  const members = institution.activeMembers(keeper.state().institution, keeper.now()).slice(0, 15)
  const delegates = members.map((member): Capacity => ({ kind: 'delegate', member }))
  await seat(keeper, [secretariat, chair, ...delegates])
  if (!(await isDone(keeper, 'introduced'))) {
    const said = await introduced(keeper)
    await step(keeper, 'introduced', () => said)
  }
  await step(keeper, 'convened', () => convened(members, later(keeper.now(), blinkMs)))
  await step(keeper, 'planMeeting', () => planMeeting(members, later(keeper.now(), blinkMs)))
  const opensAt = get(keeper.state().meetings.meetings, planMeetingId)!.opensAt
  for (let tries = 0; keeper.now() < opensAt && tries < 20; tries++) await sleep(blinkMs / 10)
  await step(keeper, 'opened', opened)
  await step(keeper, 'negotiated', () => negotiated(keeper, { delegates, members }))
  await step(keeper, 'steered', () => steered(keeper))
  await step(keeper, 'underWay', () => underWay(members))
  await step(keeper, 'undertaken', () => undertakenIn(keeper.state(), members, keeper.now()))
  await exerciseOfYear(keeper, members)
  for (const { law, demonstration } of rooms) {
    const said = demonstration?.(members, keeper.now(), keeper.state()) ?? []
    if (said.length > 0) await step(keeper, `room-${law.name}`, () => said as readonly Said[])
  }
}
