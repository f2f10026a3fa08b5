import { views } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesIn } from '../../../documents/src/changes/views.ts'
import { readDocument } from '../../../documents/src/docx-in/read.ts'
import { withPart } from '../../../documents/src/testing/edit.ts'
import { del, fileOf, ins, p, run, struck } from '../../../documents/src/testing/file.ts'
import { checkOf, loadCompiler } from '../http/validation.ts'
import { delegate, introduceTexts, newWorld, type World } from '../testing/world.ts'
import { docxType } from './answer.ts'

let world: World
beforeAll(async () => {
  await loadCompiler()
  world = await newWorld(memoryStore())
  await introduceTexts(world)
  const change = { at: 0, length: 4, wording: 'Loud' }
  const ids = { bracket: 'b', option: 'o', retained: 'r' }
  await world.act('aaa', delegate('AAA'), 'texts.propose', {
    text: 'open',
    paragraph: 'p1',
    base: 1,
    change,
    ...ids,
  })
  const stand = { text: 'open', paragraph: 'p1', option: 'o', stand: 'objects', note: 'Never.' }
  await world.act('bbb', delegate('BBB'), 'texts.takeStand', stand)
})
afterAll(() => world.close())

const send = (person: string | null, url: string, bytes: Uint8Array, type = docxType) =>
  world.app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': type,
      ...(person === null ? {} : { authorization: `Bearer ${world.tokens[person]}` }),
    },
    payload: Buffer.from(bytes),
  })

const fetched = async (person: string | null = 'aaa', query = '') => {
  const answer = await world.get(person, `/api/texts/open/document.docx${query}`)
  expect(answer.statusCode).toBe(200)
  return answer
}

describe('a text as DOCX', () => {
  it('shows who proposes what, when, and who objects, to whoever may read it', async () => {
    const answer = await fetched(null)
    expect(answer.headers['content-type']).toBe(docxType)
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="[A-Za-z0-9._-]+-compilation\.docx"$/,
    )
    const document = readDocument(answer.rawPayload)
    expect(linesIn(document.body.paragraphs, 'before')).toContain('1.\tCalm: members cooperate.')
    expect(linesIn(document.body.paragraphs, 'after')).toContain('1.\tLoud: members cooperate.')
    const revisions = document.body.paragraphs.flatMap(({ segments }) =>
      segments.flatMap(segment => (segment.kind === 'words' && segment.inserted ? [segment.inserted] : [])),
    )
    expect(revisions).toEqual([{ author: 'AAA', date: '2026-11-23T12:00:00Z' }])
    expect(document.comments[0]?.words).toBe('Proposed by AAA\nObjected to by: BBB\nBBB: “Never.”')
  })

  it('is the same file for the same state', async () => {
    const [one, other] = [await fetched(), await fetched('bbb')]
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
  })

  it('is not there for whoever may not read the text; a form that is not there says why', async () => {
    expect((await world.get('ccc', '/api/texts/secret/document.docx')).statusCode).toBe(404)
    expect((await world.get('ccc', '/api/texts/none/document.docx')).json()).toEqual(
      (await world.get('ccc', '/api/texts/secret/document.docx')).json(),
    )
    expect((await world.get('aaa', '/api/texts/secret/document.docx?of=clean')).statusCode).toBe(200)
    expect((await world.get('aaa', '/api/texts/open/document.docx?of=clean')).json()).toMatchObject({
      type: '/problems/not-clean',
    })
    expect((await world.get('aaa', '/api/texts/open/document.docx?of=chairs')).statusCode).toBe(404)
    expect((await world.get('aaa', '/api/texts/open/document.docx?of=other')).statusCode).toBe(400)
  })

  it('can be had so often a minute and no more', async () => {
    const slow = await newWorld(memoryStore(), { filesPerMinute: 2 })
    await introduceTexts(slow)
    const codes = []
    for (let time = 0; time < 3; time++)
      codes.push((await slow.get('aaa', '/api/texts/open/document.docx')).statusCode)
    expect(codes).toEqual([200, 200, 429])
    await slow.close()
  })
})

