import type { CanShape } from '@gavel/foresight/browser'

export const cans: readonly CanShape[] = ['canAccept', 'canLiveWith', 'cannot']

/** The sign of each; it stands beside the word, or has it as its name. */
export const canSigns: { readonly [can in CanShape]: string } = {
  canAccept: '✓',
  canLiveWith: '≈',
  cannot: '✕',
}
