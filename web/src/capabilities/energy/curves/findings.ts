import type { FindingItem } from '@/api/types'

/** The rule that judges what a meter shows by night, month by month. */
export const nightRule = 'energy.night-load'

/** Those that people still deal with or have settled; what the readings themselves have mended is none any more. */
export const nightFindings = (findings: FindingItem[]) => findings.filter((finding) => finding.rule.id === nightRule && finding.state !== 'MENDED' && finding.state !== 'DISMISSED')
