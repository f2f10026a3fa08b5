import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import {
  accredited,
  after,
  assembly,
  at,
  chair,
  delegate,
  given,
  secretariat,
  system,
} from '../testing/index.ts'
import { commentsOf, decide, evolve, instructionsOf, paragraphsOf } from './index.ts'
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

  const says = (comment: string, wording: string, actor = delegate('AAA'), member = 'AAA') =>
    on(actor, 'texts.comment', { paragraph: 'p', member, comment, wording })
  const threadOf = (state: ReturnType<typeof after>, member: string) =>
    commentsOf(state.texts, member as never, 't' as never, 'p' as never)

  test('[T-54] what delegates say to their own delegation is a thread of its own, and stands in no text', () => {
    const second = delegate('AAA', '2')
    const first = says('c1', 'secret: can we live with it?')
    const answer = says('c2', 'secret: the capital says yes', second)
    given(onSentence(), accredited(second), first)
      .when(answer)
      .then({
        type: 'texts.commented',
        at: at('10:00'),
        by: 'aaa2',
        text: 't',
        paragraph: 'p',
        member: 'AAA',
        comment: 'c2',
        wording: 'secret: the capital says yes',
      })
    const state = after(onSentence(), accredited(second), first, answer)
    expect(threadOf(state, 'AAA')).toEqual([
      { comment: 'c1', by: 'aaa', at: at('10:00'), wording: 'secret: can we live with it?' },
      { comment: 'c2', by: 'aaa2', at: at('10:00'), wording: 'secret: the capital says yes' },
    ])
    expect(threadOf(state, 'BBB')).toEqual([])
    expect(JSON.stringify(textIn(state))).not.toContain('secret')
  })

  test('[T-54] nobody speaks in the thread of another delegation, or twice under one id', () => {
    expect(decide(says('c1', 'x', delegate('BBB')) as never, after(onSentence()))).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'T-54', facts: { member: 'AAA' } },
    })
    given(onSentence(), says('c1', 'x')).when(says('c1', 'y')).refused('T-54', { comment: 'c1', taken: true })
    given(onSentence(), says('c1', 'x'))
      .when(says('c1', 'y', delegate('BBB'), 'BBB'))
      .accepted()
    given(onSentence())
      .when(
        on(delegate('AAA'), 'texts.comment', {
          paragraph: 'none',
          member: 'AAA',
          comment: 'c',
          wording: 'x',
        }),
      )
      .refused('T-14')
    given(onSentence()).when(says('c1', 'x\u202Ey')).refused('T-10')
  })

  test('[T-54] folded twice a comment is there once; of a long thread the state keeps the end', () => {
    const event = (n: number) => ({
      type: 'texts.commented' as const,
      at: at('10:00'),
      by: 'aaa',
      text: 't',
      paragraph: 'p',
      member: 'AAA',
      comment: `c${n}`,
      wording: `${n}`,
    })
    const all = Array.from({ length: 130 }, (_, n) => event(n))
    const state = [...all, ...all.slice(60)].reduce(
      (folded, one) => evolve(folded, one as never),
      after(onSentence()).texts,
    )
    const thread = commentsOf(state, 'AAA' as never, 't' as never, 'p' as never)
    expect(thread.map(({ wording }) => Number(wording))).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 30),
    )
  })

  test('[T-51] a text is adopted once, when nothing in it is disputed', () => {
    const adoption = on(system(), 'texts.recordAdoption', { decision: 'd' })
    given(onSentence(), proposes('AAA', 1, { at: 8, length: 5, wording: 'should' }))
      .when(adoption)
      .refused('T-51', { text: 't', disputed: 1 })
    given(onSentence(), adoption).when(adoption).refused('T-6')
  })
})
