import type { Letter, RoomWork } from '@gavel/api'
import { roomState } from '@gavel/application'
import { get, type Instant, type MemberId } from '@gavel/kernel'
import { law } from '../law/index.ts'
import { contactOf, type Notice, noticeOf, pingOf, typeBehind } from '../law/state.ts'
import type { Delivery } from './plan.ts'
import { filled, type LetterWords, wordsIn } from './words.ts'

/**
 * What goes out. A mail and a message to a server pass through foreign hands: of a restricted notice they say that there
 * is one, and of every other its kind, its sender, its title and its deadlines; never what it says.
 */

type House = Pick<RoomWork, 'state' | 'origin' | 'demonstration'>

const minute = (at: Instant): string => at.slice(0, 16).replace('T', ' ')

/** The name of a member in a language, its id where it has none. */
const nameOf = (house: House, member: MemberId, language: string): string => {
  const name = get(house.state().institution.parties, member)?.name
  return name?.[language as 'en'] ?? name?.en ?? member
}

const pageOf = (house: House, { about }: Delivery): string => {
  const [kind, ...id] = about.split('/')
  const path = kind === 'pings' ? 'notices/pings' : 'notices'
  return `${house.origin()}/${path}/${encodeURIComponent(id.join('/'))}`
}

const subjectOf = (
  house: House,
  delivery: Delivery,
  notice: Notice | undefined,
  words: LetterWords,
  language: string,
): string => {
  const member = nameOf(house, delivery.member, language)
  if (notice === undefined) return filled(words.subject[delivery.what], { member })
  if (notice.restricted) {
    const { organisation } = house.state().institution
    return filled(words.restricted, { organisation: organisation?.shortName ?? 'Gavel' })
  }
  const { name } = typeBehind(roomState(house.state(), law), notice)
  return filled(words.subject[delivery.what], {
    type: name[language as 'en'] ?? name.en,
    from: nameOf(house, notice.from, language),
    title: notice.title,
    member,
  })
}

/** The clocks of a notice for whoever it went to; none for a restricted one. */
const clocksOf = (delivery: Delivery, notice: Notice | undefined, words: LetterWords): readonly string[] => {
  if (notice === undefined || notice.restricted || delivery.what !== 'sent') return []
  const { acknowledgeBy, answerBy } = notice
  return [
    ...(acknowledgeBy === null ? [] : [filled(words.acknowledgeBy, { at: minute(acknowledgeBy) })]),
    ...(answerBy === null ? [] : [filled(words.answerBy, { at: minute(answerBy) })]),
  ]
}

const noticeBehind = (house: House, { about }: Delivery): Notice | undefined =>
  about.startsWith('notices/')
    ? noticeOf(roomState(house.state(), law), about.slice('notices/'.length))
    : undefined

/** The letter of a delivery; undefined when the contact has no address any more. */
export const letterFor = (house: House, delivery: Delivery): Letter | undefined => {
  const state = roomState(house.state(), law)
  const contact = contactOf(state, delivery.to)
  if (contact?.email === undefined) return undefined
  const { language, words } = wordsIn(contact.language)
  const notice = noticeBehind(house, delivery)
  const ping = delivery.what === 'pinged' ? pingOf(state, delivery.about.slice('pings/'.length)) : undefined
  return {
    to: contact.email,
    language,
    subject: subjectOf(house, delivery, notice, words, language),
    paragraphs: [
      ...(house.demonstration ? [words.demonstration] : []),
      ...clocksOf(delivery, notice, words),
      ...(ping === undefined ? [] : [filled(words.pingBy, { at: minute(ping.replyBy) })]),
      ...(notice?.restricted === true
        ? []
        : [filled(words.why, { member: nameOf(house, delivery.member, language) })]),
    ],
    link: { url: pageOf(house, delivery), words: words.open },
    reference: delivery.key,
  }
}

/** The body of a message to a server: thin, as Standard Webhooks advises. */
export const hookBody = (house: House, delivery: Delivery): string => {
  const notice = noticeBehind(house, delivery)
  return JSON.stringify({
    type: `notices.${delivery.what}`,
    timestamp: delivery.at,
    data: {
      about: delivery.about,
      member: delivery.member,
      url: pageOf(house, delivery),
      ...(notice === undefined || notice.restricted
        ? {}
        : { noticeType: notice.noticeType, from: notice.from, title: notice.title }),
    },
  })
}
