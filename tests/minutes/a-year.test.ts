import { createHash } from 'node:crypto'
import { commitments } from '@gavel/domain'
import { get, type MemberId } from '@gavel/kernel'
import { test } from 'vitest'
import {
  type Actor,
  accredited,
  area,
  assembly,
  chair,
  coordinator,
  delegate,
  rule,
  secretariat,
} from '../../packages/domain/src/testing/index.ts'
import { type Minutes, minutes } from './minutes.ts'

const everybody = ['AAA', 'BBB', 'CCC', 'DDD']
const [a, b, c, d] = everybody.map(code => delegate(code)) as [Actor, Actor, Actor, Actor]
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A text of two or three lines on which everybody agrees, introduced, laid, opened and issued. */
const issues = async (book: Minutes, text: string, title: string, kind: string, ...lines: string[]) => {
  await book.does(secretariat(), 'texts.introduce', {
    text,
    title,
    body: 'soc',
    audience: { kind: 'public' },
    language: 'en',
    kind,
    fictional: true,
  })
  await book.does(secretariat(), 'texts.lay', {
    text,
    paragraphs: lines.map((words, n) => ({
      id: `${text}-${n + 1}`,
      number: String(n + 1),
      level: 0,
      kind: 'operative',
      content: [{ kind: 'words', text: words }],
    })),
  })
  await book.does(secretariat(), 'texts.open', { text })
  await book.does(secretariat(), 'texts.issueVersion', { text, document: hash(title) })
}

const subjectOn = (book: Minutes, text: string) => {
  const issued = get(book.state().texts.texts, text)!.versions.at(-1)!
  return { kind: 'text', text, symbol: issued.symbol, document: issued.document }
}

/** How each owner's part stands, worked out from stored days. */
const asksHow = (book: Minutes, ...ids: readonly string[]): void => {
  for (const id of ids)
    book.asks(`How does ${id} stand?`, (state, now) => {
      const found = get(state.commitments.commitments, id)!
      const day = commitments.today(state, now)
      return Object.fromEntries(
        found.owners.map(({ member }) => {
          const { silentSince, nothingNewSince } = commitments.memberStanding(found, member, day)
          const word = commitments.statusFor(found, member, day)
          const since =
            silentSince !== null
              ? ` since ${silentSince}`
              : nothingNewSince !== null
                ? `, nothing new since ${nothingNewSince}`
                : ''
          return [member, `${word}${since}`]
        }),
      )
    })
}

/** Which reports a member owes, and how late they were told. */
const asksDues = (book: Minutes, id: string, member: string): void =>
  book.asks(`Which reports does ${member} owe on ${id}?`, (state, now) =>
    commitments
      .dues(get(state.commitments.commitments, id)!, member as MemberId, commitments.today(state, now), 60, 0)
      .map(({ due, status }) =>
        status.kind === 'told'
          ? `${due} told, ${status.daysLate} days late`
          : status.kind === 'overdue'
            ? `${due} overdue by ${status.days} days`
            : `${due} ${status.kind}`,
      ),
  )

const asksReminders = (book: Minutes, who: Actor, name: string): void =>
  book.asks(`What is ${name} reminded of?`, (state, now) =>
    commitments
      .remindersFor(state, who.as, now)
      .map(({ kind, days, title }) => `${kind} (${days}): ${title}`),
  )

const planned = (more: object) => ({
  area: 'mil',
  measures: [{ catalogue: '2021', measure: 'mp-5' }],
  format: 'inPerson',
  aim: 'To know what the others do.',
  ...more,
})

const terms = (title: string, pledge: string, more: object = {}) => ({
  title,
  pledge,
  measure: { catalogue: '2021', measure: 'mp-5' },
  from: '2027-01-01',
  until: '2027-12-31',
  evidence: [{ kind: 'document', what: 'The programme and the list of participants.' }],
  reporting: { first: '2027-04-15', everyMonths: 6 },
  ...more,
})

const tells = (commitment: string, report: string, member: string, due: string, more: object = {}) => ({
  commitment,
  report,
  member,
  due,
  period: { from: '2027-01-01', until: due },
  says: 'limited',
  words: '',
  evidence: [],
  ...more,
})

const founding = [
  ...assembly(...everybody),
  rule('silence.minimumHours', 24),
  area('mil', 'military-political'),
  area('eco', 'economic'),
  accredited(coordinator('mil')),
]

