import { type DomainState, eventOf, type Needs, texts } from '@gavel/domain'
import { following, type Outcome } from '@gavel/kernel'
import type { ForesightActType } from '../shapes.ts'
import type { ForesightAct, ForesightActOf, ForesightEvent } from './acts.ts'
import { chosenRightly, isOpen, mediating, readable, sits, toldRightly } from './checks.ts'
import { type ForesightState, releasesOn } from './state.ts'

const mediators: Needs = { capacities: ['chair', 'facilitator'], right: null }

/** Who may do what, for the gate. */
export const needs: { readonly [type in ForesightActType]: Needs } = {
  'foresight.sound': mediators,
  'foresight.tell': { capacities: ['delegate'], right: 'propose' },
  'foresight.release': mediators,
  'foresight.withdrawRelease': mediators,
  'foresight.setReaders': { capacities: ['secretariat', 'system'], right: null },
}

type Answer = Outcome<ForesightEvent>

/** What is unseen was refused before: the text an act names is there. */
const textIn = (house: DomainState, id: string): texts.Text => texts.textOf(house.texts, id as never)!

const sound = (act: ForesightActOf<'foresight.sound'>, house: DomainState): Answer => {
  const text = textIn(house, act.body.text)
  return following(
    [
      mediating(act.as, text),
      isOpen(text),
      sits(house, act.body.sounded, text, act.at),
      readable('note', act.body.note),
    ],
    () => [eventOf(act, 'foresight.sounded', act.body)],
  )
}

const tell = (act: ForesightActOf<'foresight.tell'>, house: DomainState): Answer => {
  const text = textIn(house, act.body.text)
  return following(
    [isOpen(text), sits(house, act.body.member, text, act.at), ...toldRightly(act.body.points, text)],
    () => [eventOf(act, 'foresight.told', act.body)],
  )
}

const release = (
  act: ForesightActOf<'foresight.release'>,
  state: ForesightState,
  house: DomainState,
): Answer => {
  const text = textIn(house, act.body.text)
  const taken = releasesOn(state, act.body.text).some(({ id }) => id === act.body.release)
  return following(
    [
      mediating(act.as, text),
      isOpen(text),
      ['F-7', !taken, () => ({ release: act.body.release, taken: true })],
      ...chosenRightly(act.body.choices, text),
      readable('title', act.body.title),
      readable('words', act.body.words),
    ],
    () => [eventOf(act, 'foresight.released', act.body)],
  )
}

const withdraw = (
  act: ForesightActOf<'foresight.withdrawRelease'>,
  state: ForesightState,
  house: DomainState,
): Answer => {
  const found = releasesOn(state, act.body.text).find(({ id }) => id === act.body.release)
  return following(
    [
      mediating(act.as, textIn(house, act.body.text)),
      [
        'F-7',
        found !== undefined && found.withdrawn === undefined,
        () => ({ release: act.body.release, there: found !== undefined }),
      ],
      readable('reason', act.body.reason),
    ],
    () => [eventOf(act, 'foresight.releaseWithdrawn', act.body)],
  )
}

export const decide = (act: ForesightAct, state: ForesightState, house: DomainState): Answer => {
  switch (act.type) {
    case 'foresight.sound':
      return sound(act, house)
    case 'foresight.tell':
      return tell(act, house)
    case 'foresight.release':
      return release(act, state, house)
    case 'foresight.withdrawRelease':
      return withdraw(act, state, house)
    case 'foresight.setReaders':
      return following([readable('source', act.body.source, 1_000)], () => [
        eventOf(act, 'foresight.readersSet', act.body),
      ])
  }
}
