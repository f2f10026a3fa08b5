/**
 * A server under load, to be killed. Several writers open silence procedures and break some of them, through the
 * real application. Each act is told on standard output before it is sent (`S {json}`) and after it was
 * acknowledged (`A id index`); a line that is out is out, for pipes are written at once.
 */
import { writeSync } from 'node:fs'
import { OutcomeUnknown, type SentAct, type Submitted } from '@gavel/application'
import type { Act } from '@gavel/domain'
import { breakSilence, members, openOrganisation, openSilence } from './organisation.ts'
import { openStore, type Where } from './place.ts'

interface Orders {
  readonly where: Where
  /** Goes into every id, so that no two processes use the same. */
  readonly mark: string
  readonly writers: number
  /** Acts to send before ending by itself; 0: until killed. */
  readonly acts: number
  /** Milliseconds after which some of the silences expire. */
  readonly short: number
}

const orders = JSON.parse(process.argv[2]!) as Orders
const { where, mark, writers, acts, short } = orders
const keeper = await openOrganisation(await openStore(where))
let count = 0

/** What a careful client does when there is no answer: sends the same again. */
const insist = async (act: SentAct<Act>): Promise<Submitted> => {
  for (;;)
    try {
      return await keeper.submit(act)
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
}

const send = async (act: SentAct<Act>): Promise<void> => {
  writeSync(1, `S ${JSON.stringify(act)}\n`)
  const answer = await insist(act)
  writeSync(
    1,
    answer.kind === 'recorded' ? `A ${act.id} ${answer.receipt.index}\n` : `R ${act.id} ${answer.kind}\n`,
  )
  count++
}

const goesOn = (): boolean => acts === 0 || count < acts

const write = async (writer: number): Promise<void> => {
  for (let number = 0; goesOn(); number++) {
    const decision = `${mark}-${writer}-${number}`
    // Some expire within the run, some long after the kill.
    await send(openSilence(`open-${decision}`, decision, Date.now(), number % 4 === 0 ? short : 3_600_000))
    if (number % 2 === 1 && goesOn())
      await send(breakSilence(`break-${decision}`, decision, members[number % members.length]!))
  }
}

writeSync(1, 'ready\n')
await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
await keeper.close()
writeSync(1, 'done\n')
