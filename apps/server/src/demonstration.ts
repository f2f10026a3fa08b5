import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { importActs, type Keeper } from '@gavel/api'
import { type Act, type Capacity, capacityName, institution, texts } from '@gavel/domain'
import {
  dayMs,
  hourMs,
  type Instant,
  later,
  type MemberId,
  type ParagraphId,
  type TextId,
  toEpochMs,
} from '@gavel/kernel'
import { parseDraft } from '@gavel/text'
import { accreditation, submitOwn } from './founding.ts'

/** The demonstration's text, meeting and decision, by their ids. */
export const demonstrationText = 'demo-charter' as TextId
export const banner =
  'Demonstration. The draft is fictional, and every position in it is invented for an exercise: no government holds or has been asked for any of them.'

/** The person who sits in a seat of the demonstration. */
export const seatOf = (capacity: Capacity): string => `demo-${capacityName(capacity).replaceAll(':', '-')}`

/** The institution's act that gives a seat to its person from an instant on. */
export const seatAct = (capacity: Capacity, from: Instant): Act =>
  accreditation(
    `${seatOf(capacity)}-${toEpochMs(from)}`,
    seatOf(capacity),
    `Exercise: ${capacityName(capacity)}`,
    capacity,
    from,
  )

type Role = (type: Act['type'], body: object) => Promise<void>

/** Acts as whoever sits in a seat, through the same gate as everybody. */
const acting = (keeper: Keeper) => {
  let count = 0
  return (capacity: Capacity): Role =>
    async (type, body) => {
      const act = { id: `demo:${++count}`, type, by: seatOf(capacity), as: capacity, body }
      const answer = await keeper.submit([act] as unknown as Parameters<Keeper['submit']>[0])
      if (answer.kind === 'recorded') return
      const why = answer.kind === 'refused' ? answer.refusal : answer.conflict
      throw new Error(`the demonstration's ${type} was not accepted: ${JSON.stringify(why)}`)
    }
}

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
  readonly secretariat: Role
  readonly chair: Role
  readonly delegates: readonly Role[]
  readonly members: readonly MemberId[]
}

/** Stands on the options of the draft, a proposal, an alternative, a new paragraph. */
const negotiate = async (keeper: Keeper, { delegates }: Seats): Promise<void> => {
  const stand = async (delegate: number, number: string, place: number, what: texts.Stand, note?: string) => {
    const paragraph = paragraphWith(keeper, number)
    await delegates[delegate]!('texts.takeStand', {
      text: demonstrationText,
      paragraph: paragraph.id,
      option: optionOf(paragraph, place),
      stand: what,
      ...(note === undefined ? {} : { note }),
    })
  }
  await stand(0, '2', 0, 'backs')
  await stand(1, '2', 1, 'backs')
  await stand(2, '2', 1, 'objects', 'Coordination is for each member to ask for.')
  await stand(3, '4', 1, 'backs')
  await stand(4, '4', 1, 'canLiveWith')
  await stand(5, '6', 0, 'backs')
  await stand(6, '6', 1, 'backs')
  await stand(7, '8', 1, 'reserves', 'Awaiting instructions.')
  await stand(8, '10', 0, 'objects', 'Consensus has no exceptions.')

  const seventh = paragraphWith(keeper, '3')
  const edited = texts.editable(seventh.content).replace('its own law', 'its constitution')
  for (const change of texts.changesToward(seventh, edited))
    await delegates[9]!('texts.propose', {
      text: demonstrationText,
      paragraph: seventh.id,
      base: seventh.revision,
      change,
      bracket: 'demo-b1',
      option: 'demo-o1',
      retained: 'demo-o0',
    })
  const twelfth = paragraphWith(keeper, '9')
  await delegates[10]!('texts.proposeAlternative', {
    text: demonstrationText,
    paragraph: twelfth.id,
    base: twelfth.revision,
    alternative: 'demo-alt-9',
    wording: 'A member may attach a reservation or a statement of interpretation to any decision.',
  })
  await delegates[11]!('texts.proposeParagraph', {
    text: demonstrationText,
    paragraph: 'demo-new-9',
    place: { after: 'demo-alt-9' as ParagraphId },
    level: 0,
    kind: 'operative',
    wording: 'Statements are published with the decision they belong to.',
  })
}

