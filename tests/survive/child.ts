import { type ChildProcess, spawn } from 'node:child_process'
import type { SentAct } from '@gavel/application'
import type { Act } from '@gavel/domain'

/** What a writer told before it ended. */
export interface Told {
  readonly sent: ReadonlyMap<string, SentAct<Act>>
  /** The index each acknowledged act was given. */
  readonly acknowledged: ReadonlyMap<string, number>
  readonly refused: readonly string[]
  readonly done: boolean
}

export interface Writer {
  readonly ready: Promise<void>
  readonly ended: Promise<Told>
  /** The ids of the acts acknowledged so far. */
  acknowledgedNow(): ReadonlySet<string>
  kill(): void
}

const parse = (output: string, code: number | null, signal: string | null, errors: string): Told => {
  const sent = new Map<string, SentAct<Act>>()
  const acknowledged = new Map<string, number>()
  const refused: string[] = []
  // The last line may have been cut by the kill.
  for (const line of output.slice(0, output.lastIndexOf('\n')).split('\n')) {
    const [letter, id, index] = line.split(' ')
    if (letter === 'S') {
      const act = JSON.parse(line.slice(2)) as SentAct<Act>
      sent.set(act.id, act)
    } else if (letter === 'A') acknowledged.set(id!, Number(index))
    else if (letter === 'R') refused.push(line)
  }
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`a writer ended with ${code ?? signal}: ${errors}`)
  return { sent, acknowledged, refused, done: output.endsWith('done\n') }
}

/** Starts a writer process. `ready` settles when it begins to send. */
export const startWriter = (script: string, orders: object): Writer => {
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  let isReady: () => void
  const ready = new Promise<void>(resolve => {
    isReady = resolve
  })
  child.stdout!.on('data', chunk => {
    output += String(chunk)
    if (output.startsWith('ready')) isReady()
  })
  child.stderr!.on('data', chunk => {
    errors += String(chunk)
  })
  const ended = new Promise<Told>((resolve, reject) => {
    child.on('close', (code, signal) => {
      isReady()
      try {
        resolve(parse(output, code, signal, errors))
      } catch (error) {
        reject(error)
      }
    })
  })
  // Whoever awaits it hears of a failure; until then nobody else needs to.
  ended.catch(() => undefined)
  return {
    ready,
    ended,
    acknowledgedNow: () => new Set([...output.matchAll(/^A (\S+) \d+$/gm)].map(match => match[1]!)),
    kill: () => void child.kill('SIGKILL'),
  }
}
