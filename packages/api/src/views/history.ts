import { trailOf } from '@gavel/application'
import type { Context } from '../context.ts'
import { viewedBy } from '../live/shown.ts'
import type { Reading } from './reading.ts'

/** Entries of the trails of some things, oldest first, as far as the viewer may read them. */
export const history = async (context: Context, reading: Reading, ...keys: readonly string[]) => {
  const { trail } = context.keeper.views()
  const indexes = [...new Set(keys.flatMap(key => trailOf(trail, key)))].sort((a, b) => a - b)
  const steps = await Promise.all(
    indexes.map(async index => (await viewedBy(context.keeper, reading.viewer, index, index + 1))[0]),
  )
  return steps.flatMap(entry =>
    entry?.content === undefined ? [] : [{ index: entry.index, ...entry.content }],
  )
}