const conceptAndPlan = async (book: Minutes): Promise<void> => {
  book.at('2026-11-23 10:00')
  book.note('The catalogue is opened, and the coordinator lays the concept paper of her area.')
  await book.does(secretariat(), 'commitments.openCatalogue', {
    catalogue: '2021',
    title: { en: 'Catalogue of confidence-building measures' },
    adopted: '2021',
    source: 'minutes of the body',
  })
  await book.does(secretariat(), 'commitments.recordMeasure', {
    catalogue: '2021',
    measure: 'mp-5',
    area: 'mil',
    name: { en: 'Visits to exercises' },
    source: 'minutes of the body',
  })
  await issues(book, 'concept', 'Concept paper on visits', 'conceptPaper', 'Visits build confidence.')
  await book.does(coordinator('mil'), 'commitments.recordPaper', {
    paper: 'cp-mil',
    area: 'mil',
    kind: 'conceptPaper',
    text: 'concept',
  })

  book.note('The plan of 2027 takes proposals. For the visit a host is sought, and BBB offers to be it.')
  await book.does(secretariat(), 'commitments.openPlan', {
    plan: 'plan-2027',
    body: 'soc',
    year: '2027',
    title: 'Plan of 2027',
  })
  await book.does(a, 'commitments.proposeActivity', {
    activity: 'workshop',
    plan: 'plan-2027',
    planned: planned({ title: 'Workshop on notices', host: 'AAA', from: '2027-03-10', until: '2027-03-11' }),
  })
  const visit = planned({ title: 'Visit to an exercise', from: '2027-09-06', until: '2027-09-08' })
  await book.does(coordinator('mil'), 'commitments.proposeActivity', {
    activity: 'visit',
    plan: 'plan-2027',
    planned: { ...visit, host: 'BBB' },
  })
  await book.does(coordinator('mil'), 'commitments.proposeActivity', {
    activity: 'visit',
    plan: 'plan-2027',
    planned: { ...visit, host: null },
  })
  await book.does(b, 'commitments.offerToHost', { activity: 'visit', member: 'BBB' })
}

const silence = async (book: Minutes): Promise<void> => {
  book.note('The plan goes before the body as a text, and stands under silence for two weeks.')
  await issues(
    book,
    'plan',
    'Plan of 2027',
    'draft',
    'A workshop is held in March.',
    'A visit is held in September.',
  )
  await book.does(secretariat(), 'commitments.layPlan', { plan: 'plan-2027', text: 'plan' })
  await book.does(c, 'commitments.proposeActivity', {
    activity: 'late',
    plan: 'plan-2027',
    planned: planned({ title: 'One more', host: 'CCC', from: '2027-10-01', until: '2027-10-02' }),
  })
  await book.does(chair(), 'decisions.openSilence', {
    decision: 'd-plan',
    body: 'soc',
    title: 'Plan of 2027',
    subject: subjectOn(book, 'plan'),
    expiresAt: '2026-12-07T12:00:00.000Z',
    timeZone: 'UTC',
    announcedAs: 'Monday 7 December 2026, noon UTC',
  })
  book.at('2026-12-07 11:59')
  await book.does(secretariat(), 'commitments.adoptPlan', { plan: 'plan-2027', decision: 'd-plan' })
  book.at('2026-12-07 12:00')
  book.note('Nobody has broken the silence.')
  await book.does(chair(), 'decisions.giveNotice', { decision: 'd-plan' })
  await book.does(chair('swg'), 'commitments.adoptPlan', { plan: 'plan-2027', decision: 'd-plan' })
  await book.does(secretariat(), 'commitments.adoptPlan', { plan: 'plan-2027', decision: 'd-plan' })
}

const undertakings = async (book: Minutes): Promise<void> => {
  book.at('2026-12-14 09:00')
  book.note('Members undertake what follows from the plan. What nothing would show is not taken.')
  const undertakes = (who: Actor, commitment: string, member: string, given: object) =>
    book.does(who, 'commitments.undertake', {
      commitment,
      member,
      terms: { decision: 'd-plan', ...given },
      audience: { kind: 'public' },
    })
  const workshop = terms('Workshop', 'We hold the workshop on notices.', { activity: 'workshop' })
  await undertakes(a, 'c-workshop', 'AAA', { ...workshop, evidence: [] })
  await undertakes(a, 'c-workshop', 'AAA', workshop)
  await undertakes(b, 'c-visit', 'BBB', terms('Visit', 'We invite two officers of each member.'))
  await undertakes(c, 'c-notes', 'CCC', terms('Notes', 'We send round a note on each exercise.'))
  await book.does(d, 'commitments.join', { commitment: 'c-notes', member: 'DDD' })
  await book.does(d, 'commitments.change', {
    commitment: 'c-notes',
    member: 'DDD',
    terms: terms('Notes', 'We send round a note where we see fit.'),
    reason: 'easier',
  })
  asksHow(book, 'c-workshop', 'c-visit', 'c-notes')
}

