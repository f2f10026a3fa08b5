import type { Draft } from '@gavel/text'
import type { BriefNumbers } from '../brain/brief.ts'
import type { Stage } from '../brain/table.ts'

/** Something wrong in a scenario's folder: the file, the line (1 is the first; 0: the whole file), what, and why. */
export interface ScenarioFault {
  readonly file: string
  readonly line: number
  readonly what: string
  readonly why: string
}

export interface DelegationOf {
  readonly member: string
  readonly name: { readonly en: string; readonly ru?: string }
  readonly groups: readonly string[]
  /** What the brief says in words; secret, like all of the brief. */
  readonly instructions: string
  /** What it undertakes once the text is adopted; absent: nothing. */
  readonly undertakes?: string
}

/** A bracket of the draft: its name in briefs, what it is about, and its options in the order of the draft. */
export interface Issue {
  readonly name: string
  readonly about: string
  /** Short names of the options; the last is `without` where the draft has these words or none. */
  readonly options: readonly string[]
  readonly without: boolean
  readonly paragraph: string
  readonly bracket: string
  /** The ids of the options in the draft; one fewer than `options` when `without`. */
  readonly optionIds: readonly string[]
}

/** Something that happens during the exercise: words for all, and what it changes in the instructions of some. */
export interface Inject {
  readonly at: { readonly stage: Stage; readonly round: number }
  readonly title: string
  readonly words: string
}

export interface BodyOf {
  readonly id: string
  readonly name: string
  readonly code: string
  /** The member that holds the chair; a person of the exercise's staff sits in it. */
  readonly chair: string
}

export interface Scenario {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly organisation: { readonly id: string; readonly name: string; readonly shortName: string }
  readonly bodies: Readonly<Record<Stage, BodyOf>>
  /** Rounds of each stage. */
  readonly rounds: Readonly<Record<Stage, number>>
  readonly clock: {
    readonly startsAt: string
    /** Days the silence lasts by the calendar of the exercise, and the minutes it takes in a live one. */
    readonly silenceDays: number
    readonly silenceMinutes: number
    /** Hours of the calendar between two rounds, and the minutes they take in a live exercise. */
    readonly roundHours: number
    readonly roundMinutes: number
  }
  readonly draft: Draft
  readonly draftSource: string
  readonly delegations: readonly DelegationOf[]
  readonly issues: readonly Issue[]
  /** By delegation: as instructed at the opening, and at the end when every inject has happened. */
  readonly briefs: readonly BriefNumbers[]
  readonly briefsAfter: readonly (readonly BriefNumbers[])[]
  readonly injects: readonly Inject[]
  /** The package the author knows to be the best: an option for each issue. */
  readonly best: readonly number[]
}
