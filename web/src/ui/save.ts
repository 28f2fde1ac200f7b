import { http, type Query } from '@/app/http'

export function save(name: string, content: Blob | string, type = 'text/csv;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Fetches a file the server makes and hands it to the browser. */
export async function saveFrom(path: string, query: Query, otherwiseNamed: string): Promise<void> {
  const { name, blob } = await http.file(path, query)
  save(name ?? otherwiseNamed, blob)
}
