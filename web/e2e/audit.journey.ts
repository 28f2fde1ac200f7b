import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from './ground'

const jar = process.env.YITI_VERIFIER ?? fileURLToPath(new URL('../../proof/target/yiti-verify.jar', import.meta.url))

/** What an auditor would type on a machine of their own, and what they would read there. */
const verify = (bundle: string, key: string) =>
  new Promise<{ code: number; words: string }>((done) => {
    execFile(process.env.YITI_JAVA ?? 'java', ['-Dstdout.encoding=UTF-8', '-jar', jar, bundle, '--key', key, '--lang', 'zh'], (failure, words, errors) =>
      done({ code: failure ? Number(failure.code ?? -1) : 0, words: words + errors }))
  })

/** One word of one entry, as long as it was: whoever looks at sizes sees nothing. */
function forge(bundle: Uint8Array): Uint8Array {
  const parts = unzipSync(bundle)
  const name = Object.keys(parts).filter((part) => part.includes('entries')).sort()[0]!
  const text = strFromU8(parts[name]!, true)
  expect(text).toContain('"outcome":"done"')
  parts[name] = strToU8(text.replace('"outcome":"done"', '"outcome":"gone"'), true)
  return zipSync(parts)
}

test('the log leaves in one file, and a small program without our servers says that it is whole, or which entry was altered', async ({ as }, testInfo) => {
  const auditor = await as('auditor')
  await auditor.goto('/audit')
  const bundle = testInfo.outputPath('log.zip')
  const key = testInfo.outputPath('key.txt')

  await test.step('the auditor copies the keys and exports the log', async () => {
    await auditor.getByRole('button', { name: '密钥' }).click()
    const keys = auditor.getByRole('dialog').locator('pre').first()
    await expect(keys).toContainText('+')
    await writeFile(key, await keys.innerText())
    await auditor.keyboard.press('Escape')
    const download = auditor.waitForEvent('download')
    await auditor.getByRole('button', { name: '导出日志' }).click()
    await (await download).saveAs(bundle)
  })

  await test.step('it is whole', async () => {
    const { code, words } = await verify(bundle, key)
    expect(words).toMatch(/结论.完整/)
    expect(code, words).toBe(0)
  })

  await test.step('one word altered is named by the number of its entry', async () => {
    const forged = testInfo.outputPath('forged.zip')
    await writeFile(forged, forge(await readFile(bundle)))
    const { code, words } = await verify(forged, key)
    expect(words).toMatch(/被改动.第 \d+ 条与封存时不一致/)
    expect(code, words).toBe(1)
  })
})
