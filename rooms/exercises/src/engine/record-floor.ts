import type { RecordStore } from '@gavel/application'
import { hourMs } from '@gavel/kernel'
import { said } from '../brain/table.ts'
import type { Floor, When } from '../floor/floor.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { decideText, minusOneCase } from './decision.ts'
import { draftActs } from './drafting.ts'
import { foundingActs, type RulesChanged } from './founding.ts'
import {
  closingActs,
  type Offered,
  offerAct,
  offersOf,
  placesIn,
  standAct,
  takingActs,
  text,
} from './offers.ts'
import { placesOf, seenIn } from './seen.ts'
import { closeMeeting, injectAct, openMeeting } from './stages.ts'
import { type ExerciseRecord, ExerciseStopped, exerciseRecord, teller } from './teller.ts'
import { undertakings } from './undertakings.ts'

/** The exercise's own clock: it stands still but where the exercise lets it pass. */
const clockFrom = (startsAt: string) => {
  let now = Date.parse(startsAt)
  return {
    now: () => now,
    pass: (ms: number) => {
      now += ms
    },
  }
}

/** An exercise on the engine: a record on a store of its own, a draft laid before its working group, everybody seated. */
export interface RecordFloor extends Floor {
  readonly record: ExerciseRecord
  readonly tally: ReturnType<typeof teller>['tally']
}

export interface FloorOptions {
  readonly store: RecordStore
  /** Salts of confidential entries, from the seed. */
  readonly salt: (bytes: number) => Uint8Array
  readonly rules?: RulesChanged
}

const opened = async (scenario: Scenario, { store, salt, rules = {} }: FloorOptions) => {
  const clock = clockFrom(scenario.clock.startsAt)
  const record = await exerciseRecord(store, clock.now, salt)
  const founded = foundingActs(scenario, rules).map(({ at: _at, ...act }) => act)
  const answer = await record.submit(founded as never, 'institution')
  if (answer.kind !== 'recorded') throw new ExerciseStopped(JSON.stringify(answer))
  const speaks = teller(record)
  await record.putDocument('text/markdown', Buffer.from(scenario.draftSource))
  await speaks.say(...draftActs(scenario, text))
  return { clock, record, speaks }
}

/** Opens an exercise on the engine. Throws ExerciseStopped where the rules refuse what an exercise needs. */
export const recordFloor = async (scenario: Scenario, options: FloorOptions): Promise<RecordFloor> => {
  const { clock, record, speaks } = await opened(scenario, options)
  const places = placesOf(scenario)
  const settled: (number | null)[] = scenario.issues.map(() => null)
  let offers: readonly Offered[] = []
  let injects = 0
  const seen = (when: When) => seenIn(record.state(), text, scenario, places, { ...when, settled, offers })
  return {
    record,
    tally: speaks.tally,
    seen,
    openStage: ({ stage }) => openMeeting(scenario, stage, speaks, clock),
    closeStage: ({ stage }) => closeMeeting(scenario, stage, speaks),
    take: async (_, moves) => {
      clock.pass((scenario.clock.roundHours * hourMs) / 2)
      await speaks.together(
        moves.map((own, member) => own.map(move => standAct(scenario, member, move, offers))),
      )
    },
    settle: async (_, settling) => {
      await speaks.say(...closingActs(scenario, settling))
      for (const { issue, option } of settling) settled[issue] = option
    },
    offer: async (_, chosen) => {
      offers = offersOf(scenario, chosen)
      await speaks.say(offerAct(scenario, record, offers))
    },
    takeOffer: async when => {
      clock.pass((scenario.clock.roundHours * hourMs) / 2)
      const table = seen(when)
      const free = offers.filter((_, at) => !table.offers[at]!.stands.includes(said.objects))
      const refused = offers.filter(offer => !free.includes(offer))
      await speaks.say(...takingActs(scenario, free, refused.length > 0))
      for (const { issue, option } of free.flatMap(placesIn)) settled[issue] = option
      offers = []
      return refused.flatMap(placesIn)
    },
    inject: ({ stage }, title, words) => speaks.say(injectAct(stage, ++injects, title, words)),
    settled: () => settled,
    decide: (_, ask) =>
      decideText(
        {
          scenario,
          text,
          teller: speaks,
          state: record.state,
          now: clock.now,
          pass: clock.pass,
          keep: async words => void (await record.putDocument('text/markdown', Buffer.from(words))),
          minusOneCase: options.rules?.['consensus.minusOneCases'] === undefined ? null : minusOneCase,
        },
        ask,
      ),
    undertake: () => undertakings(scenario, clock.now(), speaks),
  }
}
