import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, exit, UsageError } from '../command.ts'
import { root } from '../root.ts'

export const bench: Command = {
  name: 'bench',
  takes: 'NAME [key=value …]',
  summary: 'measure beside a peer in the same run',
  details: `Runs one of the benchmarks of this checkout and prints ratios and medians with their range. Peers are
installed into bench/peers by the first benchmark that needs them. An unknown name lists the benchmarks.`,
  flags: {
    runs: { type: 'string', value: 'N', says: 'repeats of each contender (5 unless told)' },
    small: { type: 'boolean', says: 'a short trial of the script itself; its figures are not to be quoted' },
    strict: { type: 'boolean', says: 'end with 1 when a ratio misses its target' },
  },
  arity: [1, 20],
  run: async call => {
    const runner = resolve(root, 'bench', 'run.mjs')
    if (!existsSync(runner))
      throw new UsageError('there is no bench folder here: run it in a checkout of Gavel')
    const { runs, small, strict } = call.flags
    const words = [
      ...call.args,
      ...(call.out.json ? ['--json'] : []),
      ...(typeof runs === 'string' ? ['--runs', runs] : []),
      ...(small === true ? ['--small'] : []),
      ...(strict === true ? ['--strict'] : []),
    ]
    const child = spawn(process.execPath, [runner, ...words], {
      cwd: root,
      stdio: ['inherit', 'pipe', 'inherit'],
    })
    let said = false
    child.stdout.on('data', (part: Buffer) => {
      said = true
      process.stdout.write(part)
    })
    const code = await new Promise<number>((done, fail) => {
      child.on('error', fail)
      child.on('close', ended => done(ended ?? exit.bug))
    })
    if (call.out.json && !said && code !== exit.ok)
      call.out.result({ ok: false, code: 'bench', message: `${call.args[0]} ended with ${code}` }, () => '')
    return code
  },
}
