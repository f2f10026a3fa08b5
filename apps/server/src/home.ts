import type { Context } from '@gavel/api'
import { isActType, summaries } from '@gavel/contract'
import { type Capacity, type DomainState, decisions, texts } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import { banner, demonstrationText } from './demonstration.ts'
import { escapeHtml } from './formats.ts'
import { legend, textHtml } from './text-view.ts'

/** The page at `/`, as the public sees the record: what is negotiated, what runs, what happened last, and the ways in. */

const namesIn =
  ({ institution }: DomainState): texts.NameOf =>
  member =>
    get(institution.parties, member)?.name.en ?? member

/** An instant for people: `3 December 2026, 21:45 UTC`. */
const when = (instant: string): string => {
  const shown = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(instant))
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(shown.replace(' at ', ', '))} UTC</time>`
}

const capacityWords = (as: Capacity, nameOf: texts.NameOf): string => {
  switch (as.kind) {
    case 'delegate':
      return nameOf(as.member)
    case 'chair':
      return 'the chair'
    case 'secretariat':
      return 'the secretariat'
    case 'system':
      return 'the institution'
    default:
      return as.kind
  }
}

const negotiation = (text: texts.Text, nameOf: texts.NameOf): string => `<section aria-labelledby="text">
<h2 id="text">${escapeHtml(text.title)}</h2>
<p class="meta">${escapeHtml(text.symbol ?? '')} · ${text.disputed} places in dispute · as
<a href="/api/texts/${encodeURIComponent(text.id)}">data</a></p>
${legend}
<article lang="${escapeHtml(text.language)}">
${textHtml(text, nameOf)}
</article></section>`

const silences = (state: DomainState, now: Parameters<typeof decisions.decisionStatus>[1]): string => {
  const rows = [...values(state.decisions.decisions)].flatMap(decision => {
    const status = decisions.decisionStatus(decision, now)
    const open = decisions.audienceOfDecision(state, decision.id)?.kind === 'public'
    if (!open || status.kind !== 'silenceRunning') return []
    const words = decision.subject.kind === 'wording' ? decision.subject.wording : decision.subject.symbol
    return [
      `<p><b>${escapeHtml(decision.title)}</b></p><p dir="auto">${escapeHtml(words)}</p>
<p class="meta">Adopted if no member breaks silence before</p><p class="clock">${when(status.expiresAt)}</p>`,
    ]
  })
  return rows.length === 0
    ? ''
    : `<section aria-labelledby="silence"><h2 id="silence">Silence is running</h2>${rows.join('')}</section>`
}

const latest = async ({ keeper }: Context, nameOf: texts.NameOf): Promise<string> => {
  const { size } = keeper.head()
  const seen = await keeper.read(Math.max(0, size - 8), size, null)
  const rows = [...seen].reverse().map(({ index, content }) => {
    const n = `<a class="n" href="/api/entries/${index}">№ ${index}</a>`
    if (content === undefined) return `<li>${n} an act that is not public: its seal alone is shown</li>`
    const { act } = content
    const did = isActType(act.type) ? summaries[act.type] : act.type
    return `<li>${n} ${escapeHtml(did)} <span class="meta">· ${escapeHtml(capacityWords(act.as as Capacity, nameOf))}</span></li>`
  })
  return `<section aria-labelledby="latest"><h2 id="latest">Latest on the record</h2><ol class="log">${rows.join('')}</ol>
<p class="meta"><a href="/api/entries">more</a> · <a href="/api/live">live</a></p></section>`
}

const seats = `<section aria-labelledby="seat"><h2 id="seat">Take a seat</h2>
<p>Anybody may act for any delegation of this demonstration, as its chair or its secretariat:
<a href="/api/demo/seats">all seats</a>. With
<code>$GAVEL</code> the address of this page:</p>
<pre>curl -s -X POST $GAVEL/api/demo/seat \\
  -H 'content-type: application/json' \\
  -d '{"as":{"kind":"delegate","member":"KAZ"}}'</pre>
<p>The token in the answer goes with every act, as <code>authorization: Bearer …</code>.</p></section>`

const verifying = (
  size: number,
): string => `<section aria-labelledby="verify"><h2 id="verify">Verify, without trusting this server</h2>
<ol class="steps"><li>Keep the <a href="/log/vkey">public key</a> and the proof of
<a href="/api/proof/${Math.max(0, size - 1)}">the latest entry</a>.</li>
<li>Check it offline:<pre>gavel proof verify entry-${Math.max(0, size - 1)}.tlog-proof --key vkey</pre></li>
<li>Or check the whole record:<pre>gavel record verify $GAVEL --key vkey</pre></li></ol></section>`

/** Signed head of the log, word for word. */
const checkpointHtml = (note: string | undefined): string =>
  note === undefined
    ? ''
    : `<details><summary>The latest signed checkpoint</summary><pre>${escapeHtml(note)}</pre></details>`

/** The body of the page. `demonstration`: its seats are open on this server. */
export const homeHtml = async (context: Context, demonstration: boolean): Promise<string> => {
  const { keeper } = context
  const state = keeper.state()
  const nameOf = namesIn(state)
  const text = texts.textOf(state.texts, demonstrationText)
  const shown = text?.audience.kind === 'public' ? text : undefined
  const name = escapeHtml(state.institution.organisation?.name.en ?? 'An organisation')
  const note = (await keeper.latestCheckpoint())?.note
  const { size } = keeper.head()
  return `<header class="top"><div class="wrap"><h1>${name}</h1>
<p class="lead">Gavel runs an organisation that decides by consensus: from a disputed draft, through agreement, to a
commitment somebody can be seen to have kept.</p>
<p class="meta">${size} entries on the record, every one of them verifiable.</p>
<nav aria-label="Ways in"><ul><li><a href="/api/texts">Texts</a></li><li><a href="/api/decisions">Decisions</a></li>
<li><a href="/api/silences">Silence procedures</a></li><li><a href="/api/meetings">Meetings</a></li>
<li><a href="/api/members">Members</a></li><li><a href="/api/rules">Rules</a></li>
<li><a href="/api/openapi.json">API</a></li></ul></nav></div></header>
<div class="wrap">${shown === undefined ? '' : `<p class="banner" role="note">${escapeHtml(banner)}</p>`}
<div class="columns"><main id="main">${shown === undefined ? '<h2>Nothing is negotiated in public</h2><p>Whoever holds an invitation signs in by its link.</p>' : negotiation(shown, nameOf)}</main>
<aside aria-label="Now">${silences(state, keeper.now())}${demonstration && shown !== undefined ? seats : ''}${await latest(context, nameOf)}${verifying(size)}</aside>
</div></div>
<footer><div class="wrap">Gavel, open source under Apache-2.0. ${checkpointHtml(note)}</div></footer>`
}
