import { importActs, type Keeper } from '@gavel/api'
import { planDraft } from '@gavel/application'
import { type Act, type Capacity, commitments } from '@gavel/domain'
import {
  type BodyId,
  get,
  type Instant,
  type MeetingId,
  type MemberId,
  type PlanId,
  type TextId,
} from '@gavel/kernel'
import { parseDraft } from '@gavel/text'
import { dayFrom, type Exercise, reviewed } from './demonstration-review.ts'
import { isDone, type Said, step } from './demonstration-steps.ts'

/**
 * The year of the demonstration, fictional as the rest: a plan that was adopted in a meeting of its own, with activities
 * that were held, put off, cancelled, are to come or are not told of yet; the next plan, which takes proposals; and a
 * review with two questions.
 */

const secretariat: Capacity = { kind: 'secretariat' }
const soc = 'soc' as BodyId
const chair: Capacity = { kind: 'chair', body: soc }
const delegate = (member: MemberId): Capacity => ({ kind: 'delegate', member })

const plan = 'demo-plan' as PlanId
const nextPlan = 'demo-plan-next' as PlanId
const text = 'demo-plan-text' as TextId
const meeting = 'demo-plan-meeting' as MeetingId
/** The meeting the plan is adopted in. */
export const planMeetingId = meeting

type Format = commitments.Planned['format']

/** An activity of the exercise: its name, area, host by number (null: sought), days from today, how many days, format. */
type Drawn = readonly [
  name: string,
  title: string,
  area: string,
  host: number | null,
  from: number,
  days: number,
  format: Format,
  aim: string,
]

const drawn: readonly Drawn[] = [
  [
    'seminar',
    'Seminar on notifying military exercises',
    'MP-1',
    0,
    -120,
    2,
    'inPerson',
    'To compare how exercises are announced, and what is understood by what is said.',
  ],
  [
    'cyber',
    'Tabletop exercise on incidents in networks',
    'NCT-ICT',
    3,
    -75,
    1,
    'virtual',
    'To see whether points of contact answer within a day.',
  ],
  [
    'corridors',
    'Round table on transport corridors',
    'ECO-TRN',
    5,
    -40,
    2,
    'hybrid',
    'To list what holds trucks up at crossings, and for how long.',
  ],
  [
    'water',
    'Field visit to a shared reservoir',
    'ENV-PRO',
    7,
    -20,
    3,
    'inPerson',
    'To see on the spot how levels are measured and told.',
  ],
  [
    'youth',
    'Meeting of young diplomats',
    'HUM-1',
    9,
    -12,
    2,
    'inPerson',
    'To let those who will sit here later know each other now.',
  ],
  [
    'drugs',
    'Workshop on precursors',
    'NCT-DRG',
    2,
    -6,
    2,
    'hybrid',
    'To exchange what laboratories have learnt.',
  ],
  [
    'tourism',
    'Conference on tourism along old routes',
    'ECO-TOU',
    4,
    18,
    2,
    'inPerson',
    'To agree on a common map.',
  ],
  [
    'disaster',
    'Seminar on early warning of floods',
    'ENV-DIS',
    null,
    26,
    1,
    'virtual',
    'To find out which warnings arrive in time.',
  ],
]

const planned = ([, title, area, host, from, days, format, aim]: Drawn, { today, members }: Exercise) => ({
  title: `Exercise: ${title}`,
  area,
  measures: [],
  host: host === null ? null : members[host]!,
  format,
  from: dayFrom(today, from),
  until: dayFrom(today, from + days - 1),
  aim,
})

const proposed = (exercise: Exercise): readonly Said[] => {
  const year = exercise.today.slice(0, 4)
  return [
    [
      secretariat,
      'commitments.openPlan',
      { plan, body: soc, year, title: `Exercise: Plan of Implementation for ${year} (fictional)` },
    ],
    ...drawn.map((one): Said => {
      const [name, , , host] = one
      const by = host === null ? secretariat : delegate(exercise.members[host]!)
      return [
        by,
        'commitments.proposeActivity',
        { activity: `demo-activity-${name}`, plan, planned: planned(one, exercise) },
      ]
    }),
  ]
}

/** The plan as a text, made of its proposals as the secretariat makes it, and issued. */
const laid = async (keeper: Keeper): Promise<readonly Said[]> => {
  const source = planDraft(plan, { state: keeper.state(), now: keeper.now(), readable: () => true })!
  const stored = await keeper.putDocument('text/plain', Buffer.from(source))
  if (stored.kind !== 'stored') throw new Error('the plan of the demonstration is too large')
  const { title } = get(keeper.state().commitments.plans, plan)!
  const asked = { title, body: soc, language: 'en', fictional: 'true' } as const
  const brought = importActs(text, parseDraft(source).draft, asked, stored.hash).map((act): Said => {
    const { type, body } = act as { type: Act['type']; body: Said[2] }
    return [secretariat, type, body]
  })
  return [
    ...brought,
    [secretariat, 'texts.issueVersion', { text, document: stored.hash }],
    [secretariat, 'commitments.layPlan', { plan, text }],
  ]
}

