import type { Capacity } from '@gavel/domain'
import { fromEpochMs } from '@gavel/kernel'
import type { Stage } from '../brain/table.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { secretariat } from './drafting.ts'
import type { Said, Teller } from './teller.ts'

export const chairOf = (scenario: Scenario, stage: Stage): Capacity =>
  ({ kind: 'chair', body: scenario.bodies[stage].id }) as unknown as Capacity

export const delegateOf = (scenario: Scenario, member: number): Capacity =>
  ({ kind: 'delegate', member: scenario.delegations[member]!.member }) as unknown as Capacity

export const meetingOf = (stage: Stage): string => `meeting-${stage}`
const minuteMs = 60_000

/** Convenes the meeting of a stage, seats everybody, opens it and takes the draft up. `pass` lets the exercise's clock go on. */
export const openMeeting = async (
  scenario: Scenario,
  stage: Stage,
  { say }: Teller,
  clock: { readonly now: () => number; readonly pass: (ms: number) => void },
): Promise<void> => {
  const meeting = meetingOf(stage)
  const chair = chairOf(scenario, stage)
  const title = `Exercise: ${scenario.title}`
  const agenda = [
    { number: '1', title: 'Adoption of the agenda' },
    { number: '2', title },
  ]
  const opensAt = fromEpochMs(clock.now() + minuteMs)
  const convene: Said = {
    as: secretariat,
    type: 'meetings.convene',
    body: {
      meeting,
      body: scenario.bodies[stage].id,
      title,
      opensAt,
      place: 'Conference hall (exercise)',
      timeZone: 'UTC',
      agenda,
    },
  }
  const present = scenario.delegations.map(
    ({ member }): Said => ({
      as: secretariat,
      type: 'meetings.recordPresence',
      body: { meeting, member, present: true },
    }),
  )
  await say(convene, ...present)
  clock.pass(minuteMs)
  await say(
    { as: chair, type: 'meetings.open', body: { meeting } },
    { as: chair, type: 'meetings.adoptAgenda', body: { meeting, agenda } },
    { as: chair, type: 'meetings.takeUpItem', body: { meeting, item: '2' } },
  )
}

export const closeMeeting = (scenario: Scenario, stage: Stage, { say }: Teller): Promise<void> =>
  say(
    {
      as: chairOf(scenario, stage),
      type: 'meetings.concludeItem',
      body: { meeting: meetingOf(stage), item: '2', outcome: 'concluded' },
    },
    { as: chairOf(scenario, stage), type: 'meetings.close', body: { meeting: meetingOf(stage) } },
  )

/** Something that happens in the world of the exercise, told to all by the secretariat. */
export const injectAct = (stage: Stage, at: number, title: string, words: string): Said => ({
  as: secretariat,
  type: 'meetings.recordStatement',
  body: {
    meeting: meetingOf(stage),
    statement: `inject-${at}`,
    speaker: { kind: 'secretariat' },
    purpose: 'general',
    item: '2',
    wording: `Exercise: ${title}. ${words}`,
    forJournal: false,
  },
})
