import { expect, test } from './ground'
import { enter, fresh, plantReorganization } from './planting'

test('an office is taken over by another: looked at, decided, and taken back', async ({ as, desks, noise }) => {
  noise.allow(/GET \/api\/identity\/session 401/)
  const desk = await desks('admin')
  const { institutions } = await plantReorganization(desk)
  const name = fresh('调整')
  const admin = await as(null)
  await enter(admin, '王管理')
  await admin.goto('/reorganizations')

  await test.step('it is written down', async () => {
    await admin.getByRole('button', { name: '新建调整' }).click()
    const form = admin.getByRole('dialog', { name: '新建调整' })
    await expect(form.getByRole('button', { name: '存为草稿' })).toBeDisabled()
    await form.getByLabel('名称', { exact: true }).fill(name)
    await form.getByLabel('批准文号').fill('示改委发〔2026〕2号')
    await form.getByRole('combobox', { name: '生效日期' }).fill('2026-11-02')
    await form.getByRole('combobox', { name: '生效日期' }).press('Enter')
    for (const [label, unit] of [['哪个单位', institutions.from], ['并入哪个单位', institutions.to]] as const) {
      const choice = form.getByRole('group', { name: label, exact: true })
      await choice.getByRole('textbox').fill(unit.name)
      await choice.getByRole('button', { name: unit.name }).click()
      await expect(choice).toContainText('换一个')
    }
    await form.getByRole('button', { name: '存为草稿' }).click()
    await expect(form).toBeHidden()
  })

  const one = admin.getByRole('article').filter({ hasText: name })
  await test.step('it is looked at before anything is decided', async () => {
    await expect(one).toContainText(`${institutions.from.name} 并入 ${institutions.to.name}`)
    await expect(one.getByRole('button', { name: '生效', exact: true })).toBeHidden()
    await one.getByRole('button', { name: '预演', exact: true }).click()
    await expect(one.getByRole('row', { name: /人员/ })).toContainText('1')
    await expect(one).toContainText(`${institutions.from.code}-01`)
  })

  await test.step('it takes effect', async () => {
    await one.getByRole('button', { name: '生效', exact: true }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '生效' }).click()
    await expect(one).toContainText('已生效')
    await admin.goto(`/objects/institution/${institutions.from.id}`)
    await expect(admin.getByRole('main')).toContainText(institutions.to.name)
  })

  await test.step('it is undone', async () => {
    await admin.goto('/reorganizations')
    await one.getByRole('button', { name: new RegExp(name) }).click()
    await one.getByRole('button', { name: '撤销调整' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '撤销调整' }).click()
    await expect(one).toContainText('已撤销')
  })
})
