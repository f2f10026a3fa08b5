/** What a process of the live benchmarks does, by its first word: `readers`, `gavel {…}`, or the name of a peer. */
import { type HouseWanted, runHouse } from './gavel.ts'
import { type Peer, runPeer } from './peers.ts'
import { runReaders } from './readers.ts'

Object.assign(globalThis, { gavelBench: { scripts: '', peers: process.env['GAVEL_BENCH_PEERS'] } })
// Whoever has lost her parent has nothing left to do.
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => process.exit())
const [what = '', more = '{}'] = process.argv.slice(2)
if (what === 'readers') runReaders()
else if (what === 'gavel') await runHouse(JSON.parse(more) as HouseWanted)
else await runPeer(what as Peer)
