import { tmpdir } from 'node:os'
import type { Paper } from '@gavel/text'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { DocumentFault } from '../fault.ts'
import { paperData } from './data.ts'
import { ownFonts } from './fonts.ts'
import { template } from './template.ts'

/** PDF/A-2b (ISO 19005-2): fonts embedded, no clock, and no character without a glyph. */
const standard = { pdfStandard: 'a-2b' } as const

let opened: Promise<NodeCompiler> | undefined

/** The compiler comes as a binary of its platform; where there is none, that is said. */
const compiler = (): Promise<NodeCompiler> => {
  opened ??= import('@myriaddreamin/typst-ts-node-compiler')
    .catch(error => {
      throw new DocumentFault(
        'unavailable',
        `PDF cannot be made on this platform: ${(error as Error).message}`,
      )
    })
    .then(typst =>
      typst.NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: [...ownFonts()] }] }),
    )
  return opened
}

const withoutGlyph = /could not be displayed with any font/

/** Whether every character of some words has a glyph in some font. */
const canShow = (typst: NodeCompiler, words: string): boolean => {
  try {
    typst.pdf(
      { mainFileContent: '#set document(date: none)\n#sys.inputs.data', inputs: { data: words } },
      standard,
    )
    return true
  } catch {
    return false
  }
}

/** Most characters told one by one. */
const mostTold = 40

/** The characters of a paper that no font shows. Latin, Cyrillic and Greek are known to be there. */
const withoutFont = (typst: NodeCompiler, data: string): readonly string[] => {
  const signs = [...new Set(data.match(/[^\p{ASCII}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\s]/gu) ?? [])]
  const lacking = (list: readonly string[]): readonly string[] => {
    if (list.length === 0 || canShow(typst, list.join(' '))) return []
    if (list.length === 1) return list
    const middle = list.length >> 1
    return [...lacking(list.slice(0, middle)), ...lacking(list.slice(middle))]
  }
  return lacking(signs.slice(0, 3_000))
}

/**
 * A paper as PDF/A-2b. The same paper makes the same bytes on the same machine. Throws DocumentFault for characters that
 * no font here shows: nothing is printed as an empty box.
 */
export const writePdf = async (paper: Paper): Promise<Uint8Array> => {
  const typst = await compiler()
  const data = paperData(paper)
  try {
    return typst.pdf({ mainFileContent: template, inputs: { data } }, standard)
  } catch (error) {
    if (!withoutGlyph.test(String(error))) throw error
    const lacking = withoutFont(typst, data)
    const told = lacking.slice(0, mostTold).join(' ')
    throw new DocumentFault(
      'unprintable',
      `No font on this machine shows these characters: ${told}${lacking.length > mostTold ? ' …' : ''}. Install a font for them, or take the DOCX.`,
    )
  } finally {
    typst.evictCache(0)
  }
}
