import { request, type Page } from '@playwright/test'
import { expect, test } from './ground'
import { choosePassword, fresh, grantTo, openAccount } from './planting'

const password = 'Tongzhou-6-lamps'
/** As bin/browser.sh starts the server, and a little more. */
const proofLasts = 121_000

/** A device with a finger on its sensor, that keeps what it made. */
async function giveAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
}

test('a passkey is added, signs in without a password, proves who one is before a grave act, and issues a token', async ({ as, noise, baseURL }) => {
  noise.allow(/GET \/api\/identity\/session 401/, /recovery-codes 403/)
  test.setTimeout(480_000)
  // Browsers make passkeys for names, not for bare addresses.
  const here = { baseURL: baseURL!.replace('127.0.0.1', 'localhost') }
  const account = `k${Date.now().toString(36)}`
  const name = fresh('钥')
  const admin = await as(null, here)
  const owner = await as(null, here)
  await giveAuthenticator(owner)

  await test.step('an administrator opens the account, its owner chooses a password', async () => {
    const link = await openAccount(admin, name, account)
    await grantTo(await as(null, here), name)
    await choosePassword(owner, link, password)
    await expect(owner.getByText('请先添加验证器或通行密钥')).toBeVisible()
  })

  await test.step('a passkey is the second factor that the house asks for', async () => {
    await owner.getByRole('button', { name: '添加通行密钥' }).click()
    await owner.getByLabel(/给它起个名字/).fill('办公电脑')
    await owner.getByRole('button', { name: '继续' }).click()
    await expect(owner.getByRole('dialog', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10)
    await owner.getByRole('button', { name: '已经存好' }).click()
    await expect(owner).toHaveURL(/\/(\?.*)?$/)
    await owner.waitForLoadState('networkidle')
  })

  await test.step('it signs in alone', async () => {
    await owner.getByRole('button', { name: '我的账号' }).click()
    await owner.getByRole('button', { name: '退出登录' }).click()
    await expect(owner).toHaveURL('/sign-in')
    await owner.getByRole('button', { name: '用通行密钥登录' }).click()
    await expect(owner).not.toHaveURL(/sign-in/)
    await owner.waitForLoadState('networkidle')
    await owner.goto('/account')
    await expect(owner.getByText('当前设备')).toBeVisible()
    await expect(owner.getByText(/上次使用/).first()).toBeVisible()
  })

  await test.step('it stands in for the code after the password', async () => {
    await owner.context().clearCookies({ name: 'YITI_SESSION' })
    await owner.goto('/sign-in')
    await owner.getByLabel('账号', { exact: true }).fill(account)
    await owner.getByLabel('密码', { exact: true }).fill(password)
    await owner.getByRole('button', { name: '登录', exact: true }).click()
    await expect(owner.getByLabel('验证码')).toBeVisible()
    await owner.getByRole('button', { name: '用通行密钥登录' }).click()
    await expect(owner).not.toHaveURL(/sign-in/)
    await owner.waitForLoadState('networkidle')
  })

  await test.step('it proves anew before a grave act once the last proof is too old', async () => {
    await owner.goto('/account')
    await owner.waitForTimeout(proofLasts)
    const refused = owner.waitForResponse((answer) => answer.url().endsWith('/recovery-codes'))
    await owner.getByRole('button', { name: '重新生成' }).click()
    const answer = await refused
    expect(answer.status()).toBe(403)
    expect(((await answer.json()) as { type: string }).type).toBe('/problems/identity/confirmation-needed')
    const proof = owner.getByRole('dialog', { name: '再次验证身份' })
    await proof.getByRole('button', { name: '用通行密钥验证' }).click()
    await expect(owner.getByRole('dialog', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10)
    await owner.getByRole('button', { name: '已经存好' }).click()
  })

  await test.step('it is named anew, and stays while it is the only one', async () => {
    noise.allow(/DELETE \/api\/identity\/passkeys\/\S+ 409/)
    await owner.getByRole('button', { name: '给办公电脑改名' }).click()
    await owner.getByLabel(/给它起个名字/).fill('蓝色密钥')
    await owner.getByRole('button', { name: '保存' }).click()
    await owner.getByRole('button', { name: '移除蓝色密钥' }).click()
    await owner.getByRole('dialog', { name: /移除“蓝色密钥”/ }).getByRole('button', { name: '移除', exact: true }).click()
    await expect(owner.getByText('至少保留一个')).toBeVisible()
  })

  await test.step('a token lets a machine in, and no longer once it is revoked', async () => {
    await owner.goto('/account')
    await owner.getByRole('button', { name: '申请令牌' }).click()
    await owner.getByLabel(/用途/).fill('财政系统')
    await owner.getByText('查看台账').click()
    await owner.getByRole('button', { name: '生成令牌' }).click()
    const token = await owner.getByRole('textbox', { name: '令牌', exact: true }).inputValue()
    await owner.getByRole('button', { name: '已经存好' }).click()
    const machine = await request.newContext({ ...here, extraHTTPHeaders: { Authorization: `Bearer ${token}` } })
    expect((await machine.get('/api/ledgers')).status()).toBe(200)
    expect((await machine.get('/api/identity/accounts')).status()).toBe(403)
    await owner.getByRole('button', { name: '撤销财政系统' }).click()
    await owner.getByRole('dialog', { name: /撤销令牌/ }).getByRole('button', { name: '撤销', exact: true }).click()
    await expect(owner.getByText('没有令牌')).toBeVisible()
    expect((await machine.get('/api/ledgers')).status()).toBe(401)
    await machine.dispose()
  })
})
