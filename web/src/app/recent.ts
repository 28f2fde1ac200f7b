import { ref } from 'vue'
import type { ObjectRef } from '@/api/types'
import { remembered } from './storage'

const most = 12
export const recentObjects = ref<ObjectRef[]>(remembered.read<ObjectRef[]>('recent', []))

export function visited(object: ObjectRef): void {
  const others = recentObjects.value.filter((one) => one.id !== object.id)
  recentObjects.value = [{ kind: object.kind, id: object.id, title: object.title }, ...others].slice(0, most)
  remembered.write('recent', recentObjects.value)
}

export function forgetVisits(): void {
  recentObjects.value = []
  remembered.write('recent', null)
}
