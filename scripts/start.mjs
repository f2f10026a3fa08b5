/** `npm start`: installs and builds what is missing, then serves Gavel with its embedded store and the demonstration. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, ensureInstalled, root } from './steps.mjs'

ensureInstalled()
build()
const { main } = await import(pathToFileURL(join(root, 'apps', 'cli', 'dist', 'main.js')).href)
process.exitCode = await main(['serve', '--demo', ...process.argv.slice(2)])
