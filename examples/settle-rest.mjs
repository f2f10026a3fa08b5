/**
 * What a chair does late on the last night: everything still open in a text that nobody maintains or objects to is
 * settled in one way, so that a clean text comes out. Each dispute is settled by an act of its own, under the rules;
 * where somebody stands in the way the refusal is printed and the place stays open.
 *
 *   node examples/settle-rest.mjs TEXT [TOKEN]     TOKEN: a chair's; without it a seat of the demonstration is taken
 *
 * Rule of thumb, for trying things out and not a proposal how to negotiate: a bracket closes on its first option; a
 * paragraph disputed as a whole leaves the text. Brackets that were malformed in the draft (never closed, or never
 * opened) are words nobody disputes: the secretariat's pen takes them out at the end.
 */
const server = process.env.GAVEL ?? 'http://127.0.0.1:8080'
const [text, given] = process.argv.slice(2)
if (text === undefined) {
  console.error('usage: node examples/settle-rest.mjs TEXT [TOKEN]')
  process.exit(2)
}

const asked = async (path, init = {}) => {
  const answer = await fetch(`${server}${path}`, init)
  const body = await answer.json()
  return { ok: answer.ok, body }
}
const get = async path => (await asked(path)).body
const post = (path, body, token) =>
  asked(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })

const { body: of, title } = await get(`/api/texts/${text}`)
if (of === undefined) throw new Error(`no text ${text} at ${server}: ${title}`)
const as = { kind: 'chair', body: of }
const token = given ?? (await post('/api/demo/seat', { as, how: 'bearer' })).body.token

const actAs = (as, token, verb, body) =>
  post(`/api/acts/texts.${verb}`, { id: `settle-${crypto.randomUUID()}`, as, body: { text, ...body } }, token)
const act = (verb, body) => actAs(as, token, verb, body)

/** The ids of all brackets in a content, outermost first, each with its first option; a bracket over several paragraphs closes on itself. */
const bracketsIn = content =>
  content.flatMap(inline => {
    if (inline.kind === 'spanOpen') return [[inline.bracket, inline.bracket]]
    if (inline.kind !== 'bracket') return []
    return [
      [inline.id, inline.options[0].id],
      ...inline.options.flatMap(option => bracketsIn(option.content)),
    ]
  })

/** One round over the text; answers how many places it settled, and the refusals. */
const round = async () => {
  const { paragraphs } = await get(`/api/texts/${text}`)
  let settled = 0
  const refusals = []
  const take = async (what, verb, body) => {
    const { ok, body: answer } = await act(verb, body)
    if (ok) settled++
    else if (answer.rule !== 'T-29')
      refusals.push(
        `${what}: ${answer.rule ?? ''} ${answer.title} ${JSON.stringify(answer.facts ?? answer.faults)}`,
      )
    return ok
  }
  for (const { id, content, proposed, alternativeOf, alternatives, deletion, move } of paragraphs) {
    if (deletion) await take(id, 'settleDeletion', { paragraph: id, deleted: false })
    if (move !== null) await take(id, 'settleMove', { paragraph: id, moved: false })
    if (alternativeOf === null && alternatives.length > 0)
      await take(id, 'closeAlternatives', { paragraph: id, chosen: id })
    if (
      proposed &&
      alternativeOf === null &&
      (await take(id, 'settleParagraph', { paragraph: id, kept: false }))
    )
      continue
    for (const [bracket, option] of bracketsIn(content))
      await take(`${id} ${bracket}`, 'closeBracket', { paragraph: id, bracket, option })
  }
  return { settled, refusals }
}

for (;;) {
  const { settled, refusals } = await round()
  const { disputed } = await get(`/api/texts/${text}`)
  console.log(`${settled} settled, ${disputed} still in dispute`)
  if (disputed === 0) break
  if (settled === 0) {
    console.log(refusals.join('\n'))
    process.exit(1)
  }
}

/** Square brackets among words, but for note marks, document symbols, links and blanks to be filled in. */
const bracketed =
  /\[(?:\^?\d{1,4}|[A-Z][A-Z0-9.]*(?:\/[A-Za-z0-9.]+)+|https?:\/\/[^\s[\]]+|\.{2,}|…|_+)\]|[[\]]/g
const withoutStrays = words => words.replace(bracketed, found => (found.length > 1 ? found : ''))

const secretariat = { kind: 'secretariat' }
const pen = (await post('/api/demo/seat', { as: secretariat, how: 'bearer' })).body.token
let edited = 0
for (const { id, content, revision } of (await get(`/api/texts/${text}`)).paragraphs) {
  const cleaned = content
    .map(inline => (inline.kind === 'words' ? { ...inline, text: withoutStrays(inline.text) } : inline))
    .filter(inline => inline.kind !== 'words' || inline.text !== '')
  if (JSON.stringify(cleaned) === JSON.stringify(content)) continue
  const edit = { paragraph: id, base: revision, content: cleaned }
  const { ok, body } = await actAs(secretariat, pen, 'edit', edit)
  if (!ok) {
    console.log(`${id}: ${body.rule ?? ''} ${body.title} ${JSON.stringify(body.facts ?? body.faults)}`)
    process.exit(1)
  }
  edited++
}
console.log(`${edited} paragraphs freed of stray brackets by the pen`)
