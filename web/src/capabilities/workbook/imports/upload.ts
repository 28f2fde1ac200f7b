import { http } from '@/app/http'
import { uploadForm, type Sent } from '@/app/upload'
import type { Page, ImportRun } from '@/api/types'

/** The cheap request before it meets an expired session while nothing has been sent yet. */
export async function upload(file: File, ledger: string | null, told: (sent: Sent) => void, signal: AbortSignal): Promise<string> {
  await http.get<Page<ImportRun>>('workbook/imports', { limit: 1 }, signal)
  const form = new FormData()
  form.append('file', file)
  if (ledger) form.append('ledger', ledger)
  return (await uploadForm<{ id: string }>('workbook/imports', form, { told, signal })).id
}
