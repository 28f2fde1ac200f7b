import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import type { CaseItem } from './case'
import MergeDialog from './MergeDialog.vue'

const get = vi.hoisted(() => vi.fn())
const post = vi.hoisted(() => vi.fn())
vi.mock('@/app/http', async (original) => ({ ...(await original<object>()), http: { get, post } }))

const item = (id: string) => ({ id, number: id, version: 3, institution: { id: 'unit' }, rules: [{ zh: '超标', en: 'Over' }] }) as unknown as CaseItem

async function dialog(others: CaseItem[]) {
  get.mockResolvedValue({ items: others })
  const view = mount(MergeDialog, {
    props: { item: item('C-1') },
    global: { plugins: [i18n], stubs: { teleport: true, ElDialog: { template: '<div><slot /><slot name="footer" /></div>' } } },
  })
  await flushPromises()
  return view
}
const buttons = (view: Awaited<ReturnType<typeof dialog>>) => view.findAll('button:not([hidden])')

describe('merging cases', () => {
  beforeEach(() => post.mockReset().mockResolvedValue({}))

  it('says that there is nothing to merge, and asks for no reason', async () => {
    const view = await dialog([item('C-1')])

    expect(view.get('p[role="status"]').text()).toContain('没有可以并入本案的')
    expect(view.find('textarea').exists()).toBe(false)
    expect(buttons(view).map((button) => button.text())).toEqual(['关闭'])
    await buttons(view)[0]!.trigger('click')
    expect(view.emitted('close')).toHaveLength(1)
  })

  it('merges what is picked, with the reason, and not before something is', async () => {
    const view = await dialog([item('C-1'), item('C-2'), item('C-3')])
    expect(view.find('p[role="status"]').exists()).toBe(false)
    await view.get('textarea').setValue('同一事项')
    expect(buttons(view)[1]!.attributes('disabled')).toBeDefined()
    await view.get('form').trigger('submit')
    expect(post).not.toHaveBeenCalled()

    await view.findAll('input[type="checkbox"]')[1]!.setValue(true)
    await buttons(view)[1]!.trigger('click')

    expect(post).toHaveBeenCalledWith('supervision/cases/C-1/merge', { others: ['C-3'], note: '同一事项', version: 3 }, expect.anything())
  })
})
