import type { texts } from '@gavel/domain'
import type { Key } from '../words/keys.ts'

export type Position = texts.Position

/** The sign of each stand: it stands beside the word, never in its place. */
export const standSigns: { readonly [position in Position]: string } = {
  proposes: '✎',
  backs: '+',
  canLiveWith: '≈',
  reserves: '?',
  objects: '✕',
}

export const positions: readonly Position[] = ['proposes', 'backs', 'canLiveWith', 'reserves', 'objects']

/** The word for a stand by a number of delegations, and the word for taking it. */
export const standWord = (position: Position): Key => `stand.${position}`
