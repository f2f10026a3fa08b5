import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileFormats } from '../ports.ts'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from '../testing/world.ts'

/** The papers that were asked for: what a PDF is made of, seen before it is made. */
const papers: Parameters<FileFormats['pdf']>[0][] = []
const files: FileFormats = {
  docx: async () => ({ kind: 'busy' }),
  readDocx: async () => ({ kind: 'busy' }),
  placeDocx: async () => ({ kind: 'busy' }),
  pdf: async paper => {
    papers.push(paper)
    return { kind: 'done', value: Buffer.from('%PDF-') }
  },
}

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore(), { files })
  await introduceTexts(world)
  const opensAt = new Date(Date.parse(world.keeper.now()) + 1_000).toISOString()
  const agenda = [{ number: '1', title: 'Item' }]
  const say = async (...act: Parameters<World['act']>) => {
    const answer = await world.act(...act)
    if (answer.statusCode !== 201) throw new Error(`${act[2]}: ${answer.body}`)
  }
  await say('sec', secretariat, 'meetings.convene', {
    meeting: 'm',
    body: 'soc',
    title: 'Meeting',
    opensAt,
    place: 'Here',
    timeZone: 'UTC',
    agenda,
  })
  for (const member of ['AAA', 'BBB', 'CCC'])
    await say('sec', secretariat, 'meetings.recordPresence', { meeting: 'm', member, present: true })
  world.wait(2_000)
  await say('chair', chair, 'meetings.open', { meeting: 'm' })
  await say('chair', chair, 'meetings.adoptAgenda', { meeting: 'm', agenda })
  const subject = { kind: 'wording', wording: 'We meet again.' }
  await say('chair', chair, 'decisions.put', {
    decision: 'd1',
    meeting: 'm',
    item: '1',
    title: 'A decision',
    subject,
  })
  await say('chair', chair, 'decisions.declareAdopted', { decision: 'd1' })
  await say('aaa', delegate('AAA'), 'decisions.attachStatement', {
    decision: 'd1',
    statement: 's1',
    member: 'AAA',
    kind: 'interpretativeStatement',
    wording: 'We read it narrowly.',
  })
})
afterAll(() => world.close())

const asked = async (person: string | null, url: string) => {
  papers.length = 0
  const { statusCode, headers } = await world.get(person, url)
  return { statusCode, type: headers['content-type'], paper: papers[0] }
}

describe('papers', () => {
  it('of a text are its compilation, its clean text or the chair’s, for whoever may read it', async () => {
    const { statusCode, type, paper } = await asked(null, '/api/texts/open/document.pdf')
    expect([statusCode, type]).toEqual([200, 'application/pdf'])
    expect(paper).toMatchObject({
      title: 'Plain title',
      language: 'en',
      fictional: false,
      blocks: [{ kind: 'draft' }],
    })
    expect((await asked('ccc', '/api/texts/secret/document.pdf')).statusCode).toBe(404)
    expect((await asked('aaa', '/api/texts/open/document.pdf?of=clean')).statusCode).toBe(200)
    expect((await asked('aaa', '/api/texts/open/document.pdf?of=chairs')).statusCode).toBe(404)
  })

  it('of a decision say how it stands, what was attached, and where the record proves it', async () => {
    const { statusCode, paper } = await asked('aaa', '/api/decisions/d1/document.pdf')
    expect(statusCode).toBe(200)
    expect(paper?.about).toMatch(/^SOC · Adopted by consensus, 2026-11-23 12:00 UTC$/)
    const words = JSON.stringify(paper)
    expect(words).toContain('We meet again.')
    expect(words).toContain('AAA: Interpretative statement')
    expect(words).toContain('We read it narrowly.')
    const facts = paper?.blocks.filter(block => block.kind === 'facts').at(-1)
    expect(facts).toMatchObject({
      rows: [
        ['Record', 'test.example/record'],
        [expect.stringMatching(/^Entry \d+$/), expect.stringMatching(/^\/api\/proof\/\d+$/)],
        ['Leaf hash', expect.stringMatching(/^[0-9a-f]{64}$/)],
        [expect.stringMatching(/^Entry \d+$/), expect.any(String)],
        ['Leaf hash', expect.any(String)],
      ],
    })
    expect((await asked('aaa', '/api/decisions/none/document.pdf')).statusCode).toBe(404)
  })

  it('of a meeting are its journal', async () => {
    const { statusCode, paper } = await asked('aaa', '/api/meetings/m/journal.pdf')
    expect([statusCode, paper?.title]).toEqual([200, 'Journal: Meeting'])
    expect(paper?.blocks).toContainEqual({ kind: 'heading', level: 2, text: 'Presence' })
    expect((await asked('aaa', '/api/meetings/none/journal.pdf')).statusCode).toBe(404)
    expect((await asked('aaa', '/api/meetings/m/journal.pdf?sitting=9')).statusCode).toBe(404)
  })

  it('that cannot be made now say so', async () => {
    const busy = await world.get('aaa', '/api/texts/open/document.docx')
    expect([busy.statusCode, busy.headers['retry-after']]).toEqual([503, '5'])
  })
})
