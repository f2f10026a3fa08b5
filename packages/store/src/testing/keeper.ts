import { type Guard, keySigner, type OpenOptions, openRecord, type RecordStore } from '@gavel/application'
import { generateKey } from '@gavel/record'
import { memoryGuard } from '../guard-file.ts'
import { type ToyAct, type ToyEvent, type ToyState, toyFold, toyLaw } from './toy.ts'

const folds = { counts: toyFold }
type Options = OpenOptions<ToyState, ToyAct, ToyEvent, typeof folds>

/** A clock that stands where it is put. */
export const standingClock = (start = 1_700_000_000_000) => {
  let now = start
  return {
    now: () => now,
    set: (ms: number) => {
      now = ms
    },
    pass: (ms: number) => {
      now += ms
    },
  }
}

export const toySigner = keySigner(generateKey('example.org/toy', 'note', new Uint8Array(32).fill(7)))

/** A record under the toy law, signed on demand only. */
export const openToy = (store: RecordStore, more: Partial<Options> & { readonly guard?: Guard } = {}) => {
  const { guard = memoryGuard(), ...options } = more
  return openRecord<ToyState, ToyAct, ToyEvent, typeof folds>({
    store,
    law: toyLaw,
    folds,
    clock: standingClock(),
    checkpointAfterMs: 0,
    signing: { signer: toySigner, guard },
    ...options,
  })
}
