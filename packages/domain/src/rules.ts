import { type BodyId, get, type Instant, instant } from '@gavel/kernel'
import type { ParameterValue, Source } from './institution/acts.ts'
import { nameFault } from './institution/names.ts'
import type { DatedValue, InstitutionState } from './institution/state.ts'

/**
 * The numbers and choices of the rules: dated parameters, each with its source. Code never holds a number of
 * procedure; it asks for the value in force at the instant of the act. Where nobody has published a value, the one
 * here stands and says `assumed`.
 */
export interface Parameters {
  /** Who sits in a body: ids of members; an empty list means all of them. */
  readonly 'body.composition': readonly string[]
  /** When the last term of a chair has ended and no next one has begun, does she go on? */
  readonly 'chair.continues': boolean
  /** May observers read what is kept to members? */
  readonly 'observers.readMembers': boolean
  /** Days between convening a meeting and its opening. */
  readonly 'meeting.noticeDays': number
  /** The same for an extraordinary meeting, and for an informal one. */
  readonly 'meeting.extraordinaryNoticeDays': number
  readonly 'meeting.informalNoticeDays': number
  /** Days between a changed notice that moves the opening and the new opening. */
  readonly 'meeting.changeNoticeDays': number
  /** The formats in which a meeting may take decisions: `inPerson`, `hybrid`, `virtual`. */
  readonly 'meeting.decidingFormats': readonly string[]
  /** May an informal meeting take decisions? */
  readonly 'meeting.informalDecides': boolean
  /** Days before the opening from which the provisional agenda is no longer changed by notice. */
  readonly 'agenda.closesDays': number
  /** How the agenda is changed after its adoption: `never`, by the `chair`, by `consensus`. */
  readonly 'agenda.changedBy': 'never' | 'chair' | 'consensus'
  /** Does an unfinished item go on the agenda of the next regular meeting of the body? */
  readonly 'agenda.unfinishedCarries': boolean
  /** Items that were not on the provisional agenda: `never`, `allPresent` (every delegation is in the room), `always`. */
  readonly 'agenda.lateItems': 'never' | 'allPresent' | 'always'
  /** The share of the denominator that must be present: `0`, `1/3`, `2/3`, `>1/2` (more than half). */
  readonly 'quorum.opens': string
  readonly 'quorum.decides': string
  /**
   * What the share is taken of: all members entitled to sit, those of them with an accredited delegate, those that have
   * taken part in this meeting, or those present when the sitting opened.
   */
  readonly 'quorum.of': 'members' | 'accredited' | 'participating' | 'present'
  /** Seconds of the floor for a member, for an observer, and for a reply; 0: without limit. */
  readonly 'floor.memberSeconds': number
  readonly 'floor.observerSeconds': number
  readonly 'floor.replySeconds': number
  /** How often one may have the floor on an item; 0: without limit. */
  readonly 'floor.timesPerItem': number
  /** Are observers heard after all members? */
  readonly 'floor.observersLast': boolean
  /** May observers ask for the floor themselves, or does the chair invite them? */
  readonly 'floor.observersAsk': boolean
  /** Who is heard first, in this order: `headOfState`, `headOfGovernment`, `minister`, `chair` (of another body). */
  readonly 'floor.precedence': readonly string[]
  /** How many replies a delegation has on an item; 0: none. */
  readonly 'reply.timesPerItem': number
  /** When replies are heard: `atOnce`, after the other speakers on the item, or of the whole sitting. */
  readonly 'reply.when': 'atOnce' | 'endOfItem' | 'endOfSitting'
  /** What an appeal does to a ruling: there is `none`; `consensus` overturns it; any `objection` to it does. */
  readonly 'ruling.appeal': 'none' | 'consensus' | 'objection'
  /** Who decides a procedural motion: the `chair`, or the meeting by `consensus`. */
  readonly 'motion.decidedBy': 'chair' | 'consensus'
  /** How many speak for a motion, and how many against. */
  readonly 'motion.speakersFor': number
  readonly 'motion.speakersAgainst': number
  /** Days in which delegations may ask for corrections of the draft of a journal. */
  readonly 'journal.correctionDays': number
  /** The cases in which a decision may be taken without the consent of the one member it concerns (D-9). */
  readonly 'consensus.minusOneCases': readonly string[]
  /** Seconds between the putting of a decision and its adoption, so that whoever objects can say so. */
  readonly 'consensus.hearingSeconds': number
  readonly 'silence.minimumHours': number
  /** What breaks a silence: `objection`, `amendment` (any), `substantiveAmendment` (an editorial one does not). */
  readonly 'silence.brokenBy': readonly string[]
  readonly 'silence.mayExtend': boolean
  /** Does the chair extend only when a delegation has asked for it, for lack of instructions? */
  readonly 'silence.extendsOnRequest': boolean
  /** Within how many hours of its end the chair tells all in writing how a silence ended; 0: at once. */
  readonly 'silence.noticeHours': number
  /** Must the procedure be opened in a meeting of the body, where nobody objects? */
  readonly 'silence.opensInMeeting': boolean
  /** After a kept silence the text is interim until a meeting hears of it, and is numbered then. */
  readonly 'silence.interim': boolean
  /** Is the name of the delegation that broke a silence told to all? */
  readonly 'silence.namesBreaker': boolean
  /** How a document symbol is made: `{org}`, `{body}`, `{year}`, `{number}`, `{revision}` are replaced. */
  readonly 'text.symbolPattern': string
  readonly 'decision.symbolPattern': string
  /** Do the numbers of decisions begin again with each year? */
  readonly 'decision.numbersRestartYearly': boolean
  /** The offset from UTC (`+05:00`) by which the year of a decision and the day of an instant are read. */
  readonly 'calendar.utcOffset': string
  /** For how many days after adoption statements may still be attached; 0: until the decision is published. */
  readonly 'statement.daysAfterAdoption': number
  /** Does reopening an agreed paragraph need the consent of all (nobody opposes)? */
  readonly 'text.reopenByConsent': boolean
  /** Hours between the chair's offer (or a request to reopen) and its acceptance, so that all can be heard. */
  readonly 'text.hearingHours': number
  /** Days before its due day from which a report may be told as the one that is due. */
  readonly 'report.opensDays': number
  /** Days before its due day from which a delegation is reminded of a report. */
  readonly 'report.remindDays': number
  /** Days before the end of a term from which its holder is reminded. */
  readonly 'term.remindDays': number
  /** C-45. The licence of open data: its address, or `not stated`. */
  readonly 'openData.licence': string
}

