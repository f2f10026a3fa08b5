import { notFound } from '@gavel/api'
import type { Finder } from '../visit.ts'
import { pageNumber, publicRows } from './entries.ts'

const perPage = 50

/** The record from its end: page 1 has the latest entries. */
export const recordFound: Finder = async ({ context: { keeper, vkey }, reading: { size }, query }) => {
  const page = pageNumber(query['page'])
  const pages = Math.max(1, Math.ceil(size / perPage))
  if (page > pages) throw notFound()
  const checkpoint = (await keeper.latestCheckpoint())?.note ?? null
  return {
    basis: [size, checkpoint, keeper.state().institution],
    page: async () => {
      const to = size - (page - 1) * perPage
      const entries = await publicRows(keeper, Math.max(0, to - perPage), to)
      const props = { entries: entries.toReversed(), page, pages, checkpoint, vkey: vkey ?? null }
      return { kind: 'record', props }
    },
  }
}

export const entryFound: Finder = async ({ context: { keeper }, reading: { size }, params }) => {
  if (!/^(0|[1-9]\d{0,14})$/.test(params['index']!)) throw notFound()
  const index = Number(params['index'])
  const [entry] = index < size ? await keeper.read(index, index + 1, null) : []
  if (entry === undefined) throw notFound()
  const { content, leaf } = entry
  const opened = content === undefined ? {} : { act: content.act, events: content.events }
  return {
    basis: [entry, index + 1 < size, keeper.state().institution],
    page: () => ({
      kind: 'entry',
      props: { index, leaf: Buffer.from(leaf).toString('base64'), ...opened },
    }),
  }
}
