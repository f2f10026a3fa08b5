import { get } from '@gavel/kernel'
import { evidenceOf, mattersOf, openTexts } from '../evidence/record.ts'
import type { Thread } from '../work/thread.ts'
import { outlooksFor, type Reading } from './reading.ts'

/** Sessions of the General Assembly that count beside an organisation's own record, where they are asked for. */
const sessionsAsked = 10

/** Texts looked at together, newest first: a body with more has others of them put away. */
const mostTexts = 60

/** `GET /api/foresight/readers`: who reads forecasts, by whose word and since when; for members and those who serve them. */
export const readers = ({ state: { readers, readersSet: set }, sees, tools, now }: Reading) => {
  if (!sees({ kind: 'members' })) throw tools.notFound()
  return { readers, set, now }
}

/** `GET /api/foresight/outlook`: per open text of a body the chance that somebody objects, who would, and from what that is known. */
export const outlook = async (
  reading: Reading,
  thread: Thread,
  query: { readonly body?: string; readonly votes?: 'true' },
) => {
  const open = outlooksFor(reading)
  const chosen = query.body === undefined ? open[0] : open.find(({ body }) => body === query.body)
  if (chosen === undefined) throw reading.tools.notFound()
  const { body, inConfidence } = chosen
  const { house, state, now, sees } = reading
  const shown = openTexts({ house, body, sees }).filter(chosen.mayRead).slice(-mostTexts).reverse()
  const evidence = evidenceOf({ house, state, body, now, sees, inConfidence }, shown)
  const found = await thread.ask<'outlook'>({
    kind: 'outlook',
    evidence,
    matters: mattersOf(shown),
    // Ages are counted in days: the same day is the same question.
    now: `${now.slice(0, 10)}T23:59:59.999Z`,
    sessions: query.votes === 'true' ? sessionsAsked : 0,
  })
  return {
    bodies: [...new Set(open.map(each => each.body))],
    body,
    inConfidence,
    readers: state.readers,
    precedents: { own: found.own, votes: found.votes },
    items: found.items.map(({ item, ...told }) => ({
      text: item,
      title: get(house.texts.texts, item)!.title,
      symbol: get(house.texts.texts, item)!.symbol,
      disputed: shown.find(({ id }) => id === item)!.disputed,
      ...told,
    })),
    now,
  }
}