describe('a delegation’s edits as DOCX', () => {
  const edited = async (): Promise<Uint8Array> =>
    withPart((await fetched()).rawPayload, 'word/document.xml', xml =>
      xml
        .replace(
          run(': members cooperate.'),
          run(': members ') + del('Ms B', struck('cooperate')) + ins('Ms B', run('meet')) + run('.'),
        )
        .replace('<w:p/>', p(ins('Ms B', run('Every member reports.')), ['ins', 'Ms B'])),
    )

  it('are answered as acts that are accepted as they stand, and do what the file says', async () => {
    const answer = await send('bbb', '/api/texts/open/changes-from-docx', await edited())
    expect(answer.statusCode).toBe(200)
    const preview = answer.json()
    expect(checkOf(views.changesFromDocx)(preview)).toEqual([])
    expect(preview).toMatchObject({ member: 'BBB', ofThisText: true, unplaced: [] })
    expect(preview.acts.map(({ act }: { act: { type: string } }) => act.type)).toEqual([
      'texts.propose',
      'texts.proposeParagraph',
    ])
    const before = world.keeper.head().size
    expect(before).toBe(world.keeper.head().size)
    const sent = await world.ask('bbb', 'POST', '/api/acts', {
      acts: preview.acts.map(({ act }: { act: object }) => act),
    })
    expect([sent.statusCode, sent.body]).toEqual([201, expect.any(String)])
    const document = readDocument((await fetched()).rawPayload)
    expect(linesIn(document.body.paragraphs, 'after').map(line => line.replace('\t', ' '))).toEqual(
      expect.arrayContaining(['1. Loud: members meet.', '1 bis. Every member reports.']),
    )
    // The same file again: its words stand there already, and nothing is proposed twice.
    const again = (
      await send('bbb', '/api/texts/open/changes-from-docx', (await fetched()).rawPayload)
    ).json()
    expect([again.acts, again.unplaced]).toEqual([[], []])
  })

  it('that a rule refuses come back with the rule and their words', async () => {
    const bracketed = withPart((await fetched()).rawPayload, 'word/document.xml', xml =>
      xml.replace(run(': members '), run(': members ') + ins('Ms B', run('[perhaps] '))),
    )
    const { acts, unplaced } = (await send('bbb', '/api/texts/open/changes-from-docx', bracketed)).json()
    expect(acts).toEqual([])
    expect(unplaced).toMatchObject([
      { why: 'refused', rule: 'T-11', source: { inserted: '[perhaps] ', author: 'Ms B' } },
    ])
  })

  it('are taken from a delegate of the delegation alone, for a text she may read', async () => {
    const file = (await fetched()).rawPayload
    const status = async (person: string | null, url: string) => (await send(person, url, file)).statusCode
    expect(await status(null, '/api/texts/open/changes-from-docx')).toBe(401)
    expect(await status('chair', '/api/texts/open/changes-from-docx')).toBe(403)
    expect(await status('bbb', '/api/texts/open/changes-from-docx?member=AAA')).toBe(403)
    expect(await status('ccc', '/api/texts/secret/changes-from-docx')).toBe(404)
    // A file of another text says so, and none of its paragraphs is one of this.
    const other = (await send('aaa', '/api/texts/secret/changes-from-docx', file)).json()
    expect(other).toMatchObject({ ofThisText: false })
  })
})

describe('a Word file as a new text', () => {
  const file = () =>
    fileOf({
      body:
        p(run('On calm'), undefined, '<w:pStyle w:val="Heading1"/>') +
        p(
          `<w:commentRangeStart w:id="0"/>${run('1. Members ')}<w:commentRangeEnd w:id="0"/>${del('bbb', struck('shall'))}${ins('BBB', run('should'))}${run(' meet ')}${ins('A stranger', run('twice '))}${run('[each][every] year.')}`,
        ),
      styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
      comments: `<w:comment w:id="0" w:author="BBB">${p(run('All of them?'))}</w:comment>`,
    })

  it('is read as a draft whose tracked changes are brackets, attributed where the author is a delegation', async () => {
    const answer = await send('sec', '/api/import/text', file())
    expect(answer.statusCode).toBe(200)
    const report = answer.json()
    const [, paragraph] = report.draft.paragraphs
    expect(paragraph.number).toBe('1')
    const brackets = paragraph.content.filter(({ kind }: { kind: string }) => kind === 'bracket')
    expect(
      brackets.map(
        ({ options }: { options: { content: { text: string }[]; attributions: { text: string }[] }[] }) =>
          options.map(({ content, attributions }) => [
            content[0]?.text,
            attributions.map(({ text }) => text),
          ]),
      ),
    ).toEqual([
      [
        ['shall', []],
        ['should', ['BBB']],
      ],
      [['twice ', []]],
      [
        ['each', []],
        ['every', []],
      ],
    ])
    expect(report.comments).toMatchObject([{ author: 'BBB', words: 'All of them?', about: '1. Members' }])
    expect(report.changes).toHaveLength(3)
  })

  it('is brought in and opened in one request; the file itself is kept', async () => {
    const answer = await send(
      'chair',
      '/api/import/text?introduce=word&title=On%20calm&body=soc&as=chair:soc',
      file(),
    )
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)])
    const text = (await world.get(null, '/api/texts/word')).json()
    expect(text.disputed).toBe(3)
    const kept = await world.get(null, `/api/documents/${text.document}`)
    expect([kept.statusCode, kept.headers['content-type']]).toEqual([200, docxType])
  })

  it('that is no Word file, or a trap, is refused with what, where and why', async () => {
    expect((await send('sec', '/api/import/text', Buffer.from('%PDF-1.7'))).json()).toMatchObject({
      type: '/problems/wrong-media-type',
      detail: expect.stringContaining('PDF'),
    })
    const chart = fileOf({ body: p(run('x')) + p('<w:r><w:drawing><c:chart/></w:drawing></w:r>') })
    const refused = await send('sec', '/api/import/text', chart)
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      {
        detail: expect.stringContaining('paragraph 2'),
        faults: [{ pointer: '/word/document.xml#paragraph-2', message: 'unread' }],
      },
    ])
    expect((await send(null, '/api/import/text', file())).statusCode).toBe(401)
    expect((await send('sec', '/api/import/text', Buffer.from('x'), 'application/pdf')).statusCode).toBe(415)
  })
})
