/**
 * The gavel command: read and compare drafts, check an organisation, serve, and verify without trusting anybody.
 * Every command takes `--json` and `--help`. Exit codes: 0 all well, 1 what was looked at is not in order, 2 the
 * call is wrong, 70 a bug.
 */
import { type Command, exit, helpOf, readCall, terminal, UsageError } from './command.ts'
import { bench } from './commands/bench.ts'
import { exportCommand, importCommand } from './commands/carry.ts'
import { orgCheck } from './commands/organisation.ts'
import { serve } from './commands/serve.ts'
import { textCheck, textCompare, textPrint } from './commands/text.ts'
import { proofVerify, recordVerify } from './commands/verify.ts'

export const commands: readonly Command[] = [
  serve,
  orgCheck,
  textCheck,
  textPrint,
  textCompare,
  recordVerify,
  proofVerify,
  exportCommand,
  importCommand,
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

/** What is unlike anything we know, with the nearest names: a mistyped word is answered with help, not with silence. */
const unknown = (argv: readonly string[]): number => {
  const group = commands.filter(command => command.name.startsWith(`${argv[0]} `))
  const hint =
    group.length > 0
      ? `gavel ${argv[0]}: ${group.map(command => command.name.split(' ')[1]).join(' | ')}`
      : overview()
  process.stderr.write(`gavel: no such command: ${argv.slice(0, 2).join(' ')}\n${hint}\n`)
  return exit.usage
}

/** Runs one call; answers the exit code. */
export const main = async (argv: readonly string[]): Promise<number> => {
  const first = argv[0]
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(overview())
    return first === undefined ? exit.usage : exit.ok
  }
  const found = find(argv)
  if (found === undefined) return unknown(argv)
  const [command, rest] = found
  try {
    const call = readCall(command, rest, terminal)
    if (call.flags['help'] === true) {
      process.stdout.write(helpOf(command))
      return exit.ok
    }
    return await command.run(call)
  } catch (error) {
    const usage = error instanceof UsageError
    const told = usage
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
    process.stderr.write(`gavel ${command.name}: ${told}\n`)
    return usage ? exit.usage : exit.bug
  }
}
