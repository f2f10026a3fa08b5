import { type Capacity, type DomainState, institution, texts } from '@gavel/domain'
import { type Instant, type PersonId, values } from '@gavel/kernel'

/** Somebody the pen of a text may be handed to, and in which capacity she comes. */
export interface Hand {
  readonly person: PersonId
  readonly name: string
  readonly as: Capacity
}

const holds = (as: Capacity, text: texts.Text): boolean =>
  as.kind === 'secretariat' ||
  as.kind === 'coordinator' ||
  (as.kind === 'chair' && as.body === text.body) ||
  (as.kind === 'facilitator' && as.text === text.id)

/** T-42. Who may be given the pen: whoever serves the text with a valid credential, each once, facilitators first. */
export const handsFor = (state: DomainState, text: texts.Text, now: Instant): readonly Hand[] => {
  const order = ['facilitator', 'coordinator', 'chair', 'secretariat']
  const all = [...values(state.institution.credentials)]
    .filter(
      one => one.status === 'valid' && institution.isWithinPeriod(one, now) && holds(one.capacity, text),
    )
    .toSorted((a, b) => order.indexOf(a.capacity.kind) - order.indexOf(b.capacity.kind))
  const hands = new Map<PersonId, Hand>()
  for (const { person, name, capacity } of all)
    if (!hands.has(person)) hands.set(person, { person, name, as: capacity })
  return [...hands.values()]
}

/** A run of paragraphs under one pen that is not the text's. */
export interface PenRun {
  readonly holder: PersonId | null
  readonly from: string
  readonly to: string
}

/** Paragraphs whose pen was given apart, later than the text's, in runs of neighbours. */
export const penRuns = (text: texts.Text): readonly PenRun[] => {
  const runs: PenRun[] = []
  let neighbours = false
  for (const { pen, number, id } of texts.paragraphsOf(text)) {
    const apart = pen !== null && pen.epoch > text.pen.epoch && pen.holder !== text.pen.holder
    const before = neighbours ? runs.at(-1) : undefined
    neighbours = apart
    if (!apart) continue
    const name = number || id
    if (before?.holder === pen.holder) runs[runs.length - 1] = { ...before, to: name }
    else runs.push({ holder: pen.holder, from: name, to: name })
  }
  return runs
}
