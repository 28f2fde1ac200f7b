/** A closed choice keeps Escape to itself; in a dialog it is the dialog that is meant. */
export function passEscapeOn(event: KeyboardEvent): void {
  const choice = event.target
  if (event.key !== 'Escape' || !(choice instanceof HTMLElement) || !choice.matches('.el-select__input[aria-expanded="false"]')) return
  const around = choice.closest('.el-dialog, .el-drawer')
  if (!around) return
  event.stopPropagation()
  around.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }))
}
