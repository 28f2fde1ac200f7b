// What the console ships, as CycloneDX, beside the server's: npm's own list, without what differs from build to build.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const run = spawnSync(npm, ['sbom', '--omit', 'dev', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})
if (run.status !== 0) {
  console.error(`npm sbom failed: ${run.stderr}`)
  process.exit(run.status ?? 1)
}
const bill = JSON.parse(run.stdout)
delete bill.serialNumber
delete bill.metadata.timestamp
const folder = 'target/classes/META-INF/sbom'
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/console.cdx.json`, JSON.stringify(bill, null, 2) + '\n')
