/**
 * What the walls look at: every TypeScript file of the house as text and as a syntax tree. The walls are functions
 * over a map of path to source, so that a test can hand them a house with a hole in it and see the hole found.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Path from the root, with forward slashes, to source text. */
export type House = ReadonlyMap<string, string>

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache', 'data'])

export const filesBelow = (folder: string, endings: readonly string[]): readonly string[] => {
  const found: string[] = []
  if (!existsSync(join(root, folder))) return found
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(path)
      } else if (endings.some(ending => entry.name.endsWith(ending)))
        found.push(relative(root, path).replaceAll('\\', '/'))
    }
  }
  walk(join(root, folder))
  return found.sort()
}

/** The house as it stands: packages, rooms and apps. */
export const readHouse = (): House => {
  const paths = ['packages', 'apps', 'rooms'].flatMap(folder => filesBelow(folder, ['.ts', '.tsx']))
  return new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]))
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.includes('/testing/')

/** The module names a file imports or re-exports, dynamic imports of a literal included. */
export const importsOf = (path: string, source: string): readonly string[] => {
  const { module } = parseSync(path, source)
  const names = [
    ...module.staticImports.map(entry => entry.moduleRequest.value),
    ...module.staticExports.flatMap(entry =>
      entry.entries.flatMap(e => (e.moduleRequest ? [e.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map(entry =>
      source.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1),
    ),
  ]
  return [...new Set(names)]
}

/** The module names a file imports for their types alone: nothing of them is there at run time. */
export const typesImported = (path: string, source: string): readonly string[] => {
  const { module } = parseSync(path, source)
  const names = module.staticImports
    .filter(({ entries }) => entries.length > 0 && entries.every(({ isType }) => isType))
    .map(({ moduleRequest }) => moduleRequest.value)
  const values = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value)
  return names.filter(name => !values.includes(name))
}

/** `packages/domain/src/texts/acts.ts` → `domain`; rooms answer `rooms/<name>`. */
export const partOf = (path: string): string => {
  const [top, name] = path.split('/')
  return top === 'rooms' ? `rooms/${name}` : name!
}

export interface FunctionSpan {
  readonly path: string
  readonly line: number
  readonly lines: number
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const eachNode = (path: string, source: string, look: (node: Node) => void): void => {
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child)
    else if (isNode(node)) {
      look(node)
      for (const child of Object.values(node)) if (typeof child === 'object') visit(child)
    }
  }
  visit(parseSync(path, source).program.body)
}

/** Does the file say the type `any` somewhere? */
export const saysAny = (path: string, source: string): boolean => {
  const said: Node[] = []
  if (source.includes('any'))
    eachNode(path, source, node => {
      if (node.type === 'TSAnyKeyword') said.push(node)
    })
  return said.length > 0
}

/** Every function of a file with the number of lines it spans. */
export const functionsOf = (path: string, source: string): readonly FunctionSpan[] => {
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length
  const found: FunctionSpan[] = []
  eachNode(path, source, node => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
    const line = lineAt(node.start)
    found.push({ path, line, lines: lineAt(node.end) - line + 1 })
  })
  return found
}

/** The source with comments and the inside of strings blanked, so that a banned word in prose is no offence. */
export const codeOnly = (path: string, source: string): string => {
  const { comments } = parseSync(path, source)
  let out = source
  for (const { start, end } of comments) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end)
  return out
}
