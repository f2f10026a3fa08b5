import type { Capacity, texts } from '@gavel/domain'
import type { ComponentType } from 'react'
import type { Rules } from '../words/keys.ts'
import type { Language } from '../words/language.ts'
import type { NameInLanguages } from '../words/speaking.ts'

type Scene = ComponentType<Record<string, string>>

/**
 * What a room brings to the screens: its scenes, their words, its place among the places. This page of it is in the shell
 * of every visitor, so it says no more than where the rest is to be fetched; the rest comes when somebody goes there.
 */
export interface RoomScreens {
  /** The namespace of its acts and events, as in its law. */
  readonly name: string
  /** Its addresses, each with its scene; the first that fits is shown. The server's half of the room names them too. */
  readonly scenes: readonly { readonly path: string; readonly load: () => Promise<Scene> }[]
  /** Where it stands among the places, and for which kinds of capacity. On a phone it is behind "More". */
  readonly place: {
    readonly path: string
    /** Here and not among its words, which are fetched later. */
    readonly name: NameInLanguages
    /** Lines of one width on a grid of 20, as in `kit/icon.tsx`. */
    readonly icon: string
    readonly open: (kinds: ReadonlySet<string>) => boolean
  }
  /** The beginnings of the paths of views that its events may change. */
  readonly views: readonly string[]
  /** Views of the room that the acts of a chapter may change too, by the chapter's name. */
  readonly after?: Readonly<Record<string, readonly string[]>>
  /** What it has of a text: one more way to look at it, for whom it is open. */
  readonly ofText?: {
    readonly name: NameInLanguages
    /** Where it is, for whoever reads the text and acts so; undefined when there is nothing for her. */
    readonly path: (text: texts.Text, as: Capacity) => string | undefined
  }
  /** Its sentences; their keys begin with its name, or are `act.` and one of its acts. */
  readonly words: (language: Language) => Promise<Readonly<Record<string, string>>>
  /** The sentences of its page of the rulebook. */
  readonly rules: (language: Language) => Promise<Rules>
  /** What of it waits for whoever begins her day; shows nothing when nothing does. */
  readonly waiting?: () => Promise<ComponentType>
}