const spring = async (book: Minutes): Promise<void> => {
  book.at('2027-03-12 09:00')
  book.note('The workshop is held.')
  await book.does(a, 'commitments.recordActivity', {
    activity: 'workshop',
    happened: {
      status: 'held',
      participants: ['AAA', 'BBB', 'CCC'],
      outcome: 'A form for notices was tried.',
      documents: [
        { evidence: 'list', title: 'Participants', on: '2027-03-11', address: 'https://aaa.example/list' },
      ],
    },
  })
  book.at('2027-04-10 09:00')
  book.note('Reports are due on 15 April. AAA and CCC tell in time.')
  asksReminders(book, b, 'BBB')
  const report = (who: Actor, body: object) => book.does(who, 'commitments.report', body)
  const inTime = { period: { from: '2027-01-01', until: '2027-03-31' } }
  await report(a, tells('c-workshop', 'a-1', 'AAA', '2027-04-15', { ...inTime, says: 'substantial' }))
  const shown = {
    evidence: 'list',
    title: 'Participants',
    on: '2027-03-11',
    address: 'https://aaa.example/list',
  }
  await report(
    a,
    tells('c-workshop', 'a-1', 'AAA', '2027-04-15', { ...inTime, says: 'substantial', evidence: [shown] }),
  )
  await report(c, tells('c-notes', 'c-1', 'CCC', '2027-04-15', inTime))
  await report(c, tells('c-notes', 'c-2', 'CCC', '2027-10-15', { ...inTime, says: 'nothingNew' }))

  book.at('2027-05-20 09:00')
  book.note('BBB is five weeks late. DDD says nothing, and is shown as silent.')
  asksHow(book, 'c-visit', 'c-notes')
  await report(b, tells('c-visit', 'b-1', 'BBB', '2027-04-15'))
  asksDues(book, 'c-visit', 'BBB')
  asksHow(book, 'c-visit')
}

const autumn = async (book: Minutes): Promise<void> => {
  book.at('2027-09-01 09:00')
  book.note('The visit cannot take place in September.')
  await book.does(b, 'commitments.recordActivity', {
    activity: 'visit',
    happened: {
      status: 'postponed',
      from: '2028-05-08',
      until: '2028-05-10',
      participants: [],
      outcome: 'The range is closed.',
      documents: [],
    },
  })
  book.at('2027-10-15 09:00')
  book.note('AAA goes back and says why; CCC has nothing new.')
  const period = { from: '2027-04-01', until: '2027-09-30' }
  const back = tells('c-workshop', 'a-2', 'AAA', '2027-10-15', { period })
  await book.does(a, 'commitments.report', back)
  await book.does(a, 'commitments.report', {
    ...back,
    words: 'The form was withdrawn; it has to be tried again.',
  })
  await book.does(
    c,
    'commitments.report',
    tells('c-notes', 'c-2', 'CCC', '2027-10-15', { period, says: 'nothingNew' }),
  )
  await book.does(b, 'commitments.report', {
    ...tells('c-visit', 'b-2', 'BBB', '2027-10-15', { period }),
    says: 'notStarted',
    words: 'The range is closed until May.',
  })
  await book.does(coordinator('mil'), 'commitments.assess', {
    commitment: 'c-workshop',
    finds: 'limited',
    words: 'The workshop was held; its form is not in use.',
  })
  book.at('2027-10-20 09:00')
  asksHow(book, 'c-workshop', 'c-visit', 'c-notes')
  asksDues(book, 'c-notes', 'DDD')
}

