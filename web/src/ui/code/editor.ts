import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { basicSetup } from 'codemirror'

/** Something wrong in a text; without a line it is about the whole. */
export interface Mark { line: number | null; message: string }

export interface Wishes {
  language: 'sql' | 'yaml'
  label: string
  /** Tables with their columns, offered while one writes. */
  tables: Record<string, string[]>
  changed: (text: string) => void
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--y-fig-1)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--y-fig-2)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--y-fig-4)' },
  { tag: [tags.comment], color: 'var(--y-text-3)', fontStyle: 'italic' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--y-fig-1)' },
])

const look = EditorView.theme({
  '&': { color: 'var(--y-text)', backgroundColor: 'var(--y-surface)', height: '100%', fontSize: '13px' },
  '.cm-scroller': { fontFamily: 'var(--y-mono)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--y-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--y-text)' },
  '.cm-gutters': { backgroundColor: 'var(--y-sunken)', color: 'var(--y-text-3)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--y-hover)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--y-accent-soft)' },
  '.cm-tooltip': { backgroundColor: 'var(--y-surface)', color: 'var(--y-text)', border: '1px solid var(--y-line-strong)' },
  // drawn with signs that fonts here do not have
  '.cm-completionIcon': { display: 'none' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--y-accent)', color: '#fff' },
})

/**
 * The page allows no style elements (`style-src-elem 'self'`). Within a shadow root CodeMirror hands its styles over as
 * constructed style sheets, which need none.
 */
export function edit(parent: ShadowRoot, text: string, wishes: Wishes): EditorView {
  const language = wishes.language === 'yaml' ? yaml() : sql({ dialect: PostgreSQL, schema: wishes.tables })
  return new EditorView({
    doc: text,
    parent,
    root: parent,
    extensions: [
      basicSetup, language, syntaxHighlighting(colours), look, lintGutter(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': wishes.label }),
      EditorView.updateListener.of((update) => { if (update.docChanged) wishes.changed(update.state.doc.toString()) }),
    ],
  })
}

export function mark(view: EditorView, marks: Mark[]): void {
  const { doc } = view.state
  const at = (line: number | null) => doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines))
  view.dispatch(setDiagnostics(view.state, marks.map(({ line, message }) => ({ from: at(line).from, to: at(line).to, severity: 'error' as const, message }))))
}

export function replace(view: EditorView, text: string): void {
  if (view.state.doc.toString() !== text) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
}
