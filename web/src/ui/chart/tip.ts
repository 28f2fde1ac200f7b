/** What a chart says under the pointer, built as elements: names come from people's ledgers. */
export function tip(title: string, lines: [string, string][]): HTMLElement {
  const box = document.createElement('div')
  const head = box.appendChild(document.createElement('b'))
  head.textContent = title
  for (const [name, value] of lines) {
    const line = box.appendChild(document.createElement('div'))
    line.style.cssText = 'display:flex;justify-content:space-between;gap:16px'
    line.appendChild(document.createElement('span')).textContent = name
    line.appendChild(document.createElement('b')).textContent = value
  }
  return box
}
