import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './ground'
import { choosePassword, fresh, grantTo, openAccount } from './planting'

const password = 'Tongzhou-6-lamps'

/** What an authenticator app shows, some steps of thirty seconds from now (RFC 6238). */
function codeOf(secret: string, steps: number): string {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hash = createHmac('sha1', key).update(moment).digest()
  return String((hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function signIn(page: Page, account: string) {
  await page.goto('/sign-in')
  await page.getByLabel('账号', { exact: true }).fill(account)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('an account is opened, its owner comes with a second factor, and goes the moment it is closed', async ({ as, noise }) => {
  noise.allow(/GET \/api\/identity\/session 401/, /second-factor 422/)
  const account = `e${Date.now().toString(36)}`
  const name = fresh('新')
  const admin = await as(null)
  const owner = await as(null)
  let secret = ''

  const link = await test.step('the administrator opens it and is given a link', async () => {
    const address = await openAccount(admin, name, account)
    await expect(admin.getByRole('row', { name: new RegExp(name) })).toContainText('等待本人设置密码')
    return address
  })

  await test.step('the security administrator, who is somebody else, grants what it was opened for', async () => grantTo(await as(null), name))

  await test.step('the owner chooses a password, adds an authenticator and keeps the recovery codes', async () => {
    await choosePassword(owner, link, password)
    await expect(owner.getByText('请先添加验证器')).toBeVisible()
    await owner.goto('/findings')
    await expect(owner.getByText('请先添加验证器')).toBeVisible()
    secret = (await owner.locator('code').textContent())!.replaceAll(' ', '')
    await owner.getByLabel(/六位数字/).fill(codeOf(secret, -1))
    await owner.getByRole('button', { name: '验证并启用' }).click()
    await expect(owner.getByRole('dialog', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10)
    await owner.getByRole('button', { name: '已经存好' }).click()
    await expect(owner.getByRole('heading', { name: /待处理问题|示范市/ }).first()).toBeVisible()
  })

  await test.step('from then on a code is asked for', async () => {
    await owner.context().clearCookies({ name: 'YITI_SESSION' })
    await signIn(owner, account)
    await owner.getByLabel('验证码').fill('000000')
    await owner.getByRole('button', { name: '登录', exact: true }).click()
    await expect(owner.getByText('验证不通过')).toBeVisible()
    await owner.getByLabel('验证码').fill(codeOf(secret, 0))
    await owner.getByRole('button', { name: '登录', exact: true }).click()
    await expect(owner).not.toHaveURL(/sign-in/)
    await owner.goto('/account')
    await expect(owner.getByText('当前设备')).toBeVisible()
  })

  await test.step('closed, the next act is refused', async () => {
    await admin.reload()
    await admin.getByRole('button', { name: `对${name}的操作` }).click()
    await admin.getByRole('button', { name: '修改', exact: true }).click()
    const form = admin.getByRole('dialog', { name: new RegExp(name) })
    await form.getByText('启用', { exact: true }).click()
    await form.getByRole('button', { name: '保存' }).click()
    await expect(admin.getByRole('row', { name: new RegExp(name) })).toContainText('已停用')
    await owner.goto('/')
    await expect(owner).toHaveURL(/sign-in/)
  })
})
