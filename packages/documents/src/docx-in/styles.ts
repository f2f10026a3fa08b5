import { attribute, childOf, childrenOf, type Element, isOn, valOf } from '../xml/tree.ts'

/** What a style says that changes words or their order: its list, its outline level, whether it hides or strikes. */
export interface Style {
  readonly name: string
  readonly basedOn?: string
  readonly outline?: number
  readonly numbering?: { readonly list?: string; readonly level?: number }
  readonly hidden: boolean
  readonly struck: boolean
}

export interface Styles {
  /** The first answer on the way from a style to what it is based on. */
  find<T>(id: string | undefined, pick: (style: Style) => T | undefined): T | undefined
  readonly default: string | undefined
}

/** `<w:numPr>` of a paragraph or a style. List `0` means none. */
export const numberingIn = (properties: Element | undefined): Style['numbering'] => {
  const own = childOf(properties, 'w:numPr')
  if (own === undefined) return undefined
  const list = valOf(own, 'w:numId')
  const level = valOf(own, 'w:ilvl')
  return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level: Number(level) }) }
}

export const outlineIn = (properties: Element | undefined): number | undefined => {
  const level = valOf(properties, 'w:outlineLvl')
  return level === undefined ? undefined : Number(level)
}

const readStyle = (element: Element): Style => {
  const paragraph = childOf(element, 'w:pPr')
  const run = childOf(element, 'w:rPr')
  const name = valOf(element, 'w:name') ?? ''
  const named = /^heading ([1-9])$/i.exec(name)?.[1]
  const outline = outlineIn(paragraph) ?? (named === undefined ? undefined : Number(named) - 1)
  const basedOn = valOf(element, 'w:basedOn')
  const numbering = numberingIn(paragraph)
  return {
    name,
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(outline === undefined ? {} : { outline }),
    ...(numbering === undefined ? {} : { numbering }),
    hidden: isOn(run, 'w:vanish'),
    struck: isOn(run, 'w:strike') || isOn(run, 'w:dstrike'),
  }
}

/** Styles of a file. A chain that runs in a circle ends after 30 steps. */
export const readStyles = (tree: Element | undefined): Styles => {
  const all = new Map<string, Style>()
  let standard: string | undefined
  for (const element of childrenOf(tree, 'w:style')) {
    const id = attribute(element, 'w:styleId') ?? ''
    all.set(id, readStyle(element))
    const isDefault = ['1', 'true', 'on'].includes(attribute(element, 'w:default') ?? '')
    if (isDefault && attribute(element, 'w:type') === 'paragraph') standard = id
  }
  return {
    default: standard,
    find: (id, pick) => {
      let style = id === undefined ? undefined : all.get(id)
      for (let steps = 0; style !== undefined && steps < 30; steps++) {
        const found = pick(style)
        if (found !== undefined) return found
        style = style.basedOn === undefined ? undefined : all.get(style.basedOn)
      }
      return undefined
    },
  }
}