/** A meeting is convened before it opens, be it by the blink of an eye; the demonstration waits that long. */
const blinkMs = 150

const meet = async (keeper: Keeper, { secretariat, chair, members }: Seats): Promise<void> => {
  const opensAt = later(keeper.now(), blinkMs)
  const meeting = 'demo-meeting'
  const agenda = [
    { number: '1', title: 'Adoption of the agenda' },
    { number: '2', title: 'Draft Charter (fictional)' },
  ]
  await secretariat('meetings.convene', {
    meeting,
    body: 'soc',
    title: 'Exercise: meeting of senior officials on the draft Charter',
    opensAt,
    place: 'Online',
    timeZone: 'Asia/Almaty',
    agenda,
  })
  for (const member of members)
    await secretariat('meetings.recordPresence', { meeting, member, present: true })
  for (let tries = 0; keeper.now() < opensAt && tries < 20; tries++) await sleep(blinkMs / 10)
  await chair('meetings.open', { meeting })
  await chair('meetings.adoptAgenda', { meeting, agenda })
}

/** The chair's way out for one paragraph, and a silence procedure on the date of the next meeting. */
const steer = async (keeper: Keeper, { chair }: Seats, now: Instant): Promise<void> => {
  const sixth = paragraphWith(keeper, '6')
  const text = texts.textOf(keeper.state().texts, demonstrationText)!
  await chair('texts.offerChairsText', {
    text: demonstrationText,
    base: text.revision,
    paragraphs: [
      {
        paragraph: sixth.id,
        wording: 'A member may leave by written notice, which takes effect nine months after its receipt.',
      },
    ],
    leavesOut: [0, 1].map(place => ({
      option: optionOf(sixth, place),
      reason: 'Nine months lie between the two wishes and cover one budget.',
    })),
  })
  const expiresAt = later(now, 10 * dayMs + hourMs)
  await chair('decisions.openSilence', {
    decision: 'demo-next-meeting',
    body: 'soc',
    title: 'Exercise: date of the next meeting on the Charter',
    subject: { kind: 'wording', wording: 'The next meeting on the draft Charter takes place in the spring.' },
    expiresAt,
    timeZone: 'Asia/Almaty',
    announcedAs: `${expiresAt.slice(0, 16).replace('T', ' ')} UTC`,
  })
}

/**
 * Sets the demonstration up on a new record, by acts like anybody's: a fictional draft Charter under negotiation in
 * an open meeting, with a chair's text for one paragraph and a silence procedure running.
 */
export const demonstrate = async (keeper: Keeper): Promise<void> => {
  const now = keeper.now()
  const members = institution.activeMembers(keeper.state().institution, now).slice(0, 15)
  const chairOf: Capacity = { kind: 'chair', body: 'soc' as never }
  const capacities: readonly Capacity[] = [
    { kind: 'secretariat' },
    chairOf,
    ...members.map(member => ({ kind: 'delegate', member }) as const),
  ]
  await submitOwn(
    keeper,
    capacities.map(capacity => seatAct(capacity, now)),
  )
  const as = acting(keeper)
  const seats: Seats = {
    secretariat: as({ kind: 'secretariat' }),
    chair: as(chairOf),
    delegates: members.map(member => as({ kind: 'delegate', member })),
    members,
  }
  const source = await readFile(
    fileURLToPath(new URL('../demonstration/charter.md', import.meta.url)),
    'utf8',
  )
  const { draft } = parseDraft(source)
  const asked = {
    title: 'Draft Charter (fictional, for an exercise)',
    body: 'soc',
    language: 'en',
    fictional: 'true',
  } as const
  const bytes = Buffer.from(source)
  const stored = await keeper.putDocument('text/markdown', bytes)
  if (stored.kind !== 'stored') throw new Error('the demonstration is too large')
  for (const act of importActs(demonstrationText, draft, asked, stored.hash)) {
    const { type, body } = act as { type: Act['type']; body: object }
    await seats.secretariat(type, body)
  }
  await meet(keeper, seats)
  await negotiate(keeper, seats)
  await steer(keeper, seats, now)
}
