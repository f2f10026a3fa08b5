import type { Carried, Letter, Mailer, Poster, RoomWork } from '@gavel/api'
import { memoryStore } from '@gavel/store'
import { delegate, newWorld, secretariat, type World } from '../../../../packages/api/src/testing/world.ts'
import { notices } from '../index.ts'
import { exercise, incident } from '../law/testing/given.ts'

export { delegate, secretariat }

/** The room in a real API over a store in memory: three members, of whom CCC is the one nobody writes to. */
export const world = async () => {
  const store = memoryStore()
  const api = await newWorld(store, { rooms: [notices], hookKey: 'whpk_test' })
  const say = async (person: string, type: string, body: object): Promise<void> => {
    const as = person === 'sec' ? secretariat : delegate(person.toUpperCase())
    const answer = await api.act(person, as, type, body)
    if (answer.statusCode !== 201) throw new Error(`${type}: ${answer.body}`)
  }
  await say('sec', 'notices.defineType', incident)
  await say('sec', 'notices.defineType', {
    ...exercise,
    agreements: [{ ...exercise.agreements[0]!, members: ['AAA', 'BBB'] }],
  })
  return { ...api, store, say }
}
export type Room = Awaited<ReturnType<typeof world>>

/** A member's contact, verified, with an address of its own. */
export const contactFor = async ({ say }: Room, member: string, language = 'en'): Promise<void> => {
  const person = member.toLowerCase()
  await say(person, 'notices.nominateContact', {
    contact: `k-${person}`,
    member,
    kind: 'technical',
    name: `Duty officer of ${member}`,
    email: `duty@${person}.example`,
    language,
    from: '2026-11-23',
  })
  await say('sec', 'notices.verifyContact', { contact: `k-${person}` })
}

export const secret = 'A cable was cut near the strait.'
export const title = 'Cable at the strait'

export const sent = (more: object = {}) => ({
  notice: 'AAA:1',
  noticeType: 'incident',
  title,
  to: ['BBB'],
  values: { what: secret, when: '2026-11-23T06:00:00.000Z', kind: 'cyber' },
  ...more,
})

/** The room's work, with a mailer and servers that answer what they are told to, and remember what came. */
export const workOf = ({
  keeper,
  context,
  store,
}: Pick<World, 'keeper' | 'context'> & { store: RoomWork['rows'] }) => {
  const letters: Letter[] = []
  const posted: { readonly url: string; readonly id: string; readonly body: string }[] = []
  let answers: readonly Carried['outcome'][] = []
  const next = (): Carried => {
    const [outcome = 'accepted', ...rest] = answers
    answers = rest
    return { outcome, detail: `told to be ${outcome}` }
  }
  const mailer: Mailer = {
    send: async letter => {
      letters.push(letter)
      return next()
    },
  }
  const poster: Poster = {
    post: async message => {
      posted.push(message)
      return next()
    },
  }
  const work: RoomWork = {
    state: () => keeper.state(),
    now: () => keeper.now(),
    size: () => keeper.head().size,
    entries: (from, to) => keeper.readWhole(from, to),
    onGrown: told => keeper.onGrown(told),
    rows: store,
    origin: () => context.site().origin,
    demonstration: false,
    mailer,
    poster,
    trouble: (what, error) => {
      throw new Error(what, { cause: error })
    },
  }
  return {
    work,
    letters,
    posted,
    answer: (...outcomes: readonly Carried['outcome'][]) => {
      answers = outcomes
    },
  }
}
