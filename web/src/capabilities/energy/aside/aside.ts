import type { AsideItem } from '@/ui/aside/asides'

export interface ReadingAside extends AsideItem {
  source: string
  batch: string
  reading: { meter: string; item: string; from: string | null; time: string; value: number; unit: string; quality: string }
  /** Why it would be refused now; nothing where it would be taken. */
  now: string | null
}

export interface BatchAside extends AsideItem { source: string; size: number }

export interface WholeBatch {
  item: BatchAside
  /** Why it cannot be taken now, and where; nothing where it would be. */
  now: string | null
  gateway: string | null
  readings: number | null
  excerpt: { before: string; after: string }
}
