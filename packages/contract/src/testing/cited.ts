import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

/**
 * Which rules an act may be refused by, read off the code of the rules: the ids that stand in the functions the act
 * reaches from its case in its chapter's `decide`, however many calls away. It errs on the side of more: a function
 * that is reached counts whole.
 */

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

const domain = fileURLToPath(new URL('../../../domain/src/', import.meta.url))
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const children = (node: Node): readonly Node[] =>
  Object.values(node).flatMap(value =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  )

/** Where a name comes from: another file's export, or all of another file. */
type Origin = { readonly file: string; readonly name: string | null }

interface File {
  readonly declared: ReadonlyMap<string, Node>
  readonly imported: ReadonlyMap<string, Origin>
  readonly passedOn: readonly (Origin & { readonly as: string | null })[]
}

const nameOf = (node: unknown): string =>
  (node as { name?: string; value?: string }).name ?? String((node as Node)['value'])

const target = (from: string, statement: Node): string | undefined => {
  const source = (statement['source'] as { value?: string } | null)?.value
  return source?.startsWith('.') === true ? join(dirname(from), source) : undefined
}

const importsOf = (path: string, statement: Node): readonly (readonly [string, Origin])[] => {
  const file = target(path, statement)
  if (file === undefined) return []
  return (statement['specifiers'] as Node[]).map(each => [
    nameOf(each['local']),
    { file, name: each.type === 'ImportNamespaceSpecifier' ? null : nameOf(each['imported']) },
  ])
}

const passedOn = (path: string, statement: Node): File['passedOn'] => {
  const file = target(path, statement)
  if (file === undefined) return []
  if (statement.type === 'ExportAllDeclaration')
    return [{ file, name: null, as: statement['exported'] === null ? null : nameOf(statement['exported']) }]
  return (statement['specifiers'] as Node[]).map(each => ({
    file,
    name: nameOf(each['local']),
    as: nameOf(each['exported']),
  }))
}

const declarationsOf = (statement: Node): readonly (readonly [string, Node])[] => {
  const inner = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
  if (!isNode(inner)) return []
  if (inner.type === 'FunctionDeclaration') return [[nameOf(inner['id']), inner]]
  if (inner.type !== 'VariableDeclaration') return []
  return (inner['declarations'] as Node[]).map(each => [nameOf(each['id']), each])
}

const parse = (path: string): File => {
  const body = parseSync(path, readFileSync(path, 'utf8')).program.body as unknown as readonly Node[]
  const exports = body.filter(({ type }) => type.startsWith('Export'))
  return {
    declared: new Map(body.flatMap(declarationsOf)),
    imported: new Map(
      body.filter(({ type }) => type === 'ImportDeclaration').flatMap(each => importsOf(path, each)),
    ),
    passedOn: exports.flatMap(each => passedOn(path, each)),
  }
}

const files = new Map<string, File>()
const fileAt = (path: string): File => {
  const known = files.get(path)
  if (known) return known
  const read = parse(path)
  files.set(path, read)
  return read
}

/** The declaration an exported name stands for, through any number of files that pass it on. */
const declarationOf = (path: string, name: string): readonly [string, string] | undefined => {
  const file = fileAt(path)
  if (file.declared.has(name)) return [path, name]
  const origin = file.imported.get(name)
  if (origin?.name) return declarationOf(origin.file, origin.name)
  for (const each of file.passedOn) {
    const wanted = each.as === name ? each.name : each.as === null ? name : null
    const found = wanted === null ? undefined : declarationOf(each.file, wanted)
    if (found) return found
  }
  return undefined
}

const id = /^[IMTDCNF]-\d+[a-z]?$/

/** Declarations a piece of code names, and the rule ids that stand in it. */
const namedIn = (path: string, root: Node, without: (node: Node) => boolean) => {
  const rules = new Set<string>()
  const names: (readonly [string, string])[] = []
  const add = (found: readonly [string, string] | undefined): void => void (found && names.push(found))
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (without(node)) continue
    if (node.type === 'Literal' && typeof node['value'] === 'string' && id.test(node['value']))
      rules.add(node['value'])
    if (node.type === 'Identifier') add(declarationOf(path, nameOf(node)))
    if (node.type === 'MemberExpression' && isNode(node['object']) && node['object'].type === 'Identifier') {
      const origin = fileAt(path).imported.get(nameOf(node['object']))
      if (origin?.name === null) add(declarationOf(origin.file, nameOf(node['property'])))
    }
    if (!node.type.startsWith('TS') || node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression')
      waiting.push(...children(node))
  }
  return { rules, names }
}

/** Every rule id reached from a piece of code. */
const reached = (
  path: string,
  root: Node,
  without: (node: Node) => boolean = () => false,
): ReadonlySet<string> => {
  const rules = new Set<string>()
  const seen = new Set<string>()
  const waiting: (readonly [string, Node])[] = [[path, root]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const found = namedIn(next[0], next[1], without)
    for (const rule of found.rules) rules.add(rule)
    for (const [file, name] of found.names) {
      if (seen.has(`${file} ${name}`)) continue
      seen.add(`${file} ${name}`)
      waiting.push([file, fileAt(file).declared.get(name)!])
    }
  }
  return rules
}

const isDispatch = (node: Node): boolean => node.type === 'SwitchStatement'

const order = (rules: Iterable<string>): readonly string[] =>
  [...new Set(rules)].sort(
    (a, b) =>
      'IMTDCNF'.indexOf(a[0]!) - 'IMTDCNF'.indexOf(b[0]!) ||
      parseInt(a.slice(2), 10) - parseInt(b.slice(2), 10) ||
      (a < b ? -1 : 1),
  )

const chapters = readdirSync(domain, { withFileTypes: true })
  .filter(each => each.isDirectory() && each.name !== 'testing')
  .map(each => join(domain, each.name, 'decide.ts'))

/** The rules that stand before every chapter's: who may act, and on what. */
export const gateRules = (): readonly string[] => {
  const path = join(domain, 'domain.ts')
  const { declared } = fileAt(path)
  return order(
    reached(
      path,
      declared.get('decide')!,
      node => node.type === 'Identifier' && nameOf(node) === 'byChapter',
    ),
  )
}

/** Of every act the rules of its chapter that it may be refused by; of a room's acts, when its `decide.ts` is given. */
export const citedByAct = (from = chapters): Readonly<Record<string, readonly string[]>> => {
  const table: Record<string, readonly string[]> = {}
  for (const path of from) {
    const before = reached(path, fileAt(path).declared.get('decide')!, isDispatch)
    for (const [, declaration] of fileAt(path).declared) {
      const waiting: Node[] = [declaration]
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        waiting.push(...children(node))
        if (node.type !== 'SwitchStatement') continue
        const cases = node['cases'] as readonly { test: { value?: string } | null; consequent: Node[] }[]
        cases.forEach(({ test }, at) => {
          const type = test?.value
          const does = cases.slice(at).find(({ consequent }) => consequent.length > 0)
          if (type === undefined || !/^[a-z]+\.[a-zA-Z]+$/.test(type) || does === undefined) return
          const rules = does.consequent.flatMap(each => [...reached(path, each)])
          table[type] = order([...(table[type] ?? []), ...before, ...rules])
        })
      }
    }
  }
  return table
}
