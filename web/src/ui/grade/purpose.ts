/** What guarded values are looked at for, as the server knows it. */
export const purposes = ['VERIFICATION', 'CONTACT', 'SERVICE', 'INSPECTION', 'EMERGENCY'] as const

export interface Why { purpose: string; reason: string }

/** The server takes no reason shorter than this. */
const shortest = 4

export const isGiven = ({ purpose, reason }: Why) => purpose !== '' && reason.trim().length >= shortest
export const told = ({ purpose, reason }: Why): Why => ({ purpose, reason: reason.trim() })