export type ParameterName = keyof Parameters

/** The day on which the first assumptions were written down; those on the floor and the journal came a day later. */
const assumed = 'assumed, 2026-11-23'
const always = instant('1900-01-01T00:00:00.000Z')

export const defaults: Parameters = {
  'body.composition': [],
  'chair.continues': true,
  'observers.readMembers': false,
  'meeting.noticeDays': 0,
  'meeting.extraordinaryNoticeDays': 0,
  'meeting.informalNoticeDays': 0,
  'meeting.changeNoticeDays': 0,
  'meeting.decidingFormats': ['inPerson', 'hybrid', 'virtual'],
  'meeting.informalDecides': true,
  'agenda.closesDays': 0,
  'agenda.changedBy': 'consensus',
  'agenda.unfinishedCarries': true,
  'agenda.lateItems': 'allPresent',
  'quorum.opens': '1/3',
  'quorum.decides': '>1/2',
  'quorum.of': 'members',
  'floor.memberSeconds': 300,
  'floor.observerSeconds': 180,
  'floor.replySeconds': 180,
  'floor.timesPerItem': 0,
  'floor.observersLast': true,
  'floor.observersAsk': true,
  'floor.precedence': [],
  'reply.timesPerItem': 2,
  'reply.when': 'endOfItem',
  'ruling.appeal': 'consensus',
  'motion.decidedBy': 'consensus',
  'motion.speakersFor': 1,
  'motion.speakersAgainst': 2,
  'journal.correctionDays': 7,
  'consensus.minusOneCases': [],
  'consensus.hearingSeconds': 0,
  'silence.minimumHours': 72,
  'silence.brokenBy': ['objection', 'amendment'],
  'silence.mayExtend': true,
  'silence.extendsOnRequest': true,
  'silence.noticeHours': 0,
  'silence.opensInMeeting': false,
  'silence.interim': true,
  'silence.namesBreaker': true,
  'text.symbolPattern': '{org}/{body}/{year}/{number}{revision}',
  'decision.symbolPattern': '{org}/{body}/DEC/{year}/{number}',
  'decision.numbersRestartYearly': true,
  'calendar.utcOffset': '+00:00',
  'statement.daysAfterAdoption': 0,
  'text.reopenByConsent': true,
  'text.hearingHours': 24,
  'report.opensDays': 60,
  'report.remindDays': 14,
  'term.remindDays': 60,
  'openData.licence': 'not stated',
}

export const parameterNames = Object.keys(defaults) as readonly ParameterName[]