const review = async (book: Minutes): Promise<void> => {
  book.at('2027-11-02 09:00')
  book.note('The body looks back at the dimension: questions and answers, and no ranks.')
  await book.does(chair(), 'commitments.openReview', {
    review: 'review-mil',
    body: 'soc',
    dimension: 'military-political',
    title: 'Review of the military-political dimension',
    from: '2027-01-01',
    until: '2027-12-31',
  })
  const asks = (who: Actor, question: string, member: string, to: string | null, more: object) =>
    book.does(who, 'commitments.ask', { review: 'review-mil', question, member, to, ...more })
  await asks(c, 'q1', 'CCC', 'AAA', { commitment: 'c-workshop', wording: 'Why was the form withdrawn?' })
  await asks(d, 'q2', 'DDD', null, { wording: 'Who keeps the forms?' })
  const answers = (who: Actor, question: string, wording: string) =>
    book.does(who, 'commitments.answer', { review: 'review-mil', question, wording })
  await answers(b, 'q1', 'We would not know.')
  await answers(a, 'q1', 'It had no line for joint exercises.')
  await answers(coordinator('mil'), 'q2', 'The secretariat.')
  await book.does(c, 'commitments.recommend', {
    recommendation: 'n1',
    member: 'CCC',
    to: 'BBB',
    wording: 'Name a second range, so that a visit need not wait.',
    review: 'review-mil',
  })
  await book.does(b, 'commitments.respond', {
    recommendation: 'n1',
    member: 'BBB',
    response: 'supported',
    words: 'We do so.',
    commitment: 'c-visit',
  })
  await issues(book, 'conclusions', 'Conclusions of the review', 'draft', 'The visit is held in 2028.')
  await book.does(chair(), 'commitments.concludeReview', { review: 'review-mil', text: 'conclusions' })
}

const conclusions = async (book: Minutes): Promise<void> => {
  const agenda = [{ number: '1', title: 'Conclusions of the review' }]
  await book.does(secretariat(), 'meetings.convene', {
    meeting: 'm1',
    body: 'soc',
    title: 'December meeting',
    opensAt: '2027-12-06T09:00:00.000Z',
    place: 'Hall',
    timeZone: 'UTC',
    agenda,
  })
  book.at('2027-12-06 09:00')
  book.note('The conclusions are adopted in the meeting, and the decision closes the review.')
  for (const member of everybody)
    await book.does(secretariat(), 'meetings.recordPresence', { meeting: 'm1', member, present: true })
  await book.does(chair(), 'meetings.open', { meeting: 'm1' })
  await book.does(chair(), 'meetings.adoptAgenda', { meeting: 'm1', agenda })
  await book.does(chair(), 'decisions.put', {
    decision: 'd-review',
    meeting: 'm1',
    item: '1',
    title: 'Conclusions of the review',
    subject: subjectOn(book, 'conclusions'),
  })
  await book.does(chair(), 'commitments.closeReview', { review: 'review-mil', decision: 'd-review' })
  await book.does(chair(), 'decisions.declareAdopted', { decision: 'd-review' })
  await book.does(chair(), 'commitments.closeReview', { review: 'review-mil', decision: 'd-plan' })
  await book.does(chair(), 'commitments.closeReview', { review: 'review-mil', decision: 'd-review' })
}

const nextPlan = async (book: Minutes): Promise<void> => {
  book.note('The next plan begins with what was not held; what was not done is carried forward.')
  await book.does(secretariat(), 'commitments.openPlan', {
    plan: 'plan-2028',
    body: 'soc',
    year: '2028',
    title: 'Plan of 2028',
  })
  await book.does(b, 'commitments.carryActivity', {
    activity: 'visit',
    plan: 'plan-2028',
    reason: 'The range opens in May.',
  })
  await book.does(a, 'commitments.carryActivity', {
    activity: 'workshop',
    plan: 'plan-2028',
    reason: 'Once more.',
  })
  await book.does(b, 'commitments.carryForward', {
    commitment: 'c-visit',
    member: 'BBB',
    into: 'c-visit-2028',
    terms: terms('Visit', 'We invite two officers of each member.', {
      from: '2028-01-01',
      until: '2028-12-31',
      reporting: { first: '2028-04-15', everyMonths: 6 },
      decision: 'd-review',
      activity: 'visit',
    }),
    reason: 'The range is closed until May.',
  })
  asksHow(book, 'c-workshop', 'c-visit', 'c-visit-2028', 'c-notes')
  book.asks('What stands in the plan of 2028?', state => [
    ...get(state.commitments.plans, 'plan-2028')!.activities,
  ])
  asksReminders(book, d, 'DDD')
}

test('[C-12, C-39, C-26, C-14] a year: from the concept paper to the next plan', async () => {
  const book = await minutes('A year of commitments', founding as never)
  await conceptAndPlan(book)
  await silence(book)
  await undertakings(book)
  await spring(book)
  await autumn(book)
  await review(book)
  await conclusions(book)
  await nextPlan(book)
  await book.close('a-year.txt')
})
