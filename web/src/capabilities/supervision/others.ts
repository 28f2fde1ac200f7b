/** Why a finding or a case is reviewed and closed by others: it is of one's own unit, or one answered for it. */
export type LeftToOthers = 'OWN_UNIT' | 'OWN_ANSWER'
