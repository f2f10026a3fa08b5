import { type Bracket, type Content, type Draft, parseDraft } from '@gavel/text'
import { fault, field, items, only, type Place, words } from './place.ts'
import type { Issue, ScenarioFault } from './scenario.ts'

interface Found {
  readonly paragraph: string
  readonly bracket: Bracket
}

const bracketsOf = (draft: Draft): readonly Found[] =>
  draft.paragraphs.flatMap(({ id, content }) =>
    content.flatMap(inline =>
      inline.kind === 'bracket' ? [{ paragraph: id as string, bracket: inline }] : [],
    ),
  )

const hasBracket = (content: Content): boolean =>
  content.some(({ kind }) => kind === 'bracket' || kind === 'spanOpen' || kind === 'spanClose')

const lineOf = (source: string, paragraph: number, draft: Draft): number => {
  const { content } = draft.paragraphs[paragraph]!
  const first = content.find(inline => inline.kind === 'words')
  const start = first?.kind === 'words' ? first.text.trim().slice(0, 25) : ''
  const at = start === '' ? -1 : source.indexOf(start)
  return at < 0 ? 0 : source.slice(0, at).split('\n').length
}

/** The draft of a scenario in Gavel's notation, with what an exercise cannot play told as faults. */
export const draftIn = (file: string, source: string, report: (fault: ScenarioFault) => void): Draft => {
  const { draft } = parseDraft(source)
  for (const [at, { content, alternatives, disputedNumbers, number }] of draft.paragraphs.entries()) {
    const what = number === '' ? `paragraph ${at + 1}` : `paragraph ${number}`
    const say = (why: string) => report({ file, line: lineOf(source, at, draft), what, why })
    for (const inline of content) {
      if (inline.kind === 'spanOpen' || inline.kind === 'spanClose')
        say('a bracket opens in one paragraph and closes in another; an exercise needs each within one')
      if (inline.kind === 'bracket' && inline.options.some(option => hasBracket(option.content)))
        say(
          'a bracket inside a bracket: no brief can say what it is worth by itself; write the choices out as options',
        )
      if (inline.kind === 'aside')
        say(`${inline.text} reads as a drafter's remark, not as an option; begin it with another word`)
      if (inline.kind === 'words' && /[[\]]/.test(inline.text))
        say('a square bracket that nothing closes or opens')
    }
    if (
      hasBracket(content) &&
      !content.some(inline => inline.kind === 'words' && inline.text.trim().length > 1)
    )
      say(
        'nothing but brackets: without their words no paragraph would be left, and a chair cannot offer that',
      )
    if (alternatives !== undefined || disputedNumbers !== undefined)
      say('options over whole paragraphs, or over numbers, are not played in an exercise')
  }
  return draft
}

/** The brackets of the draft with the names that briefs call them by. */
export const issuesIn = (place: Place, draft: Draft): readonly Issue[] => {
  const found = bracketsOf(draft)
  const listed = items(place)
  const names = new Set<string>()
  if (listed.length !== found.length)
    fault(place, `names ${listed.length} brackets; the draft has ${found.length}, in this order`)
  return found.flatMap(({ paragraph, bracket }, at): readonly Issue[] => {
    const entry = listed[at]
    if (entry === undefined) return []
    only(entry, ['name', 'about', 'options'])
    const without = bracket.options.length === 1
    const options = items(field(entry, 'options')).map(words)
    const name = words(field(entry, 'name'))
    if (names.has(name)) fault(entry, `two brackets have the name "${name}"`)
    names.add(name)
    if (options.length !== bracket.options.length)
      fault(
        entry,
        `"${name}" names ${options.length} options; bracket ${at + 1} of the draft has ${bracket.options.length}`,
      )
    return [
      {
        name,
        about: words(field(entry, 'about')),
        options: without ? [...options, 'without'] : options,
        without,
        paragraph,
        bracket: bracket.id,
        optionIds: bracket.options.map(({ id }) => id),
      },
    ]
  })
}
