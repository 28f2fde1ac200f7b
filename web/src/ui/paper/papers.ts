import type { Paper, PaperKind, Papers } from '@/api/types'
import { address, http, newKey } from '@/app/http'
import { t } from '@/app/i18n'
import type { Sent } from '@/app/upload'
import { uploadForm } from '@/app/upload'
import { bytes, dateTime } from '../format'

/** A file on its way to become a paper. */
export interface Draft {
  /** Of the file, and of the request that sends it: however often it is pressed, it is one paper. */
  key: string
  file: File
  title: string
  kind: string
  number: string
  datedOn: string
  sent: Sent | null
  failure: unknown
}

export type Rules = Pick<Papers, 'kinds' | 'extensions' | 'largestBytes'>

export const papersPath = (kind: string, id: string) => `objects/${kind}/${id}/papers`
export const contentPath = (kind: string, id: string, paper: string) => `${papersPath(kind, id)}/${paper}/content`
export const inlineAddress = (kind: string, id: string, paper: string) => address(contentPath(kind, id, paper), { inline: true })

const nameless = /^(image|img|dsc|mmexport|screenshot|photo|pxl|scan)[-_ ()\d.]*$/i

export function draftOf(file: File, kinds: PaperKind[], holder: string, now = new Date()): Draft {
  const base = file.name.replace(/\.[^.]*$/, '').trim()
  const kind = kindOf(file, kinds, holder)
  return { key: newKey(), file, kind, title: nameless.test(base) ? t('paper.photoOf', { date: dateTime(now.toISOString(), false) }) : base.slice(0, 200), number: '', datedOn: '', sent: null, failure: null }
}

/** What the name says, by the longest word that means a kind; a picture is a photograph; what is added to a finding states something. */
export function kindOf(file: File, kinds: PaperKind[], holder: string): string {
  const said = kinds
    .flatMap(({ code, zh, aliases }) => [zh, ...aliases].map((word) => ({ code, word })))
    .filter(({ word }) => file.name.includes(word))
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (said) return said.code
  if (isPicture(file)) return 'PHOTOGRAPH'
  return holder === 'finding' ? 'STATEMENT' : 'OTHER'
}

/** 50 MB, not 50.0 MB. */
export const limitOf = (rules: Pick<Rules, 'largestBytes'>) => bytes(rules.largestBytes).replace(/\.0(?= )/, '')
export const isPicture = (file: File) => file.type.startsWith('image/')
export const extensionOf = (name: string) => (name.includes('.') ? name.split('.').pop()!.toLowerCase() : '')

/** What the server would say no to is said before anything is sent. */
export function objectionTo(file: File, rules: Rules): string | null {
  if (!rules.extensions.includes(extensionOf(file.name))) return t('paper.objection.type', { extension: extensionOf(file.name) })
  if (file.size === 0) return t('paper.objection.empty')
  return file.size > rules.largestBytes ? t('paper.objection.large', { size: limitOf(rules) }) : null
}

/** The cheap request before it meets an expired session while nothing has been sent yet. */
export async function sendPaper(kind: string, id: string, draft: Draft, signal: AbortSignal): Promise<Paper> {
  draft.sent = { done: 0, of: draft.file.size }
  await http.get(papersPath(kind, id), {}, signal)
  const form = new FormData()
  form.append('title', draft.title.trim())
  form.append('paperKind', draft.kind)
  if (draft.number.trim() && draft.kind !== 'PHOTOGRAPH') form.append('number', draft.number.trim())
  if (draft.datedOn) form.append('datedOn', draft.datedOn)
  form.append('file', draft.file)
  return uploadForm<Paper>(papersPath(kind, id), form, { told: (sent) => (draft.sent = sent), signal, idempotencyKey: draft.key })
}
