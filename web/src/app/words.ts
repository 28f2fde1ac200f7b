import { say } from '@/app/i18n'
import { useLedgers } from '@/app/ledgers'

/** A code is worded by the column that is named like its dimension: the same code means other things elsewhere. */
export function word(dimension: string, code: string): string {
  const bare = dimension.replace('#', '').toLowerCase()
  for (const ledger of useLedgers().all) {
    for (const column of ledger.columns) {
      const name = column.name.toLowerCase()
      const found = (name === bare || name.endsWith(bare)) && column.codes?.find((one) => one.code === code)
      if (found) return say(found)
    }
  }
  return code
}
