/** Opens the record named on the command line, says how many entries it has, and goes. */
import { domainFolds, domainLaw, openRecord } from '@gavel/application'
import { sqliteStore } from '@gavel/store'

const keeper = await openRecord({
  store: await sqliteStore(process.argv[2]!),
  law: domainLaw,
  folds: domainFolds,
  clock: { now: () => Date.now() },
  snapshotEvery: 0,
})
process.stdout.write(`${keeper.head().size}\n`)
process.exit(0)
