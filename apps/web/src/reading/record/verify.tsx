import { useWords } from '../../words/use-words.tsx'

interface VerifyProps {
  readonly index: number
  /** SHA-256 of the document the entry adopts, where it adopts one. */
  readonly document?: string | undefined
}

/**
 * How to check an entry without trusting this server. Without a script it says where the files are and what to do with
 * them; the verifier's script puts a button into it that does the same in the reader's browser.
 */
export const Verify = ({ index, document }: VerifyProps) => {
  const { t } = useWords()
  const proof = `/api/proof/${index}`
  const file = document === undefined ? undefined : `/api/documents/${document}`
  return (
    <div
      className="r-verify"
      data-verify-proof={proof}
      {...(file === undefined ? {} : { 'data-verify-document': file })}
    >
      <p>{t('reading.verify.why')}</p>
      <ol className="r-how">
        <li>
          <a href={proof} download>
            {t('reading.verify.proof', { index })}
          </a>
        </li>
        <li>
          <a href="/log/vkey" download>
            {t('reading.verify.key')}
          </a>
        </li>
        {file !== undefined && (
          <li>
            <a href={file} download>
              {t('reading.verify.document')}
            </a>
          </li>
        )}
        <li>
          {t('reading.verify.check')}
          <pre dir="ltr">
            {`npx gavel proof verify entry-${index}.tlog-proof --key vkey${file === undefined ? '' : ' --document FILE'}`}
          </pre>
        </li>
      </ol>
    </div>
  )
}
