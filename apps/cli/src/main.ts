/**
 * The gavel command: read and compare drafts, check an organisation, serve, and verify without trusting anybody.
 * Every command takes `--json` and `--help`; with `--json` a failure is JSON too: `{ok: false, code, message}`. Exit codes: 0 all well, 1 what was looked at is not in order, 2 the
 * call is wrong, 70 a bug.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, exit, helpOf, readCall, terminal, UsageError } from './command.ts'
import { bench } from './commands/bench.ts'
import { exportCommand, importCommand } from './commands/carry.ts'
import { foresightBacktest } from './commands/foresight.ts'
import { importTableCommand } from './commands/import-table.ts'
import { invite } from './commands/invite.ts'
import { orgCheck } from './commands/organisation.ts'
import { serve } from './commands/serve.ts'
import { textCheck, textCompare, textPrint } from './commands/text.ts'
import { proofVerify, recordVerify } from './commands/verify.ts'
import { roomCommands } from './rooms.ts'
import { root } from './root.ts'

export const commands: readonly Command[] = [
  serve,
  invite,
  orgCheck,
  textCheck,
  textPrint,
  textCompare,
  recordVerify,
  proofVerify,
  exportCommand,
  importTableCommand,
  importCommand,
  foresightBacktest,
  ...roomCommands,
  bench,
]

const overview = (): string => {
  const width = Math.max(...commands.map(({ name, takes }) => name.length + takes.length + 1))
  const lines = commands.map(
    ({ name, takes, summary }) => `  gavel ${`${name} ${takes}`.padEnd(width)}  ${summary}`,
  )
  return `gavel: for organisations that decide by consensus\n\n${lines.join('\n')}\n\nEach takes --help and --json.\n`
}

/** The command whose words open the call, and the arguments after them. */
const find = (argv: readonly string[]): readonly [Command, readonly string[]] | undefined => {
  for (const command of commands) {
    const words = command.name.split(' ')
    if (words.every((word, at) => argv[at] === word)) return [command, argv.slice(words.length)]
  }
  return undefined
}

/** A failure in words; with `--json` also as data on standard output, so that a program never reads nothing. */
const failed = (where: string, told: string, code: 'usage' | 'bug', json: boolean): number => {
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, code, message: told }, null, 2)}\n`)
  process.stderr.write(`${where}: ${told}\n`)
  return code === 'usage' ? exit.usage : exit.bug
}

/** What is unlike anything we know, with the nearest names: a mistyped word is answered with help, not with silence. */
const unknown = (argv: readonly string[], json: boolean): number => {
  const group = commands.filter(command => command.name.startsWith(`${argv[0]} `))
  const code = failed('gavel', `no such command: ${argv.slice(0, 2).join(' ')}`, 'usage', json)
  const hint =
    group.length > 0
      ? `gavel ${argv[0]}: ${group.map(command => command.name.split(' ')[1]).join(' | ')}`
      : overview()
  process.stderr.write(`${hint}\n`)
  return code
}

const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version

/** What the system says of a file, in words; undefined for what is no failure of the system. */
const systemFault = (error: unknown): string | undefined => {
  const { code, syscall, path } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return undefined
  const why: Readonly<Record<string, string>> = {
    EISDIR: 'is a folder, not a file',
    ENOENT: 'is not there',
    ENOTDIR: 'has a file where a folder should be',
    EACCES: 'may not be read or written by this user',
    ENOSPC: 'does not fit: the disk is full',
    EROFS: 'is on a read-only file system',
  }
  return `${path ?? 'a file'} ${why[code] ?? `cannot be used (${code})`}`
}

/** Carries a failure to the caller: one line for what she can mend, the trace for what only we can. */
const told = (command: Command, error: unknown, json: boolean): number => {
  const where = `gavel ${command.name}`
  if (error instanceof UsageError) return failed(where, error.message, 'usage', json)
  const system = systemFault(error)
  if (system !== undefined) return failed(where, system, 'usage', json)
  return failed(where, error instanceof Error ? (error.stack ?? error.message) : String(error), 'bug', json)
}

/** Runs one call; answers the exit code. `--json` may also stand before the command, and `help` too. */
export const main = async (given: readonly string[]): Promise<number> => {
  const json = given.includes('--json')
  const argv = given[0] === '--json' ? [...given.slice(1), '--json'] : given
  const [first, ...others] = argv
  if (first === '--version' || first === '-v') {
    process.stdout.write(json ? `${JSON.stringify({ version: version() })}\n` : `gavel ${version()}\n`)
    return exit.ok
  }
  if (first === 'help' && find(others) !== undefined) return main([...others, '--help'])
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(overview())
    return first === undefined ? exit.usage : exit.ok
  }
  const found = find(argv)
  if (found === undefined) return unknown(argv, json)
  const [command, rest] = found
  try {
    const call = readCall(command, rest, terminal)
    if (call.flags['help'] === true) {
      process.stdout.write(helpOf(command))
      return exit.ok
    }
    return await command.run(call)
  } catch (error) {
    return told(command, error, json)
  }
}
