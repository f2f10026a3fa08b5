import { TableFault } from '../fault.ts'
import type { TableLimits } from '../limits.ts'
import type { Parts } from './archive.ts'
import { readWholeXml } from './xml.ts'

export interface Sheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** What a workbook says of itself: its sheets, and from which day it counts. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Serial days count from 1904-01-01 rather than from 1899-12-30. */
  readonly from1904: boolean
  readonly stylesPart: string | undefined
  readonly stringsPart: string | undefined
}

interface Relation {
  readonly type: string
  readonly target: string
}

const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter(part => part !== '')
  for (const piece of target.split('/')) {
    if (piece === '..') parts.pop()
    else if (piece !== '.') parts.push(piece)
  }
  return parts.join('/')
}

const relationsOf = async (parts: Parts, of: string): Promise<ReadonlyMap<string, Relation>> => {
  const folder = of.split('/').slice(0, -1).join('/')
  const part = `${folder === '' ? '' : `${folder}/`}_rels/${of.split('/').at(-1)}.rels`
  const relations = new Map<string, Relation>()
  if (!parts.has(part)) return relations
  await readWholeXml(part, parts.chunks(part), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name === 'Relationship' && Id !== undefined && TargetMode !== 'External')
        relations.set(Id, { type: Type?.split('/').at(-1) ?? '', target: resolve(folder, Target ?? '') })
    },
  })
  return relations
}

const mainPart = async (parts: Parts): Promise<string> => {
  const found = [...(await relationsOf(parts, '')).values()].find(({ type }) => type === 'officeDocument')
  const part = found?.target ?? 'xl/workbook.xml'
  if (!parts.has(part))
    throw new TableFault('otherKind', 'It is a ZIP archive without a workbook; a table is CSV or XLSX.')
  return part
}

export const readWorkbook = async (parts: Parts): Promise<Workbook> => {
  const part = await mainPart(parts)
  const relations = await relationsOf(parts, part)
  const sheets: Sheet[] = []
  let from1904 = false
  await readWholeXml(part, parts.chunks(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr')
        from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key) && key !== 'sheetId')?.[1]
      const relation = relations.get(id ?? '')
      if (relation?.type === 'worksheet')
        sheets.push({
          name: attributes['name'] ?? '',
          part: relation.target,
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
        })
    },
  })
  const partOf = (type: string) => [...relations.values()].find(one => one.type === type)?.target
  return { sheets, from1904, stylesPart: partOf('styles'), stringsPart: partOf('sharedStrings') }
}

/** Formats every program knows by number (ECMA-376 part 1, 18.8.30): those that show a day or a time. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Whether a format code shows a day: it names days, months or years outside quotes, brackets and escapes. */
const showsDay = (code: string): boolean =>
  /[dy]|m{3,}/i.test(
    code
      .replace(/"[^"]*"/g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\\./g, '')
      .replace(/general/gi, ''),
  )

/** For each style of a cell, whether it shows its number as a day. */
export const readDateStyles = async (parts: Parts, part: string | undefined): Promise<readonly boolean[]> => {
  if (part === undefined || !parts.has(part)) return []
  const dates = new Set(builtInDates)
  const styles: boolean[] = []
  let inCells = false
  await readWholeXml(part, parts.chunks(part), {
    open: (name, attributes) => {
      const number = Number(attributes['numFmtId'])
      if (name === 'numFmt' && showsDay(attributes['formatCode'] ?? '')) dates.add(number)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(dates.has(number))
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** The strings cells refer to; phonetic readings are no part of them. */
export const readStrings = async (
  parts: Parts,
  part: string | undefined,
  limits: TableLimits,
): Promise<readonly string[]> => {
  if (part === undefined || !parts.has(part)) return []
  const strings: string[] = []
  let own: string[] | undefined
  let inText = false
  let phonetic = 0
  let length = 0
  await readWholeXml(part, parts.chunks(part), {
    open: name => {
      if (name === 'si') own = []
      if (name === 'rPh') phonetic++
      inText = name === 't' && phonetic === 0
    },
    text: text => {
      if (!inText || own === undefined) return
      length += text.length
      if (length > limits.stringBytes)
        throw new TableFault('tooLarge', `Its strings are longer than ${limits.stringBytes} characters.`)
      own.push(text)
    },
    close: name => {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic--
      if (name !== 'si' || own === undefined) return
      strings.push(own.join(''))
      own = undefined
    },
  })
  return strings
}
