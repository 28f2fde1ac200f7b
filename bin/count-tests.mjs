// Sums the reports of surefire, vitest and playwright into one line; fails when anything failed or nothing ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [broken, skippedJourneys] = process.argv.slice(2).map(Number)
const sum = { passed: 0, failed: 0, skipped: skippedJourneys }

const add = (passed, failed, skipped) => {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

for (const module of readdirSync('.')) {
  const folder = join(module, 'target', 'surefire-reports')
  if (!existsSync(folder)) continue
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const suite = /<testsuite\s[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? ''
    const count = (name) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(suite)?.[1] ?? 0)
    const bad = count('failures') + count('errors')
    add(count('tests') - bad - count('skipped'), bad, count('skipped'))
  }
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

const vitest = read('web/target/vitest.json')
if (vitest) {
  add(vitest.numPassedTests, vitest.numFailedTests, vitest.numPendingTests + vitest.numTodoTests)
  // A file that does not even load has no tests to count.
  sum.failed += vitest.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
}

const playwright = read('web/e2e/.output/report.json')
if (playwright) {
  const { expected, flaky, unexpected, skipped } = playwright.stats
  add(expected + flaky, unexpected, skipped)
}

if (broken && sum.failed === 0) {
  console.log('Something other than a test went wrong; it counts as one failure.')
  sum.failed = 1
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0)
