export interface Left { id: string; leaver: string; kind: 'case' | 'finding' | 'import' | 'institution' | 'reorganization'; objectId: string; title: string; at: string; successor: string | null; assignedAt: string | null }

/** What one person left at one time, of one kind: it is given away by the same hand. */
export interface Pile { key: string; leaver: string; at: string; kind: Left['kind']; lines: Left[] }

/** Findings by whoever verifies, imports by whoever imports everywhere, institutions by whoever grants, reorganizations by whoever could decide them. */
export const assigns: Record<Left['kind'], string> = { case: 'finding.verify', finding: 'finding.verify', import: 'workbook.import', institution: 'grant.govern', reorganization: 'ledger.write' }

export const addresses: Record<Left['kind'], string> = { case: '/cases/', finding: '/findings/', import: '/imports/', institution: '/objects/institution/', reorganization: '/reorganizations/' }

export function piles(left: Left[]): Pile[] {
  const found = new Map<string, Pile>()
  for (const one of left) {
    // What is listed in one go is told some thousandths of a second apart.
    const key = `${one.leaver} ${one.at.slice(0, 16)} ${one.kind}`
    if (!found.has(key)) found.set(key, { key, leaver: one.leaver, at: one.at, kind: one.kind, lines: [] })
    found.get(key)!.lines.push(one)
  }
  return [...found.values()]
}
