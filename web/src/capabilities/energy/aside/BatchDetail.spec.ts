import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import BatchDetail from './BatchDetail.vue'

const get = vi.hoisted(() => vi.fn())
vi.mock('@/app/http', async (original) => ({ ...(await original<object>()), http: { get } }))

async function detail(over: object) {
  get.mockResolvedValue({ item: { source: 'mqtt/gw-1' }, now: null, gateway: null, readings: null, excerpt: { before: '', after: '' }, ...over })
  const view = mount(BatchDetail, { props: { id: 7 }, global: { plugins: [i18n] } })
  await flushPromises()
  return view
}

describe('a batch that was set aside', () => {
  it('is shown as text, whatever strangers wrote into it, and marked where it is wrong', async () => {
    const view = await detail({ now: '第 2 行第 9 列：不是可接受的 JSON。', excerpt: { before: '{"batch": "<img src=x onerror=alert(1)>",', after: '</pre><script>alert(2)</script>' } })

    expect(view.find('img, script').exists()).toBe(false)
    expect(view.get('pre').text()).toBe('{"batch": "<img src=x onerror=alert(1)>",▸</pre><script>alert(2)</script>')
    expect(view.get('mark').attributes('aria-label')).toBe('错在这里')
    expect(view.get('dd').text()).toContain('第 2 行第 9 列')
  })

  it('that could be taken says as of whom, and whom it names', async () => {
    const view = await detail({ gateway: 'gw-old', readings: 3, excerpt: { before: '', after: '{}' } })

    expect(view.text()).toContain('mqtt/gw-1')
    expect(view.text()).toContain('gw-old')
    expect(view.find('mark').exists()).toBe(false)
  })
})
