import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Notice } from '../kit/notice.tsx'
import { useWords } from '../words/use-words.tsx'

/** Reading a document takes the parser of the notation, which only those fetch who look at one. */
const DraftShown = lazy(async () => ({ default: (await import('./draft-shown.tsx')).DraftShown }))

/** A document as it came, with what this device worked out of it. */
interface Fetched {
  readonly hash: string
  /** Its characters, when it is text. */
  readonly source: string | null
  readonly mediaType: string
}

const readable = /^text\/|^application\/json/

const fetchDocument = async (hash: string): Promise<Fetched | null> => {
  const answer = await fetch(`/api/documents/${hash}`, { credentials: 'same-origin' })
  if (!answer.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const { hexOf } = await import('../record/hex.ts')
  const mediaType = answer.headers.get('content-type') ?? ''
  const found = hexOf(bytes)
  return {
    hash: found,
    mediaType,
    source: found === hash && readable.test(mediaType) ? new TextDecoder().decode(bytes) : null,
  }
}

/**
 * A document by its hash: fetched, its SHA-256 worked out on this device and compared, and its words shown only when it is
 * the very document that is named.
 */
export const DocumentShown = ({ hash, language }: { readonly hash: string; readonly language?: string }) => {
  const { t } = useWords()
  const { data, isPending } = useQuery({
    queryKey: ['document', hash],
    queryFn: () => fetchDocument(hash),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isPending) return <p className="soft">{t('decision.document.checking')}</p>
  if (data == null) return <p className="soft">{t('decision.document.missing')}</p>
  if (data.hash !== hash)
    return (
      <Notice tone="bad" urgent>
        <p>{t('decision.document.bad')}</p>
        <p className="mono d-hash">{data.hash}</p>
      </Notice>
    )
  return (
    <div className="stack" data-gap="small">
      {data.source !== null && (
        <Suspense fallback={<p className="soft">{t('decision.document.checking')}</p>}>
          <DraftShown source={data.source} {...(language === undefined ? {} : { language })} />
        </Suspense>
      )}
      <p className="small d-checked">
        <span aria-hidden="true">✓</span> {t('decision.document.good')}
      </p>
      {data.source !== null && (
        <details>
          <summary className="small">{t('decision.document.source')}</summary>
          <pre dir="auto">{data.source}</pre>
        </details>
      )}
    </div>
  )
}
