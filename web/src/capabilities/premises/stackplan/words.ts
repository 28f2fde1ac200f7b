import { t } from '@/app/i18n'
import { word } from '@/app/words'
import { number } from '@/ui/format'
import { keyOf, type Mode, type Room, type StackPlan } from './stack'

export function kindWords(key: string, mode: Mode, plan: StackPlan): string {
  if (mode === 'use') return word('use', key)
  if (mode === 'unit') return plan.floors.flatMap((floor) => floor.rooms).find((room) => room.institution.id === key)?.institution.name ?? key
  return t(`stack.kind.${key}`)
}

/** A room for those who hear it. */
export function roomWords(room: Room, mode: Mode): string {
  const parts = [room.number, word('use', room.use), `${number(room.usableArea)} m²`]
  if (room.occupants.length) parts.push(room.occupants.map((one) => one.name).join(t('import.comma')))
  if (room.excess) parts.push(t('stack.above', { n: number(room.excess) }))
  else if (mode === 'idle' && keyOf(room, 'idle') === 'IDLE') parts.push(t('stack.kind.IDLE'))
  return parts.join(', ')
}