export const isParameterName = (name: string): name is ParameterName => Object.hasOwn(defaults, name)

/** A parameter as it stood at an instant: the value, since when it holds, and who says so. */
export interface InForce<Value> {
  readonly value: Value
  readonly since: Instant
  readonly source: Source
}

const latest = (
  values: readonly DatedValue[],
  at: Instant,
  body: BodyId | undefined,
): DatedValue | undefined => values.findLast(dated => dated.since <= at && dated.body === body)

/**
 * I-32. The value of a parameter at an instant: the latest set for this body, else the latest set for the organisation,
 * else the assumption written in this file.
 */
export const parameter = <Name extends ParameterName>(
  institution: InstitutionState,
  name: Name,
  at: Instant,
  body?: BodyId,
): InForce<Parameters[Name]> => {
  const values = get(institution.parameters, name) ?? []
  const found = (body === undefined ? undefined : latest(values, at, body)) ?? latest(values, at, undefined)
  // The kind of every value was checked against the catalogue when it was set (I-21).
  if (found) return { value: found.value as Parameters[Name], since: found.since, source: found.source }
  return { value: defaults[name], since: always, source: assumed }
}

/** Parameters that are one word out of a few. */
const choices: { readonly [name in ParameterName]?: readonly string[] } = {
  'quorum.of': ['members', 'accredited', 'participating', 'present'],
  'agenda.lateItems': ['never', 'allPresent', 'always'],
  'agenda.changedBy': ['never', 'chair', 'consensus'],
  'reply.when': ['atOnce', 'endOfItem', 'endOfSitting'],
  'ruling.appeal': ['none', 'consensus', 'objection'],
  'motion.decidedBy': ['chair', 'consensus'],
}

/** What stands in a list: words out of a few, of which some can never be missing. An objection always breaks a silence. */
const listed: { readonly [name in ParameterName]?: readonly string[] } = {
  'silence.brokenBy': ['objection', 'amendment', 'substantiveAmendment'],
  'meeting.decidingFormats': ['inPerson', 'hybrid', 'virtual'],
  'floor.precedence': ['headOfState', 'headOfGovernment', 'minister', 'chair'],
}
const longestList = 500

const fitsList = (name: ParameterName, value: readonly string[]): boolean => {
  if (value.length > longestList || new Set(value).size < value.length) return false
  if (name === 'silence.brokenBy' && !value.includes('objection')) return false
  const known = listed[name]
  return value.every(one => (known === undefined ? nameFault(one) === null : known.includes(one)))
}

const fitsText = (name: ParameterName, value: string): boolean => {
  if (name === 'quorum.opens' || name === 'quorum.decides') return isShare(value)
  if (name === 'calendar.utcOffset') return offsetShape.test(value)
  if (name === 'openData.licence') return value === defaults[name] || licenceShape.test(value)
  const known = choices[name]
  return known === undefined ? nameFault(value) === null : known.includes(value)
}

/** Whether a value is of the kind the catalogue wants for the name. */
export const fitsParameter = (name: ParameterName, value: ParameterValue): boolean => {
  const model: ParameterValue = defaults[name]
  if (Array.isArray(model)) return Array.isArray(value) && fitsList(name, value as readonly string[])
  if (typeof value === 'string') return typeof model === 'string' && fitsText(name, value)
  if (typeof model !== typeof value) return false
  return typeof value !== 'number' || (Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000)
}

const licenceShape = /^https?:\/\/[A-Za-z0-9.-]+(\/[A-Za-z0-9._~/-]*)?$/
const offsetShape = /^[+-](0\d|1[0-4]):[0-5]\d$/
const shareShape = /^(>?)(\d{1,3})(?:\/(\d{1,3}))?$/

/** A share can be reached: its parts are numbers, it is at most the whole, and not more than the whole. */
const isShare = (text: string): boolean => {
  const match = shareShape.exec(text)
  if (match === null) return false
  const [part, of] = [Number(match[2]), Number(match[3] ?? 1)]
  return of > 0 && (match[1] === '>' ? part < of : part <= of)
}

/** How many of `total` a share asks for: `1/3` of 28 is 10, `>1/2` of 28 is 15, `0` is 0. Whole numbers throughout. */
export const shareOf = (share: string, total: number): number => {
  const match = shareShape.exec(share)
  if (!match) throw new RangeError(`not a share: ${share}`)
  const part = Number(match[2]) * total
  const of = Number(match[3] ?? 1)
  return match[1] === '>' ? Math.floor(part / of) + 1 : Math.ceil(part / of)
}
