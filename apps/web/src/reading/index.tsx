/**
 * The public pages: rendered on the server, read without a script. A page is written from the part of the state the
 * public may read and from nothing else, in the language its reader asked for.
 */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { RulesProvider } from '../kit/refusal.tsx'
import type { Language } from '../words/language.ts'
import { SpeechProvider } from '../words/use-words.tsx'
import { codePage, problemPage, signInPage, tokenPage } from './access/pages.tsx'
import { cataloguePage } from './commitments/catalogue.tsx'
import { decisionPage } from './decisions/decision.tsx'
import { decisionsPage } from './decisions/list.tsx'
import { PageDocument, type Place } from './frame/document.tsx'
import type { Head, PageOf } from './frame/page-of.ts'
import { type Reading, ReadingProvider } from './frame/reading.tsx'
import { homePage } from './home/home.tsx'
import { memberPage } from './institution/member.tsx'
import { organisationPage } from './institution/organisation.tsx'
import { journalPage } from './meetings/journal.tsx'
import { meetingsPage } from './meetings/list.tsx'
import { meetingPage } from './meetings/meeting.tsx'
import { entryPage } from './record/entry.tsx'
import { recordPage } from './record/record.tsx'
import { rulePage, rulesPage } from './rules/rules.tsx'
import { speaking } from './spoken.ts'
import { textsPage } from './texts/list.tsx'
import { textPage } from './texts/text.tsx'
import { versionPage } from './texts/version.tsx'

export { directionOf, isLanguage, type Language, languageFor } from '../words/language.ts'
export type { Place } from './frame/document.tsx'
export type { Reading } from './frame/reading.tsx'
export type { EntryRow } from './record/happened.tsx'
export type { ChapterTold, RuleTold } from './rules/rules.tsx'

const pages = {
  home: homePage,
  texts: textsPage,
  text: textPage,
  version: versionPage,
  decisions: decisionsPage,
  decision: decisionPage,
  catalogue: cataloguePage,
  meetings: meetingsPage,
  meeting: meetingPage,
  journal: journalPage,
  organisation: organisationPage,
  member: memberPage,
  record: recordPage,
  entry: entryPage,
  rules: rulesPage,
  rule: rulePage,
  token: tokenPage,
  code: codePage,
  signIn: signInPage,
  problem: problemPage,
} as const

type Pages = typeof pages
type PropsOf<Kind extends keyof Pages> = Pages[Kind] extends PageOf<infer Props> ? Props : never

/** A page to be written: its kind, and what was found for it. */
export type Page = {
  readonly [Kind in keyof Pages]: { readonly kind: Kind } & (unknown extends PropsOf<Kind>
    ? object
    : { readonly props: PropsOf<Kind> })
}[keyof Pages]

/** A page as it is sent. */
export interface Written {
  readonly html: string
  readonly head: Head
}

/** Writes a page out, in a language, for where it lies. */
export const writePage = async (
  page: Page,
  reading: Reading,
  language: Language,
  place: Place,
): Promise<Written> => {
  const { speech, rules } = await speaking(language)
  const { head: headOf, Body } = pages[page.kind] as PageOf<unknown>
  const props = 'props' in page ? page.props : {}
  const head = headOf(props, reading, speech)
  const Shown = Body as (props: object) => ReactNode
  const html = renderToStaticMarkup(
    <SpeechProvider speech={speech}>
      <RulesProvider value={rules}>
        <ReadingProvider reading={reading}>
          <PageDocument head={head} place={place}>
            <Shown {...(props as object)} />
          </PageDocument>
        </ReadingProvider>
      </RulesProvider>
    </SpeechProvider>,
  )
  return { html: `<!doctype html>${html}`, head }
}
