/** Reads the rulebook as law: each rule's id, sentence and source, in the one form `rulebook/README.md` describes. */
export interface Rule {
  readonly id: string
  readonly sentence: string
  readonly source: string
  readonly page: string
}

const heading = /^### ([A-Z]-\d+[a-z]?)\s*$/

/** The rules of one page, and what is wrong with its form. */
export const rulesOf = (
  page: string,
  text: string,
): { readonly rules: readonly Rule[]; readonly faults: readonly string[] } => {
  const rules: Rule[] = []
  const faults: string[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const id = heading.exec(lines[at]!)?.[1]
    if (id === undefined) {
      if (/^### /.test(lines[at]!))
        faults.push(`${page}:${at + 1} a heading that is no rule id: ${lines[at]}`)
      continue
    }
    const until = lines.findIndex((line, index) => index > at && /^#/.test(line))
    const body = lines.slice(at + 1, until < 0 ? undefined : until)
    const sentence = body
      .filter(line => line.trim() !== '' && !/^(Source|Parameter):/.test(line))
      .join(' ')
      .trim()
    const source =
      body
        .find(line => line.startsWith('Source:'))
        ?.slice('Source:'.length)
        .trim() ?? ''
    if (sentence === '') faults.push(`${page} ${id} has no sentence`)
    if (source === '') faults.push(`${page} ${id} has no source`)
    if (rules.some(rule => rule.id === id)) faults.push(`${page} ${id} stands twice`)
    rules.push({ id, sentence, source, page })
  }
  return { rules, faults }
}

const cited = /(?<![A-Za-z0-9/_-])([IMTDCNF]-\d+[a-z]?)(?![A-Za-z0-9-])/g

/** The rule ids a source file cites, wherever they stand. */
export const idsIn = (source: string): ReadonlySet<string> =>
  new Set([...source.matchAll(cited)].map(match => match[1]!))

/** The rule ids that open a test's name: `[D-5] …`, `[D-5, D-6] …`. */
export const idsTested = (source: string): ReadonlySet<string> =>
  new Set([...source.matchAll(/['"`]\[([^\]'"`]+)\]/g)].flatMap(match => [...idsIn(match[1]!)]))
