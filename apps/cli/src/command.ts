import { parseArgs } from 'node:util'

/**
 * How every command of `gavel` behaves: what it prints, what it answers, how it helps. A command says what it does
 * in one object; reading of flags, `--json`, `--help` and exit codes are here once.
 */

/** Exit codes. 0: done, all well. 1: done, and what was looked at is not in order. 2: the call is wrong. 70: a bug. */
export const exit = { ok: 0, notInOrder: 1, usage: 2, bug: 70 } as const

export interface Flag {
  readonly type: 'string' | 'boolean'
  readonly says: string
  /** What stands for the value in help: `--to FORMAT`. */
  readonly value?: string
  /** Takes all words up to the next flag, and may be given again. */
  readonly many?: boolean
}

export interface Call {
  readonly args: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  /** The words of each flag that takes many; none when it was not given. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly out: Output
}

/** Where a command's words go. Results to standard output; progress and faults to standard error. */
export interface Output {
  readonly json: boolean
  /** The result: printed as JSON with `--json`, else through `text`. */
  readonly result: (value: unknown, text: () => string) => void
  readonly line: (text: string) => void
  /** Progress of long work, on one line that overwrites itself; silent where nobody looks or under `--json`. */
  readonly progress: (text: string) => void
  readonly fault: (text: string) => void
}

export interface Command {
  readonly name: string
  /** What follows the name: `FILE`, `A B`. */
  readonly takes: string
  readonly summary: string
  readonly details: string
  readonly flags: Readonly<Record<string, Flag>>
  /** How many arguments it takes, at least and at most. */
  readonly arity: readonly [number, number]
  readonly run: (call: Call) => Promise<number>
}

/** A call that cannot be carried out for a reason the caller can mend; printed as one line, exit code 2. */
export class UsageError extends Error {}

const common: Readonly<Record<string, Flag>> = {
  json: { type: 'boolean', says: 'print the result as JSON' },
  help: { type: 'boolean', says: 'this help' },
}

export const helpOf = (command: Command): string => {
  const all = { ...command.flags, ...common }
  const shown = Object.entries(all).map(
    ([name, flag]) => [`--${name}${flag.value ? ` ${flag.value}` : ''}`, flag.says] as const,
  )
  const width = Math.max(...shown.map(([name]) => name.length))
  const flags = shown.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`).join('\n')
  const usage = ['gavel', command.name, command.takes, '[flags]'].filter(part => part !== '').join(' ')
  return `${usage}\n\n${command.summary}\n\n${command.details.trim()}\n\nFlags\n${flags}\n`
}

/** `--flag a b` as `--flag a --flag b`, for flags that take many words. */
const spelledOut = (flags: Command['flags'], argv: readonly string[]): readonly string[] => {
  let open: string | undefined
  return argv.flatMap((word, at) => {
    if (word.startsWith('--')) {
      open = flags[word.slice(2)]?.many === true ? word : undefined
      return [word]
    }
    return open === undefined || argv[at - 1] === open ? [word] : [open, word]
  })
}

/** Reads flags and arguments for a command. Throws UsageError naming what is wrong. */
export const readCall = (
  command: Command,
  argv: readonly string[],
  output: (json: boolean) => Output,
): Call => {
  const options = Object.fromEntries(
    Object.entries({ ...command.flags, ...common }).map(([name, flag]) => [
      name,
      { type: flag.type, multiple: flag.many === true },
    ]),
  )
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...spelledOut(command.flags, argv)],
        options,
        allowPositionals: true,
        strict: true,
      })
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error))
    }
  })()
  const values = Object.entries(parsed.values as Record<string, string | boolean | string[]>)
  const flags = Object.fromEntries(
    values.filter((each): each is [string, string | boolean] => !Array.isArray(each[1])),
  )
  const lists = Object.fromEntries(
    values.filter((each): each is [string, string[]] => Array.isArray(each[1])),
  )
  const [least, most] = command.arity
  const given = parsed.positionals.length
  if (flags['help'] !== true && (given < least || given > most))
    throw new UsageError(
      `takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? '' : 's'}, was given ${given}`,
    )
  return { args: parsed.positionals, flags, lists, out: output(flags['json'] === true) }
}

/** Output to the terminal this process has. */
export const terminal = (json: boolean): Output => {
  const quiet = json || !process.stderr.isTTY
  let pending = false
  const clear = (): void => {
    if (pending) process.stderr.write('\r\u001b[K')
    pending = false
  }
  return {
    json,
    result: (value, text) => {
      clear()
      process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text().trimEnd()}\n`)
    },
    line: text => {
      clear()
      process.stdout.write(`${text}\n`)
    },
    progress: text => {
      if (quiet) return
      process.stderr.write(`\r\u001b[K${text}`)
      pending = true
    },
    fault: text => {
      clear()
      process.stderr.write(`${text}\n`)
    },
  }
}