const agenda = [
  { number: '1', title: 'Adoption of the agenda' },
  { number: '2', title: 'Plan of the year (fictional)' },
]

/** Notice of the meeting the plan is adopted in. */
export const planMeeting = (members: readonly MemberId[], opensAt: Instant): readonly Said[] => [
  [
    secretariat,
    'meetings.convene',
    {
      meeting,
      body: soc,
      title: 'Exercise: meeting of senior officials on the plan of the year',
      opensAt,
      place: 'Conference hall (exercise)',
      timeZone: 'Asia/Almaty',
      agenda,
    },
  ],
  ...members.map(
    (member): Said => [secretariat, 'meetings.recordPresence', { meeting, member, present: true }],
  ),
]

const adopted = (keeper: Keeper): readonly Said[] => {
  const issued = get(keeper.state().texts.texts, text)!.versions.at(-1)!
  const decision = 'demo-plan-adopted'
  return [
    [chair, 'meetings.open', { meeting }],
    [chair, 'meetings.adoptAgenda', { meeting, agenda }],
    [chair, 'meetings.takeUpItem', { meeting, item: '2' }],
    [
      chair,
      'decisions.put',
      {
        decision,
        meeting,
        item: '2',
        title: 'Exercise: plan of the year',
        subject: { kind: 'text', text, symbol: issued.symbol, document: issued.document },
      },
    ],
    [chair, 'decisions.declareAdopted', { decision }],
    [chair, 'meetings.concludeItem', { meeting, item: '2', outcome: 'concluded' }],
    [chair, 'meetings.close', { meeting }],
    [secretariat, 'commitments.adoptPlan', { plan, decision }],
  ]
}

/** What became of four of them; one has passed and is not told of. */
const told = ({ today, members }: Exercise): readonly Said[] => {
  const became = (name: string, happened: object): Said => [
    secretariat,
    'commitments.recordActivity',
    {
      activity: `demo-activity-${name}`,
      happened: { participants: [], outcome: '', documents: [], ...happened },
    },
  ]
  return [
    became('seminar', {
      status: 'held',
      participants: members.slice(0, 11),
      outcome: 'Eleven delegations put their forms side by side; a common form is proposed.',
    }),
    became('cyber', {
      status: 'held',
      participants: members.slice(2, 9),
      outcome: 'Six points of contact out of seven answered within a day.',
    }),
    became('corridors', {
      status: 'held',
      participants: members.slice(4, 13),
      outcome: 'A list of nineteen crossings and their hours was drawn up.',
    }),
    became('water', {
      status: 'postponed',
      from: dayFrom(today, 30),
      until: dayFrom(today, 32),
      outcome: 'The road is closed until the thaw.',
    }),
    became('youth', { status: 'cancelled', outcome: 'The host could not issue visas in time.' }),
  ]
}

/** The next plan: one activity with a host, one that looks for one. */
const ahead = (exercise: Exercise): readonly Said[] => {
  const year = String(Number(exercise.today.slice(0, 4)) + 1)
  const propose = (
    by: Capacity,
    name: string,
    host: MemberId | null,
    days: readonly [string, string],
    what: object,
  ): Said => [
    by,
    'commitments.proposeActivity',
    {
      activity: `demo-activity-${name}`,
      plan: nextPlan,
      planned: {
        measures: [],
        host,
        format: 'hybrid',
        from: `${year}-${days[0]}`,
        until: `${year}-${days[1]}`,
        ...what,
      },
    },
  ]
  const host = exercise.members[6]!
  return [
    [
      secretariat,
      'commitments.openPlan',
      {
        plan: nextPlan,
        body: soc,
        year,
        title: `Exercise: Plan of Implementation for ${year} (fictional)`,
      },
    ],
    propose(delegate(host), 'dust', host, ['04-14', '04-16'], {
      title: 'Exercise: Workshop on dust storms',
      area: 'ENV-PRO',
      aim: 'To join the measurements of four deserts.',
    }),
    propose(secretariat, 'contacts', null, ['09-08', '09-08'], {
      title: 'Exercise: Day of the points of contact',
      area: 'NCT-ICT',
      aim: 'To hear each voice once before it is needed.',
    }),
  ]
}

/** Sets the year up, each step whole or not at all; the meeting it needs has been convened. */
export const exerciseOfYear = async (keeper: Keeper, members: readonly MemberId[]): Promise<void> => {
  const now = (): Exercise => ({ today: commitments.today(keeper.state(), keeper.now()), members })
  await step(keeper, 'proposed', () => proposed(now()))
  if (!(await isDone(keeper, 'planLaid'))) {
    const said = await laid(keeper)
    await step(keeper, 'planLaid', () => said)
  }
  await step(keeper, 'planAdopted', () => adopted(keeper))
  await step(keeper, 'told', () => told(now()))
  await step(keeper, 'ahead', () => ahead(now()))
  await step(keeper, 'reviewed', () => reviewed(now()))
}
