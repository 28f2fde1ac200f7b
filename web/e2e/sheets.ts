import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const coded = (text: string) => text.replace(/[^\x20-\x7e]/g, (letter) => `&#x${letter.codePointAt(0)!.toString(16)};`)

/** A workbook as somebody would send it back: what stood in these cells, replaced by what is to stand there. */
export function mend(workbook: Uint8Array, cells: Record<string, string>): Uint8Array {
  const parts = unzipSync(workbook)
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/.test(name)) continue
    const text = Object.entries(cells).reduce((all, [wrong, right]) => all.replaceAll(`>${coded(wrong)}<`, `>${coded(right)}<`), strFromU8(part))
    parts[name] = strToU8(text)
  }
  return zipSync(parts)
}

export const csv = (rows: (string | number)[][]) => Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`, 'utf8')
