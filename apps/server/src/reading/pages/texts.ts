import { notFound } from '@gavel/api'
import { texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { formats } from '../../formats.ts'
import type { Finder, Visit } from '../visit.ts'

/** A text the public may read. Throws the uniform 404 otherwise. */
export const publicText = ({ reading, params }: Pick<Visit, 'reading' | 'params'>): texts.Text => {
  const found = texts.textOf(reading.state.texts, params['id'] as TextId)
  if (found === undefined) throw notFound()
  return found
}

export const textsFound: Finder = ({ context: { keeper } }) => ({
  basis: [keeper.state().texts, keeper.state().institution],
  page: () => ({ kind: 'texts' }),
})

export const textFound: Finder = visit => {
  const text = publicText(visit)
  return {
    basis: [text, visit.context.keeper.state().institution],
    page: () => ({ kind: 'text', props: { text } }),
  }
}

/** An issued version, read back from its document. */
export const versionFound: Finder = async visit => {
  const { keeper } = visit.context
  const text = publicText(visit)
  const version = text.versions.find(({ symbol }) => symbol === visit.params['*'])
  if (version === undefined) throw notFound()
  return {
    basis: [version, text.title, text.fictional, keeper.state().institution],
    page: async () => {
      const document = await keeper.document(version.document)
      if (document === undefined) throw notFound()
      const { draft } = formats.read(Buffer.from(document.bytes).toString('utf8'))
      return { kind: 'version', props: { text, version, draft } }
    },
  }
}
