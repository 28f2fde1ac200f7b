import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { http } from './http'
import { Problem } from './problem'
import { useUnits } from './units'

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

test('a unit named by the address is the one worked with from then on', async () => {
  vi.spyOn(http, 'get').mockResolvedValue({ title: '财政局' })
  await useUnits().adopt('f')
  expect(useUnits().chosen).toEqual({ id: 'f', name: '财政局' })
  setActivePinia(createPinia())
  expect(useUnits().chosen).toEqual({ id: 'f', name: '财政局' })
})

test('one that may not be seen leaves the unit as it was, now and the next time', async () => {
  useUnits().choose({ id: 'mine', name: '教育局' })
  vi.spyOn(http, 'get').mockRejectedValue(new Problem({ type: 'about:absent', title: '', status: 404 }))
  await useUnits().adopt('theirs')
  expect(useUnits().chosen).toEqual({ id: 'mine', name: '教育局' })
  setActivePinia(createPinia())
  expect(useUnits().chosen).toEqual({ id: 'mine', name: '教育局' })
})
