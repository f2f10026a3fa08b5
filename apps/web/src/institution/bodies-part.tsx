import { type DomainState, institution, parameter } from '@gavel/domain'
import { has, type Instant } from '@gavel/kernel'
import { Link } from 'wouter'
import { SourceMark } from '../kit/source-mark.tsx'
import { bodyName, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { memberHref } from './members-part.tsx'
import { Period } from './period.tsx'
import { ladderOf, presentTerms, type Rung, termsOf } from './register.ts'

interface BodiesProps {
  readonly state: DomainState
  readonly at: Instant
}

interface TermProps {
  readonly state: DomainState
  readonly term: institution.Term
}

/** Who holds an office and how long; the source of it beside. */
export const TermShown = ({ state, term }: TermProps) => {
  const speech = useWords()
  const holder = partyName(state, speech, term.holder)
  const known = has(state.institution.parties, term.holder)
  return (
    <span className="o-term">
      {known ? (
        <Link href={memberHref(term.holder)}>
          <bdi>{holder}</bdi>
        </Link>
      ) : (
        <bdi>{holder}</bdi>
      )}{' '}
      <span className="soft small">
        <Period from={term.from} until={term.until} />
      </span>
      <SourceMark source={term.source} of={holder} note={term.note} />
    </span>
  )
}

const Chair = ({ state, at, body }: BodiesProps & { readonly body: institution.Body }) => {
  const { t } = useWords()
  const own = state.institution
  const held = institution.chairOf(own, body.id, at)
  const before = termsOf(own, { kind: 'chair', body: body.id }).filter(
    term => term.from <= at && term !== held?.term,
  )
  const rule = parameter(own, 'chair.continues', at, body.id)
  return (
    <>
      {held === undefined ? (
        <span className="soft">{t('organisation.chair.none')}</span>
      ) : (
        <TermShown state={state} term={held.term} />
      )}
      {held?.continuing === true && (
        <span className="small">
          {t('institution.chair.continuing')}
          <SourceMark source={rule.source} of={t('institution.chair.continuing')} />
        </span>
      )}
      {before.length > 0 && (
        <details className="small">
          <summary>{t('organisation.chairs.before')}</summary>
          <ul>
            {before.map(term => (
              <li key={`${term.from} ${term.holder}`}>
                <TermShown state={state} term={term} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Seats = ({ state, at, body }: BodiesProps & { readonly body: institution.Body }) => {
  const { t } = useWords()
  const n = institution.membersOf(state.institution, body.id, at).length
  const { value, source } = parameter(state.institution, 'body.composition', at, body.id)
  const words = t(value.length === 0 ? 'organisation.seats.all' : 'organisation.seats', { n })
  return (
    <p className="small soft o-meta">
      <span>{words}</span>
      <SourceMark source={source} of={words} />
    </p>
  )
}

const BodyCard = ({ state, at, body }: BodiesProps & { readonly body: institution.Body }) => {
  const speech = useWords()
  const { t, name } = speech
  const called = name(body.name, body.id)
  // Who advises or serves is composed in its own way: nothing is said of it that no source names.
  const steps = body.kind === 'governing' || body.kind === 'subsidiary'
  const chaired = termsOf(state.institution, { kind: 'chair', body: body.id }).length > 0
  const named = parameter(state.institution, 'body.composition', at, body.id).value.length > 0
  return (
    <article className="o-body" aria-labelledby={`o-body-${body.id}`}>
      <h4 id={`o-body-${body.id}`}>
        <bdi>{called}</bdi> <span className="mono soft small">{body.code}</span>
        <SourceMark source={body.source} of={called} />
      </h4>
      <p className="small soft">
        {t(`institution.body.${body.kind}`)}
        {body.reportsTo === null ? (
          body.kind === 'governing' && <> · {t('organisation.top')}</>
        ) : (
          <>
            {' · '}
            {t('organisation.reports')} <bdi>{bodyName(state, speech, body.reportsTo)}</bdi>
          </>
        )}
      </p>
      <dl className="facts o-facts">
        {(steps || chaired) && (
          <div className="facts-row">
            <dt>{t('institution.chair')}</dt>
            <dd className="stack" data-gap="small">
              <Chair state={state} at={at} body={body} />
            </dd>
          </div>
        )}
        {body.rhythm !== undefined && (
          <div className="facts-row">
            <dt>{t('institution.body.rhythm')}</dt>
            <dd>
              <bdi>{body.rhythm}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {(steps || named) && <Seats state={state} at={at} body={body} />}
    </article>
  )
}

const Ladder = ({ rungs, ...props }: BodiesProps & { readonly rungs: readonly Rung[] }) => (
  <ul className="o-ladder">
    {rungs.map(({ body, below }) => (
      <li key={body.id}>
        <BodyCard {...props} body={body} />
        {below.length > 0 && <Ladder {...props} rungs={below} />}
      </li>
    ))}
  </ul>
)

/** Whether texts climb through it: something reports to it, or it reports to something. */
const isLadder = ({ body, below }: Rung): boolean => below.length > 0 || body.reportsTo !== null

/** The bodies as a text climbs through them, each with who chairs it and who sits in it on a day. */
export const BodiesPart = ({ state, at }: BodiesProps) => {
  const { t } = useWords()
  const rungs = ladderOf(state.institution)
  const general = presentTerms(state.institution, { kind: 'secretaryGeneral' }, at)
  return (
    <section className="stack" aria-labelledby="o-bodies">
      <h2 id="o-bodies">{t('institution.bodies')}</h2>
      <p className="soft">{t('institution.bodies.lead')}</p>
      <h3>{t('organisation.bodies.ladder')}</h3>
      <Ladder state={state} at={at} rungs={rungs.filter(isLadder)} />
      <h3>{t('organisation.bodies.others')}</h3>
      <div className="o-others">
        {rungs
          .filter(rung => !isLadder(rung))
          .map(({ body }) => (
            <BodyCard key={body.id} state={state} at={at} body={body} />
          ))}
      </div>
      {general.length > 0 && (
        <section className="stack" data-gap="small" aria-labelledby="o-general">
          <h3 id="o-general">{t('organisation.secretaryGeneral')}</h3>
          {general.map(term => (
            <p key={term.from}>
              <TermShown state={state} term={term} />
            </p>
          ))}
        </section>
      )}
    </section>
  )
}
