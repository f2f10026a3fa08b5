import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { after, assembly, at, chair, delegate, given, secretariat, system } from '../testing/index.ts'
import { decide, instructionsOf, paragraphsOf } from './index.ts'
import { laid, on, onSentence, para, paragraphFrom, proposes, textIn } from './testing/drafts.ts'

describe('the pen', () => {
  const edits = (actor = secretariat(), wording = 'Members shall share information!', base = 1, more = {}) =>
    on(actor, 'texts.edit', { paragraph: 'p', base, content: [{ kind: 'words', text: wording }], ...more })

  test('[T-41] only the pen edits, renumbers and footnotes', () => {
    given(onSentence()).when(edits()).accepted()
    given(onSentence()).when(edits(chair())).refused('T-41', { pen: 'secretariat', as: 'chair:soc' })
    const given_ = on(chair(), 'texts.givePen', { paragraphs: ['p'], to: 'bbb' })
    given(onSentence(), given_)
      .when(edits(delegate('BBB')))
      .accepted()
    given(onSentence(), given_).when(edits()).refused('T-41', { pen: 'bbb', as: 'secretariat' })
    const back = on(chair(), 'texts.givePen', { paragraphs: 'all', to: null })
    given(onSentence(), given_, back).when(edits()).accepted()
    given(onSentence())
      .when(on(chair(), 'texts.renumber', { numbers: [['p', '3']] }))
      .refused('T-41')
    const note = { footnote: { mark: '1', content: [{ kind: 'words', text: 'See annex.' }] } } as const
    expect(
      get(
        textIn(
          given(onSentence())
            .when(on(secretariat(), 'texts.footnote', note))
            .accepted(),
        ).footnotes,
        '1',
      ),
    ).toBeDefined()
    given(onSentence())
      .when(on(delegate('AAA'), 'texts.footnote', note))
      .refused('T-41')
  })

  test('[T-42] the chair or the secretariat steers the text', () => {
    given(onSentence())
      .when(on(chair('mc'), 'texts.givePen', { paragraphs: 'all', to: 'aaa' }))
      .refused('T-42', { chairOf: 'soc', as: 'chair:mc' })
    given(onSentence())
      .when(on(chair(), 'texts.givePen', { paragraphs: ['none'], to: 'aaa' }))
      .refused('T-14')
    given(onSentence())
      .when(on(chair('mc'), 'texts.issueVersion', { document: 'a'.repeat(64) }))
      .refused('T-42')
  })

  test('[T-43] the pen leaves brackets and agreed words alone', () => {
    const disputed = [...onSentence(), proposes('AAA', 1, { at: 8, length: 5, wording: 'should' })]
    given(disputed)
      .when(edits(secretariat(), 'Members share.', 2))
      .refused('T-43')
    const content = paragraphFrom(after(disputed)).content
    const better = [{ kind: 'words', text: 'All Members ' }, ...content.slice(1)]
    given(disputed)
      .when(on(secretariat(), 'texts.edit', { paragraph: 'p', base: 2, content: better } as never))
      .accepted()
    given(onSentence()).when(edits(secretariat(), ' ')).refused('T-43', { paragraph: 'p', empty: true })
    given(onSentence(), on(chair(), 'texts.advance', { paragraph: 'p', to: 'agreed' }))
      .when(edits())
      .refused('T-43', { paragraph: 'p', rung: 'agreed' })
  })

  test('[T-15] the pen on a stale base is shown the words, and its own', () =>
    given(onSentence(), edits())
      .when(edits(secretariat(), 'Members should share.', 1))
      .refused('T-15', {
        base: 1,
        paragraph: 'p',
        revision: 2,
        current: 'Members shall share information!',
        yours: 'Members should share.',
      }))

  test('[T-21] numbers of the top level stay apart; two paragraphs may exchange theirs', () => {
    const renumbers = (...numbers: [string, string][]) => on(secretariat(), 'texts.renumber', { numbers })
    given(onSentence())
      .when(renumbers(['p', '2']))
      .refused('T-21', { paragraph: 'p', number: '2' })
    const state = given(onSentence())
      .when(renumbers(['p', '2'], ['q', '1']))
      .accepted()
    expect([...paragraphsOf(textIn(state))].map(({ id, number }) => [id, number])).toEqual([
      ['p', '2'],
      ['q', '1'],
    ])
    given(onSentence())
      .when(renumbers(['none', '2']))
      .refused('T-14')
  })
})

describe('versions, readers, instructions, decisions', () => {
  test('[T-48] a version is a document known by its hash, of an opened text', () => {
    given(onSentence())
      .when(on(chair(), 'texts.issueVersion', { document: 'abc' }))
      .refused('T-48', { document: 'abc' })
    given(assembly('AAA'), laid(para('p', '1', 'a')))
      .when(on(chair(), 'texts.issueVersion', { document: 'a'.repeat(64) }))
      .refused('T-48')
  })

  test('[T-49] readers are bodies and members on record', () => {
    given(onSentence())
      .when(on(chair(), 'texts.changeAudience', { audience: { kind: 'body', body: 'zzz' } }))
      .refused('T-49')
    given(onSentence())
      .when(on(chair(), 'texts.changeAudience', { audience: { kind: 'public' } }))
      .then({
        type: 'texts.audienceChanged',
        at: at('10:00'),
        by: 'chair-soc',
        text: 't',
        audience: { kind: 'public' },
        before: { kind: 'members' },
      })
  })

  test('[T-50] instructions are given by a delegation to itself, and stand in no text', () => {
    const own = on(delegate('AAA'), 'texts.instruct', {
      paragraph: 'p',
      member: 'AAA',
      redLine: 'secret words',
    })
    const state = given(onSentence()).when(own).accepted()
    expect(instructionsOf(state.texts, 'AAA' as never, 't' as never, 'p' as never)?.redLine).toBe(
      'secret words',
    )
    expect(instructionsOf(state.texts, 'BBB' as never, 't' as never, 'p' as never)).toBeUndefined()
    expect(JSON.stringify(textIn(state))).not.toContain('secret words')
    const others = { ...own, as: delegate('BBB').as } as never
    const outcome = decide(others, after(onSentence()))
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { rule: 'T-50' } })
    given(onSentence())
      .when(on(delegate('AAA'), 'texts.instruct', { paragraph: 'none', member: 'AAA' }))
      .refused('T-14')
  })

  test('[T-51] a text is adopted once, when nothing in it is disputed', () => {
    const adoption = on(system(), 'texts.recordAdoption', { decision: 'd' })
    given(onSentence(), proposes('AAA', 1, { at: 8, length: 5, wording: 'should' }))
      .when(adoption)
      .refused('T-51', { text: 't', disputed: 1 })
    given(onSentence(), adoption).when(adoption).refused('T-6')
  })
})
