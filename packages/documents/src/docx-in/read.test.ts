import { describe, expect, it } from 'vitest'
import { changesIn } from '../changes/list.ts'
import { linesIn } from '../changes/views.ts'
import { DocumentFault } from '../fault.ts'
import { del, type FileParts, fileOf, ins, moveFrom, moveTo, p, run, struck } from '../testing/file.ts'
import { readDocument } from './read.ts'

const read = (parts: FileParts | string) =>
  readDocument(fileOf(typeof parts === 'string' ? { body: parts } : parts))

const told = (parts: FileParts | string) =>
  changesIn(read(parts)).map(({ kind, author, deleted, inserted }) => [
    kind,
    author,
    deleted ?? '',
    inserted ?? '',
  ])

const views = (parts: FileParts | string) => {
  const { body } = read(parts)
  return { before: linesIn(body.paragraphs, 'before'), after: linesIn(body.paragraphs, 'after') }
}

/** The fault a file is refused for. */
const fault = (make: () => unknown): DocumentFault => {
  try {
    make()
  } catch (error) {
    if (error instanceof DocumentFault) return error
    throw error
  }
  throw new Error('the file was read')
}

describe('tracked changes', () => {
  it('are read with who made them: inserted, deleted, replaced, struck again', () => {
    const body = p(
      run('Members ') +
        del('Atlantis', struck('shall')) +
        ins('Atlantis', run('should')) +
        run(' meet') +
        ins('Lilliput', run(' every year')) +
        del('Utopia', struck(' in spring')) +
        ins('Lilliput', del('Utopia', struck(' and autumn'))) +
        run('.'),
    )
    expect(views(body)).toEqual({
      before: ['Members shall meet in spring.'],
      after: ['Members should meet every year.'],
    })
    expect(told(body)).toEqual([
      ['replacement', 'Atlantis', 'shall', 'should'],
      ['insertion', 'Lilliput', '', ' every year'],
      ['deletion', 'Utopia', ' in spring', ''],
      ['insertion', 'Lilliput', '', ' and autumn'],
      ['deletion', 'Utopia', ' and autumn', ''],
    ])
  })

  it('inside links, fields, content controls, smart tags and one another are read as if those were not there', () => {
    const inner = ins('A', run('new ')) + del('B', struck('old '))
    const wraps = [
      `<w:hyperlink>${inner}</w:hyperlink>`,
      `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
      `<w:smartTag w:element="x">${inner}</w:smartTag>`,
      `<w:customXml w:element="x"><w:customXmlPr/>${inner}</w:customXml>`,
      `<w:fldSimple w:instr="REF x">${inner}</w:fldSimple>`,
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      del('B', ins('A', struck('new ')) + struck('old ')) + ins('A', run('new ')),
    ]
    for (const wrap of wraps) {
      const { before, after } = views(p(run('x ') + wrap + run('y')))
      expect(before).toEqual(['x old y'])
      expect(after).toEqual(['x new y'])
    }
  })

  it('of paragraph ends part and join paragraphs', () => {
    expect(views(p(run('One.'), ['ins', 'A']) + p(ins('A', run('Two.'))) + p(run('Three.')))).toEqual({
      before: ['One.', 'Three.'],
      after: ['One.', 'Two.', 'Three.'],
    })
    expect(views(p(ins('A', run('Nought.')), ['ins', 'A']) + p(run('One.')))).toEqual({
      before: ['One.'],
      after: ['Nought.', 'One.'],
    })
    const gone = p(del('A', struck('One.')), ['del', 'A']) + p(run('Two.'))
    expect(views(gone)).toEqual({ before: ['One.', 'Two.'], after: ['Two.'] })
    expect(told(gone)).toEqual([['deletedParagraph', 'A', 'One.', '']])
    const joined = p(run('One. '), ['del', 'A']) + p(run('Two.'))
    expect(views(joined)).toEqual({ before: ['One. ', 'Two.'], after: ['One. Two.'] })
    expect(told(joined)).toEqual([['merge', 'A', '\n', '']])
    expect(told(p(run('One. '), ['ins', 'A']) + p(run('Two.')))).toEqual([['split', 'A', '', '\n']])
  })

  it('that move a paragraph are told at both ends', () => {
    const range = (kind: string, id: number, inner: string): string =>
      `<w:${kind}RangeStart w:id="${id}" w:name="move1" w:author="A"/>${inner}<w:${kind}RangeEnd w:id="${id}"/>`
    const body =
      p(range('moveFrom', 1, moveFrom('A', run('One.'))), ['moveFrom', 'A']) +
      p(run('Two.')) +
      p(range('moveTo', 2, moveTo('A', run('One.'))), ['moveTo', 'A']) +
      p(run('Three.'))
    expect(views(body)).toEqual({ before: ['One.', 'Two.', 'Three.'], after: ['Two.', 'One.', 'Three.'] })
    expect(told(body)).toEqual([
      ['movedAway', 'A', 'One.', ''],
      ['movedHere', 'A', '', 'One.'],
    ])
  })

  it('of table rows and cells cover all that stands in them', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`
    const row = (inner: string, properties = ''): string =>
      `<w:tr><w:trPr>${properties}</w:trPr>${inner}</w:tr>`
    const table = `<w:tbl><w:tblPr/><w:tblGrid/>${row(cell('a') + cell('b'))}${row(cell('c') + cell('d'), '<w:del w:author="A" w:id="9"/>')}${row(cell('e') + cell('f'), '<w:ins w:author="A" w:id="8"/>')}</w:tbl>`
    expect(views(table)).toEqual({ before: ['| a | b |', '| c | d |'], after: ['| a | b |', '| e | f |'] })
    const struckCell = `<w:tbl>${row(cell('a') + cell('b', '<w:cellDel w:author="A" w:id="7"/>'))}</w:tbl>`
    expect(told(struckCell)).toEqual([['deletion', 'A', 'b', '']])
  })

  it('of looks alone are listed, and are no words', () => {
    const change = (name: string) => `<w:${name} w:id="1" w:author="A" w:date="2026-11-21T09:00:00Z"/>`
    const document = read(
      p(
        run('x', change('rPrChange')),
        undefined,
        `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:ins w:id="3" w:author="A"/></w:numPr>${change('pPrChange')}`,
      ) +
        `<w:tbl><w:tblPr>${change('tblPrChange')}</w:tblPr><w:tr><w:trPr>${change('trPrChange')}</w:trPr><w:tc><w:tcPr>${change('tcPrChange')}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
    )
    expect(changesIn(document)).toEqual([])
    expect(document.formatting.map(({ what }) => what)).toEqual([
      'ins',
      'pPrChange',
      'rPrChange',
      'tblPrChange',
      'trPrChange',
      'tcPrChange',
    ])
  })
})

describe('words', () => {
  it('keep tabs, breaks, hyphens, symbols, and blanks where the file keeps them', () => {
    const body = p(
      '<w:r><w:t> trimmed </w:t></w:r><w:r><w:tab/></w:r>' +
        run(' kept ') +
        '<w:r><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:br w:type="page"/></w:r>' +
        run('end &amp; &#x4e2d;'),
    )
    expect(views(body).before).toEqual(['trimmed\t kept \n\n\u2011\u00adα✓end & 中'])
  })

  it('of a field are its result, not its instruction', () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(
      views(p(run('see ') + field(' REF a ', run('Article ') + field(' REF b ', run('5'))))),
    ).toMatchObject({
      before: ['see Article 5'],
    })
  })

  it('of lists have the number that is printed, before and after the changes', () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'upperRoman', '%1.%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`
    const item = (text: string, at: number, list = 1, mark?: readonly [string, string]) =>
      p(
        mark?.[0] === 'ins' ? ins('A', run(text)) : run(text),
        mark,
        `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`,
      )
    const body =
      item('one', 0) +
      item('a', 1) +
      item('b', 1) +
      item('new', 0, 1, ['ins', 'A']) +
      item('two', 0) +
      item('a again', 1) +
      item('deep', 2) +
      item('seven', 0, 2)
    expect(views({ body, numbering })).toEqual({
      before: ['1.\tone', '(a)\ta', '(b)\tb', '2.\ttwo', '(a)\ta again', '2.I\tdeep', '7.\tseven'],
      after: ['1.\tone', '(a)\ta', '(b)\tb', '2.\tnew', '3.\ttwo', '(a)\ta again', '3.I\tdeep', '7.\tseven'],
    })
  })

  it('of a style with a list or a heading are numbered and set off as the style says', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const { body } = read({
      body:
        p(run('Title'), undefined, '<w:pStyle w:val="H"/>') +
        p(run('three'), undefined, '<w:pStyle w:val="Own"/>'),
      styles,
      numbering,
    })
    expect(body.paragraphs.map(({ heading, number }) => [heading, number?.before])).toEqual([
      [2, undefined],
      [undefined, '3.'],
    ])
  })

  it('of footnotes and comments are read with their places, authors and answers', () => {
    const document = read({
      body: p(
        `<w:commentRangeStart w:id="0"/>${run('Members')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run(' meet')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>`,
      ),
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${run(' As agreed')}${ins('A', run(' in 2002'))}`)}</w:footnote><w:footnote w:id="3">${p(run('Starred'))}</w:footnote>`,
      comments: `<w:comment w:id="0" w:author="Utopia" w:date="2026-11-21T09:00:00Z"><w:p w14:paraId="01">${run('Which?')}</w:p></w:comment><w:comment w:id="1" w:author="Atlantis"><w:p w14:paraId="02">${run('All.')}</w:p></w:comment>`,
      commentsExtended:
        '<w15:commentEx w15:paraId="01"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01"/>',
    })
    expect(linesIn(document.body.paragraphs, 'before')).toEqual(['Members meet[^1][^*]'])
    expect(document.comments).toMatchObject([
      { author: 'Utopia', words: 'Which?', about: 'Members' },
      { author: 'Atlantis', words: 'All.', answers: '0' },
    ])
    expect(changesIn(document)).toMatchObject([{ story: 'footnote 2', inserted: ' in 2002' }])
  })

  it('of text boxes, headers and word art are read, pictures noted, in the newer of two forms', () => {
    const box = (text: string): string =>
      `<w:txbxContent>${p(run(text) + ins('A', run('!')))}</w:txbxContent>`
    const shape = `<w:drawing><wp:inline><wp:posOffset>12</wp:posOffset><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('boxed')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
    const document = read({
      body: p(
        run('x') +
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('old form')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
          '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/><v:imagedata o:title="emblem"/></v:shape></w:pict></w:r>',
      ),
      header: p(run('Head')),
    })
    const stories = [...document.stories.values()].map(({ kind, paragraphs }) => [
      kind,
      ...linesIn(paragraphs, 'after'),
    ])
    expect(stories).toEqual([
      ['textBox', 'boxed!'],
      ['textBox', 'DRAFT'],
      ['header', 'Head'],
    ])
    expect(document.notices).toMatchObject([{ kind: 'picture', words: 'emblem' }])
    expect(changesIn(document)).toMatchObject([{ story: 'text box 1', inserted: '!' }])
  })

  it('that are hidden or struck by hand are read and pointed out', () => {
    const { notices, body } = read(
      p(
        run('seen') +
          run(' unseen', '<w:vanish/>') +
          run(' crossed', '<w:strike/>') +
          run(' not', '<w:strike w:val="0"/>'),
      ),
    )
    expect(linesIn(body.paragraphs, 'before')).toEqual(['seen unseen crossed not'])
    expect(notices).toMatchObject([
      { kind: 'hiddenWords', words: ' unseen' },
      { kind: 'struckByHand', words: ' crossed' },
    ])
  })
})

describe('what cannot be read', () => {
  it('stops the reading with what and where, whatever it is', () => {
    const inRun = (inner: string) => p(run('x')) + p(`<w:r>${inner}</w:r>`)
    const bodies: Readonly<Record<string, string>> = {
      formula: p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>'),
      chart: inRun(
        '<w:drawing><a:graphic><a:graphicData><c:chart r:id="rId9"/></a:graphicData></a:graphic></w:drawing>',
      ),
      'words of a drawing': inRun('<w:drawing><a:p><a:r><a:t>words</a:t></a:r></a:p></w:drawing>'),
      'embedded object': inRun('<w:object><o:OLEObject/></w:object>'),
      'phonetic guide': inRun('<w:ruby/>'),
      'element w:dayLong': inRun('<w:dayLong/>'),
      'element w:unheardOf': p('<w:unheardOf><w:r/></w:unheardOf>'),
      '{urn:x}:y': p('<y xmlns="urn:x">words</y>'),
      'another format': '<w:altChunk r:id="rId9"/>',
      'table inside a table': '<w:tbl><w:tr><w:tc><w:tbl/></w:tc></w:tr></w:tbl>',
      'text outside a run': p('stray words'),
      'conflict between two editors': p(run('x', '<w14:conflictIns w:id="1" w:author="A"/>')),
      'tracked change in the properties': p(run('x', '<w:ins w:id="1" w:author="A"/>')),
      'field that never ends': p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(run('swallowed')),
      'field that never began': p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      'field without a result': p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\o(a,b) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      'form field': p(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList/></w:ffData></w:fldChar></w:r>',
      ),
      'symbol font': inRun('<w:sym w:font="Webdings" w:char="F061"/>'),
      'element w:ins in a cell': '<w:tbl><w:tr><w:tc><w:ins w:id="1" w:author="A"/></w:tc></w:tr></w:tbl>',
      'element w:tc between paragraphs': '<w:tc/>',
    }
    for (const [what, body] of Object.entries(bodies)) {
      const { code, message, where } = fault(() => read(body))
      expect([what, code]).toEqual([what, 'unread'])
      expect(message).toContain(what)
      expect(where?.part).toBe('word/document.xml')
      expect(where?.paragraph).toBeGreaterThan(0)
    }
  })

  it('includes numbers in a format that is not known', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const body = p(run('x'), undefined, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    expect(fault(() => read({ body, numbering }))).toMatchObject({ code: 'unread', where: { paragraph: 1 } })
  })
})

describe('files that are no DOCX, or a trap', () => {
  const asFile = (text: string) => () => readDocument(Buffer.from(text, 'latin1'))

  it('are refused with what they are', () => {
    expect(fault(asFile(''))).toMatchObject({ code: 'notDocx', message: 'The file is empty.' })
    expect(fault(asFile('%PDF-1.7'))).toMatchObject({
      code: 'notDocx',
      message: expect.stringContaining('PDF'),
    })
    expect(fault(asFile('{\\rtf1'))).toMatchObject({
      code: 'notDocx',
      message: expect.stringContaining('RTF'),
    })
    expect(fault(asFile('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest'))).toMatchObject({
      message: expect.stringContaining('.doc'),
    })
    expect(
      fault(asFile(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\0')}\0`)),
    ).toMatchObject({
      code: 'encrypted',
    })
    const odt = fileOf({ body: '', raw: { mimetype: 'application/vnd.oasis.opendocument.text' } })
    expect(fault(() => readDocument(odt))).toMatchObject({ message: expect.stringContaining('OpenDocument') })
    const sheet = fileOf({
      body: '',
      mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    })
    expect(fault(() => readDocument(sheet))).toMatchObject({ code: 'notDocx' })
    const macro = fileOf({ body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })
    expect(fault(() => readDocument(macro))).toMatchObject({ code: 'macros' })
    const hidden = fileOf({ body: '', raw: { 'word/vbaProject.bin': 'x' } })
    expect(fault(() => readDocument(hidden))).toMatchObject({ code: 'macros' })
  })

  it('are refused for declarations, entities, depth, size and bombs', () => {
    const raw = (xml: string | Uint8Array) => () =>
      readDocument(fileOf({ body: '', raw: { 'word/document.xml': xml } }))
    expect(fault(raw('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'))).toMatchObject({
      code: 'dtd',
    })
    expect(fault(raw('<x>&unknown;</x>'))).toMatchObject({ code: 'broken' })
    expect(fault(raw('<x>'.repeat(300) + '</x>'.repeat(300)))).toMatchObject({ code: 'tooDeep' })
    expect(fault(raw('<x><y></x></y>'))).toMatchObject({ code: 'broken' })
    expect(fault(raw('<?xml version="1.0" encoding="windows-1251"?><x/>'))).toMatchObject({ code: 'broken' })
    expect(fault(raw(Buffer.from([0x3c, 0xff, 0x3e])))).toMatchObject({ code: 'broken' })
    expect(fault(raw(Buffer.alloc(50 << 20, 0x20)))).toMatchObject({
      code: 'tooLarge',
      where: { part: 'word/document.xml' },
    })
    expect(fault(() => readDocument(Buffer.alloc(17 << 20)))).toMatchObject({ code: 'tooLarge' })
  })

  it('are refused when the archive lies about itself', () => {
    const good = Buffer.from(fileOf({ body: p(run('words')) }))
    const changed = (change: (bytes: Buffer) => void) => () => {
      const bytes = Buffer.from(good)
      change(bytes)
      return readDocument(bytes)
    }
    const central = good.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    expect(fault(changed(bytes => bytes.writeUInt16LE(1, central + 8)))).toMatchObject({ code: 'encrypted' })
    // A size that is too small: the part does not unpack beyond it.
    expect(fault(changed(bytes => bytes.writeUInt32LE(10, central + 24)))).toMatchObject({ code: 'broken' })
    expect(fault(changed(bytes => bytes.writeUInt32LE(7, central + 16)))).toMatchObject({ code: 'broken' })
    expect(fault(changed(bytes => bytes.writeUInt16LE(99, central + 10)))).toMatchObject({ code: 'broken' })
    expect(fault(() => readDocument(good.subarray(0, good.length - 5)))).toMatchObject({ code: 'broken' })
    const twice = fileOf({ body: '', raw: { 'WORD/Document.xml': '<x/>' } })
    expect(fault(() => readDocument(twice))).toMatchObject({
      code: 'broken',
      message: expect.stringContaining('twice'),
    })
  })
})
