import '../styles/record.css'
import { useEffect, useState } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { Button } from '../kit/button.tsx'
import { Drop } from '../kit/drop.tsx'
import { useWords } from '../words/use-words.tsx'
import { type Given, isKey, isProof, nothingGiven, withFile } from './given.ts'
import type { Verification } from './steps.ts'
import { VerificationShown } from './verify-here.tsx'

/** Works out what the files prove, in a part of the application that is fetched for it and needs no server. */
const useVerified = ({ proof, key, document }: Given): Verification | undefined => {
  const [found, setFound] = useState<Verification>()
  useEffect(() => {
    let current = true
    setFound(undefined)
    if (proof === null || !isKey(key)) return
    void import('./steps.ts').then(({ verifyInSteps }) => {
      if (current)
        setFound(
          verifyInSteps({
            file: proof.words,
            key: key.trim(),
            ...(document === null ? {} : { document: document.bytes }),
          }),
        )
    })
    return () => {
      current = false
    }
  }, [proof, key, document])
  return found
}

/** Verifies a proof somebody was given, with nothing but files: no server is asked. */
export const VerifyScene = () => {
  const { t } = useWords()
  const [given, setGiven] = useState<Given>(nothingGiven)
  const verification = useVerified(given)
  useEffect(() => {
    document.title = t('verify.page.title')
  }, [t])
  const take = async (files: readonly File[]): Promise<void> => {
    let next = given
    for (const file of files) next = withFile(next, file.name, new Uint8Array(await file.arrayBuffer()))
    setGiven(next)
  }
  return (
    <article className="page e-verify-page">
      <header className="stack" data-gap="small">
        <h1>{t('verify.page.title')}</h1>
        <p className="e-lead">{t('verify.page.lead')}</p>
      </header>
      <Drop
        multiple
        title={t('verify.page.files')}
        help={t('verify.page.drop')}
        onFiles={files => void take(files)}
      />
      <GivenShown given={given} />
      <TextField
        className="field"
        value={given.key}
        onChange={key => setGiven(before => ({ ...before, key }))}
        spellCheck="false"
      >
        <Label>{t('verify.page.key')}</Label>
        <Input dir="ltr" className="mono" />
        <Text slot="description">{t('verify.page.key.help')}</Text>
      </TextField>
      <p>
        <Button size="small" onPress={() => setGiven(nothingGiven)}>
          {t('verify.page.clear')}
        </Button>
      </p>
      <div role="status" aria-live="polite">
        {verification !== undefined && (
          <section className="stack">
            <h2>{t('verify.page.result')}</h2>
            <VerificationShown verification={verification} />
          </section>
        )}
      </div>
    </article>
  )
}

const GivenShown = ({ given }: { readonly given: Given }) => {
  const { t } = useWords()
  const { proof, document } = given
  return (
    <dl className="facts">
      <div className="facts-row">
        <dt>{t('verify.page.proof')}</dt>
        <dd>
          {proof !== null && isProof(proof.words) ? (
            <bdi>{proof.name}</bdi>
          ) : (
            <span className="soft">{t('verify.page.proof.none')}</span>
          )}
        </dd>
      </div>
      <div className="facts-row">
        <dt>{t('verify.page.document')}</dt>
        <dd>
          {document === null ? (
            <span className="soft">{t('verify.page.document.none')}</span>
          ) : (
            <bdi>{document.name}</bdi>
          )}
        </dd>
      </div>
    </dl>
  )
}
