import type { AsideItem } from '@/ui/aside/asides'

export interface ReadingAside extends AsideItem {
  source: string
  batch: string
  reading: { meter: string; item: string; from: string | null; time: string; value: number; unit: string; quality: string }
  /** Why it would be refused now; nothing where it would be taken. */
  now: string | null
}
