import { expect, test } from 'vitest'
import { passEscapeOn } from './escape'

function pressed(expanded: boolean): string[] {
  document.body.innerHTML = `<div class="el-dialog"><input class="el-select__input" aria-expanded="${expanded}"></div>`
  const [dialog, input] = [document.querySelector('.el-dialog')!, document.querySelector('input')!]
  const heard: string[] = []
  dialog.addEventListener('keydown', (event) => heard.push(event.target === dialog ? 'dialog' : 'choice'))
  document.addEventListener('keydown', passEscapeOn, { capture: true, once: true })
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  return heard
}

test('Escape in a closed choice is for the dialog around it', () => expect(pressed(false)).toEqual(['dialog']))
test('Escape in an open choice closes the choice', () => expect(pressed(true)).toEqual(['choice']))
