// `npm ci` takes half a minute, so it runs only when package-lock.json is not the one installed last.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`The console is built with Node.js 20 or newer; this is ${process.version}.`)
  process.exit(1)
}

const stamp = 'node_modules/.yiti-lock'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex')
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) process.exit(0)

console.log('Installing the console\'s libraries (npm ci) …')
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const run = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (run.status !== 0) {
  console.error('npm ci failed: the console\'s libraries could not be installed. Is the npm registry reachable?')
  process.exit(run.status ?? 1)
}
writeFileSync(stamp, lock)
